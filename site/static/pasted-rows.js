/* Rows pasted from Word or Excel: the server reads them and says what becomes of them; then they are added to the form
   as rows one has typed. They are stored when the page is saved. */
(() => {
  const part = (dialog, name) => dialog.querySelector(`[data-paste-${name}]`);

  const forget = (dialog) => {
    dialog.pastedRows = [];
    dialog.newCases = [];
    part(dialog, "preview").innerHTML = "";
    part(dialog, "add").hidden = true;
  };

  const open = (rows, text = "", html = "") => {
    const dialog = rows.querySelector("[data-paste]");
    forget(dialog);
    part(dialog, "text").value = text;
    dialog.pastedHtml = html;
    dialog.showModal();
    if (text) read(dialog);
  };

  const read = async (dialog) => {
    const form = dialog.closest("form");
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    body.set("text", part(dialog, "text").value);
    body.set("html", dialog.pastedHtml || "");
    window.openCases?.told().forEach(({ key, name }) => {
      body.append("case_key", key);
      body.append("case", name);
    });
    forget(dialog);
    try {
      const answer = await fetch(dialog.dataset.pasteAddress, { method: "POST", body });
      const { preview, rows, cases } = await answer.json();
      part(dialog, "preview").innerHTML = preview;
      dialog.pastedRows = rows;
      dialog.newCases = cases || [];
      part(dialog, "add").hidden = rows.length === 0;
    } catch {
      part(dialog, "preview").textContent = dialog.closest("[data-rows]").dataset.rowsFailed;
    }
  };

  const fact = ({ words, chosen }) => {
    const shown = document.createElement("span");
    shown.className = "th-row__fact";
    shown.textContent = words;
    if (chosen) shown.dataset.chosen = chosen;
    return shown;
  };

  const add = (rows, pasted) => {
    rows.inlinePanel.addForm();
    window.openCases?.sync(); // a choice takes only what it offers
    const row = rows.querySelector(".th-row:last-of-type");
    const prefix = row.id.replace("inline_child_", "");
    Object.entries(pasted.values).forEach(([name, value]) => {
      const control = document.getElementById(`id_${prefix}-${name}`);
      control.value = value;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    });
    row.querySelector(".th-row__heading").textContent = pasted.heading;
    row.querySelectorAll(".th-row__fact").forEach((told) => told.remove());
    row.querySelector(".th-row__controls").before(...pasted.facts.map(fact));
    row.querySelector(".th-row__toggle").setAttribute("aria-expanded", "false");
    row.querySelector(".th-row__fields").hidden = true;
    return row;
  };

  const addAll = (dialog) => {
    const rows = dialog.closest("[data-rows]");
    window.openCases?.add(dialog.newCases);
    const added = dialog.pastedRows.map((pasted) => add(rows, pasted));
    dialog.close();
    forget(dialog);
    added[0]?.querySelector(".th-row__toggle").focus();
  };

  const deeds = {
    "[data-paste-open]": (button) => open(button.closest("[data-rows]")),
    "[data-paste-read]": (button) => read(button.closest("dialog")),
    "[data-paste-add]": (button) => addAll(button.closest("dialog")),
    "[data-paste-close]": (button) => button.closest("dialog").close(),
  };

  document.addEventListener("click", (event) => {
    Object.entries(deeds).forEach(([name, deed]) => {
      const button = event.target.closest(name);
      if (button) deed(button);
    });
  });

  document.addEventListener("input", (event) => {
    const dialog = event.target.closest("[data-paste]");
    if (!dialog) return;
    dialog.pastedHtml = "";
    forget(dialog);
  });

  // cells pasted into the box, or anywhere among the rows but into a text of several lines
  document.addEventListener("paste", (event) => {
    const rows = event.target.closest?.("[data-rows]");
    if (!rows?.querySelector("[data-paste]")) return;
    const [text, html] = ["text/plain", "text/html"].map((kind) => event.clipboardData.getData(kind));
    const isTable = text.includes("\t") || html.toLowerCase().includes("<table");
    const isBox = event.target.matches("[data-paste-text]");
    if (!isTable || (event.target.matches("textarea") && !isBox)) return;
    event.preventDefault();
    const dialog = rows.querySelector("[data-paste]");
    if (dialog.open) dialog.close();
    open(rows, text, html);
  });
})();
