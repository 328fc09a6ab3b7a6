// The board of an event: attributes down, reports across; and its figures over time.
"use strict";

const ATTRIBUTES = {when: "When", where: "Where", participant: "Who", place: "Where"};
const attribute = (a) =>
  ATTRIBUTES[a] ||
  (a.startsWith("count:")
    ? "How many " + words(a.slice(6))
    : a.startsWith("participant:")
      ? "Who (" + words(a.slice(12)) + ")"
      : words(a));

const STRENGTH = ["disputed", "compatible", "agreed", "single"]; // what a cell shows of several

// One report's word on one attribute; more than its first words on a value stand in the report.
function boardCell(claims, report) {
  if (!claims.length) return h("td", {class: "silent"}, "silent");
  const entry = (c) => {
    const by = c.by.find((b) => b.report === report),
      value = c.attribute === "when" ? dated(c.value) : c.value;
    return h(
      "li",
      null,
      h("a", {href: place(by.evidence), title: "“" + by.evidence.exact + "”"}, value),
      " ",
      sign(c.status),
    );
  };
  const status = STRENGTH.find((s) => claims.some((c) => c.status === s)) || "";
  return h("td", {class: status}, h("ul", {class: "plain"}, claims.map(entry)));
}

function board(e, heads) {
  const attributes = [...new Set(e.claims.map((c) => c.attribute))];
  const claims = (a, report) => e.claims.filter((c) => c.attribute === a && c.by.some((b) => b.report === report));
  const head = (t) =>
    h(
      "th",
      {scope: "col"},
      link("report", t.report.id, t.name),
      t.headline ? h("div", {class: "meta headline"}, clipped(t.headline, 60)) : "",
      h("div", {class: "meta"}, t.date ? dated(t.date) : "no date"),
    );
  const row = (a) =>
    h(
      "tr",
      null,
      h("th", {scope: "row"}, attribute(a)),
      heads.map((t) => boardCell(claims(a, t.report.id), t.report.id)),
    );
  const legend = "Each entry opens its words. = agreed, ≈ compatible, ≠ disputed, · one report alone.";
  return h(
    "div",
    {class: "board", tabindex: "0", role: "region", "aria-label": "What each report says"},
    h(
      "table",
      null,
      h("caption", {class: "meta"}, legend),
      h("thead", null, h("tr", null, h("td"), heads.map(head))),
      h("tbody", null, attributes.map(row)),
    ),
  );
}

function figureCharts(figures, heads) {
  const published = new Map(heads.map((t) => [t.report.id, t.date])),
    groups = new Map();
  for (const f of figures) {
    const value = f.value ?? f.max ?? f.min,
      day = (f.days && (f.days[1] ?? f.days[0])) ?? dayOf((published.get(f.reports[0]) || "").slice(0, 10));
    if (value === null || day === null || day === undefined) continue;
    const key = fold(f.counted || f.unit || "");
    groups.set(
      key,
      (groups.get(key) || []).concat([{value, day, label: amount(f), status: f.status, name: f.counted || f.unit}]),
    );
  }
  return [...groups.values()].filter((points) => points.length > 1).map((points) => valueChart(points[0].name, points));
}
