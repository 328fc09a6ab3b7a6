// The words behind a line: shown in their place, opened in their report, copied with their citation.
"use strict";

async function title(report) {
  try {
    const r = await show(report);
    return {report: r, name: r.outlet || r.path.split("/").pop(), headline: r.headline || "", date: r.published.value};
  } catch { return {report: {published: {}}, name: report, headline: "", date: null}; }
}

function citation(t, exact) {
  const r = t.report;
  return "“" + exact.trim() + "” (" + [t.name, t.headline && "“" + t.headline + "”", t.date ? dated(t.date) : "no date", r.url].filter(Boolean).join(", ") + ")";
}

async function copy(text) {
  try { await navigator.clipboard.writeText(text); } catch {
    const area = h("textarea", {class: "unseen"}, text);
    document.body.append(area); area.select(); document.execCommand("copy"); area.remove();
  }
  say("Copied: " + text);
}

// `text` is a function, as what it gives may have to be fetched.
function copyButton(text, label) {
  return h("button", {type: "button", class: "quiet", onclick: async (e) => {
    const button = e.currentTarget, before = button.textContent;
    await copy(await text());
    button.textContent = "copied";
    setTimeout(() => { button.textContent = before; }, 1500);
  }}, label || "copy with citation");
}

async function citeAll(evidence) { return (await Promise.all(evidence.map(async (e) => citation(await title(e.report), e.exact)))).join("\n"); }
// A line and everything that it rests on.
async function citeLine(id, words) { const whole = await show(id); return words + "\n" + await citeAll(evidenceOf(whole)); }
const evidenceOf = (thing) => (thing.sides ? thing.sides.flatMap((s) => s.evidence) : (thing.evidence || []).concat(thing.also_unattributed_in || []));

const place = (e) => hash("report", e.report, e.start + "-" + e.end);

async function evidence(e) {
  const t = await title(e.report);
  return h("figure", {class: "evidence"},
    h("blockquote", null, e.prefix && h("span", {class: "around"}, "…" + e.prefix), h("mark", null, e.exact), e.suffix && h("span", {class: "around"}, e.suffix + "…")),
    h("figcaption", {class: "meta"}, h("a", {href: place(e)}, t.name), t.headline ? " · " + t.headline : "", t.date ? " · " + dated(t.date) : "",
      e.section === "body" ? "" : " · " + e.section, " ", copyButton(() => citation(t, e.exact))));
}

const FEW = 8;
// All of it, the first few at once.
async function allEvidence(list) {
  const box = h("div", null, await Promise.all(list.slice(0, FEW).map(evidence)));
  if (list.length > FEW) {
    const more = h("button", {type: "button", onclick: async () => { const rest = await Promise.all(list.slice(FEW).map(evidence)); more.replaceWith(...rest); }}, many(list.length - FEW, "more passage"));
    box.append(more);
  }
  return box;
}

// What opens shows its evidence, fetched when it is opened.
function opening(summary, content) {
  const box = h("details", null, h("summary", null, summary));
  box.addEventListener("toggle", async () => { if (box.open && box.children.length === 1) box.append(...[await content()].flat(9)); });
  return box;
}
