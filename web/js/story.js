// Stories and commitments: chains of events that go on from one another, and what became of what was promised.
import {allEvidence, citeAll, copyButton, opening, title} from "./cite.js";
import {show} from "./data.js";
import {dated} from "./dates.js";
import {clipped, h, link, many, words} from "./dom.js";
import {few, section} from "./event.js";
import {STATES} from "./words.js";

function state(name) {
  const [mark, text] = STATES[name] || ["", words(name)];
  return h.span({class: "sign state " + name}, h.span({"aria-hidden": "true"}, mark + " "), text);
}

// Each step with the words of one report at least: a chain has no words of its own.
async function citeSteps(chain) {
  const lines = await Promise.all(
    chain.steps.map(async (s) => {
      const e = await show(s.event);
      return dated(s.when) + ": " + s.label + "\n" + (await citeAll(e.evidence.slice(0, 1)));
    }),
  );
  return chain.label + "\n" + lines.join("\n");
}

// From the first step to the last: "July 2023 to August 2024".
const span = (steps) => {
  const days = steps.flatMap((s) => (s.when || "").match(/\d{4}(-\d\d){0,2}/g) || []).sort();
  return days.length ? dated([...new Set([days[0], days[days.length - 1]])].join("/")) : dated(null);
};

export function storyLine(s) {
  return h.li(
    h.div({class: "when"}, span(s.steps)),
    h.div(
      {class: "what"},
      link("story", s.id, s.label),
      h.div(
        {class: "meta"},
        h.span(many(s.steps.length, "event")),
        h.span(many(s.reports.length, "report")),
        copyButton(() => citeSteps(s), "copy"),
        opening("the events", () => [steps(s)]),
      ),
    ),
  );
}

// "since 2016", but "between 1 April and 25 November 2018".
const since = (c) => (/^\d{4}(-\d\d){0,2}$/.test(c.since || "") ? "since " : "") + dated(c.since);

export function commitmentLine(c) {
  return h.li(
    h.div({class: "when"}, since(c)),
    h.div(
      {class: "what"},
      link("commitment", c.id, c.label),
      h.div(
        {class: "meta"},
        state(c.state),
        c.by.length
          ? h.span("by " + c.by.slice(0, 4).join(", ") + (c.by.length > 4 ? " and " + (c.by.length - 4) + " more" : ""))
          : "",
        h.span(many(c.steps.length, "step") + " in " + many(c.reports.length, "report")),
        c.last_heard ? h.span("last heard of: " + dated(c.last_heard)) : "",
        copyButton(() => citeSteps(c), "copy"),
      ),
    ),
  );
}

// The chain as a list; an event that goes on from another than the one above it says which.
function steps(chain) {
  const by = new Map(chain.steps.map((s) => [s.event, s]));
  return h.ol(
    {class: "chain"},
    chain.steps.map((s, i) => {
      const before = s.after && (i === 0 || chain.steps[i - 1].event !== s.after) && by.get(s.after);
      return h.li(
        h.div({class: "when"}, dated(s.when)),
        h.div(
          {class: "what"},
          s.state ? [state(s.state), " "] : "",
          link("event", s.event, s.label),
          before ? h.div({class: "meta"}, "goes on from ", link("event", before.event, clipped(before.label, 80))) : "",
          s.evidence ? opening("the words", () => allEvidence(s.evidence)) : "",
        ),
      );
    }),
  );
}

async function toldIn(reports) {
  const titles = await Promise.all(reports.slice(0, 60).map(title));
  titles.sort((a, b) => ((a.date || "~") < (b.date || "~") ? -1 : 1));
  return section(
    "Told in " + many(reports.length, "report"),
    h.ul(
      {class: "plain"},
      titles.map((t) =>
        h.li(
          link("report", t.report.id, t.headline || t.name),
          h.span({class: "meta"}, " " + [t.headline && t.name, dated(t.date)].filter(Boolean).join(" · ")),
        ),
      ),
    ),
    reports.length > 60 ? h.p({class: "meta"}, "and " + (reports.length - 60) + " more") : "",
  );
}

export async function storyPage(id) {
  const s = await show(id);
  return [
    h.h1(s.label),
    h.p(
      {class: "facts"},
      h.b(span(s.steps)),
      h.span("a story of " + many(s.steps.length, "event") + " in " + many(s.reports.length, "report")),
      copyButton(() => citeSteps(s)),
    ),
    section("What happened", steps(s)),
    await toldIn(s.reports),
  ];
}

export async function commitmentPage(id) {
  const c = await show(id);
  return [
    h.h1(c.label),
    h.p(
      {class: "facts"},
      state(c.state),
      h.b(since(c)),
      c.last_heard ? h.span("last heard of: " + dated(c.last_heard)) : "",
      c.by.length ? h.span("by " + c.by.join(", ")) : "",
      copyButton(() => citeSteps(c)),
    ),
    section("What became of it", steps(c)),
    await toldIn(c.reports),
  ];
}

// Of which stories and commitments an event is a step; told late, as a large record takes its time to tell them.
export function partOf(event) {
  const box = h.div();
  Promise.all([few("stories", {of: event}), few("commitments", {of: event})]).then(
    ([stories, commitments]) => {
      if (!stories.length && !commitments.length) return;
      box.append(section("Part of", h.ul({class: "lines"}, stories.map(storyLine), commitments.map(commitmentLine))));
    },
    () => {},
  );
  return box;
}
