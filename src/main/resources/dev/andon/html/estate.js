"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const body = byId("table").tBodies[0];
  const rows = [...body.rows];
  const levels = ["", "NONE", "TESTED", "INTEGRATED", "OPERABLE", "WATCHED"];
  const byLabel = (a, b) => a.dataset.label.localeCompare(b.dataset.label);
  const order = {
    failing: (a, b) => b.dataset.failing - a.dataset.failing || byLabel(a, b),
    label: byLabel,
    level: (a, b) => levels.indexOf(a.dataset.level) - levels.indexOf(b.dataset.level) || byLabel(a, b)
  };
  const apply = () => {
    const text = byId("find").value.trim().toLowerCase();
    const fails = byId("verdict").value === "fails";
    let shown = 0;
    for (const row of rows) {
      row.hidden = !row.dataset.find.toLowerCase().includes(text) || (fails && row.dataset.failing === "0");
      shown += row.hidden ? 0 : 1;
    }
    byId("shown").textContent = shown + " of " + rows.length + " shown";
  };
  byId("find").addEventListener("input", apply);
  byId("verdict").addEventListener("change", apply);
  byId("sort").addEventListener("change", () => {
    rows.sort(order[byId("sort").value]);
    body.append(...rows);
  });
  apply();
})();
