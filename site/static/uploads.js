// Papers of a page with files: each file goes as soon as it is chosen, with its progress; turning and removing need no
// new page. The server draws every paper; this file puts what it answers in the place of the old one.
// Everything works without it: a file field and a button.
"use strict";

const LARGEST = 10 * 1024 * 1024; // bytes of a file, as services/forms/uploads/limits.py has it
const hasCamera = matchMedia("(pointer: coarse)").matches;

function papersOf(form) {
  const words = form.dataset;
  const waiting = []; // files to send, one after the other: a phone's line is narrow
  let running = null;

  function ready(paper) {
    paper.classList.add("portal-paper--live");
    for (const part of paper.querySelectorAll("[data-pick]")) part.hidden = false;
    paper.querySelector("[data-drop]").hidden = hasCamera;
    paper.querySelector("[data-camera]").hidden = !hasCamera;
    paper.querySelector("[autofocus]")?.removeAttribute("autofocus");
  }

  // The fields every post of this form has.
  function fields(key) {
    const data = new FormData();
    for (const name of ["csrfmiddlewaretoken", "posted_by"]) {
      if (form.elements[name]) data.set(name, form.elements[name].value);
    }
    data.set("question", key);
    data.set("fragment", "1");
    return data;
  }

  function add(paper, files) {
    let list = paper.querySelector(".portal-uploads");
    if (!list) {
      list = document.createElement("ul");
      list.className = "portal-files portal-uploads";
      paper.querySelector(".portal-paper__choose").before(list);
    }
    for (const file of files) {
      const row = document.createElement("li");
      const name = document.createElement("strong");
      const text = document.createElement("span");
      const bar = document.createElement("progress");
      const button = document.createElement("button");
      name.textContent = file.name;
      text.setAttribute("role", "status");
      bar.max = 100;
      bar.setAttribute("aria-label", `${words.uploading} ${file.name}`);
      button.type = "button";
      button.className = "portal-link-button";
      row.append(name, bar, text, button);
      list.append(row);
      const job = { key: paper.dataset.paper, file, row, text, bar, button };
      if (file.size > LARGEST) fails(job, words.large, false);
      else starts(job);
    }
    next();
  }

  function starts(job) {
    job.bar.hidden = false;
    job.bar.value = 0;
    job.again?.remove();
    job.text.textContent = words.uploading;
    job.button.textContent = words.stop;
    job.button.onclick = () => {
      job.request?.abort();
      drop(job);
    };
    waiting.push(job);
  }

  function drop(job) {
    const place = waiting.indexOf(job);
    if (place >= 0) waiting.splice(place, 1);
    const paper = find(job.key);
    job.row.remove();
    settle(paper);
    paper?.querySelector("input[type=file]").focus();
  }

  function fails(job, why, canRetry = true) {
    job.bar.hidden = true;
    job.text.textContent = why;
    job.button.textContent = words.leave;
    job.button.onclick = () => drop(job);
    if (!canRetry) return;
    job.again = document.createElement("button");
    job.again.type = "button";
    job.again.className = "portal-link-button";
    job.again.textContent = words.again;
    job.again.onclick = () => { starts(job); next(); };
    job.button.before(job.again);
  }

  const find = (key) => form.querySelector(`[data-paper="${CSS.escape(key)}"]`);

  // The word beside the paper's name: on its way, or what the server said last.
  function tell(paper, percent) {
    const state = paper?.querySelector("[data-state]");
    if (!state) return;
    state.dataset.was ??= state.textContent;
    state.textContent = percent === null ? state.dataset.was : `${words.uploading} ${percent} %`;
  }

  function settle(paper) {
    if (paper && !waiting.some((job) => job.key === paper.dataset.paper)) tell(paper, null);
  }

  function next() {
    if (running || !waiting.length) return;
    const job = waiting.shift();
    const data = fields(job.key);
    data.set("upload", job.key);
    data.set(job.key, job.file);
    running = send(data, job).then((answer) => {
      running = null;
      if (answer.aborted) tell(find(job.key), null);
      else if (answer.paper) {
        job.row.remove();
        put(answer, "");
      } else {
        tell(find(job.key), null);
        fails(job, answer.isOut ? words.out : words.offline);
      }
      next();
    });
  }

  // XMLHttpRequest, for fetch tells nothing of a body on its way.
  function send(data, job) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("POST", words.papers);
      if (job) {
        job.request = request;
        request.upload.onprogress = (event) => {
          const percent = event.lengthComputable ? Math.floor((event.loaded * 100) / event.total) : 0;
          job.bar.value = percent;
          tell(find(job.key), percent);
        };
      }
      request.onabort = () => resolve({ aborted: true });
      request.onerror = () => resolve({});
      request.onload = () => {
        const page = new DOMParser().parseFromString(request.responseText, "text/html");
        const paper = [200, 422].includes(request.status) ? page.querySelector("[data-paper]") : null;
        const isOut = request.status === 403 || (request.status === 200 && !paper);
        resolve({ paper, count: page.querySelector("[data-count]")?.textContent, isOut });
      };
      request.send(data);
    });
  }

  // The paper as the server draws it now; what is still on its way stays, and so does the focus.
  function put({ paper, count }, focus) {
    const old = find(paper.dataset.paper);
    if (!old) return;
    const focused = focus || (old.contains(document.activeElement) ? document.activeElement.id : "");
    const uploads = old.querySelector(".portal-uploads");
    ready(paper);
    old.replaceWith(document.adoptNode(paper));
    if (uploads?.children.length) paper.querySelector(".portal-paper__choose").before(uploads);
    const place = paper.querySelector("[role=status][id]");
    if (place) { // a region tells only what changes in it
      const told = place.innerHTML;
      place.textContent = "";
      setTimeout(() => { place.innerHTML = told; }, 50);
    }
    (focused && document.getElementById(focused) || (focus ? place : null))?.focus();
    if (count) for (const one of document.querySelectorAll("[data-papers-count]")) one.textContent = count;
  }

  form.addEventListener("change", (event) => {
    const { target } = event;
    if (target.type !== "file" || !target.files.length) return;
    add(target.closest("[data-paper]"), [...target.files]);
    target.value = "";
  });
  form.addEventListener("click", async (event) => {
    const picked = event.target.closest("[data-pick]");
    if (picked) {
      event.preventDefault();
      const camera = hasCamera && picked.href ? document.getElementById(`${picked.dataset.pick}_photo`) : null;
      (camera ?? document.getElementById(picked.dataset.pick)).click();
      return;
    }
    const button = event.target.closest("button[name=rotate], button[name=remove]");
    if (!button) return;
    event.preventDefault();
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    const key = button.closest("[data-paper]").dataset.paper;
    const data = fields(key);
    data.set(button.name, button.value);
    const answer = await send(data);
    if (answer.paper) return put(answer, button.id || `id_${key}_status`);
    button.removeAttribute("aria-disabled");
    form.requestSubmit(button); // the page itself says what is wrong
  });
  for (const name of ["dragover", "drop"]) {
    form.addEventListener(name, (event) => {
      const paper = event.target.closest("[data-paper]");
      if (!paper || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      if (name === "drop") add(paper, [...event.dataTransfer.files]);
    });
  }
  form.addEventListener("submit", (event) => {
    if (!running && !waiting.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const told = form.querySelector("[data-waits-here]") ?? form.appendChild(document.createElement("p"));
    told.setAttribute("role", "status");
    told.dataset.waitsHere = "";
    told.textContent = words.waits;
    const { submitter } = event;
    const look = setInterval(() => {
      if (running || waiting.length) return;
      clearInterval(look);
      if (!form.querySelector(".portal-uploads li")) form.requestSubmit(submitter);
      else told.textContent = "";
    }, 200);
  }, true);
  for (const paper of form.querySelectorAll("[data-paper]")) ready(paper);
}

for (const form of document.querySelectorAll("form[data-papers]")) papersOf(form);
