// Small helpers for building pages. Scripts here are plain ones, not modules: browsers load no modules from a disk.
// Report text enters a page as text nodes and attributes' values alone, never as markup.
"use strict";

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(9).filter((c) => c !== null && c !== undefined && c !== "" && c !== false));
  return node;
}

// h("p", {class: "meta"}, "words", child, …): strings become text.
const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const drawn = (tag, attributes, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

const many = (n, one, more) => n.toLocaleString("en") + " " + (n === 1 ? one : more || one + "s");
const clipped = (text, most) => (text.length > most ? text.slice(0, most - 2).trimEnd() + "…" : text);
const words = (key) => String(key).replaceAll("_", " ");

// Days since 1970, as the record counts them, and back.
const dayOf = (text) =>
  /^\d{4}-\d\d-\d\d$/.test(text || "") ? Math.round(Date.parse(text + "T00:00:00Z") / 864e5) : null;
const dateOf = (day) => new Date(day * 864e5).toISOString().slice(0, 10);

function one(date) {
  const [, y, m, d, time] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(.*))?$/.exec(date) || [];
  if (!y) return date;
  return [d && Number(d), m && MONTHS[m - 1], y].filter(Boolean).join(" ") + (time ? ", " + time : "");
}

// The last day of a date known to a month at least, as days since 1970; null: known less well.
function roughDay(edtf) {
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
function dated(value) {
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

// Calls `act` once, when the node comes near the window: what a line shows besides is fetched when it is looked at.
const watched = new WeakMap();
const watcher =
  window.IntersectionObserver &&
  new IntersectionObserver(
    (all) => {
      for (const {target, isIntersecting} of all) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        watched
          .get(target)()
          .catch(() => {}); // the line stands without it
      }
    },
    {rootMargin: "300px"},
  );
function whenSeen(node, act) {
  if (!watcher) act().catch(() => {});
  else {
    watched.set(node, act);
    watcher.observe(node);
  }
  return node;
}

function say(message) {
  document.getElementById("said").textContent = message;
}

// A link to a page of the desk: to("event", id), to("report", id, "10-20").
const hash = (...parts) =>
  "#/" +
  parts
    .filter((p) => p !== null && p !== undefined)
    .map(encodeURIComponent)
    .join("/");
const link = (kind, id, text) => h("a", {href: hash(kind, id)}, text);
