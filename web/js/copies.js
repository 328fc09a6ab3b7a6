// Who copied whom: reports in the order they came out, an arc to each that shares wording, thicker for more of it. Where
// it is known who had all of it first, the arc points from there.
"use strict";

const LINE = 90; // on which the reports stand

// Arcs between reports, {a, b, chars, first}: `first` is the report all of it goes back to, if that is one of the two.
function arcsOf(place, voices) {
  const arcs = new Map();
  for (const v of voices) {
    const inside = v.reports.filter((id) => place.has(id)).sort((x, y) => place.get(x) - place.get(y));
    const from = inside.includes(v.origin) ? v.origin : inside[0];
    for (const to of inside.filter((id) => id !== from)) {
      const [a, b] = place.get(from) < place.get(to) ? [from, to] : [to, from];
      const arc = arcs.get(a + " " + b) || {a, b, chars: 0, first: v.origin};
      arc.chars += v.chars;
      if (arc.first !== v.origin) arc.first = null;
      arcs.set(a + " " + b, arc);
    }
  }
  const all = [...arcs.values()];
  for (const arc of all) if (arc.first !== arc.a && arc.first !== arc.b) arc.first = null;
  return all;
}

function drawnArc(arc, place) {
  const from = place.get(arc.a),
    to = place.get(arc.b),
    top = LINE - Math.min(85, 25 + (to - from) / 4),
    end = arc.first === arc.a ? to : from;
  const head = `M${end} ${LINE - 8} l-6 -11 h12 Z`;
  return [
    drawn(
      "path",
      {
        d: `M${from} ${LINE} C${from} ${top} ${to} ${top} ${to} ${LINE}`,
        class: "arc",
        "stroke-width": Math.min(9, 1.5 + arc.chars / 250),
      },
      drawn("title", null, many(arc.chars, "shared character")),
    ),
    arc.first ? drawn("path", {d: head, class: "arrow"}) : "",
  ];
}

// `reports`: [{id, name}] in the order they came out.
function copies(reports, voices) {
  const step = Math.min(150, (room(1000) - 120) / Math.max(1, reports.length - 1)),
    place = new Map(reports.map((r, i) => [r.id, 60 + i * step])),
    wide = Math.max(...place.values()) + 60;
  const arcs = arcsOf(place, voices);
  if (!arcs.length) return "";
  const name = (id) => reports.find((r) => r.id === id).name;
  const label = (arc) =>
    `${name(arc.a)} and ${name(arc.b)} share ${many(arc.chars, "character")}` +
    (arc.first ? `, first in ${name(arc.first)}` : "");
  const dot = (r, i) =>
    drawn(
      "a",
      {href: hash("report", r.id)},
      drawn("circle", {cx: place.get(r.id), cy: LINE, r: 7, class: "dot"}),
      drawn(
        "text",
        {x: place.get(r.id), y: LINE + (i % 2 ? 34 : 20), class: "tick", "text-anchor": "middle"},
        clipped(r.name, 20),
      ),
    );
  const picture = {
    viewBox: `0 0 ${wide} 130`,
    width: wide,
    height: 130,
    class: "natural",
    role: "group",
    "aria-label": arcs.map(label).join("; "),
  };
  const beside = (arc) => h("a", {href: hash("report", arc.a, "beside", arc.b)}, "side by side");
  return h(
    "figure",
    {class: "chart"},
    drawn(
      "svg",
      picture,
      arcs.map((arc) => drawnArc(arc, place)),
      reports.map(dot),
    ),
    h(
      "figcaption",
      {class: "meta"},
      h(
        "ul",
        {class: "plain"},
        arcs.map((arc) => h("li", null, label(arc), " ", beside(arc))),
      ),
    ),
  );
}
