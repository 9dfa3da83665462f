// Filing without waiting: a draft saves itself, a button is pressed once, questions that do not apply step aside.
// Everything works without this file; it only spares steps.
"use strict";

const PAUSE = 2500; // milliseconds without a change before a draft saves itself

function once(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => delete form.dataset.sent);
}

function keep(form) {
  const note = form.querySelector("[data-saved]");
  let timer = 0;
  let running = null;

  async function save() {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    data.set("automatic", "1");
    const answer = await fetch(form.action, { method: "POST", body: data, redirect: "manual" }).catch(() => null);
    if (!answer || answer.status !== 204) return;
    form.elements.revision.value = answer.headers.get("X-Revision");
    note.hidden = false;
  }

  form.addEventListener("input", () => {
    note.hidden = true;
    clearTimeout(timer);
    timer = setTimeout(() => { running = save().finally(() => { running = null; }); }, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!running) return;
    event.preventDefault();
    running.finally(() => form.requestSubmit(event.submitter));
  });
}

function holds(condition, form) {
  if (condition.all) return condition.all.every((part) => holds(part, form));
  if (condition.any) return condition.any.some((part) => holds(part, form));
  const control = form.elements[condition.question];
  if (!control) return true; // asked in several boxes, or on another page
  if (control.inputMode) return true; // figures are written in many ways: the server knows which are the same
  const given = new FormData(form).getAll(condition.question).filter(Boolean);
  const wanted = condition.value === true ? "yes" : condition.value === false ? "no" : String(condition.value);
  if (condition.operator === "is_not") return !(given.length === 1 && given[0] === wanted);
  if (!given.length) return false;
  if (condition.operator === "is") return given[0] === wanted;
  if (condition.operator === "contains") return given.length > 1 ? given.includes(wanted) : given[0].includes(wanted);
  return true; // sizes and dates are judged by the server; the question stays
}

function stepAside(form) {
  const parts = [...form.querySelectorAll("[data-when]")].map((part) => [part, JSON.parse(part.dataset.when)]);
  const look = () => parts.forEach(([part, condition]) => { part.hidden = !holds(condition, form); });
  form.addEventListener("input", look);
  look();
}

document.querySelector(".govuk-error-summary")?.focus();
for (const form of document.querySelectorAll("form[data-once]")) once(form);
for (const form of document.querySelectorAll("form[data-draft]")) {
  stepAside(form);
  keep(form);
}
