// Places on an outline of the land (Natural Earth, public domain); nothing is fetched from anywhere.
"use strict";

const TALL = 460;
const LABELS = 40;
const MOST_PLACES = 300;
const LEAST = {lon: 50, lat: 26}; // degrees around a single place, so that one sees where it is
const CLOSER = 1.6; // one step of the buttons

// What of the world is looked at: its middle, and pixels to a degree of latitude.
function viewOf(spots) {
  const ends = (all) => [Math.min(...all), Math.max(...all)];
  const [west, east] = ends(spots.map((s) => s.lon)),
    [south, north] = ends(spots.map((s) => s.lat));
  const lon = (west + east) / 2,
    lat = (south + north) / 2;
  const squeeze = Math.cos((Math.min(70, Math.abs(lat)) * Math.PI) / 180);
  const wide = Math.max(east - west + 16, LEAST.lon) * squeeze,
    tall = Math.max(north - south + 12, LEAST.lat);
  return {lon, lat, squeeze, scale: Math.min(WIDE / wide, TALL / tall)};
}

function outline(land, x, y) {
  const ring = (r) => {
    let d = "";
    for (let i = 0; i < r.length; i += 2)
      d += (i && Math.abs(r[i] - r[i - 2]) < 180 ? "L" : "M") + x(r[i]).toFixed(1) + " " + y(r[i + 1]).toFixed(1);
    return d + "Z";
  };
  return drawn("path", {d: land.map(ring).join(""), class: "land", "fill-rule": "evenodd"});
}

// The places in sight, and the names of those mentioned most, where there is room for them.
function pins(spots, x, y) {
  const most = Math.max(...spots.map((s) => s.mentions)),
    written = [],
    labels = [];
  const free = (px, py, w) => written.every(([ox, oy, ow]) => Math.abs(py - oy) > 14 || px + w < ox || ox + ow < px);
  const pin = (s) => {
    const px = x(s.lon),
      py = y(s.lat),
      r = 4 + 12 * Math.sqrt(s.mentions / most),
      w = s.name.length * 7;
    if (px < 0 || px > WIDE || py < 0 || py > TALL) return "";
    if (labels.length < LABELS && free(px + r + 3, py, w)) {
      written.push([px + r + 3, py, w]);
      labels.push(drawn("text", {x: px + r + 3, y: py + 4, class: "place-name", "aria-hidden": "true"}, s.name));
    }
    const said = many(s.mentions, "mention");
    return drawn(
      "a",
      {href: hash("entity", s.id), "aria-label": s.name + ", " + said},
      drawn("circle", {cx: px, cy: py, r, class: "spot"}, drawn("title", null, s.name + ": " + said)),
    );
  };
  return [spots.map(pin), labels];
}

async function map(spots) {
  const land = await file("land"),
    whole = viewOf(spots),
    view = {...whole};
  const svg = drawn("svg", {
    viewBox: "0 0 " + WIDE + " " + TALL,
    role: "group",
    "aria-label": "Map of " + many(spots.length, "place"),
  });
  const draw = () => {
    const x = (lon) => WIDE / 2 + (lon - view.lon) * view.squeeze * view.scale;
    const y = (lat) => TALL / 2 - (lat - view.lat) * view.scale;
    svg.replaceChildren(outline(land, x, y), ...pins(spots, x, y).flat());
  };
  const zoom = (by) => {
    view.scale = Math.max(whole.scale, view.scale * by);
    if (view.scale === whole.scale) Object.assign(view, whole);
    draw();
  };
  const move = (right, up) => {
    view.lon += (right * WIDE) / 4 / view.scale / view.squeeze;
    view.lat = Math.max(-85, Math.min(85, view.lat + (up * TALL) / 4 / view.scale));
    draw();
  };
  const button = (sign, name, act) =>
    h("button", {type: "button", "aria-label": name, title: name, onclick: act}, sign);
  const controls = h(
    "div",
    {class: "map-controls", role: "group", "aria-label": "What the map shows"},
    button("+", "Closer", () => zoom(CLOSER)),
    button("−", "Further away", () => zoom(1 / CLOSER)),
    button("←", "West", () => move(-1, 0)),
    button("→", "East", () => move(1, 0)),
    button("↑", "North", () => move(0, 1)),
    button("↓", "South", () => move(0, -1)),
    button("All", "All places", () => zoom(0)),
  );
  draw();
  return h("figure", {class: "map"}, controls, svg);
}

async function mapPage() {
  const spots = await source.places({limit: MOST_PLACES});
  if (!spots.length) return [h("h1", null, "Map"), h("p", null, "No place of this record is in the gazetteer.")];
  const line = (s) =>
    h(
      "li",
      null,
      h("div", {class: "when"}, s.lat.toFixed(1) + ", " + s.lon.toFixed(1)),
      h(
        "div",
        null,
        link("entity", s.id, s.name),
        h("span", {class: "meta"}, " " + many(s.mentions, "mention") + " in " + many(s.reports, "report")),
      ),
    );
  return [
    h("h1", null, "Map"),
    h(
      "p",
      {class: "count"},
      many(spots.length, "place") + (spots.length === MOST_PLACES ? ", those mentioned most" : ""),
    ),
    await map(spots),
    h("ul", {class: "lines"}, spots.map(line)),
  ];
}
