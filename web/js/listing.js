// A listing with its filters, page by page; the chronology with its chart, lanes and the day up to which is known.
import {density} from "./charts.js";
import {desk, source} from "./data.js";
import {dateOf, dated, dayOf} from "./dates.js";
import {h, many} from "./dom.js";
import {filterForm} from "./filters.js";
import {lanes, storyLanes} from "./lanes.js";
import {LINES, anyLine, eventLines, eventType, nameOf} from "./lines.js";
import {route} from "./pages.js";
import {NOUNS} from "./words.js";

export const PAGE = 100;
// The query stands in the address, so that a view can be kept and sent.
function remember(page, q) {
  const text = new URLSearchParams(
    Object.entries(q)
      .filter(([, v]) => v !== "" && v !== false && v !== undefined)
      .map(([k, v]) => [k, v === true ? "1" : v]),
  ).toString();
  history.replaceState(null, "", "#/" + page + (text ? "?" + text : ""));
}

// Lines of a listing for a fixed query, with a button for more. Gives {node, show(q)}.
function lineList(name, note) {
  const list = h[name === "timeline" ? "ol" : "ul"]({class: "lines"}),
    more = h.p({class: "more"});
  let asked = 0;
  async function page(q, offset) {
    const turn = ++asked,
      found = await source.list(name, {...q, offset, limit: PAGE});
    if (turn !== asked) return; // another question came meanwhile
    const nodes = name === "timeline" ? eventLines(found.items) : found.items.map(LINES[name] || anyLine);
    if (offset) list.append(...nodes);
    else list.replaceChildren(...nodes);
    if (offset && nodes[0]) {
      nodes[0].tabIndex = -1;
      nodes[0].focus({preventScroll: true});
    }
    const shownNow = Math.min(offset + PAGE, found.total);
    note(found.total, shownNow);
    more.replaceChildren(
      ...(shownNow < found.total
        ? [
            h.button(
              {type: "button", onclick: () => page(q, shownNow)},
              "Show " +
                Math.min(PAGE, found.total - shownNow) +
                " more of " +
                (found.total - shownNow).toLocaleString("en"),
            ),
          ]
        : []),
    );
  }
  return {node: [list, more], show: (q) => page(q, 0)};
}

// What a lane of the chronology stands for.
const LANES_BY = {
  type: (e) => [eventType(e)],
  place: (e) => (e.place ? [e.place.name] : []),
  participant: (e) => [...new Set(e.participants.filter((p) => p.entity).map((p) => p.name))],
};
const MOST_IN_LANES = 1500;

async function laneView(by, asked) {
  if (!by) return "";
  if (by === "story") return storyLanes((await source.list("stories", asked)).items);
  return lanes((await source.list("timeline", {...asked, limit: MOST_IN_LANES})).items, LANES_BY[by]);
}

// The lines come first; what there is to choose from, the chart and the slider follow when a large record has told them.
export function listingPage(name, address, q) {
  const timeline = name === "timeline",
    query = {...q},
    count = h.p({class: "count", role: "status"});
  const chart = h.div({class: timeline ? "chart-room" : ""}),
    laneBox = h.div(),
    slider = h.div({class: "as-of"});
  const lines = lineList(name, (total, now) => {
    const found = many(total, NOUNS[name] || "line", name === "stories" ? "stories" : undefined);
    const part = now < total ? ", " + now.toLocaleString("en") + " shown" : "";
    count.textContent = total === 0 ? "Nothing fits." : found + part;
  });
  const clear = () => {
    for (const key of Object.keys(query)) delete query[key];
    location.hash = "#/" + address;
    route();
  };
  const {form, offer} = filterForm(name, query, () => refresh(), clear);

  function between(from, to) {
    Object.assign(query, {from, to});
    form.elements.from.value = from;
    form.elements.to.value = to;
    refresh();
  }
  async function show() {
    const {lanes: by, ...asked} = query;
    await lines.show(asked);
    if (!timeline) return;
    const counted = await source.counts(name, asked);
    chart.replaceChildren(density(counted.days, counted.total, between));
    laneBox.replaceChildren(await laneView(by, asked));
  }
  function refresh() {
    remember(address, query);
    count.textContent = "…";
    return show().catch((error) => {
      count.textContent = error.message;
    });
  }
  refresh()
    .then(offer)
    .then(async () => timeline && slider.replaceWith(await asOfSlider(query, refresh)))
    .catch(() => {}); // the lines say what is wrong
  const folded = matchMedia("(max-width: 46rem)").matches && !Object.keys(q).length;
  const narrowing = h.details({class: "narrowing", open: !folded}, h.summary("Narrow down"), form);
  return [h.h1(nameOf(name)), chart, narrowing, timeline ? slider : "", count, laneBox, lines.node];
}

// What was known on a day: a slider over the days on which reports came out.
async function asOfSlider(query, refresh) {
  const days = (await source.counts("reports", {})).days.map((d) => d[0]);
  if (days.length < 2) return h.div();
  const at = query.as_of ? days.findLastIndex((d) => d <= dayOf(query.as_of)) : days.length - 1;
  const text = (i) =>
    i === days.length - 1 ? "everything that was read" : "what had been published by " + dated(dateOf(days[i]));
  const shownText = h.output({for: "as-of"}, text(Math.max(0, at)));
  const slider = h.input({
    type: "range",
    id: "as-of",
    min: 0,
    max: days.length - 1,
    value: Math.max(0, at),
    "aria-valuetext": text(Math.max(0, at)),
    oninput: (e) => {
      shownText.textContent = text(Number(e.target.value));
      e.target.setAttribute("aria-valuetext", shownText.textContent);
    },
    onchange: (e) => {
      const i = Number(e.target.value);
      query.as_of = i === days.length - 1 ? "" : dateOf(days[i]);
      refresh();
    },
  });
  return h.div(
    {class: "as-of"},
    h.label({for: "as-of"}, "As of"),
    slider,
    shownText,
    desk.served
      ? ""
      : h.span(
          {class: "meta"},
          " Lines as linked today, of the reports out by then; ",
          h.code("dateline serve"),
          " links them anew.",
        ),
  );
}
