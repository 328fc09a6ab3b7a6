// Dates as the record has them, and as an editor would write them.
import {MONTHS} from "./words.js";

// Days since 1970, as the record counts them, and back.
export const dayOf = (text) =>
  /^\d{4}-\d\d-\d\d$/.test(text || "") ? Math.round(Date.parse(text + "T00:00:00Z") / 864e5) : null;
export const dateOf = (day) => new Date(day * 864e5).toISOString().slice(0, 10);

export function one(date) {
  const [, y, m, d, time] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(.*))?$/.exec(date) || [];
  if (!y) return date;
  return [d && Number(d), m && MONTHS[m - 1], y].filter(Boolean).join(" ") + (time ? ", " + clock(time) : "");
}

// "09:20:00+03:00" as "09:20 UTC+3".
function clock(time) {
  const [, at, zone, sign, hours, minutes] = /^(\d\d:\d\d)[\d:.]*(Z|([+-])(\d\d):?(\d\d))?$/.exec(time) || [];
  if (!zone) return at || time;
  return (
    `${at} UTC` + (Number(hours) ? sign.replace("-", "−") + Number(hours) + (Number(minutes) ? ":" + minutes : "") : "")
  );
}

// The last day of a date known to a month at least, as days since 1970; null: known less well.
export function roughDay(edtf) {
  const days = ((edtf || "").match(/\d{4}-\d\d-\d\d/g) || []).map(dayOf);
  const open = /^\[\.\.|\.\.\]$|\.\.\/|\/\.\./.test(edtf || "");
  return days.length && !open && days[days.length - 1] - days[0] < 31 ? days[days.length - 1] : null;
}

// Two dates, the year and the month said once where they are the same: "4 and 5 December 2017".
function spanned(from, to, between) {
  const [y, m] = from.split("-"),
    [year, month] = to.split("-");
  const day = /^\d{4}-\d\d-\d\d$/.test(from) && /^\d{4}-\d\d-\d\d$/.test(to);
  if (!day || y !== year) return one(from) + between + one(to);
  const text = one(from).replace(" " + y, "");
  return (m === month ? text.split(" ")[0] : text) + between + one(to);
}

// EDTF as an editor would write it; what is no plain date keeps its meaning: "one day of", "about", "until".
export function dated(value) {
  if (!value) return "no date";
  const about = value.endsWith("~"),
    plain = about ? value.slice(0, -1) : value;
  let text;
  if (plain.startsWith("[")) {
    const [from, to] = plain.slice(1, -1).split("..");
    text = !from ? "by " + one(to) : !to ? one(from) + " or later" : "between " + spanned(from, to, " and ");
  } else if (plain.includes("/")) {
    const [from, to] = plain.split("/");
    text = from === ".." ? "until " + one(to) : to === ".." ? "since " + one(from) : spanned(from, to, " to ");
  } else text = one(plain);
  return (about ? "about " : "") + text;
}
