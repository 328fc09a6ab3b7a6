// Reports into the record: drop files, or paste a text. Shows how far it is, what failed and why.
import {change, progress} from "./data.js";
import {h, many, state} from "./dom.js";

const KEYS = ["text", "outlet", "url", "published"];

const size = (f) => h.span({class: "meta"}, " " + Math.ceil(f.size / 1024).toLocaleString("en") + " KB");

const read = (n) =>
  h.p("Reading …" + (n ? ` ${many(n.added, "report")} added` + (n.failed ? `, ${n.failed} not readable` : "") : ""));

const told = (done) =>
  h.div(
    h.p(
      h.b(many(done.added, "report") + " added"),
      `, ${done.known} known already, ${done.failed} not readable. `,
      h.a({href: "#/"}, "To the chronology"),
    ),
    done.failures.length ? [h.h2("Not readable"), h.ul(done.failures.map((f) => h.li(h.b(f.where), ": ", f.why)))] : "",
  );

export function addPage() {
  const chosen = state([]),
    reading = state(false),
    outcome = state(null); // what the last adding came to: the server's answer or an Error
  const take = (all) => (chosen.val = [...chosen.val, ...all]);
  const zone = h.div(
    {
      class: "drop",
      ondragover: (e) => {
        e.preventDefault();
        zone.classList.add("over");
      },
      ondragleave: () => zone.classList.remove("over"),
      ondrop: (e) => {
        e.preventDefault();
        zone.classList.remove("over");
        take(e.dataTransfer.files);
      },
    },
    h.label(
      "Drop files here, or choose them: ",
      h.input({
        type: "file",
        multiple: true,
        onchange: (e) => {
          take(e.target.files);
          e.target.value = "";
        },
      }),
    ),
    h.p({class: "meta"}, "Text, HTML, feeds, JSON Lines, ninjs, NewsML-G2, WARC, WACZ, and archives of these."),
    () =>
      h.ul(
        {class: "plain"},
        chosen.val.map((f) => h.li(f.name, size(f))),
      ),
  );
  async function send(e) {
    e.preventDefault();
    const {elements} = form,
      body = new FormData();
    for (const key of KEYS) if (elements[key].value.trim()) body.append(key, elements[key].value);
    for (const f of chosen.val) body.append("file", f, f.name);
    if (!chosen.val.length && !body.has("text")) {
      outcome.val = new Error("Choose a file or paste a text first.");
      return;
    }
    reading.val = true;
    progress.val = null;
    try {
      outcome.val = await change("add", body);
      chosen.val = [];
      elements.text.value = "";
    } catch (error) {
      outcome.val = error;
    }
    reading.val = false;
  }
  const status = () => {
    if (reading.val) return read(progress.val);
    if (outcome.val instanceof Error) return h.p({role: "alert"}, outcome.val.message);
    return outcome.val ? told(outcome.val) : h.p();
  };
  const form = h.form(
    {class: "add", onsubmit: send},
    zone,
    h.label("Or paste a text: its first line is the headline", h.textarea({name: "text", rows: 10})),
    h.fieldset(
      h.legend("What the text does not say itself"),
      h.label("Outlet", h.input({name: "outlet"})),
      h.label("Address", h.input({name: "url", type: "url"})),
      h.label("Published", h.input({name: "published", placeholder: "2024-03-09", pattern: "\\d{4}(-\\d\\d){0,2}.*"})),
    ),
    h.button({type: "submit", disabled: reading}, "Add to the record"),
    " ",
    h.progress({"aria-label": "Adding", hidden: () => !reading.val}),
  );
  return [h.h1("Add reports"), form, h.div({role: "status"}, status)];
}
