// Suggestions under the search boxes: what is typed so far is asked of the server, the answers are listed below the box
// and chosen with arrows, mouse or finger. Without this file the box is an ordinary form.
"use strict";

{ // names of its own: other scripts of the page have some of the same
  const PAUSE = 160; // milliseconds without a key before the server is asked
  const LEAST = 2; // letters

  function combobox(form, number) {
    const box = form.querySelector("input[type=search]");
    const list = document.createElement("div");
    const known = new Map(); // answers by what was typed
    let timer = 0;
    let shown = "";

    list.id = `suggestions-${number}`;
    list.className = "portal-suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.dataset.label);
    box.after(list);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off",
    })) box.setAttribute(name, value);

    const options = () => [...list.querySelectorAll("[role=option]")];
    const chosen = () => list.querySelector("[aria-selected=true]");

    function close() {
      list.hidden = true;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    }

    function choose(option) {
      chosen()?.setAttribute("aria-selected", "false");
      option?.setAttribute("aria-selected", "true");
      option?.scrollIntoView({ block: "nearest" });
      if (option) box.setAttribute("aria-activedescendant", option.id);
      else box.removeAttribute("aria-activedescendant");
    }

    function show(html) {
      list.innerHTML = html;
      list.querySelectorAll("ul").forEach((part) => part.setAttribute("role", "presentation"));
      list.querySelectorAll("li").forEach((item) => item.setAttribute("role", "presentation"));
      list.querySelectorAll("section").forEach((part) => part.setAttribute("role", "group"));
      list.querySelectorAll("a").forEach((link, place) => {
        link.setAttribute("role", "option");
        link.setAttribute("aria-selected", "false");
        link.id = `${list.id}-${place}`;
        link.tabIndex = -1;
      });
      list.hidden = options().length === 0;
      box.setAttribute("aria-expanded", String(!list.hidden));
      box.removeAttribute("aria-activedescendant");
    }

    async function ask() {
      const typed = box.value.trim();
      if (typed.length < LEAST) return close();
      shown = typed;
      if (!known.has(typed)) {
        try {
          const answer = await fetch(`${form.dataset.suggestions}?q=${encodeURIComponent(typed)}`, { credentials: "omit" });
          known.set(typed, answer.ok ? await answer.text() : "");
        } catch {
          return close();
        }
      }
      if (shown === typed && document.activeElement === box) show(known.get(typed));
    }

    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    box.addEventListener("keydown", (event) => {
      const all = options();
      const at = all.indexOf(chosen());
      if (event.key === "ArrowDown" && list.hidden) ask();
      else if (event.key === "ArrowDown") choose(all[at + 1] ?? all[0]);
      else if (event.key === "ArrowUp" && !list.hidden) choose(at < 0 ? all.at(-1) : all[at - 1]);
      else if (event.key === "Escape" && !list.hidden) close();
      else if (event.key === "Enter" && !list.hidden && at >= 0) location.assign(all[at].href);
      else return;
      event.preventDefault();
    });
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
    box.addEventListener("blur", close);
  }

  document.querySelectorAll("form[data-suggestions]").forEach(combobox);
}
