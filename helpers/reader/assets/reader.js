(() => {
"use strict";
const script = document.currentScript;
const root = script && script.closest ? script.closest(".cr-reader") : document.querySelector(".cr-reader:not(.live)");
if (!root || root.classList.contains("live")) return;
root.classList.add("live");
const data = JSON.parse(root.querySelector("script[type='application/json']").textContent);
const [L, START, END, ID, TITLE, FACTS, WHO, OTHER] = [0, 1, 2, 3, 4, 5, 6, 7];
const text = root.querySelector(".text"), panel = root.querySelector(".panel"), map = root.querySelector(".map");
const controls = root.querySelector(".controls"), notes = root.querySelector(".notes");
const layers = data.layers.map(([name]) => name);
const make = (tag, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};
if (notes) notes.open = false;
window.addEventListener("beforeprint", () => { if (notes) notes.open = true; });

// Places: offsets count code points, the page counts UTF-16 units.
const blocks = [...text.querySelectorAll("[data-s]")];
const starts = blocks.map(block => Number(block.dataset.s));
const points = string => { let n = 0; for (const _ of string) n++; return n; };
const units = (string, count) => { let n = 0; for (const sign of string) { if (!count--) break; n += sign.length; } return n; };
const nodesOf = block => {
  const found = [], walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let at = Number(block.dataset.s);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 3) { const size = points(node.data); found.push([node, at, at + size]); at += size; }
    else if (node.tagName === "BR") at += 1;
  }
  return found;
};
const blockAt = offset => {
  let low = 0, high = starts.length - 1;
  while (low < high) { const middle = (low + high + 1) >> 1; if (starts[middle] <= offset) low = middle; else high = middle - 1; }
  return low;
};
const rangeOf = (start, end) => {
  const range = document.createRange();
  let opened = false;
  for (let n = blockAt(start); n < blocks.length && (starts[n] < end || !opened); n++) {
    for (const [node, a, b] of nodesOf(blocks[n])) {
      if (!opened && b > start) { range.setStart(node, units(node.data, Math.max(start - a, 0))); opened = true; }
      if (opened && a < end) range.setEnd(node, units(node.data, Math.min(end, b) - a));
    }
    if (starts[n] >= end) break;
  }
  return opened ? range : null;
};
const offsetOf = (node, unit) => {
  const block = node.parentElement && node.parentElement.closest("[data-s]");
  if (!block || node.nodeType !== 3) return null;
  const entry = nodesOf(block).find(([one]) => one === node);
  return entry ? entry[1] + points(node.data.slice(0, unit)) : null;
};
const highlight = (name, ranges) => {
  if (!("highlights" in CSS)) return false;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges)); else CSS.highlights.delete(name);
  return true;
};
const scrollTo = range => {
  const element = range.startContainer.parentElement;
  const box = range.getBoundingClientRect();
  if (box.top < 120 || box.bottom > innerHeight * 0.6) element.scrollIntoView({ block: "center" });
};

// Layers.
const isOn = layer => root.classList.contains("on-" + layer);
let chosen = -1;
const kept = data.rows.map(() => true);
const visible = n => kept[n] && isOn(layers[data.rows[n][L]]);
const layerBox = make("fieldset", {}, make("legend", { textContent: "Layers" }));
for (const [name, label, , number] of data.layers) {
  const box = make("input", { type: "checkbox", checked: true, value: name });
  box.addEventListener("change", () => { root.classList.toggle("on-" + name, box.checked); refresh(); });
  layerBox.append(make("label", {}, box, make("span", { className: "swatch " + name, textContent: label }),
    make("small", { textContent: number.toLocaleString("en") })));
}
const only = make("select");
only.setAttribute("aria-label", "Show only one speaker, actor or theme");
only.append(make("option", { value: "-1", textContent: "Everyone and everything" }));
for (const group of ["Speakers", "Actors", "Themes"]) {
  const options = data.who.map(([kind, name], n) => [kind, name, n]).filter(([kind]) => kind === group);
  if (!options.length) continue;
  const box = make("optgroup", { label: group });
  for (const [, name, n] of options) box.append(make("option", { value: String(n), textContent: name }));
  only.append(box);
}
const elements = [...text.querySelectorAll("[data-r]")].map(node => [node, node.dataset.r.split(" ").map(Number)]);
only.addEventListener("change", () => choose(Number(only.value)));
const choose = who => {
  chosen = who;
  data.rows.forEach((row, n) => { kept[n] = who < 0 || row[WHO].includes(who); });
  const theme = who >= 0 && data.who[who][0] === "Themes";
  const passages = data.rows.filter((row, n) => theme && kept[n]);
  for (const [n, block] of blocks.entries()) {
    const end = n + 1 < starts.length ? starts[n + 1] : Infinity;
    block.classList.toggle("away", theme && !passages.some(row => row[START] < end && starts[n] < row[END]));
  }
  if (theme) data.rows.forEach((row, n) => { kept[n] = kept[n] || passages.some(p => p[START] <= row[START] && row[END] <= p[END]); });
  for (const [node, rows] of elements) node.classList.toggle("off", !rows.some(n => kept[n]));
  refresh();
};

// Search.
const search = make("input", { type: "search", placeholder: "Search the text" });
search.setAttribute("aria-label", "Search the text");
const found = make("span", { className: "found" });
found.setAttribute("role", "status");
const next = make("button", { type: "button", className: "do", textContent: "Next", hidden: true });
let hits = [], hit = -1;
const whole = blocks.map(block => nodesOf(block).map(([node]) => node.data).join("").toLowerCase());
const look = () => {
  const wanted = search.value.trim().toLowerCase();
  hits = [], hit = -1;
  if (wanted) whole.forEach((content, n) => {
    for (let at = content.indexOf(wanted); at >= 0 && hits.length < 5000; at = content.indexOf(wanted, at + wanted.length)) {
      const start = starts[n] + points(content.slice(0, at));
      hits.push([start, start + points(wanted)]);
    }
  });
  highlight("cr-search", hits.slice(0, 500).map(([a, b]) => rangeOf(a, b)).filter(Boolean));
  found.textContent = wanted ? `${hits.length.toLocaleString("en")} found` : "";
  next.hidden = !hits.length;
};
const step = () => {
  if (!hits.length) return;
  hit = (hit + 1) % hits.length;
  found.textContent = `${hit + 1} of ${hits.length.toLocaleString("en")}`;
  const range = rangeOf(...hits[hit]);
  scrollTo(range);
  if (!highlight("cr-target", [range])) { const s = getSelection(); s.removeAllRanges(); s.addRange(range); }
};
let waiting = 0;
search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(look, 120); });
search.addEventListener("keydown", event => { if (event.key === "Enter") { event.preventDefault(); clearTimeout(waiting); if (hit < 0) look(); step(); } });
next.addEventListener("click", step);
controls.append(layerBox, only, make("span", {}, search, " ", next, " ", found));
controls.hidden = false;

// Marks by keyboard: one button before each mark, of which one is in the tab order; arrows go on.
const first = new Map();
for (const [node, rows] of elements) for (const n of rows) if (!first.has(n)) first.set(n, node);
const buttons = [];
for (const [n, node] of [...first].sort((a, b) => a[0] - b[0])) {
  const row = data.rows[n], kind = data.layers[row[L]][2];
  // an empty inline element: a real button would open a place to break the line, and copied text would break there
  const button = make("span", { className: "v", tabIndex: -1 });
  button.setAttribute("role", "button");
  button.setAttribute("aria-label", row[TITLE].toLowerCase().includes(kind.toLowerCase()) ? row[TITLE] : `${kind}: ${row[TITLE]}`);
  button.dataset.n = n;
  node.before(button);
  buttons.push(button);
}
const move = (button, by) => {
  const shown = buttons.filter(one => visible(Number(one.dataset.n)));
  const to = shown[(shown.indexOf(button) + by + shown.length) % shown.length];
  if (to) to.focus();
};
text.addEventListener("keydown", event => {
  if (!event.target.classList.contains("v")) return;
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (by) { event.preventDefault(); move(event.target, by); }
  else if (event.key === "Home" || event.key === "End") { event.preventDefault(); move(null, event.key === "Home" ? 1 : 0); }
});
text.addEventListener("focusin", event => {
  if (!event.target.classList.contains("v")) return;
  for (const one of buttons) one.tabIndex = one === event.target ? 0 : -1;
  const n = Number(event.target.dataset.n);
  tell([n]);
  const range = rangeOf(data.rows[n][START], data.rows[n][END]);
  if (range) scrollTo(range);
});

// What a mark says.
let back = null, frozen = false;
const tell = (rows, pinned = true) => {
  for (const node of text.querySelectorAll(".here")) node.classList.remove("here");
  const close = make("button", { type: "button", className: "do close", textContent: "Close" });
  close.addEventListener("click", hush);
  panel.replaceChildren(close);
  for (const n of rows) {
    const row = data.rows[n], list = make("dl");
    for (const [name, value] of row[FACTS]) list.append(make("dt", { textContent: data.names[name] }), make("dd", { textContent: value }));
    const ways = make("div", { className: "ways" });
    ways.append(make("a", { href: `#${row[START]}-${row[END]}`, textContent: `Link to characters ${row[START]}–${row[END]}` }));
    for (const [a, b] of row[OTHER]) ways.append(make("a", { href: `#${a}-${b}`, textContent: "What it contradicts" }));
    const line = document.querySelector(`tr[data-row="${CSS.escape(row[ID])}"]`);
    if (line) {
      const to = make("button", { type: "button", className: "do", textContent: "Row in the table" });
      to.addEventListener("click", () => { line.tabIndex = -1; line.scrollIntoView({ block: "center" }); line.focus(); });
      ways.append(to);
    }
    panel.append(make("p", { className: "what", textContent: row[TITLE] }), list, ways);
    if (pinned && n === rows[0]) for (const [node, of] of elements) if (of.includes(n) && node.dataset.r) node.classList.add("here");
  }
  if (back) {
    const to = make("button", { type: "button", className: "do", textContent: "Back to the table" }), link = back;
    to.addEventListener("click", () => { link.scrollIntoView({ block: "center" }); link.focus(); });
    panel.append(to);
  }
  panel.hidden = !rows.length && !back;
  frozen = pinned && rows.length > 0;
};
const hush = () => { panel.hidden = true; frozen = false; back = null; highlight("cr-target", []); for (const node of text.querySelectorAll(".here")) node.classList.remove("here"); };
root.addEventListener("keydown", event => { if (event.key === "Escape" && event.target !== search) hush(); });
const rowsAt = node => {
  const rows = [];
  for (let one = node.closest("[data-r]"); one && text.contains(one); one = one.parentElement && one.parentElement.closest("[data-r]"))
    rows.push(...one.dataset.r.split(" ").map(Number).filter(visible));
  // the narrowest mark first: it is what was pointed at
  return [...new Set(rows)].sort((a, b) => data.rows[a][END] - data.rows[a][START] - data.rows[b][END] + data.rows[b][START]);
};
text.addEventListener("pointerover", event => {
  if (event.pointerType !== "mouse" || frozen) return;
  const rows = rowsAt(event.target);
  if (rows.length) tell(rows, false);
});
text.addEventListener("click", event => {
  if (getSelection().toString()) return;
  const rows = rowsAt(event.target);
  back = null;
  if (rows.length) tell(rows); else hush();
});
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
  const range = selection.getRangeAt(0);
  const a = offsetOf(range.startContainer, range.startOffset), b = offsetOf(range.endContainer, range.endOffset);
  if (a === null || b === null || b <= a) return;
  panel.replaceChildren(make("a", { href: `#${a}-${b}`, textContent: `Link to the words chosen, characters ${a}–${b}` }));
  panel.hidden = false;
});

// Links to passages.
const open = (start, end) => {
  const range = rangeOf(start, end);
  if (!range) return false;
  scrollTo(range);
  const exact = data.rows.map((row, n) => n).filter(n => data.rows[n][START] === start && data.rows[n][END] === end && visible(n) && first.has(n));
  tell(exact);
  if (!highlight("cr-target", [range])) { const s = getSelection(); s.removeAllRanges(); s.addRange(range); }
  const button = exact.length && buttons.find(one => Number(one.dataset.n) === exact[0]);
  if (button) { for (const one of buttons) one.tabIndex = one === button ? 0 : -1; button.focus({ preventScroll: true }); }
  return true;
};
const place = address => /^#(\d{1,9})-(\d{1,9})$/.exec(address || "");
const follow = () => { const found = place(location.hash); if (found) open(Number(found[1]), Number(found[2])); };
window.addEventListener("hashchange", follow);
const fileOf = path => decodeURIComponent(path.split("/").pop()).replace(/\.(ipynb|html)$/, "");
document.addEventListener("click", event => {
  const link = event.target.closest && event.target.closest("a[href*='#']");
  if (!link) return;
  const address = new URL(link.getAttribute("href"), location.href), found = place(address.hash);
  if (!found || !root.isConnected || fileOf(address.pathname) !== fileOf(location.pathname)) return;
  event.preventDefault();
  event.stopPropagation(); // JupyterLab would open the notebook anew
  if (!root.contains(link)) back = link;
  if (!document.querySelector(".jp-Notebook")) history.pushState(null, "", found[0]);
  open(Number(found[1]), Number(found[2]));
}, true);
window.addEventListener("popstate", () => { if (place(location.hash)) follow(); else if (back) { back.scrollIntoView({ block: "center" }); back.focus(); } });

// The margin map.
const length = Math.max(1, starts.length ? starts[starts.length - 1] + points(blocks[blocks.length - 1].textContent) : 1);
const columns = layers.filter(name => name !== "themes");
const draw = () => {
  const space = "http://www.w3.org/2000/svg", svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", `0 0 ${columns.length * 10} 1000`);
  svg.setAttribute("preserveAspectRatio", "none");
  const colour = { quotes: "--quotes", actors: "--actors", times: "--times", consistency: "--consistency" };
  const paths = {};
  data.rows.forEach((row, n) => {
    const column = columns.indexOf(layers[row[L]]);
    if (column < 0 || !visible(n)) return;
    let name = colour[layers[row[L]]];
    if (!name) {
      const node = first.get(n), look = node ? node.className : "";
      name = look.includes("positive") ? "--positive" : look.includes("negative") ? "--negative" : null;
      if (!name) return;
    }
    const y = (1000 * row[START]) / length, height = Math.max(1.5, (1000 * (row[END] - row[START])) / length);
    paths[name] = (paths[name] || "") + `M${column * 10 + 1} ${y.toFixed(1)}h8v${height.toFixed(1)}h-8z`;
  });
  for (const [name, path] of Object.entries(paths)) {
    const node = document.createElementNS(space, "path");
    node.setAttribute("d", path);
    node.style.fill = `var(${name})`;
    svg.append(node);
  }
  map.replaceChildren(svg);
};
map.addEventListener("click", event => {
  const box = map.getBoundingClientRect(), offset = Math.floor(((event.clientY - box.top) / box.height) * length);
  const range = rangeOf(offset, offset + 1);
  if (range) range.startContainer.parentElement.scrollIntoView({ block: "center" });
});
const refresh = () => {
  draw();
  const shown = buttons.filter(one => visible(Number(one.dataset.n)));
  for (const one of buttons) one.hidden = !visible(Number(one.dataset.n));
  if (!shown.some(one => one.tabIndex === 0)) { for (const one of buttons) one.tabIndex = -1; if (shown[0]) shown[0].tabIndex = 0; }
};
refresh();
follow();
})();
