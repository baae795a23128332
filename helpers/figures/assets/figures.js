(() => {
"use strict";
const make = (name, text = "", look = "") => { const one = document.createElement(name); one.textContent = text; if (look) one.className = look; return one; };
// where the pointer was: a page that scrolls under a resting one says nothing
let spot = "";
const spotOf = event => `${event.clientX} ${event.clientY}`;
addEventListener("pointermove", event => { spot = spotOf(event); }, { passive: true });
for (const figure of document.querySelectorAll(".cr-figure:not(.live)")) {
  figure.classList.add("live");
  const value = figure.querySelector(".value"), found = figure.querySelector(".found");
  const sentences = [...figure.querySelectorAll(".behind li")];
  const rest = sentences.length ? "Point at a mark for its value; click it, or press Enter, for its sentences." : "Point at a mark for its value.";
  // outside of pages a ¶ would lead to a place in the notebook that is not there
  if (!document.body.classList.contains("page")) for (const link of figure.querySelectorAll(".behind a.go")) link.replaceWith(make("small", link.getAttribute("href").slice(1).replace("-", "–") + ":"));
  const title = mark => mark.querySelector("title").textContent;
  const say = mark => { value.textContent = mark ? title(mark) : rest; value.classList.toggle("on", Boolean(mark)); };
  const cite = (item, places) => {
    const first = Number(item.dataset.s), own = make("li"), signs = Array.from(item.querySelector("span").textContent);
    own.append(item.firstElementChild.cloneNode(true), " ");
    let at = 0;
    for (const [start, end] of places) {
      const a = Math.max(start - first, at), b = Math.min(end - first, signs.length);
      if (b <= a) continue;
      own.append(signs.slice(at, a).join(""), make("mark", signs.slice(a, b).join("")));
      at = b;
    }
    own.append(signs.slice(at).join(""));
    return own;
  };
  const open = mark => {
    const places = mark.dataset.at.split(" ").map(one => one.split("-").map(Number)).sort((a, b) => a[0] - b[0]);
    for (const other of figure.querySelectorAll("svg a.on")) other.classList.remove("on");
    mark.classList.add("on");
    const list = make("ol"), close = make("button", "Close"), head = make("p", title(mark));
    close.type = "button";
    close.addEventListener("click", () => { found.replaceChildren(); mark.classList.remove("on"); mark.focus(); });
    for (const item of sentences) if (places.some(([a, b]) => a < Number(item.dataset.e) && Number(item.dataset.s) < b)) list.append(cite(item, places));
    found.replaceChildren(close, head, list);
    say(mark);
  };
  for (const drawing of figure.querySelectorAll("svg")) {
    const marks = [...drawing.querySelectorAll("[data-at]")];
    marks.forEach((mark, n) => {
      mark.setAttribute("tabindex", n ? "-1" : "0");
      mark.addEventListener("pointerenter", event => { if (spotOf(event) !== spot) say(mark); });
      mark.addEventListener("pointerleave", () => say(figure.querySelector("svg a:focus") || figure.querySelector("svg a.on")));
      mark.addEventListener("focus", () => say(mark));
      if (sentences.length && mark.dataset.at && !mark.hasAttribute("href")) mark.setAttribute("role", "button");
      mark.addEventListener("click", event => { if (sentences.length && mark.dataset.at && !event.ctrlKey && !event.metaKey) { event.preventDefault(); open(mark); } });
      mark.addEventListener("keydown", event => {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (event.key === "Escape") { found.replaceChildren(); mark.classList.remove("on"); say(mark); }
        if (event.key === "Enter" && !mark.hasAttribute("href")) mark.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
        if (!step) return;
        const next = marks[(n + step + marks.length) % marks.length];
        mark.setAttribute("tabindex", "-1"); next.setAttribute("tabindex", "0"); next.focus();
        event.preventDefault(); event.stopPropagation();
      });
    });
  }
  if (figure.querySelector("[data-at]")) say(null);
}
})();
