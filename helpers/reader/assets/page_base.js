// Data and small tools. Offsets come as code points and are turned into JavaScript's UTF-16 once, here.
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement, page = document.body;
const $ = (what, within = document) => within.querySelector(what);
const $$ = (what, within = document) => [...within.querySelectorAll(what)];
const SVG = "http://www.w3.org/2000/svg";
const fill = (node, attributes, children) => {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(9).filter(child => child !== null && child !== undefined && child !== false));
  return node;
};
const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
const text = $("#text"), panel = $("#panel"), body = $("#body"), strip = $("#strip"), search = $("#search");
const phone = matchMedia("(max-width: 52rem)"), sheet = matchMedia("(max-width: 44rem)"); // as in the style
const framed = window.parent !== window;

// Code points to UTF-16 and back; the same where no sign lies outside the first plane.
const wide = [];
for (let at = 0, n = 0; at < data.text.length; at += 1, n += 1) if (data.text.codePointAt(at) > 0xffff) { wide.push(n); at += 1; }
const below = (list, wanted) => { let a = 0, b = list.length; while (a < b) { const m = a + b >> 1; if (list[m] < wanted) a = m + 1; else b = m; } return a; };
const unit = point => point === null || !wide.length ? point : point + below(wide, point);
const wideUnits = wide.map((point, n) => point + n);
const code = at => wide.length ? at - below(wideUnits, at) : at;
const OFFSETS = new Set(["s", "e", "s2", "e2", "cs", "ce", "rs", "re"]), SPANS = new Set(["m", "again"]);
const convert = one => {
  for (const [key, value] of Object.entries(one)) {
    if (OFFSETS.has(key)) one[key] = unit(value);
    else if (SPANS.has(key)) for (const span of value) { span[0] = unit(span[0]); span[1] = unit(span[1]); }
  }
};
if (wide.length) for (const name of ["blocks", "voices", "quotes", "people", "times", "tone", "checks", "compared", "phrases"]) data[name].forEach(convert);
if (wide.length) Object.values(data.unheard).flat().forEach(convert);

const words = (from, to) => data.text.slice(from, to);
const many = (n, one, more = one + "s") => `${n.toLocaleString("en")} ${n === 1 ? one : more}`;
const quoteOf = new Map(data.quotes.map(quote => [quote.id, quote]));
const GREY = "G", REST = "rest", SCARE = { name: "In marks, said by nobody", short: "In marks", sign: "“", c: GREY, type: "", marked: 0, retold: 0 };
const voiceOf = key => data.voices[key] || SCARE;
const tint = key => "v" + voiceOf(key).c;
const coloured = key => voiceOf(key).c !== GREY;
const inVoice = (key, voice) => key === voice || voice === REST && key >= 0 && !coloured(key);
const badge = key => h("b", { class: "badge " + (key === null ? "writer" : tint(key)) }, key === null ? "" : voiceOf(key).sign);
const signed = value => {
  const shown = Math.abs(value).toFixed(2);
  return (+shown ? value > 0 ? "+" : "−" : "") + shown;
};
const outer = data.quotes.filter(quote => quote.v >= 0 && !quote.in);
const outerStarts = outer.map(quote => quote.s);
const quoteAt = at => { const n = below(outerStarts, at + 1) - 1; return n >= 0 && at < outer[n].e ? outer[n] : n > 0 && at < outer[n - 1].e ? outer[n - 1] : null; };
const voiceAt = at => quoteAt(at)?.v ?? null;

// Local storage is refused in a frame without an origin, and in private windows; then notes last as long as the page.
const keep = (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* refused */ } };
const kept = (name, otherwise) => { try { return JSON.parse(localStorage.getItem(name)) ?? otherwise; } catch { return otherwise; } };

// From characters to places in the page, and back.
const blockNodes = $$("[data-s]", text);
// In a long text blocks far from what is seen are neither styled nor laid out until one comes near them.
const LONG = 30000, LINE = 31, SIGNS = 64; // characters; pixels of a line and characters in it, as a first guess
const long = data.total > LONG;
if (long) {
  root.classList.add("long");
  data.blocks.forEach((block, n) => { blockNodes[n].style.containIntrinsicBlockSize = `auto ${LINE * Math.ceil((block.e - block.s) / SIGNS)}px`; });
}
const blockStarts = blockNodes.map(node => unit(Number(node.dataset.s)));
const blockAt = at => data.blocks[Math.max(0, below(blockStarts, at + 1) - 1)];
const paragraphAt = at => { const block = blockAt(at); return block && (block.p || data.blocks.find(one => one.s > at && one.p)?.p) || null; };
const leaves = node => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
};
const known = new Map();
const leavesOf = n => { if (!known.has(n)) known.set(n, leaves(blockNodes[n])); return known.get(n); };
const point = (at, after) => {
  const n = Math.max(0, below(blockStarts, at + (after ? 1 : 0)) - 1);
  let left = Math.max(0, at - blockStarts[n]), last = null;
  for (const leaf of leavesOf(n)) {
    if (after ? left < leaf.length : left <= leaf.length) return [leaf, left];
    left -= leaf.length; last = leaf;
  }
  return last ? [last, last.length] : [blockNodes[n], 0];
};
const rangeOf = (from, to) => {
  const range = document.createRange();
  range.setStart(...point(from, true)); range.setEnd(...point(to, false));
  return range;
};
const offsetOf = (node, within) => {
  const block = (node.nodeType === 1 ? node : node.parentElement).closest("[data-s]");
  if (!block) return null;
  const range = document.createRange();
  range.setStart(block, 0); range.setEnd(node, within);
  return blockStarts[blockNodes.indexOf(block)] + range.toString().length;
};
const paint = (name, spans) => {
  if (!window.CSS?.highlights || !blockNodes.length) return;
  if (spans.length) CSS.highlights.set(name, new Highlight(...spans.slice(0, 999).map(([from, to]) => rangeOf(from, to))));
  else CSS.highlights.delete(name);
};
const reveal = (from, to, again = long ? 12 : 0) => {
  const box = rangeOf(from, to).getBoundingClientRect();
  const top = strip.getBoundingClientRect().bottom + 30;
  const end = sheet.matches && panel.classList.contains("up") ? innerHeight * .5 : innerHeight - 60;
  if (box.top < top || box.bottom > end) scrollTo({ top: scrollY + box.top - top - Math.max(0, (end - top) * .28 - box.height / 2), behavior: long ? "instant" : "auto" });
  if (again) requestAnimationFrame(() => reveal(from, to, again - 1)); // heights on the way were guesses
};

// State: one open tab (that is the one layer in the text), and what is chosen in it.
const LENSES = [["voices", "Voices"], ["people", "People & places"], ["times", "Times"], ["tone", "Tone"], ["checks", "Checks"], ["phrases", "Themes"]];
const state = { lens: "voices", voice: null, open: null, actor: null, phrase: null, row: null, unheard: null, query: "", span: null, all: false, wrong: null };
const store = "close-reading:" + data.sha;
const notes = kept(store + ":notes", []), judged = kept(store + ":corrections", []);
const change = wanted => { Object.assign(state, wanted); render(); };
const lift = up => panel.classList.toggle("up", up);
let fading = 0;
const say = message => {
  const toast = $("#toast");
  toast.textContent = message; toast.classList.add("shown");
  clearTimeout(fading); fading = setTimeout(() => toast.classList.remove("shown"), 1800);
};
const copy = async (what, message) => {
  try { await navigator.clipboard.writeText(what); }
  catch {
    const box = h("textarea", {}, what);
    page.append(box); box.select(); document.execCommand("copy"); box.remove();
  }
  say(message);
};
const download = (name, kind, content) => {
  const link = h("a", { href: URL.createObjectURL(new Blob([content], { type: kind })), download: name });
  page.append(link); link.click(); link.remove();
};
const place = (from, to) => `#${code(from)}-${code(to)}`;
const mark = hash => { try { history.replaceState(null, "", hash); } catch { /* a frame has no address of its own */ } };
const target = (from, to) => { mark(place(from, to)); paint("target", [[from, to]]); reveal(from, to); };
const address = (from, to) => location.href.split("#")[0] + place(from, to);
const citation = (from, to, who) => {
  const known = data.from, quoted = words(from, to).replace(/^[“"]|[”",]+$/g, "").replaceAll("“", "‘").replaceAll("”", "’");
  const work = [known.author, known.title ? `“${known.title}”` : "untitled article", known.outlet, known.day || "no date known"].filter(Boolean).join(", ");
  const where = paragraphAt(from) ? `¶ ${paragraphAt(from)}, ` : "";
  return `“${quoted}” (${who ? who + ", in: " : ""}${work}, ${where}${data.name}, SHA-256 ${data.sha.slice(0, 8)}…, characters ${code(from)}–${code(to)})`;
};
const csv = cells => cells.map(cell => /[",\n\r]/.test(cell) ? `"${String(cell).replaceAll('"', '""')}"` : cell).join(",");
