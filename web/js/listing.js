// A listing with its filters, page by page; the chronology with its chart, lanes and the day up to which is known.
"use strict";

const PAGE = 100;
const DATED = ["timeline", "quotes", "figures", "reports", "stories", "commitments"];

const field = (label, input) => h("label", null, label, input);
const options = (all, chosen, name) => [h("option", {value: ""}, "all"), all.map(([value, n]) => h("option", {value, selected: value === chosen}, (name || words)(value) + " (" + n.toLocaleString("en") + ")"))];

// The query stands in the address, so that a view can be kept and sent.
function remember(page, q) {
  const text = new URLSearchParams(Object.entries(q).filter(([, v]) => v !== "" && v !== false && v !== undefined).map(([k, v]) => [k, v === true ? "1" : v])).toString();
  history.replaceState(null, "", "#/" + page + (text ? "?" + text : ""));
}

// Lines of a listing for a fixed query, with a button for more. Gives {node, show(q)}.
function lineList(name, note) {
  const list = h(name === "timeline" ? "ol" : "ul", {class: "lines"}), more = h("p", {class: "more"});
  let asked = 0;
  async function page(q, offset) {
    const turn = ++asked, found = await source.list(name, {...q, offset, limit: PAGE});
    if (turn !== asked) return;  // another question came meanwhile
    const nodes = name === "timeline" ? eventLines(found.items) : found.items.map(LINES[name] || anyLine);
    if (offset) list.append(...nodes); else list.replaceChildren(...nodes);
    if (offset && nodes[0]) { nodes[0].tabIndex = -1; nodes[0].focus({preventScroll: true}); }
    const shownNow = Math.min(offset + PAGE, found.total);
    note(found.total, shownNow);
    more.replaceChildren(...(shownNow < found.total ? [h("button", {type: "button", onclick: () => page(q, shownNow)}, "Show " + Math.min(PAGE, found.total - shownNow) + " more of " + (found.total - shownNow).toLocaleString("en"))] : []));
  }
  return {node: [list, more], show: (q) => page(q, 0)};
}

const NOUNS = {timeline: "event", stories: "story", commitments: "commitment", reports: "report", entities: "name", quotes: "quote", figures: "figure", conflicts: "conflict", voices: "shared passage"};

// The lines come first; what there is to choose from, the chart and the slider follow when a large record has told them.
function listingPage(name, address, q) {
  const count = h("p", {class: "count", role: "status"}), chart = h("div", {class: name === "timeline" ? "chart-room" : ""}), laneBox = h("div");
  const lines = lineList(name, (total, now) => { count.textContent = total === 0 ? "Nothing fits." : many(total, NOUNS[name] || "line", name === "stories" ? "stories" : undefined) + (now < total ? ", " + now.toLocaleString("en") + " shown" : ""); });
  const query = {...q};
  const late = {type: h("span", {hidden: true}), status: h("span", {hidden: true}), outlet: h("span", {hidden: true}), disputed: h("span", {hidden: true})}, slider = h("div", {class: "as-of"});
  const input = (key, type, extra) => h("input", {type, name: key, value: query[key] || "", ...extra});
  const form = h("form", {class: "filters", "aria-label": "Filters", onsubmit: (e) => e.preventDefault()},
    DATED.includes(name) ? [field("From", input("from", "date")), field("To", input("to", "date"))] : "",
    field(name === "quotes" ? "Name or words" : "Name, place or words", input("about", "search")),
    name === "quotes" ? field("Speaker", input("by", "search")) : "",
    late.type, late.status, late.outlet, late.disputed,
    name === "timeline" ? field("Chief events only", h("input", {type: "checkbox", name: "main", checked: Boolean(query.main)})) : "",
    DATED.includes(name) && name !== "commitments" ? field("Newest first", h("input", {type: "checkbox", name: "order", value: "newest", checked: query.order === "newest"})) : "",
    name === "timeline" ? field("Lanes", h("select", {name: "lanes"}, ["", "story", "type", "place", "participant"].map((v) => h("option", {value: v, selected: query.lanes === v}, v ? "by " + v : "none")))) : "",
    h("button", {type: "button", onclick: () => { for (const key of Object.keys(query)) delete query[key]; location.hash = "#/" + address; route(); }}, "Clear"));

  async function choices() {
    const all = await source.counts(name, {}), outlets = name === "reports" ? all.outlets : (await source.counts("reports", {})).outlets;
    if (all.types.length > 1) late.type.replaceWith(field(name === "timeline" || name === "entities" ? "Type" : name === "reports" ? "Date is" : name === "commitments" ? "State" : "Kind", h("select", {name: "type"}, options(all.types, query.type, name === "timeline" ? (t) => eventType({type: t}) : words))));
    if (all.statuses.length > 1) late.status.replaceWith(field("Status", h("select", {name: "status"}, options(all.statuses, query.status))));
    if (outlets.length > 1 && name !== "entities") late.outlet.replaceWith(field("Outlet", h("select", {name: "outlet"}, options(outlets, query.outlet, String))));
    if (all.disputed && name !== "conflicts") late.disputed.replaceWith(field("Disputed only", h("input", {type: "checkbox", name: "disputed", checked: Boolean(query.disputed)})));
    if (name === "timeline") slider.replaceWith(await asOfSlider(query, refresh));
  }
  async function refresh() {
    remember(address, query);
    count.textContent = "…";
    const {lanes: by, ...asked} = query;
    await lines.show(asked);
    if (name !== "timeline") return;
    chart.replaceChildren(density((await source.counts(name, asked)).days, (from, to) => { Object.assign(query, {from, to}); form.elements.from.value = from; form.elements.to.value = to; refresh(); }));
    const keys = {type: (e) => [eventType(e)], place: (e) => (e.place ? [e.place.name] : []), participant: (e) => [...new Set(e.participants.filter((p) => p.entity).map((p) => p.name))]};
    if (by === "story") laneBox.replaceChildren(storyLanes((await source.list("stories", asked)).items));
    else laneBox.replaceChildren(by ? lanes((await source.list(name, {...asked, limit: 1500})).items, keys[by]) : "");
  }
  let waiting;
  const read = (e) => {
    const box = e.target;
    if (!box.name) return;
    query[box.name] = box.type === "checkbox" ? (box.checked ? (box.value === "on" ? true : box.value) : "") : box.value;
    clearTimeout(waiting);
    waiting = setTimeout(refresh, e.type === "input" ? 250 : 0);
  };
  form.addEventListener("input", (e) => { if (e.target.type === "search") read(e); });
  form.addEventListener("change", (e) => { if (e.target.type !== "search") read(e); });
  const failed = (error) => { count.textContent = error.message; };
  refresh().then(choices).catch(failed);
  return [h("h1", null, nameOf(name)), chart, form, name === "timeline" ? slider : "", count, laneBox, lines.node];
}

// What was known on a day: a slider over the days on which reports came out.
async function asOfSlider(query, refresh) {
  const days = (await source.counts("reports", {})).days.map((d) => d[0]);
  if (days.length < 2) return h("div");
  const at = query.as_of ? days.findLastIndex((d) => d <= dayOf(query.as_of)) : days.length - 1;
  const text = (i) => (i === days.length - 1 ? "everything that was read" : "what had been published by " + dated(dateOf(days[i])));
  const shownText = h("output", {for: "as-of"}, text(Math.max(0, at)));
  const slider = h("input", {type: "range", id: "as-of", min: 0, max: days.length - 1, value: Math.max(0, at), "aria-valuetext": text(Math.max(0, at)),
    oninput: (e) => { shownText.textContent = text(Number(e.target.value)); e.target.setAttribute("aria-valuetext", shownText.textContent); },
    onchange: (e) => { const i = Number(e.target.value); query.as_of = i === days.length - 1 ? "" : dateOf(days[i]); refresh(); }});
  return h("div", {class: "as-of"}, h("label", {for: "as-of"}, "As of"), slider, shownText,
    desk.served ? "" : h("span", {class: "meta"}, " Lines as linked today, of the reports out by then; ", h("code", null, "dateline serve"), " links them anew."));
}
