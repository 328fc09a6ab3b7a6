// The desk: one page, told apart by what follows '#'. Data comes as scripts (data/NAME.js), so that the same files
// work from a disk and from `dateline serve`. Report text enters the page as text nodes alone, never as markup.
"use strict";

const main = document.getElementById("main");
const waiting = {}, loaded = {};

window.datelineData = (name, value) => { loaded[name] = value; (waiting[name] || []).forEach((done) => done(value)); delete waiting[name]; };

function data(name) {
  if (name in loaded) return Promise.resolve(loaded[name]);
  return new Promise((done, fail) => {
    if (waiting[name]) { waiting[name].push(done); return; }
    waiting[name] = [done];
    const script = document.createElement("script");
    script.src = "data/" + name + ".js";
    script.onerror = () => { delete waiting[name]; fail(new Error("nothing is called " + name)); };
    document.head.append(script);
  });
}

// h("p", {class: "meta"}, "words", child, …): strings become text.
function h(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value); else node.setAttribute(key, value);
  }
  node.append(...children.flat(9).filter((c) => c !== null && c !== undefined && c !== ""));
  return node;
}

const link = (kind, id, text) => h("a", {href: "#/" + kind + "/" + encodeURIComponent(id)}, text);
const many = (n, one, more) => n + " " + (n === 1 ? one : more);
const dated = (value) => value || "no date";

const titles = {};
const titlesRead = () => data("reports").then((all) => { for (const r of all) titles[r.id] = r; });
async function title(report) {
  if (!(report in titles)) await titlesRead();
  const r = titles[report];
  return r ? (r.outlet || r.path.split("/").pop()) + (r.headline ? ", “" + r.headline + "”" : "") : report;
}

function citation(r, exact) {
  return [r.outlet, "“" + (r.headline || r.path) + "”", r.published.value, r.url, "“" + exact + "”"].filter(Boolean).join(", ");
}

// The words in their place: opens the report there; "copy" takes them with their citation.
async function evidence(e) {
  const name = await title(e.report);
  return h("blockquote", null, e.prefix ? "…" + e.prefix : "", h("mark", null, e.exact), e.suffix ? e.suffix + "…" : "",
    h("div", {class: "meta"}, h("a", {href: "#/report/" + e.report + "/" + e.start + "-" + e.end}, name), " ",
      h("button", {type: "button", onclick: () => navigator.clipboard.writeText(citation(titles[e.report], e.exact))}, "copy with citation")));
}
const allEvidence = (list) => Promise.all(list.map(evidence));

function eventType(e) { return e.type + (e.mode ? " · " + e.mode : "") + (e.status === "happened" ? "" : " (" + e.status.replace("_", " ") + ")"); }
const isDisputed = (e) => e.claims.some((c) => c.status === "disputed");

function eventLine(e) {
  return h("li", null, h("span", {class: "when"}, dated(e.when)), h("div", null, link("event", e.id, e.label),
    h("div", {class: "meta"}, h("span", {class: "tag"}, eventType(e)), e.participants.slice(0, 6).map((p) => p.name).join(", "),
      e.place ? " · in " + e.place.name : "", " · ", many(e.reports.length, "report", "reports"), ", ", many(e.voices, "voice", "voices"),
      isDisputed(e) ? h("span", {class: "disputed"}, " disputed") : "")));
}

// How many events there are to a month, as bars; a bar sets the filter.
function density(events, pick) {
  const months = {};
  for (const e of events) { const m = /\d{4}-\d\d/.exec(e.when || ""); if (m) months[m[0]] = (months[m[0]] || 0) + 1; }
  const keys = Object.keys(months).sort(), top = Math.max(1, ...Object.values(months)), width = Math.max(4, Math.min(24, 700 / Math.max(1, keys.length)));
  const ns = "http://www.w3.org/2000/svg", svg = document.createElementNS(ns, "svg");
  svg.setAttribute("viewBox", "0 0 " + width * keys.length + " 40"); svg.setAttribute("height", "40"); svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", "Events to a month, " + keys[0] + " to " + keys[keys.length - 1]);
  keys.forEach((key, i) => {
    const bar = document.createElementNS(ns, "rect"), height = 36 * months[key] / top;
    for (const [k, v] of Object.entries({x: i * width, y: 40 - height, width: width - 1, height: height, fill: "currentColor"})) bar.setAttribute(k, v);
    const tip = document.createElementNS(ns, "title"); tip.textContent = key + ": " + months[key]; bar.append(tip);
    bar.addEventListener("click", () => pick(key)); svg.append(bar);
  });
  return keys.length > 1 ? svg : "";
}

const asked = {from: "", to: "", name: "", type: "", status: "", disputed: false};
const PAGE = 300;

async function chronology() {
  const events = await data("timeline"), list = h("ol", {class: "lines"}), count = h("p", {class: "meta", "aria-live": "polite"});
  const choices = (key) => [...new Set(events.map((e) => e[key]))].sort();
  function show(limit = PAGE) {
    const wanted = asked.name.toLowerCase();
    const fits = events.filter((e) => (!asked.from || (e.when && e.when.replace("[", "") >= asked.from)) && (!asked.to || (e.when && e.when.replace("[", "").slice(0, 10) <= asked.to)) &&
      (!asked.type || e.type === asked.type) && (!asked.status || e.status === asked.status) && (!asked.disputed || isDisputed(e)) &&
      (!wanted || (e.label + " " + e.participants.map((p) => p.name).join(" ") + " " + (e.place ? e.place.name : "")).toLowerCase().includes(wanted)));
    count.textContent = many(fits.length, "event", "events");
    list.replaceChildren(...fits.slice(0, limit).map(eventLine));
    if (fits.length > limit) list.append(h("li", null, h("span"), h("button", {type: "button", onclick: () => show(limit + PAGE)}, "more")));
  }
  const set = (key) => (event) => { asked[key] = event.target.type === "checkbox" ? event.target.checked : event.target.value; show(); };
  const choose = (key) => h("select", {onchange: set(key)}, h("option", {value: ""}, "any"), choices(key).map((v) => h("option", {value: v, selected: asked[key] === v ? "" : null}, v)));
  const form = h("form", {class: "filters", onsubmit: (e) => e.preventDefault()},
    h("label", null, "From", h("input", {type: "date", value: asked.from, onchange: set("from")})), h("label", null, "To", h("input", {type: "date", value: asked.to, onchange: set("to")})),
    h("label", null, "Name, place or words", h("input", {type: "search", value: asked.name, oninput: set("name")})),
    h("label", null, "Type", choose("type")), h("label", null, "Status", choose("status")),
    h("label", null, "Disputed only", h("input", {type: "checkbox", onchange: set("disputed")})));
  show();
  return [h("h2", null, "Chronology"), form, density(events, (m) => { asked.from = m + "-01"; asked.to = m + "-31"; route(); }), count, list];
}

// The board: attributes down, reports across.
async function board(e) {
  const heads = await Promise.all(e.reports.map(title)), attributes = [...new Set(e.claims.map((c) => c.attribute))];
  const cell = (attribute, report) => {
    const here = e.claims.filter((c) => c.attribute === attribute && c.by.some((b) => b.report === report));
    return h("td", null, here.length ? here.map((c) => { const b = c.by.find((x) => x.report === report).evidence;
      return h("div", {class: c.status}, h("a", {href: "#/report/" + report + "/" + b.start + "-" + b.end, title: b.exact}, c.value), h("span", {class: "meta"}, " " + c.status)); }) : h("span", {class: "meta"}, "silent"));
  };
  return h("div", {class: "board", tabindex: "0", role: "region", "aria-label": "What each report says"}, h("table", null, h("thead", null, h("tr", null, h("th", {scope: "col"}, "Attribute"), e.reports.map((r, i) => h("th", {scope: "col"}, link("report", r, heads[i]))))),
    h("tbody", null, attributes.map((a) => h("tr", null, h("th", {scope: "row"}, a), e.reports.map((r) => cell(a, r)))))));
}

async function eventPage(id) {
  const e = (await data("timeline")).find((x) => x.id === id);
  if (!e) throw new Error("no event " + id);
  const said = (await data("quotes")).filter((q) => q.event === id), counted = (await data("figures")).filter((f) => f.event === id), against = (await data("conflicts")).filter((c) => c.event === id);
  return [h("h2", null, e.label), h("p", {class: "meta"}, dated(e.when), " · ", eventType(e), " · ", many(e.voices, "independent voice", "independent voices")),
    e.participants.length ? h("p", null, e.participants.map((p, i) => [i ? ", " : "", p.entity ? link("entity", p.entity, p.name) : p.name, h("span", {class: "meta"}, " " + p.role)])) : "",
    e.claims.length ? await board(e) : "", h("h3", null, "Told in"), await allEvidence(e.evidence),
    against.length ? [h("h3", null, "Disagreements"), await Promise.all(against.map(conflictBlock))] : "",
    counted.length ? [h("h3", null, "Figures"), h("ul", {class: "lines"}, await Promise.all(counted.map(figureLine)))] : "",
    said.length ? [h("h3", null, "Quotes"), h("ul", {class: "lines"}, await Promise.all(said.map(quoteLine)))] : "",
    e.why.length ? h("details", null, h("summary", null, "Why these reports are one event"), h("ul", null, e.why.map((w) => h("li", null, w)))) : ""];
}

const amount = (f) => (f.value !== null ? f.value : f.min !== null && f.max !== null ? f.min + "–" + f.max : f.min !== null ? "≥ " + f.min : "≤ " + f.max) + (f.unit ? " " + f.unit : "");
async function figureLine(f) {
  return h("li", null, h("span", {class: "when"}, dated(f.as_of)), h("details", null, h("summary", {class: f.status}, amount(f) + " " + (f.counted || ""), h("span", {class: "meta"}, " " + many(f.reports.length, "report", "reports"))), await allEvidence(f.evidence)));
}
async function quoteLine(q) {
  const who = q.speaker ? (q.speaker.entity ? link("entity", q.speaker.entity, q.speaker.name) : q.speaker.name) : "somebody";
  return h("li", null, h("span", {class: "when"}, dated(q.said)), h("div", null, h("b", null, who), q.on_behalf_of ? " for " + q.on_behalf_of.name : "", ": ", q.kind === "indirect" ? q.content : "“" + q.content + "”",
    h("details", null, h("summary", {class: "meta"}, many(q.reports.length, "report", "reports") + (q.also_unattributed_in.length ? ", printed without attribution in " + many(q.also_unattributed_in.length, "other", "others") : "")), await allEvidence(q.evidence.concat(q.also_unattributed_in)))));
}
async function conflictBlock(c) {
  return h("section", null, h("h3", null, c.about, h("span", {class: "meta"}, " " + c.kind.replace("_", " "))), h("p", null, c.why),
    await Promise.all(c.sides.map(async (s) => h("div", null, h("p", {class: "disputed"}, s.value), await allEvidence(s.evidence)))), c.event ? h("p", null, link("event", c.event, "the event")) : "");
}
async function voiceBlock(v) {
  return h("section", null, h("h3", null, v.kind.replace("_", " "), h("span", {class: "meta"}, " " + v.chars + " characters"), v.origin ? h("span", {class: "meta"}, " · from " + (v.origin === "outside" ? "outside" : await title(v.origin))) : ""), await allEvidence(v.evidence));
}

async function entityPage(id) {
  const e = (await data("entities")).find((x) => x.id === id);
  if (!e) throw new Error("no entity " + id);
  const events = (await data("timeline")).filter((x) => x.participants.some((p) => p.entity === id) || (x.place && x.place.entity === id)), said = (await data("quotes")).filter((q) => q.speaker && q.speaker.entity === id);
  return [h("h2", null, e.name), h("p", {class: "meta"}, e.type, " · ", many(e.mentions, "mention", "mentions")), e.aliases.length ? h("p", null, "Also: " + e.aliases.join("; ")) : "",
    await Promise.all(e.roles.map(async (r) => h("details", null, h("summary", null, r.role), await evidence(r.evidence)))),
    events.length ? [h("h3", null, "Events"), h("ol", {class: "lines"}, events.map(eventLine))] : "", said.length ? [h("h3", null, "Statements"), h("ul", {class: "lines"}, await Promise.all(said.map(quoteLine)))] : ""];
}

// Text with its layers; offsets count code points, JavaScript's strings do not.
const LAYERS = {names: "name", times: "time", figures: "figure", quotes: "quote", events: "event"}, off = new Set();
async function reportPage(id, place) {
  const r = (await data("reports")).find((x) => x.id === id);
  if (!r) throw new Error("no report " + id);
  const layers = await data("report/" + id), points = [...layers.text], spans = [], [from, to] = (place || "").split("-").map(Number);
  for (const [layer, style] of Object.entries(LAYERS)) for (const a of off.has(layer) ? [] : layers[layer]) { const s = a.content || a; spans.push([s.start, s.end, style]); }
  if (place) spans.push([from, to, "here"]);
  const piece = (start, end) => {
    const cuts = [...new Set([start, end, ...spans.flatMap((s) => [s[0], s[1]])])].filter((c) => c >= start && c <= end).sort((a, b) => a - b), nodes = [];
    for (let i = 0; i + 1 < cuts.length; ++i) {
      const on = spans.filter((s) => s[0] <= cuts[i] && s[1] >= cuts[i + 1]).map((s) => s[2]), words = points.slice(cuts[i], cuts[i + 1]).join("");
      nodes.push(on.length ? h(on.includes("here") ? "mark" : "span", {class: on.join(" "), tabindex: on.includes("here") ? "-1" : null}, words) : words);
    }
    return nodes;
  };
  const box = (layer) => h("label", null, h("input", {type: "checkbox", checked: off.has(layer) ? null : "", onchange: (e) => { e.target.checked ? off.delete(layer) : off.add(layer); route(); }}), " " + layer);
  setTimeout(() => { const here = document.querySelector("mark.here"); if (here) { here.scrollIntoView({block: "center"}); here.focus(); } });
  return [h("h2", null, r.headline || r.path), h("p", {class: "meta"}, [r.outlet, r.byline, dated(r.published.value), r.published.basis, r.published.why].filter(Boolean).join(" · ")),
    r.url ? h("p", {class: "meta"}, r.url) : "", r.main_event ? h("p", null, link("event", r.main_event, "its main event")) : "", h("form", {class: "filters"}, Object.keys(LAYERS).map(box)),
    h("div", {class: "text"}, r.sections.map((s) => h("section", {class: s.kind}, s.kind === "body" ? "" : h("div", {class: "kind"}, s.kind + (s.author ? " by " + s.author : "") + (s.posted ? ", " + s.posted : "")), piece(s.start, s.end))))];
}

const lines = (name, heading, line, tag = "ul") => async () => [h("h2", null, heading), h(tag, {class: "lines"}, await Promise.all((await data(name)).slice(0, 2000).map(line)))];
const blocks = (name, heading, block) => async () => { const all = await data(name); return [h("h2", null, heading), all.length ? await Promise.all(all.slice(0, 500).map(block)) : h("p", null, "None.")]; };
const PAGES = {
  "": chronology, event: eventPage, report: reportPage, entity: entityPage,
  reports: lines("reports", "Reports", (r) => h("li", null, h("span", {class: "when"}, dated(r.published.value)), h("div", null, link("report", r.id, r.headline || r.path), h("div", {class: "meta"}, [r.outlet, r.published.basis, r.published.why].filter(Boolean).join(" · "))))),
  entities: lines("entities", "People and places", (e) => h("li", null, h("span", {class: "when"}, e.type), h("div", null, link("entity", e.id, e.name), h("span", {class: "meta"}, " " + e.aliases.slice(0, 6).join("; ") + " · " + many(e.mentions, "mention", "mentions"))))),
  quotes: lines("quotes", "Quotes", quoteLine), figures: lines("figures", "Figures", figureLine),
  conflicts: blocks("conflicts", "Conflicts", conflictBlock), voices: blocks("voices", "Voices: shared wording", voiceBlock),
};

async function route() {
  const [page, ...rest] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  if (!(page in PAGES)) return;
  for (const a of document.querySelectorAll("nav a")) a.toggleAttribute("aria-current", a.getAttribute("href") === "#/" + page);
  try { main.replaceChildren(...[await PAGES[page](...rest)].flat(9).filter((x) => x !== "")); } catch (error) { main.replaceChildren(h("p", {role: "alert"}, error.message)); }
  document.title = (main.querySelector("h2") || {textContent: "Dateline"}).textContent + " – Dateline";
}
window.addEventListener("hashchange", () => { route(); main.focus(); });
route();
