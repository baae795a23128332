(() => {
"use strict";
for (const box of document.querySelectorAll(".cr-table:not(.live)")) {
  box.classList.add("live");
  const table = box.querySelector("table"), body = table.tBodies[0], rows = [...body.rows];
  if (rows.length < 2) { box.classList.add("wide"); continue; }
  const tools = document.createElement("div"), heads = [...table.tHead.rows[0].cells];
  tools.className = "tools";
  const value = (row, column) => row.cells[column].textContent.trim();
  const number = string => { const n = Number(string.replace(/,/g, "").replace("−", "-").split("–")[0]); return string && !Number.isNaN(n) ? n : null; };
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = rows.map((row, n) => [number(value(row, column)), value(row, column), n, row]);
      keyed.sort((a, b) => (a[1] === "–") - (b[1] === "–") || (down ? -1 : 1) * (a[0] !== null && b[0] !== null ? a[0] - b[0] : a[1].localeCompare(b[1], "en")) || a[2] - b[2]);
      body.append(...keyed.map(one => one[3]));
    });
  });
  if (rows.length > 5) {
    const label = document.createElement("label"), input = document.createElement("input"), state = document.createElement("span");
    input.type = "search";
    label.append("Filter ", input);
    state.setAttribute("role", "status");
    const words = rows.map(row => row.textContent.toLowerCase());
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      let left = 0;
      rows.forEach((row, n) => { row.hidden = !words[n].includes(wanted); left += !row.hidden; });
      state.textContent = wanted ? `${left.toLocaleString("en")} of ${rows.length.toLocaleString("en")} rows` : "";
    });
    tools.append(label, state);
  }
  if (heads.some(head => head.classList.contains("more"))) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "More columns";
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => button.setAttribute("aria-pressed", String(box.classList.toggle("wide"))));
    tools.append(button);
  }
  if (tools.childNodes.length) box.prepend(tools);
}
})();
