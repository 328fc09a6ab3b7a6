// What a listing can be narrowed down by: a form over a query. What there is to choose from is told late, as counting a
// large record takes its time.
import {source} from "./data.js";
import {h, words} from "./dom.js";
import {eventType} from "./lines.js";
import {TYPE_NAMES} from "./words.js";

const DATED = ["timeline", "quotes", "figures", "reports", "stories", "commitments"];
const LANE_KEYS = ["", "story", "type", "place", "participant"];
const SUGGESTED = 12;

const field = (label, input) => h.label(label, input);
const options = (all, chosen, name) => [
  h.option({value: ""}, "all"),
  all.map(([value, n]) =>
    h.option({value, selected: value === chosen}, (name || words)(value) + " (" + n.toLocaleString("en") + ")"),
  ),
];

// A box for a name that offers those on record while it is typed.
function nameBox(key, value, type) {
  const list = h.datalist({id: "names-" + key});
  let waiting, asked;
  const offer = async (text) => {
    asked = text;
    const found = await source.list("entities", {about: text, type, limit: SUGGESTED}).catch(() => ({items: []}));
    if (asked === text) list.replaceChildren(...found.items.map((e) => h.option({value: e.name}, e.type)));
  };
  const input = h.input({
    type: "search",
    name: key,
    value: value || "",
    list: "names-" + key,
    autocomplete: "off",
    oninput: () => {
      clearTimeout(waiting);
      const text = input.value.trim();
      if (text.length > 1) waiting = setTimeout(() => offer(text), 200);
    },
  });
  return [input, list];
}

// Reads a control into the query: true for a plain tick, a value, or nothing.
function readBox(box) {
  if (box.type !== "checkbox") return box.value;
  if (!box.checked) return "";
  return box.value === "on" ? true : box.value;
}

// Gives {form, offer}: `changed` is called when the query has; `offer` fills in what there is to choose from.
export function filterForm(name, query, changed, clear) {
  const late = () => h.span({hidden: true});
  const type = late(),
    status = late(),
    outlet = late(),
    disputed = late();
  const input = (key, kind) => h.input({type: kind, name: key, value: query[key] || ""});
  const tick = (key, label, value = "on") =>
    h.label(h.input({type: "checkbox", name: key, value, checked: Boolean(query[key])}), label);
  const choice = (key, all, of) => h.select({name: key}, options(all, query[key], of));
  const lanes = LANE_KEYS.map((v) => h.option({value: v, selected: (query.lanes || "") === v}, v ? "by " + v : "none"));
  const timeline = name === "timeline";
  const form = h.form(
    {class: "filters", "aria-label": "Filters", onsubmit: (e) => e.preventDefault()},
    DATED.includes(name) ? [field("From", input("from", "date")), field("To", input("to", "date"))] : "",
    field(name === "quotes" ? "Name or words" : "Name, place or words", nameBox("about", query.about)),
    name === "quotes" ? field("Speaker", nameBox("by", query.by, "person")) : "",
    type,
    status,
    outlet,
    timeline ? field("Lanes", h.select({name: "lanes"}, lanes)) : "",
    h.div(
      {class: "ticks"},
      disputed,
      timeline ? tick("main", "Chief events only") : "",
      DATED.includes(name) && name !== "commitments" ? tick("order", "Newest first", "newest") : "",
      h.button({type: "button", onclick: clear}, "Clear"),
    ),
  );

  async function offer() {
    const all = await source.counts(name, {});
    const outlets = name === "reports" ? all.outlets : (await source.counts("reports", {})).outlets;
    const typeName = timeline ? (t) => eventType({type: t}) : words;
    if (all.types.length > 1) type.replaceWith(field(TYPE_NAMES[name] || "Kind", choice("type", all.types, typeName)));
    if (all.statuses.length > 1) status.replaceWith(field("Status", choice("status", all.statuses)));
    if (outlets.length > 1 && name !== "entities")
      outlet.replaceWith(field("Outlet", choice("outlet", outlets, String)));
    if (all.disputed && name !== "conflicts") disputed.replaceWith(tick("disputed", "Disputed only"));
  }

  let waiting;
  const read = (e) => {
    if (!e.target.name) return;
    query[e.target.name] = readBox(e.target);
    clearTimeout(waiting);
    waiting = setTimeout(changed, e.type === "input" ? 250 : 0);
  };
  form.addEventListener("input", (e) => e.target.type === "search" && read(e));
  form.addEventListener("change", (e) => e.target.type !== "search" && read(e));
  return {form, offer};
}
