// Days on a picture: how wide it may be, which calendar steps fit, an axis with its dates as an editor writes them.
import {sum} from "d3-array";
import {axisBottom} from "d3-axis";
import {scaleUtc} from "d3-scale";
import {select} from "d3-selection";
import {utcDay, utcMonday, utcMonth, utcYear} from "d3-time";
import {svg} from "./dom.js";

const STEPS = [
  [utcDay, "day"],
  [utcMonday, "week"],
  [utcMonth, "month"],
  [utcYear, "year"],
  [utcYear.every(10), "decade"],
];
const TICK = 96; // pixels that a date takes

export const timeOf = (day) => new Date(day * 864e5);
export const dayAt = (time) => Math.round(time / 864e5);

// How wide a picture may be: its letters keep their size on a phone.
export const room = (most) => Math.max(280, Math.min(most, document.getElementById("main").clientWidth));

// The finest step of the calendar of which at most `most` lie between two days, a decade if none: [interval, name].
export const stepFor = (from, to, most) =>
  STEPS.find(([step]) => !step.count || step.count(timeOf(from), timeOf(to)) <= most);

// Most of what a record tells lies close together; some lies decades away. The first and last of `days`, [day, number] in
// order, without the fiftieth part at either end.
export function bulk(days) {
  const cut = sum(days, (d) => d[1]) / 50;
  const edge = (all) => {
    let seen = 0;
    return all.find(([, n]) => (seen += n) > cut)[0];
  };
  return [edge(days), edge([...days].reverse())];
}

export const timeScale = (from, to, left, right) => scaleUtc([timeOf(from), timeOf(to)], [left, right]);

export function drawnAxis(axis, attributes) {
  const node = svg.g({class: "axis", ...attributes});
  select(node).call(axis);
  return node;
}

// Dates below (or with axisTop above) a line; each year is said once.
export function timeAxis(x, attributes, axis = axisBottom) {
  const [left, right] = x.range();
  const ticks = x.ticks(Math.max(2, (right - left) / TICK)).filter((t) => +utcDay(t) === +t);
  const text = (t, i) => {
    const year = t.getUTCFullYear(),
      month = t.toLocaleString("en", {month: "short", timeZone: "UTC"});
    if (+utcYear(t) === +t) return String(year);
    return (
      (+utcMonth(t) === +t ? month : t.getUTCDate() + " " + month) +
      (i === 0 || ticks[i - 1].getUTCFullYear() !== year ? " " + year : "")
    );
  };
  return drawnAxis(axis(x).tickValues(ticks).tickFormat(text).tickSizeOuter(0), {"aria-hidden": "true", ...attributes});
}
