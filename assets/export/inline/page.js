"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const language = document.documentElement.lang;
  const order = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const papers = { phases: byId("print-phases"), one: byId("print-one") };
  const table = byId("touchpoints");
  const body = table && table.tBodies[0];
  const rows = table ? Array.from(body.rows) : [];
  const heads = table ? Array.from(table.tHead.rows[0].cells) : [];
  const words = rows.map((row) => folded(row.textContent));
  const asked = { find: byId("find"), phase: byId("of-phase"), kind: byId("of-kind"), intent: byId("of-intent") };
  let sorted = { key: "", descending: false };

  const blank = (row, at) => row.cells[at].textContent === "";
  const compare = (one, other, at) => {
    const [a, b] = [one.cells[at], other.cells[at]];
    if ("value" in a.dataset && "value" in b.dataset) {
      return a.dataset.value - b.dataset.value;
    }
    return order.compare(a.textContent, b.textContent);
  };

  const show = () => {
    const at = heads.findIndex((head) => head.dataset.key === sorted.key);
    const way = sorted.descending ? -1 : 1;
    // What is unknown comes last, whichever way; the rest keeps the journey's order where it is alike.
    const shown = at < 0 ? rows : rows.slice().sort((one, other) =>
      blank(one, at) - blank(other, at) || way * compare(one, other, at));
    const wanted = folded(asked.find.value).split(/\s+/).filter(Boolean);
    const of = (field, row) => asked[field].value === "" || asked[field].value === row.dataset[field];
    let count = 0;
    rows.forEach((row, nth) => {
      const fits = wanted.every((word) => words[nth].includes(word));
      row.hidden = !(fits && of("phase", row) && of("kind", row) && of("intent", row));
      count += row.hidden ? 0 : 1;
    });
    body.append(...shown);
    heads.forEach((head, nth) => {
      const way = nth !== at ? "none" : sorted.descending ? "descending" : "ascending";
      head.setAttribute("aria-sort", way);
    });
    const number = (count) => count.toLocaleString(language, { useGrouping: "always" });
    byId("shown").textContent =
      byId("shown").dataset.words.replace("{shown}", () => number(count)).replace("{all}", () => number(rows.length));
  };

  // What is shown stands behind the # of the address, so that it can be sent on.
  const write = () => {
    const state = new URLSearchParams();
    if (sorted.key !== "") {
      state.set("sort", sorted.key + (sorted.descending ? ",desc" : ""));
    }
    if (table) {
      for (const [field, control] of Object.entries(asked)) {
        if (control.value !== "") {
          state.set(field, control.value);
        }
      }
    }
    if (papers.one.checked) {
      state.set("print", "one");
    }
    history.replaceState(null, "", "#" + (state.size > 0 ? state : "inventory"));
  };

  const read = () => {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) {
      return;
    }
    const state = new URLSearchParams(hash);
    papers[state.get("print") === "one" ? "one" : "phases"].checked = true;
    if (!table) {
      return;
    }
    const [key, way] = (state.get("sort") || "").split(",");
    sorted = { key, descending: way === "desc" };
    for (const [field, control] of Object.entries(asked)) {
      control.value = state.get(field) || "";
      if (control.value === "") {
        control.value = "";
      }
    }
    show();
    if (state.has("sort") || Object.keys(asked).some((field) => state.has(field))) {
      byId("inventory").scrollIntoView();
    }
  };

  if (table) {
    byId("filters").hidden = false;
    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const key = head.dataset.key;
        // Ascending, descending, then the journey's order again.
        const again = sorted.key === key;
        sorted = again && sorted.descending ? { key: "", descending: false } : { key, descending: again };
        show();
        write();
      });
    }
    for (const control of Object.values(asked)) {
      control.addEventListener("input", () => {
        show();
        write();
      });
    }
    byId("reset").addEventListener("click", () => {
      Object.values(asked).forEach((control) => { control.value = ""; });
      sorted = { key: "", descending: false };
      show();
      write();
    });
    show();
  }
  Object.values(papers).forEach((paper) => paper.addEventListener("change", write));
  byId("print-now").hidden = false;
  byId("print-now").addEventListener("click", () => print());
  addEventListener("hashchange", read);
  read();
})();
