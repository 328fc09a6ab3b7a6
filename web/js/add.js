// Reports into the record: drop files, or paste a text. Shows how far it is, what failed and why.
"use strict";

function addPage() {
  const chosen = [],
    list = h("ul", {class: "plain"}),
    result = h("div", {role: "status"}),
    bar = h("progress", {"aria-label": "Adding", hidden: true});
  const take = (all) => {
    chosen.push(...all);
    list.replaceChildren(
      ...chosen.map((f) =>
        h("li", null, f.name, h("span", {class: "meta"}, " " + Math.ceil(f.size / 1024).toLocaleString("en") + " KB")),
      ),
    );
  };
  const input = h("input", {
    type: "file",
    multiple: true,
    onchange: (e) => {
      take(e.target.files);
      e.target.value = "";
    },
  });
  const zone = h(
    "div",
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
    h("label", null, "Drop files here, or choose them: ", input),
    h("p", {class: "meta"}, "Text, HTML, feeds, JSON Lines, ninjs, NewsML-G2, WARC, WACZ, and archives of these."),
    list,
  );
  const form = h(
    "form",
    {
      class: "add",
      onsubmit: async (e) => {
        e.preventDefault();
        const body = new FormData();
        for (const key of ["text", "outlet", "url", "published"])
          if (form.elements[key].value.trim()) body.append(key, form.elements[key].value);
        for (const f of chosen) body.append("file", f, f.name);
        if (!chosen.length && !body.has("text")) {
          result.replaceChildren(h("p", {role: "alert"}, "Choose a file or paste a text first."));
          return;
        }
        const button = form.querySelector("button[type=submit]");
        button.disabled = true;
        bar.hidden = false;
        result.replaceChildren(h("p", null, "Reading …"));
        progress = (n) => {
          result.replaceChildren(
            h(
              "p",
              null,
              "Reading … " + many(n.added, "report") + " added" + (n.failed ? ", " + n.failed + " not readable" : ""),
            ),
          );
        };
        try {
          const done = await change("add", body);
          chosen.length = 0;
          take([]);
          form.elements.text.value = "";
          result.replaceChildren(
            h(
              "p",
              null,
              h("b", null, many(done.added, "report") + " added"),
              ", " + done.known + " known already, " + done.failed + " not readable. ",
              h("a", {href: "#/"}, "To the chronology"),
            ),
            ...(done.failures.length
              ? [
                  h("h2", null, "Not readable"),
                  h(
                    "ul",
                    null,
                    done.failures.map((f) => h("li", null, h("b", null, f.where), ": ", f.why)),
                  ),
                ]
              : []),
          );
        } catch (error) {
          result.replaceChildren(h("p", {role: "alert"}, error.message));
        }
        progress = null;
        button.disabled = false;
        bar.hidden = true;
      },
    },
    zone,
    h("label", null, "Or paste a text: its first line is the headline", h("textarea", {name: "text", rows: 10})),
    h(
      "fieldset",
      null,
      h("legend", null, "What the text does not say itself"),
      h("label", null, "Outlet", h("input", {name: "outlet"})),
      h("label", null, "Address", h("input", {name: "url", type: "url"})),
      h(
        "label",
        null,
        "Published",
        h("input", {name: "published", placeholder: "2024-03-09", pattern: "\\d{4}(-\\d\\d){0,2}.*"}),
      ),
    ),
    h("button", {type: "submit"}, "Add to the record"),
    " ",
    bar,
  );
  return [h("h1", null, "Add reports"), form, result];
}
