// Charts as SVG, drawn by hand: bars over time, a value over time. Each has its numbers as text.
"use strict";

const WIDE = 900;
const STEPS = [
  [1, "day"],
  [7, "week"],
  [30.44, "month"],
  [365.25, "year"],
  [3652.5, "decade"],
];

// The bucket of a day, by calendar where months and years are asked for: [first day, label].
function bucket(day, step) {
  if (step === "day") return [day, dateOf(day)];
  if (step === "week") {
    const first = day - ((((day + 3) % 7) + 7) % 7);
    return [first, "week of " + dateOf(first)];
  }
  const date = dateOf(day),
    cut = step === "month" ? date.slice(0, 7) : step === "year" ? date.slice(0, 4) : date.slice(0, 3) + "0";
  return [dayOf(cut.length === 7 ? cut + "-01" : cut + "-01-01"), step === "decade" ? cut + "s" : cut];
}

// Most of what a record tells lies close together; some lies decades away. The bulk gives the scale.
function bulk(days) {
  const total = days.reduce((n, d) => n + d[1], 0),
    cut = total * 0.02;
  let seen = 0,
    from = days[0][0],
    to = days[days.length - 1][0];
  for (const [day, n] of days) {
    seen += n;
    if (seen > cut) {
      from = day;
      break;
    }
  }
  seen = 0;
  for (const [day, n] of [...days].reverse()) {
    seen += n;
    if (seen > cut) {
      to = day;
      break;
    }
  }
  return [from, to];
}

// How wide a picture may be: its letters keep their size on a phone.
const room = (most) => Math.max(320, Math.min(most, document.getElementById("main").clientWidth));

// How many there are over time; a bar sets the dates. `total`: of all, also those on no day. `pick(from, to)`.
function density(days, total, pick) {
  if (days.length < 2) return "";
  const wide = room(1240);
  const [from, to] = bulk(days),
    step = (STEPS.find(([n]) => (to - from) / n <= 100) || STEPS[4])[1];
  const bars = new Map();
  let outside = 0;
  for (const [day, n] of days) {
    if (day < from || day > to) {
      outside += n;
      continue;
    }
    const [first, label] = bucket(day, step),
      bar = bars.get(first) || {label, n: 0};
    bar.n += n;
    bars.set(first, bar);
  }
  const keys = [...bars.keys()].sort((a, b) => a - b),
    top = Math.max(...[...bars.values()].map((b) => b.n));
  const low = keys[0],
    high = Math.max(to, keys[keys.length - 1]) + STEPS.find((s) => s[1] === step)[0],
    x = (day) => 30 + ((wide - 40) * (day - low)) / (high - low);
  const width = Math.max(2, Math.min(28, x(low + STEPS.find((s) => s[1] === step)[0]) - 31)),
    tall = 70;
  const next = (i) =>
    (i + 1 < keys.length
      ? Math.min(keys[i + 1], bucket(keys[i] + STEPS.find((s) => s[1] === step)[0] * 1.1, step)[0])
      : high) - 1;
  const svg = drawn(
    "svg",
    {
      viewBox: "0 0 " + wide + " " + (tall + 22),
      class: "density",
      role: "group",
      "aria-label": "Events to a " + step + "; choose a bar to see them alone",
    },
    drawn("line", {x1: 30, x2: wide - 10, y1: tall, y2: tall, class: "axis"}),
    drawn("text", {x: 26, y: 12, class: "tick", "text-anchor": "end"}, String(top)),
    drawn("line", {x1: 30, x2: wide - 10, y1: 8, y2: 8, class: "grid"}),
  );
  let written = -99;
  keys.forEach((key, i) => {
    const bar = bars.get(key),
      height = Math.max(1.5, ((tall - 8) * bar.n) / top),
      label = bar.label + ": " + many(bar.n, "event");
    const choose = () => pick(dateOf(key), dateOf(Math.floor(next(i))));
    svg.append(
      drawn(
        "g",
        {
          tabindex: "0",
          role: "button",
          "aria-label": label,
          class: "bar",
          onclick: choose,
          onkeydown: (e) => {
            if (e.key === "Enter" || e.key === " ") {
              e.preventDefault();
              choose();
            }
          },
        },
        drawn("title", null, label),
        drawn("rect", {x: x(key), y: 0, width, height: tall, class: "touch"}),
        drawn("rect", {x: x(key), y: tall - height, width, height, class: "fill"}),
      ),
    );
    if (x(key) - written > 90 && x(key) < wide - 70) {
      svg.append(drawn("text", {x: x(key), y: tall + 15, class: "tick"}, bar.label.replace("week of ", "")));
      written = x(key);
    }
  });
  const dayless = total - days.reduce((n, d) => n + d[1], 0);
  const left = [
    outside ? many(outside, "event") + " before " + dated(dateOf(from)) + " or after " + dated(dateOf(to)) : "",
    dayless > 0 ? many(dayless, "event") + " whose day is not known to the month" : "",
  ].filter(Boolean);
  return h(
    "figure",
    {class: "chart"},
    svg,
    left.length ? h("figcaption", {class: "meta"}, "Not in the picture: " + left.join("; ")) : "",
  );
}

// Values of one thing over time: a dot to each, with its number, a sign where it is disputed.
function valueChart(name, points) {
  const values = points.map((p) => p.value),
    top = Math.max(...values),
    days = points.map((p) => p.day),
    from = Math.min(...days),
    to = Math.max(...days);
  const wide = room(680);
  const x = (day) => 60 + (to === from ? 0 : ((wide - 200) * (day - from)) / (to - from)),
    y = (value) => 110 - 90 * (top === 0 ? 0 : value / top);
  const written = []; // a label gives way downwards to those beside it
  const free = (px, py) => {
    while (written.some(([ox, oy]) => Math.abs(ox - px) < 90 && Math.abs(oy - py) < 12)) py += 12;
    written.push([px, py]);
    return py;
  };
  const point = (p) => {
    const mark = (p.status === "disputed" ? "≠ " : "") + p.label;
    return [
      drawn(
        "circle",
        {cx: x(p.day), cy: y(p.value), r: 5, class: p.status === "disputed" ? "dot disputed" : "dot"},
        drawn("title", null, p.label),
      ),
      drawn("text", {x: x(p.day) + 9, y: free(x(p.day), y(p.value) + 4), class: "tick"}, mark),
    ];
  };
  const said = points.map((p) => p.label + " on " + dated(dateOf(p.day))).join("; ");
  const ends = to === from ? [from] : [from, to];
  return h(
    "figure",
    {class: "chart"},
    h("figcaption", {class: "meta"}, name),
    drawn(
      "svg",
      {
        viewBox: "0 0 " + wide + " 134",
        width: wide,
        height: 134,
        class: "natural",
        role: "img",
        "aria-label": name + ": " + said,
      },
      drawn("line", {x1: 50, x2: wide - 10, y1: 110, y2: 110, class: "axis"}),
      [...points].sort((a, b) => b.value - a.value).map(point),
      ends.map((day) => drawn("text", {x: x(day), y: 126, class: "tick", "text-anchor": "middle"}, dated(dateOf(day)))),
    ),
  );
}
