// Who copied whom: reports below one another in the order they came out, an arc to each pair that shares wording, thicker
// for more of it. Where it is known who had all of it first, the arc points away from there.
import {scaleLinear, scalePoint} from "d3-scale";
import {curveBasis, line} from "d3-shape";
import {dated} from "./dates.js";
import {clipped, h, hash, many, svg} from "./dom.js";
import {room} from "./time.js";

const ROW = 26;
const LETTER = 6.6; // pixels, about
const FEW = 5; // pairs told at once
const strokeOf = scaleLinear([0, 2000], [1.5, 8]).clamp(true);

// Arcs between reports, {a, b, chars, first}: `first` is the report all of it goes back to, if that is one of the two.
function arcsOf(ids, voices) {
  const place = new Map(ids.map((id, i) => [id, i])),
    arcs = new Map();
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
  const all = [...arcs.values()].sort((x, y) => y.chars - x.chars);
  for (const arc of all) if (arc.first !== arc.a && arc.first !== arc.b) arc.first = null;
  return all;
}

// `reports`: [{id, name, headline, date}] in the order they came out.
export function copies(reports, voices) {
  const arcs = arcsOf(
    reports.map((r) => r.id),
    voices,
  );
  if (!arcs.length) return "";
  const shown = reports.filter((r) => arcs.some((arc) => arc.a === r.id || arc.b === r.id)),
    name = new Map(shown.map((r) => [r.id, r.name])),
    wide = room(900),
    left = Math.min(150, wide / 4, 40 + 12 * shown.length),
    tall = ROW * shown.length,
    y = scalePoint(
      shown.map((r) => r.id),
      [ROW / 2, tall - ROW / 2],
    );
  const told = (arc) =>
    `${name.get(arc.a)} and ${name.get(arc.b)} share ${many(arc.chars, "character")}` +
    (arc.first ? `, first in ${name.get(arc.first)}` : "");
  const bow = line().curve(curveBasis);
  const drawnArc = (arc) => {
    const [from, to] = [y(arc.a), y(arc.b)],
      out = left - 12 - Math.min(left - 16, 16 + (to - from) * 0.6),
      end = arc.first === arc.a ? to : from;
    return [
      svg.path(
        {
          d: bow([
            [left - 12, from],
            [out, from],
            [out, to],
            [left - 12, to],
          ]),
          class: "arc",
          "stroke-width": strokeOf(arc.chars),
        },
        svg.title(told(arc)),
      ),
      arc.first ? svg.path({d: `M${left - 7} ${end} l-9 -5 v10 Z`, class: "arrow"}) : "",
    ];
  };
  const row = (r) => {
    const text = [r.date ? dated(r.date) : "no date", r.headline].filter(Boolean).join(" · ");
    const most = Math.floor((wide - left - 14) / LETTER) - r.name.length - 2;
    return svg.a(
      {href: hash("report", r.id), "aria-label": r.name + ", " + text},
      svg.circle({cx: left, cy: y(r.id), r: 5, class: "dot"}),
      svg.text(
        {x: left + 14, y: y(r.id) + 4, class: "tick"},
        svg.tspan({class: "name"}, clipped(r.name, 40)),
        most > 8 ? "  " + clipped(text, most) : "",
      ),
    );
  };
  const pair = (arc) => h.li(told(arc), " ", h.a({href: hash("report", arc.a, "beside", arc.b)}, "side by side"));
  return h.figure(
    {class: "chart"},
    svg.svg(
      {
        viewBox: `0 0 ${wide} ${tall}`,
        width: wide,
        height: tall,
        class: "natural copies",
        role: "group",
        "aria-label": "Reports in the order they came out, joined where they share wording",
      },
      arcs.map(drawnArc),
      shown.map(row),
    ),
    h.figcaption(
      {class: "meta"},
      h.ul({class: "plain"}, arcs.slice(0, FEW).map(pair)),
      arcs.length > FEW
        ? h.details(h.summary(many(arcs.length - FEW, "more pair")), h.ul({class: "plain"}, arcs.slice(FEW).map(pair)))
        : "",
    ),
  );
}
