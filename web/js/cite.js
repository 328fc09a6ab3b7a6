// The words behind a line: shown in their place, opened in their report, copied with their citation.
import {show, source} from "./data.js";
import {dated} from "./dates.js";
import {h, hash, link, many, say, whenSeen} from "./dom.js";
import {marked} from "./report.js";

export async function title(report) {
  try {
    const r = await show(report);
    return {report: r, name: r.outlet || r.path.split("/").pop(), headline: r.headline || "", date: r.published.value};
  } catch {
    return {report: {published: {}}, name: report, headline: "", date: null};
  }
}

export function citation(t, exact) {
  const r = t.report;
  return (
    "“" +
    exact.trim() +
    "” (" +
    [t.name, t.headline && "“" + t.headline + "”", t.date ? dated(t.date) : "no date", r.url]
      .filter(Boolean)
      .join(", ") +
    ")"
  );
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h.textarea({class: "unseen"}, text);
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say("Copied: " + text);
}

// `text` is a function, as what it gives may have to be fetched.
export function copyButton(text, label) {
  return h.button(
    {
      type: "button",
      class: "quiet",
      onclick: async (e) => {
        const button = e.currentTarget,
          before = button.textContent;
        await copy(await text());
        button.textContent = "copied";
        setTimeout(() => {
          button.textContent = before;
        }, 1500);
      },
    },
    label || "copy with citation",
  );
}

export const evidenceOf = (thing) =>
  thing.sides
    ? thing.sides.flatMap((s) => s.evidence)
    : (thing.evidence || []).concat(thing.also_unattributed_in || []);

const TEXTS = 40,
  texts = new Map(); // those read last

function textOf(report) {
  if (!texts.has(report)) {
    if (texts.size >= TEXTS) texts.delete(texts.keys().next().value);
    texts.set(
      report,
      source.text(report).then((t) => ({points: [...t.text], sentences: t.sentences})),
    );
  }
  return texts.get(report);
}

const SHORT = 60,
  LONG = 500; // code points: what says little alone, what is too long to show around it

// Words of one sentence of one report: [{report, section, before, marks: [[text, marked]], exact}]. A few words alone
// say little; they are shown, and cited, in their sentence.
async function inSentences(list) {
  const out = new Map();
  for (const e of list) {
    const short = e.end - e.start < SHORT ? await textOf(e.report).catch(() => null) : null;
    const around = short && short.sentences.find((s) => s.start <= e.start && s.end >= e.end);
    const whole = around && around.end - around.start < LONG ? around : null;
    const key = e.report + " " + (whole ? whole.start : e.start + "-" + e.end);
    if (!out.has(key)) out.set(key, {first: e, spans: [], points: short && short.points, whole});
    out.get(key).spans.push([e.start, e.end]);
  }
  return [...out.values()];
}

const exactOf = (p) => (p.whole ? p.points.slice(p.whole.start, p.whole.end).join("") : p.first.exact);

export async function citeAll(evidence) {
  const all = await inSentences(evidence);
  return (await Promise.all(all.map(async (p) => citation(await title(p.first.report), exactOf(p))))).join("\n");
}
// A line and everything that it rests on.
export async function citeLine(id, words) {
  return words + "\n" + (await citeAll(evidenceOf(await show(id))));
}

// Words of the record's own that name reports and events by their ids and dates as it writes them: the names as links,
// the dates as an editor writes them. What is quoted stays as it is.
const IN_WORDS = /“[^”]*”|\b([rne]-[0-9a-f]{12})\b|(\[[\d.-]*\.\.[\d.-]*\]|\b\d{4}-\d\d-\d\d\b)/g;
export function spoken(text) {
  const nodes = [];
  let at = 0;
  for (const found of (text || "").matchAll(IN_WORDS)) {
    const [all, id, date] = found;
    nodes.push(text.slice(at, found.index), id ? thing(id) : date ? dated(date) : all);
    at = found.index + found[0].length;
  }
  return [...nodes, (text || "").slice(at)];
}

// A link that has its id for a name until the name is known.
function thing(id) {
  const name = async () => (id[0] === "r" ? (await title(id)).name : ((o) => o.name || o.label)(await show(id)));
  const a = link({r: "report", n: "entity", e: "event"}[id[0]], id, id);
  return whenSeen(a, async () => a.replaceChildren(await name()));
}

export const place = (e) => hash("report", e.report, e.start + "-" + e.end);

// What stands before or after, without the half of a word at its end.
const wholeWords = (text, end) => (end ? text.replace(/\s+\S*$/, "") : text.replace(/^\S*\s+/, ""));

const oneLine = (text) => (text || "").replace(/\s+/g, " ");

function wording(p) {
  const e = p.first,
    around = (text) => h.span({class: "around"}, text);
  if (p.whole)
    return marked(
      p.points,
      p.whole.start,
      p.whole.end,
      p.spans.map(([from, to]) => [from, to, "words", ""]),
    );
  const before = wholeWords(oneLine(e.prefix), false),
    after = wholeWords(oneLine(e.suffix), true);
  return [before && around("… " + before), ...long(e.exact), after && around(after + " …")];
}

const MOST = 700; // code points of a passage that are shown at once
function long(exact) {
  const points = [...exact];
  if (points.length <= MOST) return [h.mark(exact)];
  const cut = points.lastIndexOf(" ", MOST) + 1 || MOST;
  const rest = h.mark(points.slice(cut).join("")),
    label = many(points.length - cut, "more character");
  const more = h.button({type: "button", class: "quiet", onclick: () => more.replaceWith(rest)}, "… " + label);
  return [h.mark(points.slice(0, cut).join("")), more];
}

// The first words that a thing rests on, with what stands around them, fetched when the line is looked at.
export function glimpse(line, id) {
  return whenSeen(line, async () => {
    const [first] = evidenceOf(await show(id));
    if (first) line.querySelector(".meta").before(h.div({class: "glimpse"}, wording({first})));
  });
}

async function passage(p) {
  const e = p.first,
    t = await title(e.report);
  return h.figure(
    {class: "evidence"},
    h.blockquote(wording(p)),
    h.figcaption(
      {class: "meta"},
      h.a({href: place(e)}, t.name),
      t.headline ? " · " + t.headline : "",
      t.date ? " · " + dated(t.date) : "",
      e.section === "body" ? "" : " · " + e.section,
      " ",
      copyButton(() => citation(t, exactOf(p)), "copy"),
    ),
  );
}

const FEW = 8;
// All of it, the first few at once.
export async function allEvidence(list) {
  const drawn = async (some) => Promise.all((await inSentences(some)).map(passage));
  const box = h.div(await drawn(list.slice(0, FEW)));
  if (list.length <= FEW) return box;
  const more = h.button(
    {type: "button", onclick: async () => more.replaceWith(...(await drawn(list.slice(FEW))))},
    many(list.length - FEW, "more passage"),
  );
  box.append(more);
  return box;
}

// What opens shows its evidence, fetched when it is opened.
export function opening(summary, content) {
  const box = h.details(h.summary(summary));
  box.addEventListener("toggle", async () => {
    if (box.open && box.children.length === 1) box.append(...[await content()].flat(9));
  });
  return box;
}
