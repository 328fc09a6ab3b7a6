// Charts as SVG: bars over time, a value over time. Each has its numbers as text.
import {max, rollup, sum} from "d3-array";
import {axisLeft} from "d3-axis";
import {scaleLinear} from "d3-scale";
import {dateOf, dated} from "./dates.js";
import {h, many, svg} from "./dom.js";
import {bulk, dayAt, drawnAxis, room, stepFor, timeAxis, timeOf, timeScale} from "./time.js";

const TALL = 70;
const LEFT = 40; // of which the numbers stand
const MOST_BARS = 120;

const barName = (day, step) => (step === "day" ? "" : step + " of ") + dated(dateOf(day));

// One bar is reached by Tab, the others from there by the arrow keys.
function moveAmong(e, choose) {
  const next = {ArrowRight: e.currentTarget.nextElementSibling, ArrowLeft: e.currentTarget.previousElementSibling}[
    e.key
  ];
  if (e.key === "Enter" || e.key === " ") choose();
  else if (!next) return;
  else next.focus();
  e.preventDefault();
}

// How many there are over time; a bar sets the dates. `days`: [day, number] in order. `total`: of all, also those on no
// day. `pick(from, to)`.
export function density(days, total, pick) {
  if (days.length < 2) return "";
  const [from, to] = bulk(days),
    [interval, step] = stepFor(from, to, MOST_BARS),
    inside = days.filter(([day]) => day >= from && day <= to);
  const bars = rollup(
    inside,
    (all) => sum(all, (d) => d[1]),
    ([day]) => dayAt(interval.floor(timeOf(day))),
  );
  const after = (day) => dayAt(interval.offset(timeOf(day), 1)),
    wide = room(1240),
    first = Math.min(...bars.keys()),
    x = timeScale(first, after(Math.max(...bars.keys())), LEFT, wide - 8),
    y = scaleLinear([0, max(bars.values())], [TALL, 8]).nice(2);
  const bar = ([day, n], i) => {
    const left = x(timeOf(day)),
      width = Math.max(1.5, Math.min(40, x(timeOf(after(day))) - left) - 1),
      label = barName(day, step) + ": " + many(n, "event"),
      choose = () => pick(dateOf(day), dateOf(after(day) - 1));
    return svg.g(
      {
        tabindex: i ? -1 : 0,
        role: "button",
        "aria-label": label,
        class: "bar",
        onclick: choose,
        onkeydown: (e) => moveAmong(e, choose),
      },
      svg.title(label),
      svg.rect({x: left, y: 0, width, height: TALL, class: "touch"}),
      svg.rect({x: left, y: Math.min(y(n), TALL - 1.5), width, height: Math.max(1.5, TALL - y(n)), class: "fill"}),
    );
  };
  const picture = svg.svg(
    {
      viewBox: `0 0 ${wide} ${TALL + 24}`,
      class: "density",
      role: "group",
      "aria-label": `Events to a ${step}; choose a bar to see them alone`,
    },
    drawnAxis(
      axisLeft(y)
        .tickValues(y.ticks(2).filter(Number.isInteger))
        .tickFormat((n) => n.toLocaleString("en"))
        .tickSize(LEFT + 8 - wide),
      {class: "axis grid", transform: `translate(${LEFT},0)`},
    ),
    timeAxis(x, {transform: `translate(0,${TALL})`}),
    svg.g([...bars].map(bar)),
  );
  const outside = sum(days, (d) => d[1]) - sum(inside, (d) => d[1]),
    dayless = total - sum(days, (d) => d[1]);
  const left = [
    outside && `${many(outside, "event")} before ${dated(dateOf(from))} or after ${dated(dateOf(to))}`,
    dayless > 0 && many(dayless, "event") + " whose day is not known to the month",
  ].filter(Boolean);
  return h.figure(
    {class: "chart"},
    picture,
    left.length ? h.figcaption({class: "meta"}, "Not in the picture: " + left.join("; ")) : "",
  );
}

// Values of one thing over time, {value, day, label, status}: a dot to each, with its number, a sign where it is disputed.
export function valueChart(name, points) {
  const wide = room(680),
    tall = 140,
    days = points.map((p) => p.day),
    from = Math.min(...days),
    to = Math.max(...days);
  const x = timeScale(from, Math.max(to, from + 1), LEFT + 24, wide - 130),
    y = scaleLinear([0, max(points, (p) => p.value) || 1], [tall - 24, 14]).nice(3);
  const written = []; // a label gives way downwards to those beside it
  const free = (px, py) => {
    while (written.some(([ox, oy]) => Math.abs(ox - px) < 90 && Math.abs(oy - py) < 12)) py += 12;
    written.push([px, py]);
    return py;
  };
  const point = (p) => {
    const px = x(timeOf(p.day)),
      disputed = p.status === "disputed";
    return [
      svg.circle({cx: px, cy: y(p.value), r: 5, class: disputed ? "dot disputed" : "dot"}, svg.title(p.label)),
      svg.text({x: px + 9, y: free(px, y(p.value) + 4), class: "tick"}, (disputed ? "≠ " : "") + p.label),
    ];
  };
  const said = points.map((p) => p.label + " on " + dated(dateOf(p.day))).join("; ");
  return h.figure(
    {class: "chart"},
    h.figcaption({class: "meta"}, name),
    svg.svg(
      {
        viewBox: `0 0 ${wide} ${tall}`,
        width: wide,
        height: tall,
        class: "natural",
        role: "img",
        "aria-label": name + ": " + said,
      },
      drawnAxis(
        axisLeft(y)
          .ticks(3)
          .tickSize(LEFT + 8 - wide),
        {class: "axis grid", transform: `translate(${LEFT},0)`},
      ),
      timeAxis(x, {transform: `translate(0,${tall - 24})`}),
      [...points].sort((a, b) => b.value - a.value).map(point),
    ),
  );
}
