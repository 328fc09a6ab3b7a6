// One event: the board, figures over time, who copied whom, quotes, why these reports tell of the same thing.
import {board, countCharts} from "./board.js";
import {allEvidence, citeLine, copyButton, opening, spoken, title} from "./cite.js";
import {copies} from "./copies.js";
import {corrections} from "./correct.js";
import {show, source} from "./data.js";
import {dated} from "./dates.js";
import {clipped, h, hash, link, many, words} from "./dom.js";
import {conflictLine, eventType, figureLine, listed, named, quoteLine, tag} from "./lines.js";
import {partOf} from "./story.js";
import {STATUS} from "./words.js";

// Every line of a listing that a query finds, up to a sensible number.
export const few = async (name, q, whole) => (await source.list(name, {...q, limit: 200}, whole)).items;

export const section = (heading, ...content) => h.section(h.h2(heading), ...content);

const listOf = (items, one) => h.ul({class: "lines"}, items.map(one));

function people(e) {
  const rows = ["actor", "recipient", "other"].map((role) => {
    const of = e.participants.filter((p) => p.role === role);
    return of.length ? [h.dt(role === "other" ? "also" : role), h.dd(listed(of.map(named)))] : "";
  });
  return e.participants.length ? h.dl({class: "people"}, rows) : "";
}

const JOINED = " tells of it as does ",
  APART = " left apart from ";

// "r-1 left apart from r-2: why" with the reports by name and a way to lay them side by side.
async function reason(text) {
  const cut = text.includes(JOINED) ? JOINED : APART,
    at = text.indexOf(cut);
  const [a, rest] = at < 0 ? ["", text] : [text.slice(0, at), text.slice(at + cut.length)],
    [b] = rest.split(":", 1);
  if (!/^r-[0-9a-f]+$/.test(a) || !/^r-[0-9a-f]+$/.test(b)) return h.li(spoken(text));
  const name = async (id) => {
    const t = await title(id);
    return [
      link("report", id, t.name),
      t.headline ? h.span({class: "meta"}, " “" + clipped(t.headline, 60) + "”") : "",
    ];
  };
  const beside = h.a({href: hash("report", a, "beside", b)}, "side by side");
  return h.li(
    await name(a),
    cut === APART ? " ≠ " : " = ",
    await name(b),
    h.div({class: "meta"}, spoken(rest.slice(b.length + 1).trim()), " ", beside),
  );
}

const REASONS = 40;

// Why these reports tell of one event; which look-alikes do not, and why.
function reasons(e) {
  const apart = e.why.filter((w) => w.includes(APART)),
    joined = e.why.filter((w) => w.includes(JOINED));
  const others = e.why.filter((w) => !joined.includes(w) && !apart.includes(w));
  const list = (name, all) => {
    const left = all.length > REASONS ? h.p({class: "meta"}, "and " + (all.length - REASONS) + " more") : "";
    const lines = async () => [
      h.ul({class: "plain reasons"}, await Promise.all(all.slice(0, REASONS).map(reason))),
      left,
    ];
    return all.length ? opening(name, lines) : "";
  };
  return e.why.length
    ? section(
        "Why one event",
        others.map((w) => h.p(spoken(w))),
        list(many(joined.length, "pair") + " of reports joined", joined),
        list(many(apart.length, "look-alike") + " left apart", apart),
      )
    : "";
}

async function sharedAmong(reports) {
  if (reports.length < 2) return [];
  const all = (await Promise.all(reports.slice(0, 12).map((report) => few("voices", {report})))).flat();
  return all.filter((v, i) => all.findIndex((o) => o.id === v.id) === i);
}

export async function eventPage(id) {
  const e = await show(id),
    heads = await Promise.all(e.reports.slice(0, 60).map(title));
  heads.sort((a, b) => ((a.date || "~") < (b.date || "~") ? -1 : 1));
  const asked = ["quotes", "figures", "conflicts"].map((name) => few(name, {of: id}));
  const [said, counted, against, voices] = await Promise.all([...asked, sharedAmong(e.reports)]);
  const drawnHeads = heads.map((t) => ({id: t.report.id, name: t.name, headline: t.headline, date: t.date}));
  const own = (items, one) => listOf(items, (x) => one({...x, event: null})); // they need not lead back here
  return [
    h.h1(e.label),
    h.p(
      {class: "facts"},
      h.b(dated(e.when)),
      " ",
      tag(eventType(e)),
      e.status === "happened" ? "" : tag(STATUS[e.status] || words(e.status), "status"),
      e.place ? h.span("in ", named(e.place)) : "",
      h.span(many(e.reports.length, "report") + ", " + many(e.voices, "independent voice")),
      copyButton(() => citeLine(id, dated(e.when) + ": " + e.label)),
    ),
    people(e),
    corrections(e, heads),
    e.claims.length ? section("What each report says", board(e, heads)) : "",
    against.length ? section("Disagreements", own(against, conflictLine)) : "",
    counted.length ? section("Figures", countCharts(e.claims, heads), own(counted, figureLine)) : "",
    said.length ? section("Quotes", own(said, quoteLine)) : "",
    partOf(id),
    voices.length ? section("Who shares whose words", copies(drawnHeads, voices)) : "",
    section("Told in", await allEvidence(e.evidence)),
    reasons(e),
  ];
}
