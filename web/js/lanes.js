// Lanes: one line to a story, type, place or participant, a dot to each of its events, over time.
import {groups as grouped} from "d3-array";
import {axisTop} from "d3-axis";
import {dateOf, dated} from "./dates.js";
import {clipped, h, hash, link, many, svg} from "./dom.js";
import {bulk, room, timeAxis, timeOf, timeScale} from "./time.js";

const LANES = 24;
const DOTS = 400; // of one lane
const NAMES_WIDE = 224; // pixels, where the names stand beside and not above; as .lane in style.css
const TALL = 22;
export const drawable = (x) => x.days && x.days[0] !== null && x.days[1] !== null && x.days[1] - x.days[0] < 62;

function dot(e, at) {
  const text = dated(e.when) + ": " + e.label,
    r = e.main_in && e.main_in.length ? 6 : 4;
  return svg.a(
    {href: hash("event", e.id || e.event), "aria-label": text},
    svg.circle({cx: at, cy: TALL / 2, r, class: e.disputed ? "dot disputed" : "dot"}, svg.title(text)),
  );
}

const lane = (name, picture) => h.div({class: "lane"}, h.div({class: "lane-name"}, name), picture);

// `rows`: [key as text or link, events with `days`], in order.
function laneChart(rows) {
  const starts = rows.flatMap(([, inside]) => inside.map((e) => e.days[0])).sort((a, b) => a - b);
  if (!starts.length) return h.p("None of these events has a date close enough to draw.");
  const [from, to] = bulk(starts.map((day) => [day, 1])),
    narrow = matchMedia("(max-width: 46rem)").matches,
    wide = room(1280) - (narrow ? 0 : NAMES_WIDE);
  const x = timeScale(from, Math.max(to, from + 1), 8, wide - 8),
    box = {viewBox: `0 0 ${wide} ${TALL}`};
  const row = ([key, all]) => {
    const inside = all.filter((e) => e.days[0] >= from && e.days[0] <= to),
      name = typeof key === "string" ? key : key.textContent;
    return inside.length
      ? lane(
          [key, h.span({class: "meta"}, " " + inside.length)],
          svg.svg(
            {...box, role: "group", "aria-label": name + ", " + many(inside.length, "event")},
            svg.line({x1: 0, x2: wide, y1: TALL / 2, y2: TALL / 2, class: "rule"}),
            inside.slice(0, DOTS).map((e) => dot(e, x(timeOf(e.days[0])))),
          ),
        )
      : "";
  };
  return h.div(
    {class: "lanes"},
    lane(
      h.span({class: "meta"}, dated([...new Set([from, to])].map(dateOf).join("/"))),
      svg.svg({...box, "aria-hidden": "true"}, timeAxis(x, {transform: `translate(0,${TALL})`}, axisTop)),
    ),
    rows.map(row),
  );
}

export function lanes(events, keysOf) {
  const pairs = events.filter(drawable).flatMap((e) => keysOf(e).map((key) => ({key, e})));
  const rows = grouped(pairs, (p) => p.key).map(([key, all]) => [key, all.map((p) => p.e)]);
  return laneChart(rows.sort((a, b) => b[1].length - a[1].length).slice(0, LANES));
}

// The stories with most dated steps, by their beginnings.
export function storyLanes(stories) {
  const rows = stories.map((s) => ({s, dots: s.steps.filter(drawable)})).filter((r) => r.dots.length);
  if (!rows.length) return h.p("None of these events go on from one another.");
  const longest = rows.sort((a, b) => b.dots.length - a.dots.length).slice(0, LANES);
  longest.sort((a, b) => a.dots[0].days[0] - b.dots[0].days[0]);
  return laneChart(longest.map(({s, dots}) => [link("story", s.id, clipped(s.label, 56)), dots]));
}
