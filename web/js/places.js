// Places on an outline of the land (Natural Earth, public domain); nothing is fetched from anywhere.
"use strict";

const TALL = 460;

async function map(spots) {
  const land = await file("land"),
    lons = spots.map((s) => s.lon),
    lats = spots.map((s) => s.lat);
  // The window holds every place, some degrees around, in the shape of the picture.
  let west = Math.min(...lons) - 8,
    east = Math.max(...lons) + 8,
    south = Math.min(...lats) - 6,
    north = Math.max(...lats) + 6;
  const middle = (south + north) / 2,
    squeeze = Math.cos((Math.min(70, Math.abs(middle)) * Math.PI) / 180);
  const scale = Math.min(WIDE / ((east - west) * squeeze), TALL / (north - south));
  const x = (lon) => WIDE / 2 + (lon - (west + east) / 2) * squeeze * scale,
    y = (lat) => TALL / 2 - (lat - middle) * scale;
  const path = land
    .map((ring) => {
      let d = "";
      for (let i = 0; i < ring.length; i += 2)
        d +=
          (i && Math.abs(ring[i] - ring[i - 2]) < 180 ? "L" : "M") +
          x(ring[i]).toFixed(1) +
          " " +
          y(ring[i + 1]).toFixed(1);
      return d + "Z";
    })
    .join("");
  const most = Math.max(...spots.map((s) => s.mentions)),
    written = [];
  const free = (px, py, w) => written.every(([ox, oy, ow]) => Math.abs(py - oy) > 14 || px + w < ox || ox + ow < px);
  const labels = [],
    dots = spots.map((s) => {
      const px = x(s.lon),
        py = y(s.lat),
        r = 4 + 12 * Math.sqrt(s.mentions / most),
        w = s.name.length * 7;
      if (labels.length < 30 && free(px + r + 3, py, w)) {
        written.push([px + r + 3, py, w]);
        labels.push(drawn("text", {x: px + r + 3, y: py + 4, class: "place-name", "aria-hidden": "true"}, s.name));
      }
      return drawn(
        "a",
        {href: hash("entity", s.id), "aria-label": s.name + ", " + many(s.mentions, "mention")},
        drawn(
          "circle",
          {cx: px, cy: py, r, class: "spot"},
          drawn("title", null, s.name + ": " + many(s.mentions, "mention")),
        ),
      );
    });
  return h(
    "figure",
    {class: "map"},
    drawn(
      "svg",
      {viewBox: "0 0 " + WIDE + " " + TALL, role: "group", "aria-label": "Map of " + many(spots.length, "place")},
      drawn("path", {d: path, class: "land", "fill-rule": "evenodd"}),
      dots,
      labels,
    ),
  );
}

async function mapPage() {
  const all = await source.places({}),
    spots = all.slice(0, 300);
  if (!spots.length) return [h("h1", null, "Map"), h("p", null, "No place of this record is in the gazetteer.")];
  return [
    h("h1", null, "Map"),
    h(
      "p",
      {class: "count"},
      many(all.length, "place") + (all.length > spots.length ? ", the " + spots.length + " most mentioned here" : ""),
    ),
    await map(spots),
    h(
      "ul",
      {class: "lines"},
      spots.map((s) =>
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
        ),
      ),
    ),
  ];
}
