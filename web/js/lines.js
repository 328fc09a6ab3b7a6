// One line of each listing. What a listing has no line for here is shown by `anyLine`.
import {allEvidence, citeLine, copyButton, evidenceOf, glimpse, opening, spoken, title} from "./cite.js";
import {show} from "./data.js";
import {dated} from "./dates.js";
import {add, h, hash, link, many, whenSeen, words} from "./dom.js";
import {commitmentLine, storyLine} from "./story.js";
import {NAMES, SIGNS, STATUS, VOICE} from "./words.js";

export function sign(status) {
  const [mark, text] = SIGNS[status] || ["", words(status)];
  return h.span({class: "sign " + status}, h.span({"aria-hidden": "true"}, mark + " "), text);
}

export const named = (n) => (n.entity ? link("entity", n.entity, n.name) : n.name);
export const listed = (items) => items.map((x, i) => [i ? ", " : "", x]);
export const eventType = (e) => words(e.type.replace(/^x-/, "").toLowerCase()) + (e.mode ? ", " + words(e.mode) : "");
export const tag = (text, kind) => h.span({class: "tag " + (kind || "")}, text);

function line(when, what, meta, extra) {
  return h.li(h.div({class: "when"}, dated(when)), h.div({class: "what"}, what, h.div({class: "meta"}, meta, extra)));
}

function participants(e, most) {
  const list = e.participants.filter((p, i, all) => all.findIndex((o) => o.name === p.name) === i);
  return [listed(list.slice(0, most).map(named)), list.length > most ? " and " + (list.length - most) + " more" : ""];
}

export function eventLine(e) {
  const chief = e.main_in.length > 0;
  return line(e.when, h.a({href: hash("event", e.id), class: chief ? "chief" : ""}, e.label), [
    tag(eventType(e)),
    e.status === "happened" ? "" : tag(STATUS[e.status] || words(e.status), "status"),
    e.disputed ? sign("disputed") : "",
    e.participants.length ? h.span(participants(e, 5)) : "",
    e.place ? h.span("in ", named(e.place)) : "",
    h.span(many(e.reports.length, "report"), ", ", many(e.voices, "voice")),
    copyButton(() => citeLine(e.id, e.label), "copy"),
  ]);
}

// What one sentence tells of stands under it once.
export function eventLines(events) {
  const items = [];
  let last = null;
  for (const e of events) {
    const item = eventLine(e);
    if (last && last.label === e.label && last.when === e.when)
      items[items.length - 1]
        .querySelector(".what")
        .append(
          h.div({class: "meta"}, [
            h.a({href: hash("event", e.id), "aria-label": "In the same words: " + eventType(e)}, "also"),
            ...item.querySelector(".meta").childNodes,
          ]),
        );
    else items.push(item);
    last = e;
  }
  return items;
}

export function amount(f) {
  const n = (x) => (typeof x === "number" && Number.isInteger(x) && Math.abs(x) >= 1000 ? x.toLocaleString("en") : x);
  const value =
    f.value !== null
      ? n(f.value)
      : f.min !== null && f.max !== null
        ? n(f.min) + "–" + n(f.max)
        : f.min !== null
          ? "at least " + n(f.min)
          : f.max !== null
            ? "at most " + n(f.max)
            : "?";
  return value + (f.unit ? (f.unit === "percent" ? " %" : " " + f.unit) : "");
}

// "22-month investigation", but "22 months".
const LENGTHS = ["second", "minute", "hour", "day", "week", "month", "year", "decade"];
function measured(f) {
  const text = amount(f);
  if (!LENGTHS.includes(f.unit)) return text;
  return f.counted ? text.replace(" " + f.unit, "-" + f.unit) : f.value === 1 ? text : text + "s";
}

export function figureLine(f) {
  const meta = h.div(
    {class: "meta"},
    f.as_of ? h.span(dated(f.as_of)) : "",
    f.status === "single" ? "" : sign(f.status),
    f.event ? link("event", f.event, "event") : "",
    copyButton(() => citeLine(f.id, amount(f) + " " + (f.counted || "")), "copy"),
    opening(many(f.reports.length, "report"), async () => allEvidence((await show(f.id)).evidence)),
  );
  return glimpse(h.li(h.div({class: "when value"}, measured(f)), h.div({class: "what"}, f.counted || "", meta)), f.id);
}

const quoted = (q) => (q.kind === "indirect" ? q.content : "“" + q.content + "”");
// Told indirectly, the words say little without their cue: "refused: to sign".
const said = (q) => (q.kind === "indirect" && q.cue && q.cue !== ":" ? " (" + q.cue + ")" : "");
export function quoteLine(q) {
  const who = q.speaker ? named(q.speaker) : "somebody";
  return line(
    q.said,
    [h.b(who), q.on_behalf_of ? [" for ", named(q.on_behalf_of)] : "", said(q), ": ", h.q({class: q.kind}, quoted(q))],
    [
      tag(q.kind),
      q.act ? tag(q.act) : "",
      q.event ? link("event", q.event, "event") : "",
      q.unattributed
        ? h.span({class: "sign disputed"}, "≠ printed without its speaker by " + many(q.unattributed, "other"))
        : "",
      copyButton(() => citeLine(q.id, (q.speaker ? q.speaker.name : "Somebody") + said(q) + ": " + quoted(q)), "copy"),
    ],
    opening(many(q.reports.length, "report"), async () => {
      const whole = await show(q.id);
      return allEvidence(evidenceOf(whole));
    }),
  );
}

// By their names, as they become known.
function byName(box, reports, before) {
  return whenSeen(box, async () => {
    const some = await Promise.all(reports.slice(0, 4).map(title)),
      more = reports.length - some.length;
    box.replaceChildren();
    add(box, [before, listed(some.map((t) => link("report", t.report.id, t.name))), more ? ` and ${more} more` : ""]);
  });
}

export function conflictLine(c) {
  const event = c.event ? link("event", c.event, "the event") : "";
  if (event) whenSeen(event, async () => event.replaceChildren((await show(c.event)).label));
  return h.li(
    {class: "block"},
    h.h3(c.about, " ", tag(words(c.kind))),
    event ? h.p(event) : "",
    h.p({class: "meta"}, spoken(c.why)),
    h.ul(
      {class: "sides"},
      c.sides.map((s) =>
        h.li(
          h.span({class: "sign disputed"}, "≠ "),
          h.b(s.value),
          byName(h.span({class: "meta"}, " " + many(s.reports.length, "report")), s.reports, " "),
        ),
      ),
    ),
    h.div(
      {class: "meta"},
      copyButton(() => citeLine(c.id, c.about + ": " + c.sides.map((s) => s.value).join(" ≠ ")), "copy"),
      opening("the words", async () =>
        Promise.all((await show(c.id)).sides.map(async (s) => [h.h4(s.value), await allEvidence(s.evidence)])),
      ),
    ),
  );
}

// The words as the first of its reports has them; the others' when they are asked for.
function voiceLine(v) {
  const [a, b] = v.reports,
    others = v.reports.length > 2 ? many(v.reports.length - 1, "other") + " have it" : "the other has it",
    meta = h.div(
      {class: "meta"},
      byName(h.span(many(v.reports.length, "report")), v.reports, ""),
      v.origin === "outside" ? h.span("from outside this record") : "",
      b ? h.a({href: hash("report", a, "beside", b)}, "side by side") : "",
    ),
    box = h.li(
      {class: "block"},
      h.h3(
        VOICE[v.kind] || words(v.kind),
        h.span({class: "meta"}, " · " + many(v.chars, "character") + " in " + many(v.reports.length, "report")),
      ),
      meta,
    );
  return whenSeen(box, async () => {
    const {evidence} = await show(v.id),
      origin = v.origin && v.origin !== "outside" ? (await title(v.origin)).name : null;
    if (origin) add(meta, h.span("first in ", link("report", v.origin, origin)));
    const first = evidence.filter((e) => e.report === evidence[0].report),
      rest = evidence.filter((e) => e.report !== evidence[0].report);
    add(box, await allEvidence(first), rest.length ? opening("as " + others, () => allEvidence(rest)) : "");
  });
}

function entityLine(e) {
  return h.li(
    h.div({class: "when"}, e.type),
    h.div(
      {class: "what"},
      h.a({href: hash("entity", e.id)}, e.name),
      h.div(
        {class: "meta"},
        e.roles && e.roles.length ? h.span(e.roles.join(", ")) : "",
        e.aliases.length ? h.span("also " + e.aliases.slice(0, 5).join("; ")) : "",
        h.span(many(e.mentions, "mention") + " in " + many(e.reports, "report")),
      ),
    ),
  );
}

export function reportLine(r) {
  return line(r.published.value, h.a({href: hash("report", r.id)}, r.headline || r.path), [
    h.b(r.outlet || r.path.split("/").pop()),
    r.published.basis ? opening("date " + words(r.published.basis), () => h.span(spoken(r.published.why))) : "",
    r.own_wording < 1 ? h.span(Math.round(r.own_wording * 100) + " % own wording") : "",
    r.version ? tag(r.version.newest ? "version " + r.version.number : "older version") : "",
    r.main_event ? link("event", r.main_event, "main event") : "",
  ]);
}

// Any object: its text-like values in their order.
export function anyLine(x) {
  const plain = Object.entries(x).filter(
    ([k, v]) => k !== "id" && k !== "days" && (typeof v === "string" || typeof v === "number"),
  );
  return h.li(
    h.div({class: "when"}, dated(x.when || x.said || null)),
    h.div(
      {class: "what"},
      plain.map(([k, v]) => h.div(h.span({class: "meta"}, words(k) + " "), String(v))),
      x.evidence ? opening("the words", () => allEvidence(x.evidence)) : "",
    ),
  );
}

// Called by name, as some stand in other files.
export const LINES = {
  timeline: (x) => eventLine(x),
  quotes: quoteLine,
  figures: figureLine,
  conflicts: conflictLine,
  voices: voiceLine,
  entities: entityLine,
  reports: reportLine,
  stories: (x) => storyLine(x),
  commitments: (x) => commitmentLine(x),
};
export const nameOf = (listing) => NAMES[listing] || listing[0].toUpperCase() + words(listing.slice(1));
