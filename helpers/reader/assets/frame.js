(() => {
"use strict";
// A correction written in the page goes to the control of its notebook, which writes it to the file.
if (window.closeReadingHears) return;
window.closeReadingHears = true;
addEventListener("message", event => {
  if (event.data?.closeReading !== "correction") return;
  const frame = [...document.querySelectorAll("iframe.cr-page")].find(one => one.contentWindow === event.source);
  const field = (frame?.closest(".jp-Notebook") || frame && document)?.querySelector(".cr-corrections textarea");
  if (!field) return;
  field.value = JSON.stringify(event.data.line);
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  event.source.postMessage({ closeReading: "taken" }, "*");
});
})();
