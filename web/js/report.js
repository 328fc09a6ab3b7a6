// One report: its text with layers to switch on and off, its date with the reasons, what it shares with others.
// Offsets count code points; JavaScript's strings do not, so texts are cut as arrays of code points.
import {allEvidence, citation, copyButton, spoken, title} from "./cite.js";
import {show, source} from "./data.js";
import {dated} from "./dates.js";
import {h, hash, link, many, words} from "./dom.js";
import {few} from "./event.js";
import {amount, eventType, listed, tag} from "./lines.js";
import {SECTION, VOICE} from "./words.js";

const LAYERS = {
  names: {name: "Names", mark: "name", span: (a) => a, tip: (a) => a.type},
  times: {name: "Times", mark: "time", span: (a) => a, tip: (a) => (a.edtf ? dated(a.edtf) : a.value)},
  quotes: {
    name: "Quotes",
    mark: "quote",
    span: (a) => a.content,
    tip: (a) => a.kind + (a.speaker && a.speaker.name ? ", " + a.speaker.name : ""),
  },
  figures: {name: "Figures", mark: "figure", span: (a) => a, tip: (a) => amount({unit: null, ...a})},
  events: {
    name: "Events",
    mark: "event",
    span: (a) => a,
    tip: (a) => eventType(a) + (a.status === "happened" ? "" : ", " + words(a.status)),
  },
};

const MARKS = ["here", "shared", "words"];

// The text from start to end as nodes; spans: [from, to, class, tip].
export function marked(points, start, end, spans) {
  const inside = spans.filter((s) => s[0] < end && s[1] > start),
    cuts = [...new Set([start, end, ...inside.flatMap((s) => [s[0], s[1]])])]
      .filter((c) => c >= start && c <= end)
      .sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < cuts.length; ++i) {
    const on = inside.filter((s) => s[0] <= cuts[i] && s[1] >= cuts[i + 1]),
      text = points.slice(cuts[i], cuts[i + 1]).join(""),
      here = on.some((s) => MARKS.includes(s[2]));
    const what = {
      class: on.map((s) => s[2]).join(" "),
      title: [...new Set(on.map((s) => s[3]))].filter(Boolean).join(" · "),
    };
    if (what.class.split(" ").includes("here")) what.tabindex = -1;
    nodes.push(on.length ? (here ? h.mark : h.span)(what, text) : text);
  }
  return nodes;
}

export async function reportPage(id, where) {
  const [r, layers, shared] = await Promise.all([show(id), source.text(id), few("voices", {report: id}, true)]);
  const points = [...layers.text],
    [from, to] = (where || "").split("-").map(Number),
    text = h.div({class: "text"});
  const on = new Set(
    JSON.parse(sessionStorage.getItem("layers") || '["names","times","quotes","figures","events","shared"]'),
  );
  const draw = () => {
    const spans = where ? [[from, to, "here", ""]] : [];
    for (const [key, layer] of Object.entries(LAYERS))
      if (on.has(key))
        for (const a of layers[key]) {
          const s = layer.span(a);
          spans.push([s.start, s.end, layer.mark, layer.tip(a)]);
        }
    if (on.has("shared"))
      for (const v of shared)
        for (const e of v.evidence)
          if (e.report === id) spans.push([e.start, e.end, "shared", "shared: " + VOICE[v.kind]]);
    text.replaceChildren(
      ...r.sections.map((s) =>
        h.section(
          {class: s.kind},
          s.kind === "body" || s.kind === "headline"
            ? ""
            : h.div(
                {class: "kind"},
                SECTION[s.kind] + (s.author ? ", by " + s.author : "") + (s.posted ? ", " + dated(s.posted) : ""),
              ),
          marked(points, s.start, s.end, spans),
        ),
      ),
    );
  };
  const box = (key, name, n) =>
    h.label(
      {class: "layer " + (LAYERS[key] ? LAYERS[key].mark : "shared")},
      h.input({
        type: "checkbox",
        checked: on.has(key),
        onchange: (e) => {
          if (e.target.checked) on.add(key);
          else on.delete(key);
          sessionStorage.setItem("layers", JSON.stringify([...on]));
          draw();
        },
      }),
      h.span(name),
      h.span({class: "meta"}, " " + n),
    );
  draw();
  const p = r.published,
    t = await title(id);
  return [
    h.h1(r.headline || r.path),
    h.p(
      {class: "facts"},
      h.b(t.name),
      r.byline ? h.span(r.byline) : "",
      r.main_event ? link("event", r.main_event, "its main event") : "",
      h.span(Math.round(r.own_wording * 100) + " % own wording"),
      copyButton(() => citation(t, r.headline || r.path), "copy citation"),
      h.a({href: "read/" + id + ".html"}, "plain text"),
    ),
    r.url ? h.p({class: "meta url"}, r.url) : "",
    r.version ? versionLine(r.id, r.version) : "",
    h.details(
      {class: "date"},
      h.summary("Published ", h.b(dated(p.value)), " ", p.basis ? tag(p.basis) : ""),
      h.p(p.why ? spoken(p.why) : "Nothing in the report tells its date."),
      await allEvidence(p.evidence),
    ),
    h.fieldset(
      {class: "layers"},
      h.legend({class: "unseen"}, "Layers"),
      Object.entries(LAYERS).map(([key, layer]) => box(key, layer.name, layers[key].length)),
      shared.length ? box("shared", "Shared wording", shared.length) : "",
    ),
    h.div(
      {class: "columns"},
      text,
      h.aside({"aria-label": "What this report shares with others"}, await sharers(id, shared), await toldHere(id)),
    ),
  ];
}

// Which capture of its page this is; older ones are kept and tell nothing.
function versionLine(id, v) {
  const words = "Version " + v.number + " of " + v.of + (v.as_of ? ", " + dated(v.as_of) : "");
  const links = v.all.map((other, i) =>
    other === id ? "" : [" ", h.a({href: hash("report", other)}, "version " + (i + 1))],
  );
  return h.p({class: "meta"}, words, v.newest ? "." : ", no longer the newest: no line rests on it.", links);
}

// With which reports, and how much.
async function sharers(id, shared) {
  const others = new Map();
  for (const v of shared)
    for (const other of v.reports) if (other !== id) others.set(other, (others.get(other) || 0) + v.chars);
  if (!others.size) return "";
  const list = await Promise.all(
    [...others]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 20)
      .map(async ([other, n]) =>
        h.li(
          h.a({href: hash("report", id, "beside", other)}, (await title(other)).name),
          h.span({class: "meta"}, " " + many(n, "character") + ", side by side"),
        ),
      ),
  );
  return [h.h2("Shares wording with"), h.ul({class: "plain"}, list)];
}

// What one sentence tells of stands here once, each event by its type.
async function toldHere(id) {
  const events = await source.list("timeline", {report: id, limit: 100}),
    groups = new Map();
  for (const e of events.items) {
    const key = e.label + " " + e.when;
    groups.set(key, (groups.get(key) || []).concat([e]));
  }
  const event = (e) => h.a({href: hash("event", e.id), "aria-label": eventType(e) + ": " + e.label}, eventType(e));
  const item = ([e, ...more]) => {
    const chief = [e, ...more].some((x) => x.main_in.includes(id));
    const also = more.length ? [" also ", listed(more.map(event))] : "";
    const label = h.a({href: hash("event", e.id), class: chief ? "chief" : ""}, e.label);
    return h.li(label, h.div({class: "meta"}, dated(e.when) + " · " + eventType(e), also));
  };
  const heading = h.h2(many(events.total, "event") + " told here");
  return events.total ? [heading, h.ul({class: "plain told"}, [...groups.values()].map(item))] : "";
}
