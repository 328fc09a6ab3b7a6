// A person's word over the engine's: merge, split, reject, set, note, each with undo. Offered where the server takes
// corrections, and only there.
import {copyButton} from "./cite.js";
import {can, change, show, source} from "./data.js";
import {dateOf, dated, dayOf, one} from "./dates.js";
import {h, hash, link, many} from "./dom.js";
import {drawable} from "./lanes.js";
import {tag} from "./lines.js";
import {PAGE} from "./listing.js";
import {route} from "./pages.js";
import {KEPT} from "./words.js";

const SETTABLE = ["when", "place", "type", "mode", "status", "label"];
const CANDIDATES = 8;

const undo = (id) => change("corrections/undo", JSON.stringify({id}));
const exists = (id) =>
  show(id).then(
    () => true,
    () => false,
  );

// What was done, with a way back, above every page.
function offerUndo(kind, correction) {
  const news = document.getElementById("news");
  const back = async () => {
    try {
      await undo(correction);
      news.replaceChildren("Taken back.");
      route();
    } catch (error) {
      news.replaceChildren(error.message);
    }
  };
  news.hidden = false;
  news.replaceChildren(
    KEPT[kind] + ". ",
    h.button({type: "button", onclick: back}, "Undo"),
    " ",
    h.a({href: "#/corrections"}, "All corrections"),
  );
}

// A merge or a split may give the event another id: then the chronology is the place to go on.
async function correct(kind, event, rest, alert) {
  alert.textContent = "";
  try {
    const done = await change("corrections", JSON.stringify({kind, ...rest}));
    if (await exists(event.id)) await route();
    else location.hash = "#/";
    offerUndo(kind, done.id);
  } catch (error) {
    alert.textContent = error.message;
  }
}

const part = (heading, ...content) => h.fieldset(h.legend(heading), ...content);

// Other events to choose from: at first those that may be of the same day, the surest first; then those with the words
// typed.
function mergePart(event, send) {
  const list = h.ul({class: "plain candidates"}),
    day = dayOf(event.when);
  const near = day === null ? {type: event.type} : {from: dateOf(day - 2), to: dateOf(day + 2)};
  const width = (e) => (drawable(e) ? e.days[1] - e.days[0] : Infinity);
  const choice = (e) =>
    h.li(
      h.button({type: "button", onclick: () => send("merge", {ids: [event.id, e.id]})}, "Merge"),
      h.div(
        link("event", e.id, e.label),
        h.div({class: "meta"}, dated(e.when) + ", " + many(e.reports.length, "report")),
      ),
    );
  const offer = async (query) => {
    const found = (await source.list("timeline", {...query, limit: PAGE})).items.filter((e) => e.id !== event.id);
    const best = found.sort((a, b) => width(a) - width(b) || b.reports.length - a.reports.length).slice(0, CANDIDATES);
    list.replaceChildren(...(best.length ? best.map(choice) : [h.li({class: "meta"}, "No other event fits.")]));
  };
  let waiting;
  const typed = (e) => {
    const about = e.target.value.trim();
    clearTimeout(waiting);
    waiting = setTimeout(() => offer(about ? {about} : near), 250);
  };
  const label = h.label("Name or words of the other event", h.input({type: "search", oninput: typed}));
  return {node: part("It is the same as another event", label, list), open: () => offer(near)};
}

function splitPart(event, heads, send) {
  if (heads.length < 2) return "";
  const ticks = heads.map((t) => h.input({type: "checkbox", value: t.report.id}));
  const button = h.button({type: "submit"}, "Split");
  const submit = (e) => {
    e.preventDefault();
    const chosen = ticks.filter((t) => t.checked).map((t) => t.value);
    if (chosen.length) send("split", {ids: [event.id, ...chosen]});
  };
  const row = (t, i) => h.li(h.label(ticks[i], " ", t.name, h.span({class: "meta"}, t.headline && " · " + t.headline)));
  const list = h.ul({class: "plain"}, heads.map(row));
  return h.form({onsubmit: submit}, part("These reports tell of another event", list, button));
}

function setPart(event, send) {
  const attribute = h.select(SETTABLE.map((a) => h.option({value: a}, a)));
  const value = h.input({required: true});
  const submit = (e) => {
    e.preventDefault();
    send("set", {ids: [event.id], attribute: attribute.value, value: value.value.trim()});
  };
  const row = h.div(
    {class: "row"},
    h.label("What", attribute),
    h.label("Value", value),
    h.button({type: "submit"}, "Set"),
  );
  return h.form(
    {onsubmit: submit},
    part("It is known better", row, h.p({class: "meta"}, "Dates as 2024-03-09, 2024-03 or 2024-03-09/2024-03-12.")),
  );
}

function notePart(event, send) {
  const text = h.input({required: true});
  const submit = (e) => {
    e.preventDefault();
    send("note", {ids: [event.id], value: text.value.trim()});
  };
  const row = h.div({class: "row"}, h.label("Note", text), h.button({type: "submit"}, "Keep"));
  return h.form({onsubmit: submit}, part("To remember beside it", row));
}

// `heads`: the reports that tell of it, as title() gives them.
export function corrections(event, heads) {
  const notes = (event.notes || []).map((n) => h.p({class: "note"}, h.span({class: "meta"}, "Note: "), n));
  if (!can("corrections")) return notes;
  const alert = h.p({role: "alert"}),
    send = (kind, rest) => correct(kind, event, rest, alert);
  const merge = mergePart(event, send),
    said = h.div();
  const reject = h.button({type: "button", onclick: () => send("reject", {ids: [event.id]})}, "Reject");
  const box = h.details(
    h.summary("Correct this event"),
    h.p(
      {class: "meta"},
      "Its id: ",
      event.id,
      " ",
      copyButton(() => event.id, "copy id"),
    ),
    merge.node,
    splitPart(event, heads, send),
    setPart(event, send),
    notePart(event, send),
    part("There is no such event", reject),
    said,
    alert,
  );
  box.addEventListener("toggle", async () => {
    if (!box.open) return;
    merge.open();
    const own = (await source.corrections()).filter((c) => event.corrections.includes(c.id));
    said.replaceChildren(own.length ? part("Said so far", correctionList(own)) : "");
  });
  return h.div({class: "corrections"}, notes, box);
}

// What a correction says, in words.
function told(c) {
  const about = (id) => h.a({href: hash("event", id)}, id);
  const words = c.evidence[0] ? [" “", c.evidence[0].exact, "”"] : "";
  if (c.kind === "merge") return [about(c.target), words, " is the same as ", about(c.other)];
  if (c.kind === "split")
    return [
      many(new Set(c.other_evidence.map((e) => e.report)).size, "report") + " split from ",
      about(c.target),
      words,
    ];
  if (c.kind === "set") return [c.attribute + " of ", about(c.target), words, " is ", h.b(c.value)];
  if (c.kind === "note") return [about(c.target), words, ": ", c.value];
  return [about(c.target), words];
}

function correctionList(all) {
  const line = (c) => {
    const alert = h.span({role: "alert"});
    const back = () => undo(c.id).then(route, (error) => (alert.textContent = error.message));
    const end = c.undone
      ? h.span({class: "meta"}, "taken back")
      : [
          c.holds ? "" : h.span({class: "meta"}, "its words are in no line now "),
          h.button({type: "button", "aria-label": "Undo: " + c.kind + " " + c.target, onclick: back}, "Undo"),
        ];
    return h.li(
      h.div({class: "when"}, c.made ? one(c.made.slice(0, 10)) : "", c.by ? ", " + c.by : ""),
      h.div({class: "what"}, tag(c.kind), " ", told(c), " ", end, " ", alert),
    );
  };
  return h.ol({class: "lines"}, [...all].reverse().map(line));
}

export async function correctionsPage() {
  const all = await source.corrections();
  return [
    h.h1("Corrections"),
    h.p({class: "count"}, all.length ? many(all.length, "correction") : "Nobody has corrected anything yet."),
    correctionList(all),
  ];
}
