// Filing without waiting: a draft saves itself, a button is pressed once, questions that do not apply step aside.
// Everything works without this file; it only spares steps.
"use strict";

const PAUSE = 2500; // milliseconds without a change before a draft saves itself
const AGAIN = 15000; // until it tries again what could not be saved

function once(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => delete form.dataset.sent);
}

function keep(form) {
  const saved = form.querySelector("[data-saved]");
  const unsaved = form.querySelector("[data-unsaved]"); // its data say what to do, by the reason
  let timer = 0;
  let running = null;

  const later = (pause, attended = false) => {
    clearTimeout(timer);
    timer = setTimeout(() => { running = save(attended).finally(() => { running = null; }); }, pause);
  };

  function tell(reason) {
    saved.hidden = reason !== "";
    unsaved.textContent = reason ? unsaved.dataset[reason] : "";
    if (reason === "offline" || reason === "signedOut") later(AGAIN);
  }

  async function save(attended) {
    let answer = await post(form, attended);
    if (answer?.status === 403 && await renew(form)) answer = await post(form, attended);
    if (answer?.status === 204) form.elements.revision.value = answer.headers.get("X-Revision");
    tell(reasonOf(answer));
  }

  form.addEventListener("input", () => {
    saved.hidden = true;
    later(PAUSE, true);
  });
  for (const event of ["online", "focus"]) {
    window.addEventListener(event, () => { if (unsaved.textContent && !running) later(0); });
  }
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!running) return;
    event.preventDefault();
    running.finally(() => { clearTimeout(timer); form.requestSubmit(event.submitter); });
  });
}

// Nobody is there who typed: such a request does not keep a log-in alive.
const UNATTENDED = { "X-Unattended": "1" };

function post(form, attended) {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  data.set("automatic", "1");
  const headers = attended ? {} : UNATTENDED;
  return fetch(form.action, { method: "POST", body: data, headers, redirect: "manual" }).catch(() => null);
}

// After a log-in in another window the page has a new token; the same person's, or there is no such form on it.
async function renew(form) {
  const page = await fetch(form.action, { headers: UNATTENDED, redirect: "manual" }).catch(() => null);
  if (page?.status !== 200) return false;
  const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("form[data-draft]");
  for (const name of ["csrfmiddlewaretoken", "posted_by"]) {
    if (!fresh?.elements[name]) return false;
    form.elements[name].value = fresh.elements[name].value;
  }
  return true;
}

// Why nothing was saved, "" when it was.
function reasonOf(answer) {
  if (!answer) return "offline";
  if (answer.type === "opaqueredirect") return "gone"; // sent in another window
  const reasons = { 204: "", 403: "signedOut", 404: "gone", 409: "changed" };
  return reasons[answer.status] ?? "offline";
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
