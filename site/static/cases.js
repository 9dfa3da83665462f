/* Cases of a service: papers, fees and time limits choose one by the names in the open form, saved or not. A case that
   is named anew is named anew in every row at once; rows whose case was taken out are told.
   Without this script the cases that are saved are offered. */
(() => {
  const LONGEST = 60; // characters of a key
  const caseRows = () => [...document.querySelectorAll("#id_cases-FORMS > .th-row")];
  const prefixOf = (row) => row.id.replace("inline_child_", "");
  const control = (row, name) => document.getElementById(`id_${prefixOf(row)}-${name}`);
  const isThere = (row) => control(row, "DELETE")?.value !== "1";
  const headingOf = (row) => row.querySelector(".th-row__heading");
  const nameOf = (row) => (control(row, "name")?.value ?? headingOf(row).textContent).trim();
  const keyOf = (row) => control(row, "key")?.value || row.dataset.value || "";

  const cases = () =>
    new Map(
      caseRows()
        .filter(isThere)
        .map((row) => [keyOf(row), nameOf(row)])
        .filter(([key, name]) => key && name),
    );

  // the steps of the page's own slug field; what they leave too long is cut at a word
  const slug = (name) => {
    const steps = document.querySelector("[data-w-slug-formatters-value]")?.dataset.wSlugFormattersValue;
    if (!steps) return "";
    return JSON.parse(steps)
      .reduce((words, [[found, flags], put]) => words.replace(new RegExp(found, flags), put), name.normalize("NFC"))
      .toLowerCase()
      .replace(new RegExp(`^([a-z0-9]{${LONGEST}})[a-z0-9].*$`), "$1")
      .replace(new RegExp(`^(?=.{${LONGEST + 1}})(.{1,${LONGEST}})-.*$`), "$1");
  };

  const newKey = (name) => {
    const taken = new Set(caseRows().filter(isThere).map(keyOf)); // one that was taken out may come back
    const key = slug(name);
    for (let number = 1; key; number += 1) {
      const ending = number === 1 ? "" : `-${number}`;
      const numbered = key.slice(0, LONGEST - ending.length).replace(/-+$/, "") + ending;
      if (!taken.has(numbered)) return numbered;
    }
    return "";
  };

  const giveKey = (row) => {
    const key = control(row, "key");
    if (key && !key.value && nameOf(row)) key.value = newKey(nameOf(row));
  };

  const fill = (select, names) => {
    const chosen = select.value;
    const gone = ` (${select.dataset.caseChoice})`;
    const offered = new Map(names);
    if (chosen && !offered.has(chosen)) {
      offered.set(chosen, select.selectedOptions[0].text.replace(gone, "") + gone);
    }
    const options = [...offered].map(([key, name]) => new Option(name, key, false, key === chosen));
    select.replaceChildren(select.options[0], ...options);
  };

  const tell = (row, key, name) => {
    let fact = row.querySelector("[data-chosen]");
    if (!key) return fact?.remove();
    if (!fact) {
      fact = Object.assign(document.createElement("span"), { className: "th-row__fact" });
      row.querySelector(".th-row__toggle").after(fact);
    }
    fact.dataset.chosen = key;
    fact.textContent = name;
  };

  const tellGone = (names) => {
    const place = document.querySelector("[data-cases-gone]");
    const rows = [...document.querySelectorAll(".th-row:has([data-chosen])")].filter(
      (row) => isThere(row) && !names.has(row.querySelector("[data-chosen]").dataset.chosen),
    );
    const told = rows.map((row) => `${headingOf(row).textContent} (${row.querySelector("[data-chosen]").textContent})`);
    place.hidden = rows.length === 0;
    place.textContent = rows.length ? `${place.dataset.casesGone} ${told.join("; ")}` : "";
  };

  const sync = () => {
    const names = cases();
    caseRows().forEach((row) => {
      if (control(row, "name") && nameOf(row)) headingOf(row).textContent = nameOf(row);
    });
    document.querySelectorAll("[data-chosen]").forEach((fact) => {
      const name = names.get(fact.dataset.chosen);
      if (name) fact.textContent = name;
    });
    document.querySelectorAll("select[data-case-choice]").forEach((select) => fill(select, names));
    tellGone(names);
  };

  const add = (told) => {
    const { inlinePanel } = document.getElementById("id_cases-FORMS").closest("[data-rows]");
    told.forEach(({ key, name }) => {
      inlinePanel.addForm();
      const row = caseRows().at(-1);
      control(row, "name").value = name;
      control(row, "key").value = key;
    });
    sync();
  };

  window.openCases = { told: () => [...cases()].map(([key, name]) => ({ key, name })), add, sync };

  const ofCases = (target) => target.closest?.("#id_cases-FORMS > .th-row");
  ["input", "change"].forEach((kind) =>
    document.addEventListener(kind, (event) => {
      const row = ofCases(event.target);
      if (row && kind === "change") giveKey(row);
      if (row) sync();
      if (event.target.matches("select[data-case-choice]")) {
        tell(event.target.closest(".th-row"), event.target.value, event.target.selectedOptions[0].text);
        tellGone(cases());
      }
    }),
  );
  document.addEventListener("click", (event) => {
    if (event.target.closest(".th-row__controls")) window.setTimeout(sync);
  });
  document.addEventListener("DOMContentLoaded", () => {
    sync();
    const isChoice = (node) => node.querySelector?.("select[data-case-choice]");
    new MutationObserver((changes) => {
      if (changes.some((change) => [...change.addedNodes].some(isChoice))) sync();
    }).observe(document.body, { childList: true, subtree: true });
  });
})();
