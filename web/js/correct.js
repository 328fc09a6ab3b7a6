// A person's word over the engine's: merge, split, reject, set, note, with undo. Offered where the server takes corrections,
// and only there.
"use strict";

const CORRECTIONS = [
  {kind: "merge", name: "Merge", label: "Id of the other event", read: (id, text) => ({ids: [id, text.trim()]})},
  {kind: "split", name: "Split", label: "Ids of the reports that tell of another event", read: (id, text) => ({ids: [id, ...text.split(/[\s,]+/).filter(Boolean)]})},
  {kind: "reject", name: "Reject", label: "", read: (id) => ({ids: [id]})},
  {kind: "set", name: "Set", label: "Attribute and value, as “when 2024-03-09”", read: (id, text) => { const [attribute, ...value] = text.trim().split(/\s+/); return {ids: [id], attribute, value: value.join(" ")}; }},
  {kind: "note", name: "Note", label: "Note", read: (id, text) => ({ids: [id], value: text})},
];

// A merge or a split may give the event another id: then the chronology is the place to go on.
async function send(path, body, id, box) {
  try {
    await change(path, JSON.stringify(body));
    say("Kept.");
    if (await show(id).then(() => true, () => false)) route(); else location.hash = "#/";
  } catch (error) { box.textContent = error.message; }
}

function corrections(event) {
  const notes = (event.notes || []).map((n) => h("p", {class: "note"}, h("span", {class: "meta"}, "Note: "), n));
  if (!can("corrections")) return notes;
  const alert = h("p", {role: "alert"});
  return h("div", {class: "corrections"}, notes, h("details", null, h("summary", null, "Correct this event"),
    h("p", {class: "meta"}, "Its id: ", event.id, " ", copyButton(() => event.id, "copy id")),
    CORRECTIONS.map((c) => h("form", {onsubmit: (e) => { e.preventDefault(); const input = e.target.elements.value; send("corrections", {kind: c.kind, ...c.read(event.id, input ? input.value : "")}, event.id, alert); }},
      c.label ? h("label", null, c.label, h("input", {name: "value", required: true})) : "", h("button", null, c.name))),
    (event.corrections || []).map((k) => h("p", null, h("button", {type: "button", onclick: () => send("corrections/undo", {id: k}, event.id, alert)}, "Undo " + k))), alert));
}
