(() => {
"use strict";
const make = (name, text = "", look = "") => { const one = document.createElement(name); one.append(text); if (look) one.className = look; return one; };
const press = (text, look, act) => { const one = make("button", text, look); one.type = "button"; one.addEventListener("click", act); return one; };
const page = document.body.classList.contains("page"), phone = matchMedia("(max-width: 40rem)").matches;
for (const box of document.querySelectorAll(".cr-table:not(.live)")) {
  box.classList.add("live");
  const table = box.querySelector("table"), body = table.tBodies[0], rows = [...body.rows];
  // as cards, rows are still rows for those who do not see them
  if (phone) for (const [what, role] of [["table", "table"], ["tbody", "rowgroup"], ["tr", "row"], ["td", "cell"]]) for (const one of what === "table" ? [table] : table.querySelectorAll(what)) one.setAttribute("role", role);

  // In a notebook a ¶ opens its words in place; in a page it leads to the article.
  const near = box.querySelector("script.cr-near"), blocks = near && !page ? JSON.parse(near.textContent) : null;
  const close = () => { for (const one of body.querySelectorAll("tr.near")) one.remove(); };
  if (blocks) box.addEventListener("click", event => {
    const link = event.target.closest("a.go");
    if (!link) return;
    event.preventDefault();
    const row = link.closest("tr"), next = row.nextElementSibling, at = link.getAttribute("href").slice(1);
    const again = next?.classList.contains("near") && next.dataset.at === at;
    close();
    if (again) return;
    const [from, to] = at.split("-").map(Number), [start, text] = blocks.findLast(one => one[0] <= from) || blocks[0];
    const signs = Array.from(text), open = make("tr", "", "near"), cell = make("td"), seen = make("div");
    open.dataset.at = at;
    cell.colSpan = row.cells.length;
    seen.style.maxWidth = box.querySelector(".scroll").clientWidth - 32 + "px"; // of a table that is wider than what is seen
    seen.append(signs.slice(0, from - start).join(""), make("mark", signs.slice(from - start, to - start).join("")), signs.slice(to - start).join(""));
    cell.append(seen);
    open.append(cell);
    row.after(open);
  });

  const tools = make("div", "", "tools"), heads = [...table.tHead.rows[0].cells], most = rows.filter(row => !row.classList.contains("rest")).length;
  const value = (row, column) => row.cells[column].textContent.trim();
  const number = string => { const n = Number(string.replace(/,/g, "").replace("−", "-").split("–")[0]); return string && !Number.isNaN(n) ? n : null; };
  let order = rows, wanted = "";
  const words = new Map(rows.map(row => [row, row.textContent.toLowerCase()]));
  const state = make("span");
  state.setAttribute("role", "status");
  // a filter searches all rows and shows all that it finds
  const draw = () => {
    close();
    let left = 0;
    order.forEach((row, n) => {
      row.hidden = !words.get(row).includes(wanted);
      row.classList.toggle("rest", !wanted && n >= most);
      left += !row.hidden;
    });
    state.textContent = wanted ? `${left.toLocaleString("en")} of ${rows.length.toLocaleString("en")} rows` : "";
  };
  if (rows.length > 1) heads.forEach((head, column) => {
    head.replaceChildren(press(head.textContent, "", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = rows.map((row, n) => [number(value(row, column)), value(row, column), n, row]);
      keyed.sort((a, b) => (a[1] === "–") - (b[1] === "–") || (down ? -1 : 1) * (a[0] !== null && b[0] !== null ? a[0] - b[0] : a[1].localeCompare(b[1], "en")) || a[2] - b[2]);
      order = keyed.map(one => one[3]);
      draw();
      body.append(...order);
    }));
  });
  if (rows.length > 5) {
    const label = make("label", "Filter "), input = make("input");
    input.type = "search";
    label.append(input);
    input.addEventListener("input", () => { wanted = input.value.trim().toLowerCase(); draw(); });
    tools.append(label, state);
  }
  if (heads.some(head => head.classList.contains("more"))) {
    const more = press("More columns", "", () => more.setAttribute("aria-pressed", String(box.classList.toggle("wide"))));
    more.setAttribute("aria-pressed", "false");
    tools.append(more);
  }
  if (most < rows.length) {
    const every = `Show all ${rows.length.toLocaleString("en")} rows`;
    const all = press(every, "every", () => {
      const on = box.classList.toggle("all");
      all.textContent = on ? `Show the first ${most.toLocaleString("en")} rows` : every;
      all.setAttribute("aria-expanded", String(on));
      if (!on) box.scrollIntoView({ block: "nearest" });
    });
    all.setAttribute("aria-expanded", "false");
    const foot = make("div", "", "tools");
    foot.append(all);
    box.querySelector(".scroll").after(foot);
  }
  if (tools.childNodes.length) box.prepend(tools);
}
})();
