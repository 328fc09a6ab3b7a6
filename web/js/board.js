// The board of an event: attributes down, reports across; and its figures over time.
import {valueChart} from "./charts.js";
import {place} from "./cite.js";
import {dated, roughDay} from "./dates.js";
import {clipped, h, link, words} from "./dom.js";
import {sign} from "./lines.js";
import {ATTRIBUTES} from "./words.js";

const attribute = (a) =>
  ATTRIBUTES[a] ||
  (a.startsWith(COUNT)
    ? "How many (" + words(a.slice(COUNT.length)) + ")"
    : a.startsWith("participant:")
      ? "Who (" + words(a.slice(12)) + ")"
      : words(a));

const STRENGTH = ["disputed", "compatible", "agreed", "single"]; // what a cell shows of several

// One report's word on one attribute; more than its first words on a value stand in the report.
function boardCell(claims, {name, report: {id}}) {
  const said = {"data-report": name}; // shown where the columns stand below one another
  if (!claims.length) return h.td({class: "silent", ...said}, "silent");
  const entry = (c) => {
    const by = c.by.find((b) => b.report === id),
      value = c.attribute === "when" ? dated(c.value) : c.value;
    return h.li(h.a({href: place(by.evidence), title: "“" + by.evidence.exact + "”"}, value), " ", sign(c.status));
  };
  const status = STRENGTH.find((s) => claims.some((c) => c.status === s)) || "";
  return h.td({class: status, ...said}, h.ul({class: "plain"}, claims.map(entry)));
}

export function board(e, heads) {
  const attributes = [...new Set(e.claims.map((c) => c.attribute))];
  const claims = (a, report) => e.claims.filter((c) => c.attribute === a && c.by.some((b) => b.report === report));
  const head = (t) =>
    h.th(
      {scope: "col"},
      link("report", t.report.id, t.name),
      t.headline ? h.div({class: "meta headline"}, clipped(t.headline, 60)) : "",
      h.div({class: "meta"}, t.date ? dated(t.date) : "no date"),
    );
  const row = (a) =>
    h.tr(
      h.th({scope: "row"}, attribute(a)),
      heads.map((t) => boardCell(claims(a, t.report.id), t)),
    );
  const legend = "Each entry opens its words. = agreed, ≈ compatible, ≠ disputed, · one report alone.";
  return [
    h.p({class: "meta"}, legend),
    h.div(
      {class: "board", tabindex: "0", role: "region", "aria-label": "What each report says"},
      h.table(h.thead(h.tr(h.td(), heads.map(head))), h.tbody(attributes.map(row))),
    ),
  ];
}

const COUNT = "count:";

// How what is counted changed from report to report: one chart to a count that several give, or one gives twice.
export function countCharts(claims, heads) {
  const out = new Map(heads.map((t) => [t.report.id, roughDay(t.date)])),
    counts = new Map();
  for (const c of claims.filter((c) => c.attribute.startsWith(COUNT))) {
    const value = Number((/\d[\d,]*(\.\d+)?/.exec(c.value) || [NaN])[0].toString().replaceAll(",", ""));
    const points = counts.get(c.attribute) || new Map();
    counts.set(c.attribute, points);
    for (const by of c.by) {
      const day = out.get(by.report);
      if (Number.isNaN(value) || day === null || day === undefined) continue;
      points.set(c.value + " " + day, {value, day, label: c.value, status: c.status});
    }
  }
  return [...counts]
    .filter(([, points]) => points.size > 1)
    .map(([name, points]) =>
      valueChart(words(name.slice(COUNT.length)) + ", by the day of the report", [...points.values()]),
    );
}
