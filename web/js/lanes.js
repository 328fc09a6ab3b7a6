// Lanes: one line to a story, type, place or participant, a dot to each of its events, over time.
"use strict";

const LANES = 24;
const DOTS = 400; // of one lane
const LANE_WIDE = 900;
const drawable = (x) => x.days && x.days[0] !== null && x.days[1] !== null && x.days[1] - x.days[0] < 62;

function dot(e, at) {
  const text = dated(e.when) + ": " + e.label,
    r = e.main_in && e.main_in.length ? 6 : 4;
  return drawn(
    "a",
    {href: hash("event", e.id || e.event), "aria-label": text},
    drawn("circle", {cx: at, cy: 11, r, class: e.disputed ? "dot disputed" : "dot"}, drawn("title", null, text)),
  );
}

function lane(key, ...inside) {
  return h("div", {class: "lane"}, h("div", {class: "lane-name"}, key), ...inside);
}

// What is round between two days stands above the lanes.
function laneAxis(from, to, x) {
  const [length, step] = STEPS.find(([n]) => (to - from) / n <= 10) || STEPS[STEPS.length - 1],
    marks = [];
  for (let day = from; day <= to; day = bucket(day, step)[0] + Math.round(length * 1.2)) {
    const [first, label] = bucket(day, step);
    if (first >= from) marks.push([first, label.replace("week of ", "")]);
  }
  return drawn(
    "svg",
    {viewBox: "0 0 " + LANE_WIDE + " 16", "aria-hidden": "true"},
    marks.map(([day, label]) => drawn("text", {x: Math.min(x(day), LANE_WIDE - 70), y: 12, class: "tick"}, label)),
  );
}

// `rows`: [key as text or link, events with `days`], in order.
function laneChart(rows) {
  const dots = rows.flatMap(([, inside]) => inside);
  if (!dots.length) return h("p", null, "None of these events has a date close enough to draw.");
  const [from, to] = bulk(dots.map((e) => [e.days[0], 1]).sort((a, b) => a[0] - b[0]));
  const x = (day) => 8 + ((LANE_WIDE - 16) * (day - from)) / Math.max(1, to - from);
  const seen = rows.map(([key, inside]) => [key, inside.filter((e) => e.days[0] >= from && e.days[0] <= to)]);
  return h(
    "div",
    {class: "lanes"},
    lane(h("span", {class: "meta"}, dated(dateOf(from)) + " to " + dated(dateOf(to))), laneAxis(from, to, x)),
    seen
      .filter(([, inside]) => inside.length)
      .map(([key, inside]) =>
        lane(
          [key, h("span", {class: "meta"}, " " + inside.length)],
          drawn(
            "svg",
            {
              viewBox: "0 0 " + LANE_WIDE + " 22",
              role: "group",
              "aria-label": typeof key === "string" ? key : key.textContent,
            },
            drawn("line", {x1: 0, x2: LANE_WIDE, y1: 11, y2: 11, class: "grid"}),
            inside.slice(0, DOTS).map((e) => dot(e, x(e.days[0]))),
          ),
        ),
      ),
  );
}

function lanes(events, keyOf) {
  const groups = new Map();
  for (const e of events.filter(drawable))
    for (const key of keyOf(e)) groups.set(key, (groups.get(key) || []).concat([e]));
  return laneChart([...groups].sort((a, b) => b[1].length - a[1].length).slice(0, LANES));
}

// The stories with most dated steps, by their beginnings.
function storyLanes(stories) {
  const rows = stories.map((s) => ({s, dots: s.steps.filter(drawable)})).filter((r) => r.dots.length);
  if (!rows.length) return h("p", null, "None of these events go on from one another.");
  const longest = rows.sort((a, b) => b.dots.length - a.dots.length).slice(0, LANES);
  longest.sort((a, b) => a.dots[0].days[0] - b.dots[0].days[0]);
  return laneChart(longest.map(({s, dots}) => [link("story", s.id, clipped(s.label, 56)), dots]));
}
