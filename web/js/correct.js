// A person's word over the engine's: merge, split, reject, note. Offered where the server takes corrections, and only there.
"use strict";

const CORRECTIONS = [
  {kind: "merge", name: "Merge with …", field: "with", label: "Id of the other event"},
  {kind: "split", name: "Split off …", field: "reports", label: "Reports that tell of another event (ids)"},
  {kind: "reject", name: "Reject", field: "why", label: "Why this is no event"},
  {kind: "note", name: "Note", field: "text", label: "Note"},
];

function corrections(event) {
  if (!can("corrections")) return "";
  return h("div", {class: "corrections"}, CORRECTIONS.map((c) => h("details", null, h("summary", null, c.name), h("form", {onsubmit: async (e) => {
    e.preventDefault();
    try {
      await change("corrections", JSON.stringify({kind: c.kind, event: event.id, [c.field]: e.target.elements.value.value}));
      route();
    } catch (error) { say(error.message); e.target.querySelector("[role=alert]").textContent = error.message; }
  }}, h("label", null, c.label, h("input", {name: "value", required: true})), h("button", null, "Save"), h("p", {role: "alert"})))));
}
