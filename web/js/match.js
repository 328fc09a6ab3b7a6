// Which lines a query lets through, for a report on a disk, where nobody else can tell. The same rules as
// src/engine/sieve.cc, which answers for `dateline serve`; tests/web compares the two.
import {dayOf} from "./dates.js";

export const fold = (text) =>
  (text || "").normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();

// For each listing: the entities, reports and words of a line.
const PARTS = {
  timeline: (e) => ({
    entities: [...e.participants.map((p) => p.entity), e.place && e.place.entity],
    reports: e.reports,
    words: [e.label, e.place && e.place.name, ...e.participants.map((p) => p.name)],
    type: e.type,
    status: e.status,
    disputed: e.disputed,
    event: e.id,
  }),
  quotes: (q) => ({
    entities: [q.speaker, q.on_behalf_of].map((s) => s && s.entity),
    reports: q.reports,
    words: [q.speaker && q.speaker.name, q.on_behalf_of && q.on_behalf_of.name, q.content],
    type: q.act,
    status: q.kind,
    event: q.event,
  }),
  figures: (f) => ({
    entities: [f.speaker],
    reports: f.reports,
    words: [f.counted],
    type: f.unit,
    status: f.status,
    disputed: f.status === "disputed",
    event: f.event,
  }),
  conflicts: (c) => ({
    entities: [],
    reports: c.sides.flatMap((s) => s.reports),
    words: [c.about],
    type: c.kind,
    disputed: true,
    event: c.event,
  }),
  voices: (v) => ({entities: [], reports: v.reports, words: [], type: v.kind}),
  entities: (e) => ({entities: [e.id], reports: [], words: [e.name, ...e.aliases], type: e.type}),
  stories: (s) => ({entities: [], reports: s.reports, words: [s.label], steps: s.steps.map((x) => x.event)}),
  commitments: (c) => ({
    entities: [],
    reports: c.reports,
    words: [c.label],
    type: c.state,
    steps: c.steps.map((x) => x.event),
  }),
  reports: (r) => ({
    entities: [],
    reports: [r.id],
    words: [r.headline, r.outlet, r.byline],
    type: r.published.basis,
    event: r.main_event,
  }),
};

// `read(name)` gives all lines of a listing.
export async function matcher(name, q, read) {
  const parts = PARTS[name],
    about = fold(q.about),
    by = fold(q.by);
  const known = async (text) =>
    new Set(
      text
        ? (await read("entities"))
            .filter((e) => PARTS.entities(e).words.some((w) => fold(w).includes(text)))
            .map((e) => e.id)
        : [],
    );
  const ids = await known(about),
    speakers = await known(by);
  const tells = (p) => p.entities.some((id) => ids.has(id)) || p.words.some((w) => fold(w).includes(about));
  const events = new Set(
    about && name === "conflicts"
      ? (await read("timeline")).filter((e) => tells(PARTS.timeline(e))).map((e) => e.id)
      : [],
  );
  // A shared passage has no name of its own: it is about what its reports are about.
  const headed = new Set(
    about && name === "voices"
      ? (await read("reports"))
          .filter((r) => PARTS.reports(r).words.some((w) => fold(w).includes(about)))
          .map((r) => r.id)
      : [],
  );
  // A chain has the names and words of its steps.
  const steps = new Map(
    name === "stories" || name === "commitments" ? (await read("timeline")).map((e) => [e.id, PARTS.timeline(e)]) : [],
  );
  const asOf = dayOf(q.as_of),
    from = dayOf(q.from),
    to = dayOf(q.to);
  const needed = q.outlet || asOf !== null;
  const reports = new Map(needed ? (await read("reports")).map((r) => [r.id, r]) : []);
  const out = (id) => {
    const r = reports.get(id);
    return r && r.days && r.days[1] !== null && r.days[1] <= asOf;
  };
  return (line) => {
    const p = parts(line);
    for (const step of p.steps || []) {
      const e = steps.get(step);
      if (e) {
        p.entities.push(...e.entities);
        p.words.push(...e.words);
        p.disputed ||= e.disputed;
      }
    }
    if ("days" in line && (from !== null || to !== null)) {
      const [first, last] = listed(line);
      if (
        !line.days ||
        (from !== null && last !== null && last < from) ||
        (to !== null && first !== null && first > to)
      )
        return false;
    }
    if (q.type && p.type !== q.type) return false;
    if (q.status && p.status !== q.status) return false;
    if (q.disputed && !p.disputed) return false;
    if (q.main && !p.steps && !(line.main_in && (line.main_in.length || line.reports.length > 1))) return false;
    if (q.of && p.event !== q.of && !(p.steps && p.steps.includes(q.of))) return false;
    if (q.entity && !p.entities.includes(q.entity)) return false;
    if (q.report && !p.reports.includes(q.report)) return false;
    if (q.outlet && !p.reports.some((id) => reports.get(id) && reports.get(id).outlet === q.outlet)) return false;
    if (asOf !== null && p.reports.length && !p.reports.some(out)) return false;
    if (by && !(line.speaker && (speakers.has(line.speaker.entity) || fold(line.speaker.name).includes(by))))
      return false;
    if (name === "voices" && about) return p.reports.some((id) => headed.has(id));
    return !about || tells(p) || (name === "conflicts" && events.has(line.event));
  };
}

// Where a line stands: what is only known to have been by a day stands there, as in the record's own listings.
function listed(line) {
  const [first, last] = line.days || [null, null];
  return [first ?? last, last];
}

// The newest first; the undated stay last.
export function newest(lines) {
  const key = (l) => (l.days ? (l.days[1] ?? Infinity) : -Infinity);
  return [...lines].sort((a, b) => key(b) - key(a) || (listed(b)[0] || 0) - (listed(a)[0] || 0));
}

export function countsOf(name, lines) {
  const tally = (of) => {
    const n = new Map();
    for (const l of lines) {
      const k = of(l);
      if (k) n.set(k, (n.get(k) || 0) + 1);
    }
    return [...n].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  };
  const parts = PARTS[name],
    days = new Map();
  for (const l of lines) {
    const [first, last] = listed(l);
    if (first !== null && last !== null && last - first < 31) days.set(first, (days.get(first) || 0) + 1);
  }
  return {
    total: lines.length,
    disputed: lines.filter((l) => parts(l).disputed).length,
    types: tally((l) => parts(l).type),
    statuses: tally((l) => parts(l).status),
    outlets: name === "reports" ? tally((l) => l.outlet) : [],
    days: [...days].sort((a, b) => a[0] - b[0]),
  };
}
