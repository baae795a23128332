document.documentElement.classList.remove("plain");
const two = document.querySelector(".two"), columns = { a: document.getElementById("a"), b: document.getElementById("b") };
const bar = document.querySelector(".legend"), sides = document.querySelector(".sides"), said = document.getElementById("toast");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const pieces = id => [...document.querySelectorAll(`[data-id="${id}"]`)];
const clear = () => document.querySelectorAll(".s.here").forEach(one => one.classList.remove("here"));
const sideOf = id => id[0];

function show(side) {
  two.classList.toggle("show-a", side === "a"); two.classList.toggle("show-b", side === "b");
  for (const one of sides.children) one.setAttribute("aria-pressed", String(one.dataset.side === side));
}
function reveal(id) {
  const target = document.getElementById(id);
  if (!target) return;
  const column = columns[sideOf(id)], scrolls = getComputedStyle(column).overflowY === "auto";
  if (!scrolls) return target.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  const move = target.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3;
  column.scrollBy({ top: move, behavior: calm.matches ? "auto" : "smooth" });
}
function go(from, to) {
  clear();
  for (const id of [from, ...to]) pieces(id).forEach(one => one.classList.add("here"));
  const first = to[0];
  show(sideOf(first));
  reveal(first);
  if (from && getComputedStyle(columns[sideOf(from)]).overflowY === "auto") reveal(from);
  said.textContent = to.length > 1 ? `${to.length} sentences of the other article tell this.` : "";
}
document.addEventListener("click", event => {
  const one = event.target.closest("a[data-to]");
  if (!one || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const to = one.dataset.to.split(" ");
  if (!one.dataset.id) two.scrollIntoView({ block: "start" });
  go(one.dataset.id || "", to);
  document.getElementById(to[0])?.focus({ preventScroll: true });
});
bar.addEventListener("click", event => {
  const chip = event.target.closest("button");
  if (!chip) return;
  const on = chip.getAttribute("aria-pressed") !== "true";
  for (const one of bar.querySelectorAll("button")) {
    const own = on && one === chip;
    one.setAttribute("aria-pressed", String(own));
    two.classList.toggle(`only-${one.dataset.kind}`, own);
  }
  if (on && chip.dataset.kind === "onb") show("b");
  if (on && chip.dataset.kind === "ona") show("a");
});
sides.addEventListener("click", event => { if (event.target.dataset.side) show(event.target.dataset.side); });
addEventListener("keydown", event => {
  if (event.key === "Escape") clear();
  if ((event.key !== "j" && event.key !== "k") || event.altKey || event.ctrlKey || event.metaKey) return;
  const all = [...columns.a.querySelectorAll("a.s.other[id]")], here = all.findIndex(one => one.classList.contains("here"));
  const next = all[here < 0 ? (event.key === "j" ? 0 : all.length - 1) : here + (event.key === "j" ? 1 : -1)];
  if (next) next.click();
});
show("a");
