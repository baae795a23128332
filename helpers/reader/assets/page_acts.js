// Everything is drawn from the state.
const VIEWS = { voices: voicesView, people: peopleView, times: timesView, tone: toneView, checks: checksView, phrases: phrasesView, words: wordsView };
const quoteNodes = $$("mark.q", text), otherNodes = $$(".t, .x", text), named = $$("mark[data-who]", text);
const render = () => {
  const { lens, voice } = state, scrolled = body.dataset.lens === lens ? body.scrollTop : 0;
  page.dataset.lens = lens; body.dataset.lens = lens;
  body.setAttribute("aria-labelledby", "tab-" + (lens === "words" ? before : lens));
  const only = lens === "voices" && voice !== null;
  page.classList.toggle("only", only);
  for (const node of quoteNodes) {
    const quote = quoteOf.get(node.dataset.q);
    node.classList.toggle("on", only && inVoice(quote.v, voice)); node.classList.toggle("here", state.row === quote.id);
  }
  for (const node of $$(".seg, .sign", strip)) node.classList.toggle("off", only && !inVoice(Number(node.dataset.v), voice));
  for (const chip of $$(".legend button")) chip.setAttribute("aria-pressed", String(only && (chip.dataset.voice === String(voice) || chip.dataset.voice === REST && voice !== REST && !coloured(voice))));
  for (const tab of $$("[role=tab]")) { const on = tab.dataset.lens === lens; tab.setAttribute("aria-selected", String(on)); tab.tabIndex = on || lens === "words" && tab.dataset.lens === before ? 0 : -1; }
  for (const node of otherNodes) node.classList.toggle("here", state.row !== null && (node.dataset.t === state.row || node.dataset.x === state.row));
  light(lens === "people" ? state.actor : null);
  const focused = body.contains(document.activeElement) && (document.activeElement.dataset.row ?? null);
  body.replaceChildren(...[VIEWS[lens](), yours()].flat(9).filter(Boolean));
  body.scrollTop = scrolled;
  if (focused !== false && focused !== null) $(`[data-row="${CSS.escape(focused)}"]`, body)?.focus({ preventScroll: true });
  const hits = lens === "words" ? hitsOf(state.query) : lens === "phrases" && state.phrase !== null ? data.phrases[state.phrase].m : lens === "people" && state.actor !== null ? data.people[state.actor].m : [];
  paint("found", lens === "people" ? [] : hits); tickHits(hits);
  layOut(); roving();
};

// The strip: map, legend, filter.
const picture = $("svg", strip);
const onStrip = at => { const block = blockAt(at); return block ? (block.x + Math.min(at, block.e) - block.s) / data.total : 0; };
const fromStrip = share => { const x = share * data.total, block = data.blocks.findLast(one => one.x <= x) || data.blocks[0]; return block ? Math.min(block.e, Math.round(block.s + x - block.x)) : 0; };
const tickHits = hits => {
  for (const node of $$(".hit", picture)) node.remove();
  picture.append(...hits.slice(0, 999).map(([from]) => s("line", { class: "hit", x1: onStrip(from) * data.total, x2: onStrip(from) * data.total, y1: 0, y2: 9 })));
};
const drawSigns = () => {
  for (const node of $$(".sign", strip)) node.remove();
  const left = strip.getBoundingClientRect().left, boxes = $$(".seg", strip).map(seg => [seg, seg.getBoundingClientRect()]);
  for (const [seg, box] of boxes) {
    const letter = voiceOf(Number(seg.dataset.v)).sign;
    if (box.width < 5 + 7 * letter.length) continue;
    const node = h("span", { class: "sign " + tint(Number(seg.dataset.v)), "data-v": seg.dataset.v, "aria-hidden": "true" }, letter);
    node.style.left = box.left + box.width / 2 - left + "px";
    strip.append(node);
  }
};
const view = strip.appendChild(h("div", { class: "view live", "aria-hidden": "true" }));
const showView = () => {
  const top = strip.getBoundingClientRect().bottom, seen = [];
  for (let n = 0; n < blockNodes.length; n += 1) {
    const box = blockNodes[n].getBoundingClientRect();
    if (box.bottom > top && box.top < innerHeight && box.height) seen.push([n, box]); else if (seen.length) break;
  }
  view.hidden = !seen.length;
  if (!seen.length) return;
  const at = ([n, box], y) => { const block = data.blocks[n]; return block.s + (block.e - block.s) * Math.max(0, Math.min(1, (y - box.top) / box.height)); };
  const pad = picture.getBoundingClientRect(), from = onStrip(at(seen[0], top)), to = onStrip(at(seen.at(-1), innerHeight)), left = pad.left - strip.getBoundingClientRect().left;
  view.style.left = left + from * pad.width - 2 + "px"; view.style.width = (to - from) * pad.width + 4 + "px";
  strip.setAttribute("aria-valuenow", Math.round(100 * from));
  strip.setAttribute("aria-valuetext", paragraphAt(data.blocks[seen[0][0]].s) ? `paragraph ${paragraphAt(data.blocks[seen[0][0]].s)}` : `${Math.round(100 * from)} %`);
};
let held = false;
const goTo = (at, smooth) => {
  const there = rangeOf(at, Math.min(at + 1, data.text.length)).getBoundingClientRect();
  scrollTo({ top: scrollY + there.top - innerHeight * .3, behavior: smooth && !long ? "auto" : "instant" });
};
const scrub = (event, smooth) => {
  const box = picture.getBoundingClientRect();
  goTo(fromStrip(Math.max(0, Math.min(1, (event.clientX - box.left) / box.width))), smooth);
};
strip.addEventListener("pointerdown", event => { held = event.clientX; strip.setPointerCapture(event.pointerId); });
strip.addEventListener("pointermove", event => { if (held !== false && Math.abs(event.clientX - held) > 3) scrub(event, false); });
strip.addEventListener("pointerup", event => {
  if (held !== false && Math.abs(event.clientX - held) <= 3) {
    const box = picture.getBoundingClientRect(), seg = document.elementsFromPoint(event.clientX, event.clientY).find(node => node.classList.contains("seg"));
    const at = fromStrip((event.clientX - box.left) / box.width), own = seg && outer.filter(one => String(one.v) === seg.dataset.v);
    const quote = own && (own.find(one => one.s <= at && at <= one.e) || own.reduce((a, b) => Math.abs(a.s - at) < Math.abs(b.s - at) ? a : b));
    if (quote) openQuote(quote); else scrub(event, true);
  }
  held = false;
});
strip.addEventListener("keydown", event => {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key], ends = { Home: 0, End: data.text.length - 1 }[event.key];
  if (by) {
    const top = strip.getBoundingClientRect().bottom, first = blockNodes.findIndex(node => node.getBoundingClientRect().bottom > top + 2);
    goTo(data.blocks[Math.max(0, Math.min(data.blocks.length - 1, first + by))].s, true);
  } else if (ends !== undefined) goTo(Math.max(0, ends), true); else return;
  event.preventDefault();
});
$(".legend").addEventListener("click", event => {
  const chip = event.target.closest("[data-voice]");
  if (!chip) return;
  paint("target", []);
  const off = chip.getAttribute("aria-pressed") === "true", key = chip.dataset.voice === REST ? REST : Number(chip.dataset.voice);
  change({ lens: "voices", voice: off ? null : key, open: off || key === REST ? null : key, row: null, wrong: null });
  if (!off) bring();
  if (!off) toRow(`[data-row="${key === REST ? data.voices.findIndex(one => one.c === GREY) : key}"]`);
});

// Names in the margin do not run into each other: heights are measured once a name, places read before any is set.
const ruler = text.appendChild(h("div", { "aria-hidden": "true" })), heights = new Map();
Object.assign(ruler.style, { position: "absolute", visibility: "hidden", font: "600 13px/1.25 var(--sans)", textAlign: "right", width: "var(--margin)" });
const measureNames = () => {
  const names = [...new Set(named.map(node => phone.matches ? "x" : node.dataset.who))], boxes = names.map(name => h("div", {}, name));
  ruler.replaceChildren(...boxes);
  heights.clear(); names.forEach((name, n) => heights.set(name, boxes[n].offsetHeight));
  ruler.replaceChildren();
};
const layOut = () => {
  const only = page.classList.contains("only"), tops = new Map();
  for (const node of named) {
    const block = node.closest("[data-s]");
    if (!tops.has(block)) { const box = block.getBoundingClientRect(); tops.set(block, long && (box.bottom < -innerHeight || box.top > 2 * innerHeight) ? null : box.top); }
  }
  const near = named.map(node => [node, tops.get(node.closest("[data-s]"))]).filter(([node, top]) => top !== null && (!only || node.classList.contains("on")));
  const places = near.map(([node, top]) => [node, node.getClientRects()[0]?.top ?? 0, top]);
  let low = -Infinity;
  for (const [node, wanted, block] of places) {
    const top = Math.max(wanted - 1, low), said = Math.round(top - block) + "px";
    if (node.style.getPropertyValue("--top") !== said) node.style.setProperty("--top", said);
    low = top + heights.get(phone.matches ? "x" : node.dataset.who) + (phone.matches ? 4 : 5);
  }
  drawCourse(); showView();
};

// The text answers.
const CURRENT = { voices: "mark.q", people: ".a", times: ".t", tone: "[data-p]", checks: ".x", phrases: null, words: null };
const current = () => {
  if (!CURRENT[state.lens]) return [];
  const nodes = $$(CURRENT[state.lens], text), only = page.classList.contains("only");
  return nodes.filter(node => (state.lens !== "voices" || node.id && (!only || node.classList.contains("on"))) && (state.lens !== "people" || state.actor === null || node.classList.contains("lit")));
};
// What was chosen in panel or legend comes into view, unless a part of it is there.
const bring = () => {
  const own = current(), top = strip.getBoundingClientRect().bottom, low = sheet.matches ? panel.getBoundingClientRect().top : innerHeight;
  const seen = own.some(node => { const box = node.getBoundingClientRect(); return box.bottom > top && box.top < low; });
  if (own.length && !seen) own[0].scrollIntoView({ block: "center", behavior: "instant" });
};
let roved = [];
const labelOf = node => {
  const quote = quoteOf.get(node.dataset.q);
  return quote ? `${quote.v < 0 ? "In marks" : quote.k === "indirect" ? "Retold" : "Quoted"}, ${quote.who || voiceOf(quote.v).name}: ${node.textContent}` : null;
};
const roving = () => {
  for (const node of roved) { node.removeAttribute("tabindex"); node.removeAttribute("role"); node.removeAttribute("aria-label"); }
  roved = current();
  // what holds another mark cannot be a button: its inside would be hidden from screen readers
  const every = new Set(roved), holds = new Set();
  for (const node of roved) for (let up = node.parentElement; up && up !== text; up = up.parentElement) if (every.has(up)) holds.add(up);
  const first = Math.max(0, roved.findIndex(node => node.classList.contains("here")));
  roved.forEach((node, n) => {
    node.tabIndex = n === first ? 0 : -1;
    if (node.dataset.p === undefined) { node.setAttribute("role", holds.has(node) ? "group" : "button"); const label = labelOf(node); if (label) node.setAttribute("aria-label", label); }
  });
};
const openNode = node => {
  const { q, t, x, a, p } = node.dataset;
  if (q) openQuote(quoteOf.get(q));
  else if (t) { const one = data.times.find(time => time.id === t); state.row = null; openTime(one); }
  else if (x) { const one = data.checks.find(check => check.id === x); change({ lens: "checks", row: x, wrong: null }); lift(true); paint("target", [[one.s, one.e], [one.s2, one.e2]]); toRow(`[data-row="${x}"]`); }
  else if (a) { const n = Number(a.split(" ")[0]); change({ lens: "people", actor: n, row: null }); lift(true); toRow(`[data-row="${n}"]`); }
  else if (p) { const one = data.tone.find(part => String(part.p) === p); if (one) { lift(true); openTone(one); } }
};
let step = -1;
const next = by => {
  const passages = state.lens === "words" || state.phrase !== null, own = current();
  const nodes = own.length || passages ? own : $$("mark.q[id]", text); // where a view marks nothing, from quotation to quotation
  if (nodes.length) {
    const top = strip.getBoundingClientRect().bottom, active = document.activeElement;
    const at = nodes.indexOf(active) >= 0 ? nodes.indexOf(active) : nodes.findIndex(node => node.classList.contains("here"));
    const from = at >= 0 ? at : by > 0 ? nodes.findIndex(node => node.getBoundingClientRect().top > top) - 1 : nodes.length;
    const node = nodes[Math.max(0, Math.min(nodes.length - 1, from + by))];
    if (node.dataset.q) openQuote(quoteOf.get(node.dataset.q)); else node.scrollIntoView({ block: "center" });
    node.focus({ preventScroll: true });
    return;
  }
  const hits = state.lens === "words" ? hitsOf(state.query) : state.phrase !== null ? data.phrases[state.phrase].m : [];
  if (!hits.length) return;
  step = (step + by + hits.length) % hits.length;
  state.row = hits[step][0]; target(...hits[step]); render();
};
text.addEventListener("click", event => {
  if (!getSelection().isCollapsed) return;
  const { lens } = state, of = what => event.target.closest(what);
  const node = lens === "people" && of(".a") || lens === "times" && of(".t") || lens === "checks" && of(".x") || of("mark.q") || lens === "tone" && of("[data-p]") || of(".x") || of(".t") || of(".a");
  if (node) openNode(node); else if (sheet.matches) lift(false);
});
const selected = () => {
  const selection = getSelection();
  if (selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
  const range = selection.getRangeAt(0);
  let from = offsetOf(range.startContainer, range.startOffset), to = offsetOf(range.endContainer, range.endOffset);
  if (from === null || to === null) return;
  while (from < to && /\s/.test(data.text[from])) from += 1;
  while (to > from && /\s/.test(data.text[to - 1])) to -= 1;
  const inWord = at => /[\p{L}\p{N}]{2}/u.test(data.text.slice(at - 1, at + 1)); // whole words, as a pointer rarely meets them
  if (from < to) { while (from && inWord(from)) from -= 1; while (to < data.text.length && inWord(to)) to += 1; }
  if (to - from > 1) { ask(words(from, to), [from, to]); lift(true); }
};
document.addEventListener("pointerup", event => { if (!panel.contains(event.target)) setTimeout(selected, 10); });
document.addEventListener("keyup", event => { if (event.shiftKey && event.key.startsWith("Arrow")) selected(); });
let typing = 0;
const searched = () => { step = -1; if (search.value.trim().length > 1) ask(search.value); else if (state.lens === "words") change({ lens: before, query: "" }); };
search.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(searched, 90); });
$("#seek").addEventListener("click", () => { panel.classList.add("seeking"); lift(true); search.focus(); });
search.form.addEventListener("submit", event => { event.preventDefault(); clearTimeout(typing); if (search.value !== state.query) searched(); next(1); });
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("#method").open) return;
  if (event.key === "Escape") {
    if (state.lens === "words") leave(); else if (state.row !== null || state.wrong !== null) change({ row: null, wrong: null }); else change({ voice: null, open: null, actor: null, phrase: null, unheard: null });
    paint("target", []); lift(false); search.blur(); getSelection().removeAllRanges();
    return;
  }
  if (event.target.matches("input, textarea, select")) return;
  if (event.key === "/") { event.preventDefault(); panel.classList.add("seeking"); lift(true); search.focus(); }
  else if (event.key === "j" || event.key === "k") next(event.key === "j" ? 1 : -1);
  else if (/^[1-6]$/.test(event.key)) openTab(LENSES[event.key - 1][0]);
  else if ((event.key === "Enter" || event.key === " ") && text.contains(document.activeElement) && document.activeElement !== text) { event.preventDefault(); openNode(document.activeElement); }
});
const openTab = lens => { search.value = ""; paint("target", []); panel.classList.remove("seeking"); change({ lens, row: null, query: "", wrong: null, all: false }); body.scrollTop = 0; lift(true); };
$(".tabs").prepend(...LENSES.map(([key, name], n) => h("button", { type: "button", role: "tab", id: "tab-" + key, "data-lens": key, "aria-controls": "body", title: `Key ${n + 1}`,
  onclick: () => sheet.matches && panel.classList.contains("up") && state.lens === key ? lift(false) : openTab(key) }, key === "people" ? ["People", h("span", { class: "longer" }, " & places")] : name, key === "checks" && data.checks.length ? h("i", {}, " " + data.checks.length) : null)));
$(".tabs").addEventListener("keydown", event => {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const tabs = $$("[role=tab]"), to = tabs[(tabs.indexOf(document.activeElement) + by + 6) % 6];
  openTab(to.dataset.lens); to.focus();
});
$("#how").setAttribute("role", "button");
$("#how").addEventListener("click", event => { event.preventDefault(); $("#method").showModal(); });

// The sheet on phones follows the finger.
let pulled = null;
for (const handle of [$("#grip"), $(".tabs")]) {
  handle.addEventListener("pointerdown", event => { pulled = event.clientY; });
  handle.addEventListener("pointerup", event => { if (pulled !== null && Math.abs(event.clientY - pulled) > 24) lift(event.clientY < pulled); pulled = null; });
  handle.addEventListener("pointercancel", () => { pulled = null; });
}
$("#grip").addEventListener("click", () => lift(false));

// Links to characters: #1867-2060. In a frame they must not lead to the page around it.
const spanOf = hash => {
  const [, from, to] = /^#(\d{1,9})-(\d{1,9})$/.exec(hash || "")?.map(Number) || [];
  return to === undefined || from >= to || unit(to) > data.text.length ? null : [unit(from), unit(to)];
};
const follow = hash => {
  const span = spanOf(hash);
  if (!span) return;
  const quote = data.quotes.find(one => one.s === span[0] && one.e === span[1]);
  if (quote) openQuote(quote); else target(...span);
};
addEventListener("hashchange", () => follow(location.hash));
document.addEventListener("click", event => {
  const link = event.target.closest?.("a[href^='#']"), hash = link?.getAttribute("href");
  if (!link || event.defaultPrevented) return;
  if (spanOf(hash)) { event.preventDefault(); if (!framed) try { history.pushState(null, "", hash); } catch { /* no address */ } follow(hash); }
  else if (hash === "#text") { event.preventDefault(); text.tabIndex = -1; text.focus(); text.scrollIntoView(); }
});
addEventListener("message", event => {
  const asked = event.data;
  if (asked?.closeReading === "open") follow(`#${asked.start}-${asked.end}`);
  else if (asked?.closeReading === "taken") say("Kept; the notebook writes it to the file");
});
const measure = () => { root.style.setProperty("--bar", (phone.matches ? strip : $(".bar")).offsetHeight + "px"); measureNames(); drawSigns(); render(); };
for (const [name, value] of [["role", "slider"], ["tabindex", "0"], ["aria-label", "Place in the article"], ["aria-valuemin", "0"], ["aria-valuemax", "100"], ["aria-valuenow", "0"]]) strip.setAttribute(name, value);
let sizing = 0;
addEventListener("resize", () => { cancelAnimationFrame(sizing); sizing = requestAnimationFrame(measure); });
let moving = 0;
addEventListener("scroll", () => { cancelAnimationFrame(moving); moving = requestAnimationFrame(long ? layOut : showView); }, { passive: true });
addEventListener("beforeprint", () => change({ lens: "voices", voice: null }));
root.classList.remove("plain");
measure(); paintNotes(); follow(location.hash);
document.fonts?.ready.then(measure);
