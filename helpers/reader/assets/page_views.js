// Voices.
const CLASSES = { assertive: "stands by it", doubting: "keeps a distance", demanding: "demands or warns", promising: "promises", emotional: "praises or blames", thinking: "thinks or feels", neutral: "neutral" };
const WHOSE = { direct: "all in quotation marks", mixed: "partly in quotation marks", indirect: "retold by the writer", scare: "in marks; nobody is said to say it" };
const sureOf = conf => conf === null ? "Nobody has measured how often this is right." : `Rows like this were right ${Math.round(100 * conf)} times in 100.`;
const card = quote => {
  const name = quote.v >= 0 && voiceOf(quote.v).name, example = data.examples[quote.rule];
  const facts = [["Says it", !quote.src ? "Nobody is named" : name && quote.src !== name ? `${name} (“${quote.src}”)` : quote.src],
    quote.cue && ["Verb", quote.cue === ":" ? "none, a colon" : [h("em", {}, quote.cue), quote.cls ? ` – ${CLASSES[quote.cls] || quote.cls}` : ""]],
    quote.role && ["What they are", quote.role], (quote.ch || !quote.hand) && ["Came by", [quote.ch, quote.hand ? "" : "at second hand"].filter(Boolean).join(", ")],
    ["Whose words", WHOSE[quote.k]], ["Found as", [quote.rule, example ? h("small", {}, ` as in “${example}”`) : null]], ["How sure", sureOf(quote.conf)], quote.by && ["Corrected by", quote.by]].filter(Boolean);
  const choices = [["Somebody else says it", "change", "speaker", "Who says it"], ["Nobody says it: it is the writer’s", "remove"]];
  return h("div", { class: "card" }, h("dl", {}, facts.map(([term, value]) => [h("dt", {}, term), h("dd", {}, value)])),
    acts(quote.s, quote.e, name, wrong(quote.id)), wrongOf(quote.id, "quotes", quote.s, quote.e, choices));
};
const shareBar = (voice, most) => {
  const one = 100 / most;
  return s("svg", { viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, s("rect", { class: "share-ground", width: 100, height: 8 }),
    s("rect", { class: "share said-part", width: voice.marked * one, height: 8 }), s("rect", { class: "share told", x: voice.marked * one, width: voice.retold * one, height: 8 }));
};
const owns = new Map();
for (const quote of data.quotes) { if (!owns.has(quote.v)) owns.set(quote.v, []); owns.get(quote.v).push(quote); }
const KINDS = { "named person": "named person", institution: "institution", media: "media", anonymous: "source without a name", collective: "several together" };
// who is heard, by what the article says of them: shares of all words that are somebody's, as bars with their words
const heardBars = (title, rows) => {
  const every = rows.reduce((sum, one) => sum + one.w, 0);
  return rows.length && every ? h("div", { class: "heard" }, h("p", {}, title), h("ul", {}, rows.map(one => h("li", {}, h("span", {}, one.who), h("small", {}, `${many(one.n, "voice")} · ${Math.round(100 * one.w / every)} %`),
    s("svg", { viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" }, s("rect", { class: "share-ground", width: 100, height: 4 }), s("rect", { class: "ink", width: 100 * one.w / every, height: 4 })))))) : null;
};
const heardView = () => {
  const words = (...who) => data.heard.filter(row => who.includes(row.who)).reduce((sum, one) => sum + one.w, 0);
  const every = data.heard.reduce((sum, one) => sum + one.w, 0), share = (...who) => `${Math.round(100 * words(...who) / every)} %`;
  const said = ["women", "men", "women and men together", "bodies and places"].filter(who => words(who)), unknown = ["persons of whom it is not said", "sources without a name"];
  const each = said.map((who, n) => `${who}${n ? "" : " have"} ${share(who)}${n ? "" : " of these words"}`).join(", ");
  const told = !words(...said.filter(who => who !== "bodies and places"), ...unknown) ? "No person has any of these words" : !each ? "The article does not say of any of these words whether they are a woman’s or a man’s" : `As far as the article says it, ${each}${words(...unknown) ? `; of ${share(...unknown)} it does not say` : ""}`;
  return every ? h("details", { class: "who-heard", open: state.heard, ontoggle: event => { state.heard = event.target.open; } }, h("summary", {}, told),
  heardBars("As the text calls them, of the words that are somebody’s", data.heard), heardBars("What the sources are", data.roles)) : null;
};
// who begins and who ends, and who is not heard: spoken about only, without an answer, accused and silent
const endsView = () => {
  const said = outer.filter(quote => voiceOf(quote.v).k !== "nobody" && !blockAt(quote.s).h), [first, last] = [said[0], said.at(-1)], way = quote => [h("button", { type: "button", class: "link", onclick: () => openQuote(quote) }, quote.who || voiceOf(quote.v).name), pilcrow(quote.s) ? [" (", pilcrow(quote.s), ")"] : null];
  return said.length > 1 ? h("p", { class: "ends" }, "First to speak: ", way(first), "; last: ", way(last), ".") : null;
};
const UNHEARD = [["never", "Spoken about in three sentences or more, and never speaking, nor anybody for them", one => `${one.n} sentences`], ["silent", "Gave no answer, as the article says", () => null], ["accused", "Accused, and says nothing here", one => `by ${one.by.split("; ").join(" and ")}`]];
const unheardView = () => {
  const rows = UNHEARD.flatMap(([key]) => data.unheard[key]);
  if (!rows.length) return null;
  return h("section", { class: "unheard" }, h("h3", { class: "part" }, `Not heard, or without an answer: ${new Set(rows.map(one => one.who)).size.toLocaleString("en")}`), UNHEARD.map(([key, title, of]) => data.unheard[key].length ? [h("p", {}, title),
    h("ul", { class: "rows" }, data.unheard[key].map((one, n) => {
      const own = key + n, open = state.unheard === own;
      return h("li", {}, h("button", { type: "button", class: "row", "aria-expanded": String(open), "data-row": own, onclick: () => change({ unheard: open ? null : own, row: null, all: false }) },
        h("span"), h("strong", {}, one.who), h("span", { class: "n" }, of(one))), open ? h("div", { class: "inner" }, key === "never" ? lines(one.m) : one.m.map(([from, to]) => bit(from, to))) : null);
    }))] : null));
};
const voicesView = () => {
  const keys = [...data.voices.keys(), ...(owns.has(-1) ? [-1] : [])];
  const most = Math.max(1, ...data.voices.map(voice => voice.marked + voice.retold)), others = data.words - data.narrator;
  if (!keys.length) return [h("p", {}, "Nobody is quoted: all words are the writer’s."), unheardView()];
  return [h("p", {}, `Of ${many(data.words, "word")} ${others.toLocaleString("en")} are somebody’s: in quotation marks (full), or retold (pale). The rest is the writer’s.`), heardView(), endsView(),
    h("ul", { class: "rows" }, keys.map(key => {
      const voice = voiceOf(key), open = state.open === key, own = owns.get(key) || [], share = Math.round(100 * (voice.marked + voice.retold) / Math.max(1, data.words));
      const verbs = [...new Set(own.map(quote => quote.cue.toLowerCase()).filter(Boolean))], first = own[0]?.p, last = own.at(-1)?.p;
      return h("li", { class: tint(key) }, h("button", { type: "button", class: "row", "aria-expanded": String(open), "data-row": key, onclick: () => { change(open ? { open: null, voice: null, row: null } : { open: key, voice: key >= 0 ? key : null, row: null, wrong: null }); if (!open) bring(); } },
        badge(key), h("span", {}, h("strong", {}, voice.name)), h("span", { class: "n" }, key < 0 ? many(own.length, "term") : `${many(own.length, "passage")} · ${share} %`),
        KINDS[voice.type] || voice.role ? h("span", { class: "wide role" }, [voice.role, KINDS[voice.type]].filter(Boolean).join(" · ")) : null, voice.marked + voice.retold ? h("span", { class: "wide" }, shareBar(voice, most)) : null),
      open && h("div", { class: "inner" }, voice.role ? bit(voice.rs, voice.re, { class: "who-is" }) : null, verbs.length ? h("p", { class: "verbs" }, verbs.join(" · "), first ? h("small", {}, first === last ? `¶ ${first}` : `first ¶ ${first}, last ¶ ${last}`) : null) : null,
        own.map(quote => [bit(quote.s, quote.e, { class: (quote.m.length ? "" : "told") + (state.row === quote.id ? " here" : ""), onclick: () => state.row === quote.id ? change({ row: null }) : openQuote(quote) }),
          state.row === quote.id ? card(quote) : null])));
    })), unheardView()];
};
const openQuote = quote => {
  change({ lens: "voices", open: quote.v, voice: state.voice !== null && inVoice(quote.v, state.voice) ? state.voice : null, row: quote.id, wrong: null });
  lift(true); target(quote.s, quote.e); toRow(".bit.here");
};
const toRow = what => {
  const row = $(what, body), head = row?.closest(".inner")?.previousElementSibling || row?.closest(".labels > div, .flat > div"), top = node => node.getBoundingClientRect().top;
  if (!row) return;
  const far = head && top(row) - top(head) > body.clientHeight * .4;
  body.scrollTop += top(far || !head ? row : head) - top(body) - (far ? 40 : 1);
};

// People and places.
const HOW = { name: "by name", title: "with title", pronoun: "by pronoun", joint: "jointly (“they”, “both sides”)", demonym: "as an adjective", metonym: "by its capital", description: "by description" };
const dispersion = spans => s("svg", { viewBox: `0 0 ${Math.max(1, data.text.length)} 8`, preserveAspectRatio: "none", "aria-hidden": "true" }, s("rect", { class: "share-ground", width: data.text.length, height: 8 }),
  spans.map(([from]) => s("line", { x1: from, x2: from, y1: 0, y2: 8, stroke: "currentColor", "stroke-width": 1.5, "vector-effect": "non-scaling-stroke" })));
const mentionCard = actor => (from, to) => h("div", { class: "card wide" }, acts(from, to, null, wrong("a" + from)),
  wrongOf("a" + from, "actors", from, to, [["It is somebody else", "change", "actor", "Who is meant"], ["It is nobody", "remove"]]));
const peopleView = () => {
  const shown = state.all ? [...data.people.entries()] : [...data.people.entries()].filter(([n]) => n < FIRST || n === state.actor);
  if (!data.people.length) return [h("p", {}, "Nobody is named.")];
  return [h("p", {}, "Choose a name here or in the text: all its mentions light up, pronouns too."),
    h("ul", { class: "rows" }, shown.map(([n, actor]) => {
      const open = state.actor === n, how = Object.entries(actor.how).map(([kind, count]) => `${count} ${HOW[kind] || kind}`).join(" · ");
      return h("li", {}, h("button", { type: "button", class: "row", "aria-expanded": String(open), "data-row": n, onclick: () => { change({ actor: open ? null : n, row: null, all: state.all && !open }); if (!open) bring(); } },
        h("span", { class: "n" }, actor.m.length), h("span", {}, h("strong", {}, actor.name)), h("span", { class: "n" }, actor.kind), h("span", { class: "wide" }, dispersion(actor.m))),
      open && h("div", { class: "inner" }, h("p", {}, how), lines(actor.m, mentionCard(actor))));
    })), shown.length < data.people.length ? h("button", { type: "button", class: "link more", onclick: () => change({ all: true }) }, `All ${data.people.length.toLocaleString("en")}`) : null];
};
const light = n => {
  text.classList.toggle("lighting", n !== null);
  for (const node of lit) node.classList.remove("lit");
  lit = n === null ? [] : actorNodes.filter(node => node.dataset.a.split(" ").includes(String(n)));
  for (const node of lit) node.classList.add("lit");
};
const actorNodes = $$(".a", text);
let lit = [];

// Times: each piece of the line is true to scale; where nothing is dated for long, it breaks and says for how long.
const DAY = 86400000, YEAR = 365.25 * DAY;
const moment = (iso, end) => {
  const found = /^([+-]?)(\d+)-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(iso || "");
  if (!found) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(found[1] === "-" ? -found[2] : found[2]), found[3] - 1, Number(found[4]));
  return date.getTime() + (found[5] ? (found[5] * 60 + Number(found[6])) * 60000 : end ? DAY : 0);
};
const lasting = time => time >= 2 * YEAR ? many(Math.round(time / YEAR), "year") : time >= 60 * DAY ? many(Math.round(time / DAY / 30.4), "month") : many(Math.max(1, Math.round(time / DAY)), "day");
const around = (from, to) => {
  const block = blockAt(from);
  return [words(Math.max(block.s, from - 26), from).replace(from - 26 > block.s ? /^\S*\s/ : "", ""), h("mark", {}, words(from, to)), words(to, Math.min(block.e, to + 22)).replace(/\s\S*$/, "")];
};
const timeGroups = () => {
  const groups = new Map();
  for (const one of data.times) if (one.tag) groups.set(one.tag, [...(groups.get(one.tag) || []), one]);
  const found = [...groups].map(([tag, all]) => ({ tag, all, from: moment(all[0].lo, false) ?? moment(all[0].hi, true), to: moment(all[0].hi, true) ?? moment(all[0].lo, false) }));
  return found.map(one => ({ ...one, mid: (one.from + one.to) / 2 })).sort((a, b) => a.mid - b.mid || a.from - b.from);
};
// the clause that the time dates, where one holds it; else the words around it
const clauseOf = time => {
  const own = time.m.find(([from, to]) => from <= time.s && time.e <= to);
  return own && time.e - own[0] < 48 ? [words(own[0], time.s), h("mark", {}, words(time.s, time.e)), words(time.e, own[1])] : around(time.s, time.e);
};
const eventsOf = time => time.m.map(([from, to], n) => [time.st[n] ? `Told as ${time.st[n]}` : "What happened", [bit(from, to)]]);
const undatedGroups = times => times.reduce((found, one) => found.set(one.told, [...(found.get(one.told) || []), one]), new Map());
const ROW = 24, HEAD = 27;
const timeLabel = one => h("div", {}, h("strong", {}, one.tag), h("small", {}, " ", [...new Set(one.all.map(time => time.p).filter(Boolean))].map(p => `¶\u00a0${p}`).join(", ")),
  one.all.map(time => [h("button", { type: "button", "data-row": time.id, class: state.row === time.id ? "here" : "", onclick: () => openTime(time) }, clauseOf(time)), state.row === time.id ? timeCard(time) : null]));
const timeCard = time => h("div", { class: "card" }, h("dl", {}, [["Read as", time.tag || time.told], time.value && ["TIMEX3", `${time.type} ${time.value}`], time.anchor && ["Counted from", time.anchor], ...eventsOf(time), time.again.length && ["Told again", time.again.map(([from, to]) => bit(from, to))]].filter(Boolean).map(([a, b]) => [h("dt", {}, a), h("dd", {}, b)])),
  acts(time.s, time.e, null, wrong(time.id)), wrongOf(time.id, "times", time.s, time.e, [["It is another time", "change", "value", "2025-05-08"], ["It is no time", "remove"]]));
const timesView = () => {
  const rows = timeGroups(), undated = data.times.filter(one => !one.tag);
  if (!data.times.length) return [h("p", {}, "The text names no time.")];
  const gaps = rows.slice(1).map((one, n) => one.mid - rows[n].mid).sort((a, b) => a - b), usual = Math.max(30 * DAY, 4 * (gaps[gaps.length >> 1] || 0));
  const pieces = [];
  rows.forEach((one, n) => { if (!n || one.mid - rows[n - 1].mid > usual) pieces.push([]); pieces.at(-1).push(one); });
  const line = pieces.map((piece, n) => {
    const needs = piece.map(one => HEAD + ROW * one.all.length), height = needs.reduce((a, b) => a + b, 0), first = piece[0].mid, length = piece.at(-1).mid - first;
    const drawn = s("svg", { width: 34, height, "aria-hidden": "true" });
    let top = 0;
    piece.forEach((one, i) => {
      const y = 8 + (length ? (height - needs.at(-1) - 8 + 8) * (one.mid - first) / length : 0), label = top + 10;
      drawn.append(s("path", { class: "axis", d: `M4 ${y} C20 ${y} 16 ${label} 34 ${label}` }), s("circle", { class: one.all[0].anchor ? "open" : "dot", cx: 4, cy: y, r: 3.4 }));
      top += needs[i];
    });
    return [n ? h("p", { class: "skip-years" }, `${lasting(piece[0].mid - pieces[n - 1].at(-1).mid)} without a date`) : null,
      h("div", { class: "piece" }, drawn, h("div", { class: "labels" }, piece.map(timeLabel)))];
  });
  return [h("p", {}, "Each piece of the line is true to scale. Open dots are counted from another day."), h("div", { class: "when" }, line),
    undated.length ? [h("h3", { class: "part" }, "Without a place on the line"), h("div", { class: "when flat" }, [...undatedGroups(undated)].map(([tag, all]) => timeLabel({ tag, all })))] : null];
};
const openTime = one => { change({ lens: "times", row: state.row === one.id ? null : one.id, wrong: null }); lift(true); target(one.s, one.e); toRow(`[data-row="${one.id}"]`); };

// Tone.
const scaleOf = (value, low, high, more = []) => {
  const x = at => 50 + 62 * Math.max(-.8, Math.min(.8, at));
  return s("svg", { viewBox: "0 0 100 16", "aria-hidden": "true" }, s("line", { class: "axis", x1: 50, x2: 50, y1: -2, y2: 18 }), more.map(at => s("circle", { class: "sent", cx: x(at), cy: 8, r: 2.2 })),
    s("line", { class: "whisk", x1: x(low), x2: x(high), y1: 8, y2: 8 }), s("circle", { class: low > 0 ? "warm" : high < 0 ? "cold" : "open", cx: x(value), cy: 8, r: 3.4 }));
};
const toneCard = ([from, to, value, low, high, pushes]) => {
  const key = "n" + from, content = [words(from, to), h("small", {}, ` ${signed(value)}, people’s would lie between ${signed(low)} and ${signed(high)}`, pushes.length ? `; from ${pushes.map(word => `“${word}”`).join(", ")}` : "")];
  return [bit(from, to, { content }), acts(from, to, null, wrong(key)), wrongOf(key, "tones", from, to, [["Its tone is another", "change", "tone", "−1 … 1, as 0.2"]])];
};
const toneView = () => {
  if (!data.tone.length) return [h("p", {}, "There is no sentence to judge.")];
  return [h("p", {}, `${data.toned.said}: ${signed(data.toned.mean)} on a scale from −1 to 1. A dot is a paragraph, its line where people’s judgement would lie nine times in ten; filled where all of that is on one side.`),
    h("div", { class: "scale" }, h("span"), h("span"), h("small", { class: "poles" }, h("span", {}, "cold"), h("span", {}, "warm")), h("span")),
    h("ul", {}, data.tone.map(one => h("li", {}, h("button", { type: "button", class: "scale" + (state.row === "tone" + one.p ? " here" : ""), "aria-expanded": String(state.row === "tone" + one.p), "data-row": "tone" + one.p, onclick: () => openTone(one) },
      h("small", {}, "¶ " + one.p), h("span", { class: "first" }, words(one.s, one.s + 60)), scaleOf(one.v, one.lo, one.hi, one.m.map(part => part[2])), h("span", { class: "n" }, signed(one.v))),
    state.row === "tone" + one.p && h("div", { class: "inner" }, one.m.map(toneCard)))))];
};
const openTone = one => { change({ row: state.row === "tone" + one.p ? null : "tone" + one.p, wrong: null }); target(one.s, one.e); toRow(".scale.here"); };
const drawCourse = () => {
  $(".course", text)?.remove();
  if (state.lens !== "tone" || !data.tone.length) return;
  const width = parseFloat(getComputedStyle(root).getPropertyValue("--margin")) * 16, top = text.getBoundingClientRect().top, mid = width / 2;
  const x = at => mid + Math.max(-.46, Math.min(.46, at)) * width, drawn = s("svg", { class: "course", height: text.offsetHeight, "aria-hidden": "true" }), spots = [];
  for (const one of data.tone) {
    const box = $("#p" + one.p)?.getBoundingClientRect();
    if (!box) continue;
    const y = box.top - top + box.height / 2;
    spots.push(`${x(one.v)} ${y}`);
    drawn.append(s("line", { class: "whisk", x1: x(one.lo), x2: x(one.hi), y1: y, y2: y }), s("circle", { class: one.lo > 0 ? "warm" : one.hi < 0 ? "cold" : "open", cx: x(one.v), cy: y, r: 4 }));
    if (!phone.matches) drawn.append(s("text", { class: "said-at", x: x(one.v), y: y - 9, "text-anchor": "middle" }, signed(one.v)));
  }
  drawn.prepend(s("line", { class: "axis", x1: mid, x2: mid, y1: 0, y2: text.offsetHeight }), s("path", { class: "axis", d: "M" + spots.join("L") }));
  text.append(drawn);
};

// Checks and phrases.
const bothPlaces = one => h("div", { class: "both" }, bit(one.s, one.e, { content: within(one.s, one.e) }), bit(one.s2, one.e2, { content: within(one.s2, one.e2) }));
const agreedView = (verdict, title, told) => {
  const rows = data.compared.filter(one => one.v === verdict);
  return rows.length ? [h("h3", { class: "part" }, `${title}: ${rows.length.toLocaleString("en")}`), h("p", {}, told), rows.map(one => h("div", { class: "claim " + (verdict === "agrees" ? "agree" : "other"), "data-row": one.id }, h("h3", {}, one.said || one.why),
    one.said && one.why ? h("p", {}, one.why) : null, h("div", { class: "both" + (one.m.length === 1 ? " one" : "") }, one.m.map(([from, to]) => bit(from, to, { content: within(from, to) })))))] : null;
};
const checksView = () => [h("p", {}, data.checks.length ? "Where the article does not go together with itself, as far as rules can see. Read both places." : "Nothing was found that does not go together. Rules see few of the ways in which a text can be wrong."),
  data.checks.map((one, n) => h("div", { class: "claim" + (state.row === one.id ? " here" : ""), "data-row": one.id }, h("h3", {}, h("b", {}, n + 1), one.problem), bothPlaces(one),
    acts(one.s, one.e, null, wrong(one.id)), wrongOf(one.id, "consistency", one.s, one.e, [["The two do go together", "remove"]]))), agreedView("agrees", "What agrees", "Compared, and it goes together: that is a finding too."), agreedView("not comparable", "What cannot be compared", "The same thing at another time, from another source, or rounded.")];
const phraseRow = (one, n) => h("li", {}, h("button", { type: "button", class: "scale key" + (state.phrase === n ? " here" : ""), "aria-expanded": String(state.phrase === n), "data-row": `phrase${n}`, onclick: () => change({ phrase: state.phrase === n ? null : n, row: null }) },
  h("span", { class: "first" }, one.w), h("span", { class: "n" }, one.m.length), s("svg", { viewBox: "0 0 200 16", preserveAspectRatio: "none", "aria-hidden": "true" }, s("line", { class: "axis", x1: 0, x2: 200, y1: 8, y2: 8, "stroke-dasharray": "1 3" }),
    s("line", { class: "whisk", x1: 0, x2: 195 * one.x, y1: 8, y2: 8 }), s("circle", { class: "dot", cx: 195 * one.x, cy: 8, r: 3.5 }))), state.phrase === n && h("div", {}, one.e ? bit(one.s, one.e) : lines(one.m)));
const phrasesView = () => {
  const rows = data.phrases.map((one, n) => [one.e, phraseRow(one, n)]), part = theme => rows.filter(([is]) => Boolean(is) === theme).map(([, row]) => row), themes = part(true), phrases = part(false);
  return rows.length ? [themes.length ? [h("p", {}, "What it is about, the main theme first, with the number of passages that tell it; the line is the share of the text. Choose one for the sentence that says most of it."), h("ul", {}, themes)] : null,
    phrases.length ? [h("h3", { class: "part" }, "Phrases"), h("p", {}, "Things that it turns on; the line says how likely a reader would mark the phrase."), h("ul", {}, phrases)] : null] : [h("p", {}, "The text is too short to say what it is about.")];
};

// Words: the concordance of what is searched for or selected.
const hitsOf = query => {
  const wanted = query.trim().replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&").replace(/\s+/g, "\\s+");
  return wanted ? [...data.text.matchAll(new RegExp(wanted, "giu"))].slice(0, 5000).map(found => [found.index, found.index + found[0].length]) : [];
};
const wordsView = () => {
  const hits = hitsOf(state.query), who = new Map();
  for (const [from] of hits) { const key = voiceAt(from); who.set(key, (who.get(key) || 0) + 1); }
  const said = [...who].sort((a, b) => b[1] - a[1]).map(([key, n]) => `${key === null ? "the writer" : voiceOf(key).name} ${n}`).join(", ");
  const whole = state.query.trim().toLowerCase(), parts = [...new Set(whole.match(/[\p{L}’-]{5,}/gu) || [])].filter(word => word !== whole).map(word => [word, hitsOf(word).length]).filter(([, n]) => n > 1);
  const [from, to] = state.span || hits[0] || [0, 0], same = one => one.s === code(from) && one.e === code(to);
  const note = h("textarea", { class: "note", rows: 2, placeholder: "A note on these words", "aria-label": "Note" }, notes.find(same)?.note || "");
  const save = h("button", { type: "button", class: "link", onclick: () => {
    notes.splice(0, notes.length, ...notes.filter(one => !same(one)), ...(note.value.trim() ? [{ s: code(from), e: code(to), note: note.value.trim() }] : []));
    keep(store + ":notes", notes); paintNotes(); render(); say(framed ? "Kept as long as this page is open" : "Note kept in this browser");
  } }, "Keep note");
  return [h("h3", {}, `“${state.query.trim().slice(0, 90)}”`), h("p", { class: "hit-count", role: "status" }, hits.length ? `${many(hits.length, "time")} – ${said}` : "Not in the text."), lines(hits),
    parts.length ? h("p", {}, h("br"), "Its words elsewhere: ", parts.map(([word, n], i) => [i ? " · " : "", h("button", { type: "button", class: "link", onclick: () => ask(word) }, word), ` ${n}`])) : null,
    hits.length ? [h("br"), note, acts(from, to, voiceAt(from) !== null && voiceOf(voiceAt(from)).name, save)] : null,
    h("p", {}, h("br"), h("button", { type: "button", class: "link", onclick: leave }, "Back to " + LENSES.find(([key]) => key === before)[1]))];
};
let before = "voices";
const ask = (query, span = null) => {
  if (state.lens !== "words") before = state.lens;
  paint("target", []);
  change({ lens: "words", query, span, row: null, all: false });
};
const leave = () => { search.value = ""; change({ lens: before, query: "", span: null, row: null }); };
