/* Beside the buttons of a page's editor: how many things keep the latest draft from being published. */
(() => {
  const place = document.querySelector("[data-publication-warning]");
  if (!place) return;

  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.publicationWarning, { redirect: "error" });
      if (answer.ok) place.innerHTML = await answer.text();
    } catch {
      // without an answer the link that stands there leads to the same list
    }
  };

  document.addEventListener("w-autosave:success", ask);
  ask();
})();
