// Places on an outline of the land (Natural Earth, public domain); nothing is fetched from anywhere.
import {geoArea, geoNaturalEarth1, geoPath} from "d3-geo";
import {select} from "d3-selection";
import {zoom, zoomIdentity, zoomTransform} from "d3-zoom";
import {file, source} from "./data.js";
import {h, hash, link, many, svg} from "./dom.js";
import {room} from "./time.js";

const LABELS = 40;
const MOST_PLACES = 300;
const LEAST = {lon: 30, lat: 18}; // degrees around the places, so that one sees where they are
const CLOSER = 1.6; // one step of the buttons
const CLOSEST = 40;

// All places in the middle of a picture, each drawn in the direction of the one meridian that is nearest to all.
function projectionFor(spots, wide, tall) {
  const lons = spots.map((s) => s.lon),
    lats = spots.map((s) => s.lat);
  const [west, east] = [Math.min(...lons) - LEAST.lon, Math.max(...lons) + LEAST.lon],
    [south, north] = [Math.max(-89, Math.min(...lats) - LEAST.lat), Math.min(89, Math.max(...lats) + LEAST.lat)];
  const corners = [west, east].flatMap((lon) => [south, north].map((lat) => [lon, lat]));
  return geoNaturalEarth1()
    .rotate([-(west + east) / 2, 0])
    .fitExtent(
      [
        [0, 0],
        [wide, tall],
      ],
      {
        type: "MultiPoint",
        coordinates:
          east - west > 340
            ? [
                [(west + east) / 2, 80],
                [(west + east) / 2, -60],
              ]
            : corners,
      },
    );
}

const pointsOf = (ring) => Array.from({length: ring.length / 2}, (_, i) => [ring[2 * i], ring[2 * i + 1]]);

// A ring that runs the other way round is a sea inside the land: to a sphere, all that is not that sea.
function landAndWater(rings) {
  const all = rings.map((ring) => ({type: "Polygon", coordinates: [pointsOf(ring)]})),
    isLand = (polygon) => geoArea(polygon) < 2 * Math.PI;
  const of = (some) => ({type: "GeometryCollection", geometries: some});
  const water = all.filter((p) => !isLand(p)).map((p) => ({...p, coordinates: [p.coordinates[0].toReversed()]}));
  return [of(all.filter(isLand)), of(water)];
}

// The places in sight, and the names of those mentioned most, where there is room for them.
function pins(spots, projection, wide, tall) {
  const most = Math.max(...spots.map((s) => s.mentions)),
    written = [],
    labels = [];
  const free = (px, py, w) => written.every(([ox, oy, ow]) => Math.abs(py - oy) > 14 || px + w < ox || ox + ow < px);
  const pin = (s) => {
    const [px, py] = projection([s.lon, s.lat]),
      r = 4 + 10 * Math.sqrt(s.mentions / most),
      w = s.name.length * 7;
    if (px < 0 || px > wide || py < 0 || py > tall) return "";
    const at = px + r + 3 + w < wide ? px + r + 3 : px - r - 3 - w; // to the left where the right has no room
    if (labels.length < LABELS && free(at, py, w)) {
      written.push([at, py, w]);
      const side = at < px ? {x: px - r - 3, "text-anchor": "end"} : {x: at};
      labels.push(svg.text({...side, y: py + 4, class: "place-name", "aria-hidden": "true"}, s.name));
    }
    const said = s.name + ", " + many(s.mentions, "mention");
    return svg.a(
      {href: hash("entity", s.id), "aria-label": said},
      svg.circle({cx: px, cy: py, r, class: "spot"}, svg.title(said)),
    );
  };
  return [spots.map(pin), labels];
}

// `spots`: those mentioned most first.
export async function map(spots) {
  const wide = room(1240),
    tall = spots.length === 1 ? 300 : Math.round(Math.max(280, Math.min(480, wide * 0.55))),
    outlines = landAndWater(await file("land"));
  const projection = projectionFor(spots, wide, tall),
    whole = {scale: projection.scale(), at: projection.translate()},
    path = geoPath(projection).digits(1);
  const drawings = [svg.path({class: "land"}), svg.path({class: "water"})],
    marks = svg.g();
  const picture = svg.svg(
    {viewBox: `0 0 ${wide} ${tall}`, role: "group", "aria-label": "Map of " + many(spots.length, "place")},
    drawings,
    marks,
  );
  const draw = ({k, x, y}) => {
    projection.scale(whole.scale * k).translate([whole.at[0] * k + x, whole.at[1] * k + y]);
    drawings.forEach((drawing, i) => drawing.setAttribute("d", path(outlines[i]) || ""));
    marks.replaceChildren(...pins(spots, projection, wide, tall).flat());
  };
  // A wheel alone and one finger scroll the page.
  const zooming = zoom()
    .scaleExtent([1, CLOSEST])
    .extent([
      [0, 0],
      [wide, tall],
    ])
    .filter((e) => (e.type === "wheel" ? e.ctrlKey || e.metaKey : e.touches ? e.touches.length > 1 : !e.button))
    .on("zoom", (e) => draw(e.transform));
  const on = select(picture).call(zooming);
  const button = (sign, name, ...act) =>
    h.button({type: "button", "aria-label": name, title: name, onclick: () => on.call(...act)}, sign);
  const move = (right, down) => () => {
    const {k} = zoomTransform(picture);
    on.call(zooming.translateBy, (-right * wide) / 4 / k, (-down * tall) / 4 / k);
  };
  const controls = h.div(
    {class: "map-controls", role: "group", "aria-label": "What the map shows"},
    button("+", "Closer", zooming.scaleBy, CLOSER),
    button("−", "Further away", zooming.scaleBy, 1 / CLOSER),
    button("←", "West", move(-1, 0)),
    button("→", "East", move(1, 0)),
    button("↑", "North", move(0, -1)),
    button("↓", "South", move(0, 1)),
    button("All", "All places", zooming.transform, zoomIdentity),
  );
  draw(zoomIdentity);
  return h.figure({class: "map"}, controls, picture);
}

export async function mapPage() {
  const spots = await source.places({limit: MOST_PLACES});
  if (!spots.length) return [h.h1("Map"), h.p("No place of this record is in the gazetteer.")];
  const line = (s) =>
    h.li(
      h.div({class: "when"}, many(s.mentions, "mention")),
      h.div(link("entity", s.id, s.name), h.span({class: "meta"}, " in " + many(s.reports, "report"))),
    );
  return [
    h.h1("Map"),
    h.p({class: "count"}, many(spots.length, "place") + (spots.length === MOST_PLACES ? ", those mentioned most" : "")),
    await map(spots),
    h.ul({class: "lines"}, spots.map(line)),
  ];
}
