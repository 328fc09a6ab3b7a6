// Elements and what pages do with them. h.p({class: "meta"}, "words", child, …) makes one: strings become text nodes, so
// report text enters a page as text nodes and attributes' values alone, never as markup.
import van from "vanjs-core";

export const h = van.tags;
export const svg = van.tags("http://www.w3.org/2000/svg");
export const {add, state} = van;

export const many = (n, one, more) => n.toLocaleString("en") + " " + (n === 1 ? one : more || one + "s");
export const clipped = (text, most) => (text.length > most ? text.slice(0, most - 2).trimEnd() + "…" : text);
export const words = (key) => String(key).replaceAll("_", " ");

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
export function whenSeen(node, act) {
  if (!watcher) act().catch(() => {});
  else {
    watched.set(node, act);
    watcher.observe(node);
  }
  return node;
}

export function say(message) {
  document.getElementById("said").textContent = message;
}

// A link to a page of the desk: to("event", id), to("report", id, "10-20").
export const hash = (...parts) =>
  "#/" +
  parts
    .filter((p) => p !== null && p !== undefined)
    .map(encodeURIComponent)
    .join("/");
export const link = (kind, id, text) => h.a({href: hash(kind, id)}, text);
