// Which page an address means, and what goes on around the pages: the menu, the search box, news of changes.
import {addPage} from "./add.js";
import {besidePage} from "./beside.js";
import {place} from "./cite.js";
import {correctionsPage} from "./correct.js";
import {can, changedHere, connect, desk, progress, show, shown, source} from "./data.js";
import {h, many} from "./dom.js";
import {entityPage} from "./entity.js";
import {eventPage, section} from "./event.js";
import {eventLine, nameOf, quoteLine, reportLine} from "./lines.js";
import {listingPage} from "./listing.js";
import {mapPage} from "./places.js";
import {reportPage} from "./report.js";
import {commitmentPage, storyPage} from "./story.js";

async function searchPage(q) {
  const text = (q.words || "").trim();
  if (!text) return [h.h1("Search"), h.p("All words are looked for, in reports, events and quotes.")];
  const hits = await source.search(text);
  const of = async (kind, name, line) => {
    const ids = hits.filter((x) => x.kind === kind).map((x) => x.id);
    const found = (await Promise.all(ids.map((id) => show(id).catch(() => null)))).filter(Boolean);
    return found.length ? section(name, h.ul({class: "lines"}, found.map(line))) : "";
  };
  return [
    h.h1("Search: " + text),
    h.p(
      {class: "count", role: "status"},
      hits.length ? many(hits.length, "hit") + (hits.length === 100 ? " or more" : "") : "Nothing has these words.",
    ),
    await of("event", "Events", eventLine),
    await of("quote", "Quotes", (x) => quoteLine({...x, unattributed: x.also_unattributed_in.length})),
    await of("report", "Reports", (r) => {
      const li = reportLine(r),
        hit = hits.find((x) => x.id === r.id);
      if (hit.evidence && hit.evidence[0])
        li.lastChild.append(
          h.p(
            {class: "meta"},
            h.a(
              {href: place(hit.evidence[0])},
              "…" + hit.evidence[0].prefix,
              h.mark(hit.evidence[0].exact),
              hit.evidence[0].suffix + "…",
            ),
          ),
        );
      return li;
    }),
  ];
}

function pageFor(parts, q) {
  const [first, id, ...rest] = parts;
  if (!first || first === "timeline") return listingPage("timeline", "", q);
  if (first === "event" && id) return eventPage(id);
  if (first === "entity" && id) return entityPage(id);
  if (first === "story" && id) return storyPage(id);
  if (first === "commitment" && id) return commitmentPage(id);
  if (first === "report" && id)
    return rest[0] === "beside" && rest[1] ? besidePage(id, rest[1]) : reportPage(id, rest[0]);
  if (first === "search") return searchPage(q);
  if (first === "map") return mapPage();
  if (first === "add" && can("add")) return addPage();
  if (first === "corrections" && can("corrections")) return correctionsPage();
  if (desk.listings.includes(first)) return listingPage(first, first, q);
  throw new Error("There is no such page.");
}

let turn = 0;
export async function route() {
  const mine = ++turn,
    main = document.getElementById("main"),
    [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const parts = path.split("/").map(decodeURIComponent),
    q = Object.fromEntries(new URLSearchParams(query || ""));
  for (const a of document.querySelectorAll("#pages a")) {
    if (a.getAttribute("href") === "#/" + parts[0]) a.setAttribute("aria-current", "page");
    else a.removeAttribute("aria-current");
  }
  main.setAttribute("aria-busy", "true");
  let nodes;
  try {
    nodes = await pageFor(parts, q);
  } catch (error) {
    nodes = [h.h1("Dateline"), h.p({role: "alert"}, error.message)];
  }
  if (mine !== turn) return; // somebody went on meanwhile
  main.replaceChildren(...nodes.flat(9).filter((x) => x !== "" && x));
  main.removeAttribute("aria-busy");
  const here = main.querySelector("mark.here"); // the words that the address names
  if (here) {
    here.scrollIntoView({block: "center"});
    here.focus({preventScroll: true});
  }
  document.title = main.querySelector("h1").textContent + " – Dateline";
}

// Only while the page is seen: browsers allow a site six connections in all its tabs together.
const OWN_NEWS = 3000; // milliseconds in which news of a change reaches the page that made it
let stream = null;
function listen() {
  if (document.hidden) {
    if (stream) stream.close();
    stream = null;
    return;
  }
  if (stream) return;
  const news = document.getElementById("news");
  stream = new EventSource("api/changes");
  stream.addEventListener("progress", (e) => {
    progress.val = JSON.parse(e.data);
  });
  stream.addEventListener("record", () => {
    shown.clear();
    if (Date.now() - changedHere < OWN_NEWS) return; // who made the change has seen it
    if (location.hash.startsWith("#/add")) return;
    news.hidden = false;
    news.replaceChildren(
      "The record has changed. ",
      h.button(
        {
          type: "button",
          onclick: () => {
            news.hidden = true;
            route();
          },
        },
        "Show what is new",
      ),
    );
  });
}

async function start() {
  await connect();
  const entry = (address, text) => h.a({href: "#/" + address}, text);
  const order = ["stories", "commitments"],
    rest = [...order, ...desk.listings.filter((l) => l !== "timeline" && !order.includes(l))];
  document
    .getElementById("pages")
    .append(
      ...[
        entry("", "Chronology"),
        ...rest.map((l) => entry(l, nameOf(l))),
        entry("map", "Map"),
        can("add") ? entry("add", "Add") : null,
      ]
        .filter(Boolean)
        .flatMap((a) => [a, " "]),
    );
  const also = [
    can("corrections") ? entry("corrections", "Corrections") : null,
    desk.served ? h.a({href: "api/openapi.json"}, "The JSON API") : null,
  ];
  document.getElementById("also").append(...also.filter(Boolean).flatMap((a) => [a, " "]));
  const find = document.getElementById("find");
  find.hidden = false;
  find.addEventListener("submit", (e) => {
    e.preventDefault();
    location.hash = "#/search?" + new URLSearchParams({words: find.elements.words.value});
  });
  window.addEventListener("hashchange", async () => {
    await route();
    const main = document.getElementById("main");
    if (!main.contains(document.activeElement)) {
      main.focus({preventScroll: true});
      if (!location.hash.includes("/report/")) scrollTo(0, 0);
    }
  });
  if (desk.served && window.EventSource) {
    document.addEventListener("visibilitychange", listen);
    listen();
  }
  await route();
}

start();
