// Pieces of the panel: places, lines in context, what one can do with words, and saying that a row is wrong.
const CONTEXT = 40, FIRST = 60;
const pilcrow = at => { const p = paragraphAt(at); return p ? h("small", {}, "¶\u00a0" + p) : null; };
const bit = (from, to, more = {}) => h("button", { type: "button", class: "bit " + (more.class || ""), onclick: more.onclick || (() => target(from, to)) },
  more.content || words(from, to), "\u00a0", pilcrow(from));
const within = (from, to) => { // a place in its sentence
  const sentence = data.tone.flatMap(one => one.m).find(one => one[0] <= from && from < one[1]);
  const block = blockAt(from), [a, b] = sentence || [Math.max(block.s, from - 90), Math.min(block.e, to + 90)];
  return [words(a, from), h("mark", {}, words(from, to)), words(to, Math.max(to, b))];
};
const kwic = (from, to) => h("button", { type: "button", class: "kwic" + (state.row === from ? " here" : ""), onclick: () => { state.row = from; state.wrong = null; target(from, to); render(); } },
  h("span", { class: "left" }, h("bdi", {}, words(Math.max(blockAt(from).s, from - 44), from).replace(/\s$/, "\u00a0"))), h("span", {}, h("b", {}, words(from, to)), words(to, Math.min(blockAt(from).e, to + 48))));
const lines = (spans, after) => {
  const shown = state.all ? spans : spans.slice(0, FIRST);
  return [h("ul", { class: "lines" }, shown.map(([from, to]) => h("li", {}, badge(voiceAt(from)), kwic(from, to), state.row === from && after ? after(from, to) : null))),
    shown.length < spans.length ? h("button", { type: "button", class: "link more", onclick: () => change({ all: true }) }, `All ${spans.length.toLocaleString("en")}`) : null];
};
const acts = (from, to, who, extra) => h("div", { class: "acts" },
  h("button", { type: "button", class: "link", onclick: () => copy(citation(from, to, who), "Copied, with its citation") }, "Copy quotation"),
  framed ? null : h("button", { type: "button", class: "link", onclick: () => copy(address(from, to), "Link copied") }, "Copy link"), extra);

// The line for the corrections file, in the order of its columns.
const lineOf = (table, from, to, kind, column, value) => {
  const cells = { kind, text: words(from, to), table, start: code(from), end: code(to), before: words(Math.max(0, from - CONTEXT), from), after: words(to, to + CONTEXT),
    column: column || "", value: value || "", when: new Date().toISOString().slice(0, 10) };
  return data.columns.map(name => cells[name] ?? "");
};
// choices: [what is wrong, kind of line, column, what to write]
const wrongForm = (table, from, to, choices) => {
  const what = h("select", { "aria-label": "What is wrong" }, choices.map(([label], n) => h("option", { value: n }, label)));
  const name = h("input", { "aria-label": "What is right" }), shown = h("code", { tabindex: "0" });
  let cells = [];
  const write = () => {
    const [, kind, column, wanted] = choices[what.value];
    name.hidden = !column; name.placeholder = wanted || "";
    cells = lineOf(table, from, to, kind, column, column ? name.value.trim() : "");
    shown.textContent = csv(cells);
    take.disabled = Boolean(column) && !name.value.trim();
  };
  const take = h("button", { type: "button", class: "link", onclick: () => {
    judged.push(cells); keep(store + ":corrections", judged);
    if (framed) parent.postMessage({ closeReading: "correction", line: Object.fromEntries(data.columns.map((key, n) => [key, String(cells[n])])) }, "*");
    say("Kept; download the file below"); change({ wrong: null });
  } }, "Keep it");
  what.addEventListener("change", write); name.addEventListener("input", write); write();
  return h("div", { class: "wrong" }, what, name, "The line for ", h("em", {}, corrections()), ":", shown,
    h("div", { class: "acts" }, take, h("button", { type: "button", class: "link", onclick: () => copy(csv(cells), "Line copied") }, "Copy line")));
};
const corrections = () => data.name.replace(/\.[^.]*$/, "") + ".corrections.csv";
const wrong = (key, table, from, to, choices) => state.wrong === key ? null : h("button", { type: "button", class: "link", onclick: () => change({ wrong: key }) }, "This is wrong …");
const wrongOf = (key, ...rest) => state.wrong === key ? wrongForm(...rest) : null;

// What the reader wrote: shown in every tab, to take along.
const annotation = one => ({ "@context": "http://www.w3.org/ns/anno.jsonld", type: "Annotation", motivation: "commenting", body: { type: "TextualBody", format: "text/plain", value: one.note },
  target: { source: data.from.url || `urn:sha256:${data.sha}`, selector: [{ type: "TextPositionSelector", start: one.s, end: one.e },
    { type: "TextQuoteSelector", exact: words(unit(one.s), unit(one.e)), prefix: words(Math.max(0, unit(one.s) - 32), unit(one.s)), suffix: words(unit(one.e), unit(one.e) + 32) }] } });
const yours = () => notes.length || judged.length ? h("section", { class: "yours" }, h("h4", {}, "Yours"),
  notes.map(one => bit(unit(one.s), unit(one.e), { content: [h("mark", {}, words(unit(one.s), unit(one.e))), " ", one.note] })),
  judged.length ? h("p", {}, many(judged.length, "correction")) : null,
  h("div", { class: "acts" },
    judged.length ? h("button", { type: "button", class: "link", onclick: () => download(corrections(), "text/csv", [data.columns, ...judged].map(csv).join("\n") + "\n") }, "Download corrections") : null,
    notes.length ? h("button", { type: "button", class: "link", onclick: () => download("notes.jsonld", "application/ld+json", JSON.stringify({ "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage", items: notes.map(annotation) }, null, 1)) }, "Download notes") : null,
    h("button", { type: "button", class: "link", onclick: () => { notes.length = judged.length = 0; keep(store + ":notes", notes); keep(store + ":corrections", judged); paintNotes(); render(); } }, "Forget them"))) : null;
const paintNotes = () => paint("noted", notes.map(one => [unit(one.s), unit(one.e)]));
