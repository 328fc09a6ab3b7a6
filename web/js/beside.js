// Two reports side by side: what they share stands on one line, what each has alone between.
import {title} from "./cite.js";
import {source} from "./data.js";
import {dated} from "./dates.js";
import {h, link, many} from "./dom.js";
import {few} from "./event.js";
import {marked} from "./report.js";
import {VOICE} from "./words.js";

// Shared passages as [from, to] in both, in order of the first; overlapping ones give way to the longer.
function passages(shared, a, b) {
  const pairs = [];
  for (const v of shared) {
    const x = v.evidence.find((e) => e.report === a),
      y = v.evidence.find((e) => e.report === b);
    if (x && y) pairs.push({a: [x.start, x.end], b: [y.start, y.end], kind: v.kind});
  }
  const apart = (p, q) => p[1] <= q[0] || q[1] <= p[0],
    kept = [];
  for (const p of pairs.sort((p, q) => q.a[1] - q.a[0] - (p.a[1] - p.a[0])))
    if (kept.every((k) => apart(k.a, p.a) && apart(k.b, p.b))) kept.push(p);
  return kept.sort((p, q) => p.a[0] - q.a[0]);
}

// Those that keep the same order in both, as many characters as possible: they can stand on one line.
function inOrder(pairs) {
  const best = pairs.map((p, i) => ({size: p.a[1] - p.a[0], before: -1, i}));
  for (let i = 0; i < pairs.length; ++i) {
    for (let j = 0; j < i; ++j) {
      const size = best[j].size + pairs[i].a[1] - pairs[i].a[0];
      if (pairs[j].b[1] <= pairs[i].b[0] && size > best[i].size) Object.assign(best[i], {size, before: j});
    }
  }
  const chosen = [];
  for (
    let at = best.reduce((top, x) => (x.size > (best[top] ? best[top].size : -1) ? x.i : top), -1);
    at >= 0;
    at = best[at].before
  )
    chosen.unshift(pairs[at]);
  return chosen;
}

export async function besidePage(a, b) {
  const [left, right, textA, textB, shared] = await Promise.all([
    title(a),
    title(b),
    source.text(a),
    source.text(b),
    few("voices", {report: a}, true),
  ]);
  const all = passages(
      shared.filter((v) => v.reports.includes(b)),
      a,
      b,
    ),
    aligned = inOrder(all),
    pointsA = [...textA.text],
    pointsB = [...textB.text];
  const elsewhere = all.filter((p) => !aligned.includes(p)),
    rows = [],
    alone = (points, side, from, to) =>
      h.div(
        {class: "alone"},
        marked(
          points,
          from,
          to,
          elsewhere.map((p) => [...p[side], "shared", VOICE[p.kind] + ", elsewhere in the other"]),
        ),
      );
  let atA = 0,
    atB = 0;
  for (const p of [...aligned, {a: [pointsA.length, pointsA.length], b: [pointsB.length, pointsB.length]}]) {
    if (p.a[0] > atA || p.b[0] > atB)
      rows.push(h.div({class: "row"}, alone(pointsA, "a", atA, p.a[0]), alone(pointsB, "b", atB, p.b[0])));
    if (p.kind)
      rows.push(
        h.div(
          {class: "row same"},
          h.div(h.div({class: "kind"}, VOICE[p.kind]), h.mark(pointsA.slice(...p.a).join(""))),
          h.div(h.div({class: "kind"}, VOICE[p.kind]), h.mark(pointsB.slice(...p.b).join(""))),
        ),
      );
    [atA, atB] = [p.a[1], p.b[1]];
  }
  const head = (t, id) =>
    h.div(
      h.h2(link("report", id, t.name)),
      h.p({class: "meta"}, [t.headline, t.date && dated(t.date)].filter(Boolean).join(" · ")),
    );
  return [
    h.h1("Side by side"),
    h.p(
      {class: "count"},
      all.length
        ? many(all.length, "shared passage") +
            ", " +
            many(
              all.reduce((n, p) => n + p.a[1] - p.a[0], 0),
              "character",
            )
        : "These two reports share no wording.",
    ),
    h.div({class: "beside"}, h.div({class: "row"}, head(left, a), head(right, b)), rows),
  ];
}
