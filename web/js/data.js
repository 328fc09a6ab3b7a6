// Where the pages get the record from: the API of `dateline serve`, or the data files of `dateline report` beside the
// page. Both give the same objects.
import {h, state} from "./dom.js";
import {countsOf, fold, matcher, newest} from "./match.js";

const arrived = new Map(); // data files, by name: a promise, and how to keep it

window.datelineData = (name, value) => arrived.get(name).done(value);

// Data files are scripts, because pages opened from a disk may load nothing else.
export function file(name) {
  if (!arrived.has(name)) {
    const entry = {};
    entry.value = new Promise((done, fail) => {
      entry.done = done;
      document.head.append(
        h.script({src: "data/" + name + ".js", onerror: () => fail(new Error("nothing is called " + name))}),
      );
    });
    arrived.set(name, entry);
  }
  return arrived.get(name).value;
}

async function ask(path, query) {
  const given = Object.entries(query || {}).filter(
    ([, v]) => v !== "" && v !== null && v !== undefined && v !== false && v !== 0,
  );
  const text = new URLSearchParams(given.map(([k, v]) => [k, v === true ? "1" : v])).toString();
  const response = await fetch("api/" + path + (text ? "?" + text : ""));
  if (!response.ok) throw new Error((await response.json().catch(() => ({}))).error || "the server did not answer");
  return {body: await response.json(), total: Number(response.headers.get("X-Total-Count"))};
}

const served = {
  async list(name, q, whole) {
    const a = await ask(name, {...q, form: whole ? "" : "line"});
    return {total: a.total, items: a.body};
  },
  counts: async (name, q) => (await ask("counts/" + name, q)).body,
  show: async (id) => (await ask("show/" + id)).body,
  text: async (id) => (await ask("text/" + id)).body,
  corrections: async () => (await ask("corrections")).body,
  places: async (q) => (await ask("places", q)).body,
  search: async (text) => (await ask("search", {words: text, limit: 100})).body,
};

const KINDS = {
  r: "reports",
  e: "timeline",
  n: "entities",
  q: "quotes",
  f: "figures",
  c: "conflicts",
  v: "voices",
  s: "stories",
  m: "commitments",
};

const files = {
  async picked(name, q) {
    const all = await file(name),
      fits = await matcher(name, q, file),
      lines = all.filter(fits);
    return q.order === "newest" ? newest(lines) : lines;
  },
  async list(name, q, whole) {
    const lines = await files.picked(name, q),
      page = lines.slice(q.offset || 0, q.limit ? (q.offset || 0) + q.limit : undefined);
    return {total: lines.length, items: whole ? await Promise.all(page.map((l) => files.show(l.id))) : page};
  },
  counts: async (name, q) => countsOf(name, await files.picked(name, q)),
  async show(id) {
    const name = KINDS[id[0]],
      at = (await file(name)).findIndex((l) => l.id === id);
    if (at < 0) throw new Error("nothing on record is called " + id);
    return (await file("whole/" + name + "/" + Math.floor(at / (await file("desk")).chunk))).find((x) => x.id === id);
  },
  text: (id) => file("text/" + id),
  places: async (q) => (await file("places")).filter((p) => !q.entity || p.id === q.entity).slice(0, q.limit),
  // Without a server: the words of events and quotes, the headlines, and the texts where there are not too many.
  async search(text) {
    const wanted = fold(text).split(/\s+/).filter(Boolean),
      has = (s) => {
        const f = fold(s);
        return wanted.every((w) => f.includes(w));
      };
    const hits = [],
      reports = await file("reports");
    for (const e of await file("timeline")) if (has(e.label)) hits.push({kind: "event", id: e.id});
    for (const q of await file("quotes"))
      if (has(q.content + " " + (q.speaker ? q.speaker.name : ""))) hits.push({kind: "quote", id: q.id});
    for (const r of reports)
      if (has(r.headline) || (reports.length <= 300 && has((await files.text(r.id)).text)))
        hits.push({kind: "report", id: r.id});
    return wanted.length ? hits.slice(0, 100) : [];
  },
};

export let desk = null,
  source = null;
export const shown = new Map();

// Finds out who answers. A report's pages on a web server have no API, either.
export async function connect() {
  if (location.protocol.startsWith("http")) {
    try {
      desk = (await ask("desk")).body;
      source = served;
    } catch {
      desk = null;
    }
  }
  if (!desk) {
    desk = await file("desk");
    source = files;
  }
}

// A whole object by its id, asked for once.
export function show(id) {
  if (!shown.has(id)) shown.set(id, source.show(id));
  return shown.get(id);
}

export const can = (what) => Boolean(desk.can && desk.can.includes(what));

export const progress = state(null); // how far an adding is, as the server tells it: {added, failed}
export let changedHere = 0; // when this page itself changed the record last

// A change, with the token that only our own pages can read.
export async function change(path, body) {
  const response = await fetch("api/" + path, {method: "POST", headers: {"X-Dateline-Token": desk.token}, body});
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  shown.clear();
  changedHere = Date.now();
  return answer;
}
