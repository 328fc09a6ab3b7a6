// One event: the board, figures over time, who copied whom, quotes, why these reports tell of the same thing.
"use strict";

// Every line of a listing that a query finds, up to a sensible number.
const few = async (name, q, whole) => (await source.list(name, {...q, limit: 200}, whole)).items;

const section = (heading, ...content) => h("section", null, h("h2", null, heading), ...content);

const ATTRIBUTES = {when: "When", where: "Where", participant: "Who", place: "Where"};
const attribute = (a) => ATTRIBUTES[a] || (a.startsWith("count:") ? "How many " + words(a.slice(6)) : a.startsWith("participant:") ? "Who (" + words(a.slice(12)) + ")" : words(a));

// The board: attributes down, reports across.
function board(e, heads) {
  const attributes = [...new Set(e.claims.map((c) => c.attribute))];
  const cell = (a, report) => {
    const here = e.claims.filter((c) => c.attribute === a && c.by.some((b) => b.report === report));
    return h("td", {class: here.length ? "" : "silent"}, here.length ? h("ul", {class: "plain"}, here.map((c) => c.by.filter((b) => b.report === report).slice(0, 1).map((b) =>
      h("li", null, h("a", {href: place(b.evidence), title: "“" + b.evidence.exact + "”"}, a === "when" ? dated(c.value) : c.value), " ", sign(c.status))))) : "silent");
  };
  return h("div", {class: "board", tabindex: "0", role: "region", "aria-label": "What each report says"}, h("table", null,
    h("caption", {class: "meta"}, "What each report says; each entry opens its words. = agreed, ≈ compatible, ≠ disputed, · one report alone."),
    h("thead", null, h("tr", null, h("td"), heads.map((t) => h("th", {scope: "col"}, link("report", t.report.id, t.name), h("div", {class: "meta"}, t.date ? dated(t.date) : "no date"))))),
    h("tbody", null, attributes.map((a) => h("tr", null, h("th", {scope: "row"}, attribute(a)), heads.map((t) => cell(a, t.report.id)))))));
}

function figureCharts(figures, heads) {
  const published = new Map(heads.map((t) => [t.report.id, t.date])), groups = new Map();
  for (const f of figures) {
    const value = f.value ?? f.max ?? f.min, day = (f.days && (f.days[1] ?? f.days[0])) ?? dayOf((published.get(f.reports[0]) || "").slice(0, 10));
    if (value === null || day === null || day === undefined) continue;
    const key = fold(f.counted || f.unit || "");
    groups.set(key, (groups.get(key) || []).concat([{value, day, label: amount(f), status: f.status, name: f.counted || f.unit}]));
  }
  return [...groups.values()].filter((points) => points.length > 1).map((points) => valueChart(points[0].name, points));
}

async function eventPage(id) {
  const e = await show(id), heads = await Promise.all(e.reports.slice(0, 60).map(title));
  heads.sort((a, b) => ((a.date || "~") < (b.date || "~") ? -1 : 1));
  const [said, counted, against] = await Promise.all(["quotes", "figures", "conflicts"].map((name) => few(name, {of: id})));
  const voices = e.reports.length > 1 ? (await Promise.all(e.reports.slice(0, 12).map((report) => few("voices", {report})))).flat().filter((v, i, all) => all.findIndex((o) => o.id === v.id) === i) : [];
  return [h("h1", null, e.label),
    h("p", {class: "facts"}, h("b", null, dated(e.when)), " ", tag(eventType(e)), e.status === "happened" ? "" : tag(STATUS[e.status] || words(e.status), "status"),
      e.place ? h("span", null, "in ", named(e.place)) : "", h("span", null, many(e.reports.length, "report") + ", " + many(e.voices, "independent voice")), copyButton(() => citeLine(id, dated(e.when) + ": " + e.label))),
    e.participants.length ? h("dl", {class: "people"}, ["actor", "recipient", "other"].map((role) => { const of = e.participants.filter((p) => p.role === role); return of.length ? [h("dt", null, role === "other" ? "also" : role), h("dd", null, listed(of.map(named)))] : ""; })) : "",
    corrections(e),
    e.claims.length ? section("What each report says", board(e, heads)) : "",
    against.length ? section("Disagreements", h("ul", {class: "lines"}, against.map(conflictLine))) : "",
    counted.length ? section("Figures", figureCharts(counted, heads), h("ul", {class: "lines"}, counted.map(figureLine))) : "",
    said.length ? section("Quotes", h("ul", {class: "lines"}, said.map(quoteLine))) : "",
    partOf(id),
    voices.length ? section("Who shares whose words", copies(heads.map((t) => ({id: t.report.id, name: t.name})), voices)) : "",
    section("Told in", await allEvidence(e.evidence)),
    e.why.length ? h("section", null, h("details", null, h("summary", null, "Why: what was joined, what was kept apart"), h("ul", null, e.why.map((w) => h("li", null, w))))) : ""];
}

async function entityPage(id) {
  const e = await show(id), [events, said] = await Promise.all([source.list("timeline", {entity: id, limit: PAGE}), source.list("quotes", {entity: id, limit: PAGE})]);
  const roles = new Map();
  for (const r of e.roles) roles.set(r.role, (roles.get(r.role) || []).concat([r.evidence]));
  const spot = e.type === "place" ? (await source.places()).filter((p) => p.id === id) : [];
  return [h("h1", null, e.name), h("p", {class: "facts"}, tag(e.type), h("span", null, many(e.mentions, "mention") + " in " + many(e.reports.length, "report"))),
    e.aliases.length ? h("p", null, h("span", {class: "meta"}, "Also: "), e.aliases.join("; ")) : "",
    spot.length ? await map(spot) : "",
    roles.size ? section("Roles", h("ul", {class: "plain"}, [...roles].slice(0, 40).map(([role, list]) => h("li", null, opening([role, h("span", {class: "meta"}, " " + many(list.length, "time"))], () => allEvidence(list)))))) : "",
    events.total ? section("Events", h("p", {class: "meta"}, many(events.total, "event"), events.total > PAGE ? ", the first " + PAGE + " here" : ""), h("ol", {class: "lines"}, events.items.map(eventLine))) : "",
    said.total ? section("Statements", h("p", {class: "meta"}, many(said.total, "statement")), h("ul", {class: "lines"}, said.items.map(quoteLine))) : ""];
}
