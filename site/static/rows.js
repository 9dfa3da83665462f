/* Rows of a page's form: a closed row fetches its fields when it is opened; a filter finds rows by their words.
   Fields that were only looked at are not posted, so that looking makes no draft.
   Without this script the same addresses show the editor with every row open. */
(() => {
  const LOOKED_AT = "rows-looked-at"; // a form that is nowhere: what belongs to it is not posted

  const toggleOf = (row) => row.querySelector(".th-row__toggle");
  const keyOf = (row) => row.querySelector(':scope > [name$="-closed"]'); // of a row whose fields are not posted
  const fieldsOf = (row) => row.querySelector(".th-row__fields");
  const controlsOf = (row) => [...fieldsOf(row).querySelectorAll("input, select, textarea")];
  const valuesOf = (row) =>
    JSON.stringify(controlsOf(row).map((control) => [control.name, control.value, control.checked]));
  const plain = (words) =>
    words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim();

  const fetchFields = async (row) => {
    const { rowsAddress } = row.closest("[data-rows]").dataset;
    const key = keyOf(row).value;
    const answer = await fetch(`${rowsAddress}?key=${key}&number=${row.id.split("-").pop()}`);
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const fields = await answer.text();
    if (row.dataset.looked) return;
    // a fragment made in the page runs the small scripts of Wagtail's choosers
    fieldsOf(row).append(document.createRange().createContextualFragment(fields));
    controlsOf(row).forEach((control) => control.setAttribute("form", LOOKED_AT));
    row.dataset.looked = valuesOf(row);
  };

  const postIfChanged = (row) => {
    const key = keyOf(row);
    if (!key || !row.dataset.looked || row.dataset.looked === valuesOf(row)) return;
    controlsOf(row).forEach((control) => control.removeAttribute("form"));
    key.name = key.name.replace(/closed$/, "known");
  };

  const show = async (row, isOpen) => {
    if (isOpen && keyOf(row) && !row.dataset.looked) {
      try {
        await fetchFields(row);
      } catch {
        window.alert(row.closest("[data-rows]").dataset.rowsFailed);
        return;
      }
    }
    toggleOf(row).setAttribute("aria-expanded", String(isOpen));
    fieldsOf(row).hidden = !isOpen;
  };

  const press = (event) => {
    const toggle = event.target.closest(".th-row__toggle");
    const all = event.target.closest("[data-rows-open]");
    if (!toggle && !all) return;
    event.preventDefault();
    if (toggle) show(toggle.closest(".th-row"), toggle.getAttribute("aria-expanded") !== "true");
    else all.closest("[data-rows]").querySelectorAll(".th-row:not(.deleted)").forEach((row) => show(row, true));
  };

  const filter = (box) => {
    const asked = plain(box.value).split(/\s+/);
    box.closest("[data-rows]").querySelectorAll(".th-row").forEach((row) => {
      const words = plain(row.querySelector(".th-row__line").textContent);
      row.classList.toggle("th-row--elsewhere", !asked.every((word) => words.includes(word)));
    });
  };

  // the heading of a row follows the field it is called by
  const follow = (control) => {
    const row = control.closest(".th-row");
    const named = row?.closest("[data-rows]").dataset.rowsNamed;
    if (!named || !control.name.endsWith(`-${named}`)) return;
    const heading = row.querySelector(".th-row__heading");
    heading.dataset.first ??= heading.textContent;
    const words = control.selectedOptions ? control.selectedOptions[0]?.label : control.value;
    heading.textContent = words?.trim().slice(0, 120) || heading.dataset.first;
  };

  // a link to a row opens it, wherever on the page it stands
  const showLinked = () => {
    const name = decodeURIComponent(window.location.hash.slice(1));
    const row = name.startsWith("inline_child_") ? document.getElementById(name) : null;
    if (!row?.matches(".th-row")) return;
    show(row, true).then(() => row.scrollIntoView({ block: "center" }));
  };

  window.addEventListener("hashchange", showLinked);
  window.addEventListener("load", showLinked);
  document.addEventListener("click", press);
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.closest(".th-row__toggle")) press(event);
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-rows-filter]")) filter(event.target);
    else follow(event.target);
  });
  ["input", "change", "focusout"].forEach((kind) =>
    document.addEventListener(kind, (event) => {
      const row = event.target.closest?.(".th-row");
      if (row) postIfChanged(row);
    }),
  );
  document.addEventListener("submit", () => document.querySelectorAll(".th-row").forEach(postIfChanged), true);
})();
