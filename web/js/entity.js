// A person, organisation or place: its names, roles, events and statements.
import {allEvidence, opening} from "./cite.js";
import {show, source} from "./data.js";
import {h, many} from "./dom.js";
import {section} from "./event.js";
import {eventLine, quoteLine, tag} from "./lines.js";
import {PAGE} from "./listing.js";
import {map} from "./places.js";

export async function entityPage(id) {
  const e = await show(id),
    [events, said] = await Promise.all([
      source.list("timeline", {entity: id, limit: PAGE}),
      source.list("quotes", {entity: id, limit: PAGE}),
    ]);
  const roles = new Map();
  for (const r of e.roles) roles.set(r.role, (roles.get(r.role) || []).concat([r.evidence]));
  const spot = e.type === "place" ? await source.places({entity: id}) : [];
  return [
    h.h1(e.name),
    h.p({class: "facts"}, tag(e.type), h.span(many(e.mentions, "mention") + " in " + many(e.reports.length, "report"))),
    e.aliases.length ? h.p(h.span({class: "meta"}, "Also: "), e.aliases.join("; ")) : "",
    spot.length ? await map(spot) : "",
    roles.size
      ? section(
          "Roles",
          h.ul(
            {class: "plain"},
            [...roles]
              .slice(0, 40)
              .map(([role, list]) =>
                h.li(
                  opening([role, h.span({class: "meta"}, " " + many(list.length, "time"))], () => allEvidence(list)),
                ),
              ),
          ),
        )
      : "",
    events.total
      ? section(
          "Events",
          h.p({class: "meta"}, many(events.total, "event"), events.total > PAGE ? ", the first " + PAGE + " here" : ""),
          h.ol({class: "lines"}, events.items.map(eventLine)),
        )
      : "",
    said.total
      ? section(
          "Statements",
          h.p({class: "meta"}, many(said.total, "statement")),
          h.ul({class: "lines"}, said.items.map(quoteLine)),
        )
      : "",
  ];
}
