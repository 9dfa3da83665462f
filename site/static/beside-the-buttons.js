/* Beside the buttons of a page's editor: what is asked for when the editor stands open, so that opening it does not wait. */
(() => {
  const ask = async (place) => {
    try {
      const answer = await fetch(place.dataset.beside, { redirect: "error" });
      if (answer.ok) place.innerHTML = await answer.text();
    } catch {
      // without an answer the link that stands there leads to the same
    }
  };

  for (const place of document.querySelectorAll("[data-beside]")) {
    if ("besideAgain" in place.dataset) document.addEventListener("w-autosave:success", () => ask(place));
    ask(place);
  }
})();
