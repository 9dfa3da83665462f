/* Rows of a page's form: a closed row fetches its fields when it is opened; a filter finds rows by their words.
   Without this script the same addresses show the editor with every row open. */
(() => {
  const text = (row) => row.querySelector(".th-row__line").textContent;
  const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

  const fetchFields = async (row) => {
    const key = row.querySelector("[data-row-key]");
    if (!key) return;
    const rows = row.closest("[data-rows]");
    const number = row.id.split("-").pop();
    const address = `${rows.dataset.rowsAddress}?key=${key.value}&number=${number}`;
    const answer = await fetch(address, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const fields = await answer.text();
    if (!key.hasAttribute("data-row-key")) return;
    key.removeAttribute("data-row-key");
    key.name = key.name.replace(/closed$/, "key");
    // a fragment made in the page runs the small scripts of Wagtail's choosers
    row.querySelector(".th-row__fields").append(document.createRange().createContextualFragment(fields));
  };

  const show = async (row, isOpen) => {
    const toggle = row.querySelector("[data-row-toggle]");
    if (isOpen) {
      try {
        await fetchFields(row);
      } catch {
        window.alert(row.closest("[data-rows]").dataset.rowsFailed);
        return;
      }
    }
    toggle.setAttribute("aria-expanded", String(isOpen));
    row.querySelector(".th-row__fields").hidden = !isOpen;
  };

  const press = (event) => {
    const toggle = event.target.closest("[data-row-toggle]");
    if (toggle) {
      event.preventDefault();
      show(toggle.closest(".th-row"), toggle.getAttribute("aria-expanded") !== "true");
      return;
    }
    const all = event.target.closest("[data-rows-open]");
    if (all) {
      event.preventDefault();
      all.closest("[data-rows]").querySelectorAll(".th-row:not(.deleted)").forEach((row) => show(row, true));
    }
  };

  document.addEventListener("click", press);
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.closest("[data-row-toggle]")) press(event);
  });
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-rows-filter]")) return;
    const asked = plain(event.target.value).split(/\s+/);
    event.target.closest("[data-rows]").querySelectorAll(".th-row").forEach((row) => {
      row.classList.toggle("th-row--elsewhere", !asked.every((word) => plain(text(row)).includes(word)));
    });
  });
})();
