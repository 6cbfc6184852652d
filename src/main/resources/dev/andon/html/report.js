"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const panel = byId("panel");
  const table = byId("table");
  const rows = [...table.tBodies[0].rows];
  // Read where the first result is opened: a reader opens few of many.
  let details = null;
  const find = id => {
    if (details === null) {
      details = new Map(JSON.parse(byId("details").textContent).map(detail => [detail.id, detail]));
    }
    return details.get(id) ?? null;
  };

  // Values become text, never markup.
  const element = (tag, style, ...children) => {
    const made = document.createElement(tag);
    if (style) {
      made.className = style;
    }
    made.append(...children.filter(child => child !== undefined && child !== ""));
    return made;
  };
  const list = items => element("ul", "plain", ...items.map(item => element("li", "", ...item)));
  const article = detail => {
    const sign = element("span", "sign v-" + detail.verdict, detail.sign);
    sign.setAttribute("aria-hidden", "true");
    const page = element("a", "", "How " + detail.practice + " is judged, fixed and waived");
    page.href = byId("details").dataset.pages + detail.practice + ".md";
    const made = element("article", "",
      element("p", "eyebrow", detail.subject, ...(detail.source ? [" · ", element("code", "", detail.source)] : [])),
      element("h2", "", detail.practice),
      element("p", "verdict", sign, detail.verdict, detail.evidence ? " · evidence " + detail.evidence : ""),
      element("h3", "", "Found"),
      element("p", "pre", detail.found));
    if (detail.fix) {
      made.append(element("h3", "", "Fix"), element("p", "pre fix", detail.fix));
    }
    if (detail.tests) {
      made.append(element("h3", "", "Tests"), list(detail.tests.map(test => [element("code", "", test.name),
        ...(test.source ? [element("br"), element("small", "", test.source)] : [])])));
    }
    if (detail.keys) {
      made.append(element("h3", "", "Keys, as in a baseline"), list(detail.keys.map(key => [element("code", "", key)])));
    }
    made.append(element("p", "", page));
    return made;
  };

  const decoded = hash => {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return "";
    }
  };

  const show = () => {
    const detail = location.hash ? find(decoded(location.hash)) : null;
    if (!detail) {
      panel.close();
      return;
    }
    panel.replaceChildren(byId("close").content.cloneNode(true), article(detail));
    if (!panel.open) {
      panel.showModal();
    }
    panel.scrollTop = 0;
  };

  panel.addEventListener("close", () => {
    if (location.hash && find(decoded(location.hash))) {
      history.replaceState(null, "", location.pathname + location.search);
    }
  });
  panel.addEventListener("click", event => {
    if (event.target === panel || event.target.closest(".close")) {
      panel.close();
    }
  });
  addEventListener("hashchange", show);

  const fails = new Set(["violated", "undecided"]);
  const levels = ["", "NONE", "TESTED", "INTEGRATED", "OPERABLE", "WATCHED"];
  const order = {
    failing: (a, b) => b.dataset.failing - a.dataset.failing || a.dataset.label.localeCompare(b.dataset.label),
    label: (a, b) => a.dataset.label.localeCompare(b.dataset.label),
    level: (a, b) => levels.indexOf(a.dataset.level) - levels.indexOf(b.dataset.level)
      || a.dataset.label.localeCompare(b.dataset.label)
  };

  const apply = () => {
    const text = byId("find").value.trim().toLowerCase();
    const verdict = byId("verdict").value;
    const module = byId("module").value;
    const fits = value => verdict === "fails" ? fails.has(value) : value === verdict;
    let shown = 0;
    table.classList.toggle("dim", verdict !== "");
    for (const row of rows) {
      const cells = verdict === "" ? [] : [...row.querySelectorAll("a[data-v]")];
      cells.forEach(cell => cell.classList.toggle("dim", !fits(cell.dataset.v)));
      const visible = (text === "" || row.dataset.find.toLowerCase().includes(text))
        && (module === "" || row.dataset.module === module)
        && (verdict === "" || cells.some(cell => fits(cell.dataset.v)));
      row.hidden = !visible;
      shown += visible ? 1 : 0;
    }
    byId("shown").textContent = shown + " of " + rows.length + " shown";
    for (const chip of document.querySelectorAll(".chip")) {
      chip.setAttribute("aria-pressed", String(chip.dataset.verdict === verdict));
    }
    rove();
  };

  const sort = () => {
    rows.sort(order[byId("sort").value]);
    table.tBodies[0].append(...rows);
  };

  // The matrix is one stop of the tab key; arrow keys move within it.
  let current = null;
  const rove = () => {
    const first = rows.find(row => !row.hidden && row.querySelector("a[data-v]"));
    if (current) {
      current.tabIndex = -1;
    }
    current = first ? first.querySelector("a[data-v]") : null;
    if (current) {
      current.tabIndex = 0;
    }
  };
  const focus = cell => {
    current.tabIndex = -1;
    current = cell;
    current.tabIndex = 0;
    current.focus();
  };
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  table.addEventListener("keydown", event => {
    const step = steps[event.key];
    if (!step || !event.target.matches("a[data-v]")) {
      return;
    }
    event.preventDefault();
    const visible = rows.filter(row => !row.hidden);
    let y = visible.indexOf(event.target.closest("tr"));
    let x = event.target.closest("td").cellIndex;
    for (;;) {
      y += step[0];
      x += step[1];
      const cell = visible[y]?.cells[x];
      if (!cell) {
        return;
      }
      const link = cell.querySelector("a[data-v]");
      if (link) {
        focus(link);
        return;
      }
    }
  });

  byId("find").addEventListener("input", apply);
  byId("verdict").addEventListener("change", apply);
  byId("module").addEventListener("change", apply);
  byId("sort").addEventListener("change", () => { sort(); apply(); });
  for (const chip of document.querySelectorAll(".chip")) {
    chip.addEventListener("click", () => {
      byId("verdict").value = chip.getAttribute("aria-pressed") === "true" ? "" : chip.dataset.verdict;
      apply();
    });
  }
  const causes = document.querySelector(".causes");
  if (causes.children.length > 4) {
    const more = document.createElement("button");
    more.type = "button";
    more.className = "more";
    more.textContent = "Show all " + causes.children.length + " causes";
    more.addEventListener("click", () => { causes.classList.add("all"); more.remove(); });
    causes.after(more);
  }
  apply();
  show();
})();
