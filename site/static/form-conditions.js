/* Conditions of a form: the question and the answer are chosen from lists of what the open form has, saved or not.
   The boxes underneath keep the value; a block without a name yet is written as "@" and its id, which saving resolves. */
document.addEventListener("DOMContentLoaded", () => {
  const source = document.getElementById("form-conditions");
  if (!source) return;
  const { questions: everyForm, operators, words } = JSON.parse(source.textContent);
  const TAKES_CHOICES = ["one", "many"];

  const field = (name) => document.querySelector(`[name="${name}"]`);
  const valueOf = (name) => field(name)?.value.trim() ?? "";

  const children = (prefix) => {
    const found = [];
    for (let index = 0; index < Number(valueOf(`${prefix}-count`)); index += 1) {
      const place = `${prefix}-${index}`;
      if (valueOf(`${place}-deleted`)) continue;
      const order = Number(valueOf(`${place}-order`));
      found.push({ place, order, kind: valueOf(`${place}-type`), id: valueOf(`${place}-id`) });
    }
    return found.sort((one, other) => one.order - other.order);
  };

  const choicesOf = (place) =>
    children(`${place}-value-choices`).map((choice) => [
      valueOf(`${choice.place}-value-value`) || `@${choice.id}`,
      valueOf(`${choice.place}-value-label`),
    ]);

  const groupsBefore = (name) => {
    const groups = [{ heading: words.everyForm, questions: everyForm }];
    for (const step of children("steps")) {
      const group = { heading: valueOf(`${step.place}-value-heading`), questions: [] };
      groups.push(group);
      if (name.startsWith(`${step.place}-value-shown_when`)) return groups;
      for (const question of children(`${step.place}-value-questions`)) {
        if (name.startsWith(`${question.place}-`)) return groups;
        if (!(question.kind in operators)) continue;
        group.questions.push({
          key: valueOf(`${question.place}-value-key`) || `@${question.id}`,
          id: `@${question.id}`,
          label: valueOf(`${question.place}-value-label`) || words.unnamed,
          kind: question.kind,
          choices: TAKES_CHOICES.includes(question.kind) ? choicesOf(question.place) : [],
        });
      }
    }
    return groups;
  };

  const write = (input, value) => {
    if (input.value === value) return;
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const beside = (input, tag, type) => {
    const box = document.createElement(tag);
    if (type) box.type = type;
    box.id = `${input.id}-chosen`;
    box.addEventListener("change", (event) => {
      event.stopPropagation();
      write(input, box.value);
    });
    input.after(box);
    input.hidden = true;
    const label = document.querySelector(`label[for="${input.id}"]`);
    if (label) label.htmlFor = box.id;
    return box;
  };

  const plain = (input) => {
    const box = document.getElementById(`${input.id}-chosen`);
    if (!box) return;
    document.querySelector(`label[for="${box.id}"]`)?.setAttribute("for", input.id);
    box.remove();
    input.hidden = false;
  };

  const fill = (select, groups, value, missing, blank) => {
    const wanted = [new Option(blank, "", false, !value)];
    let isThere = !value;
    for (const { heading, options } of groups) {
      const group = heading === null ? null : Object.assign(document.createElement("optgroup"), { label: heading });
      for (const [key, label] of options) {
        const isChosen = key === value;
        isThere = isThere || isChosen;
        const option = new Option(label, key, isChosen, isChosen);
        if (group) group.append(option);
        else wanted.push(option);
      }
      if (group?.childElementCount) wanted.push(group);
    }
    if (!isThere) wanted.push(new Option(missing.replace("%s", value), value, true, true));
    const markup = wanted.map((one) => one.outerHTML).join("");
    if (select.dataset.shown !== markup + value) {
      select.replaceChildren(...wanted);
      select.dataset.shown = markup + value;
      select.value = value;
    }
  };

  const chosen = (input, groups) => {
    for (const { questions } of groups) {
      const found = questions.find((question) => [question.key, question.id].includes(input.value));
      if (found) return found;
    }
    return null;
  };

  const showOperators = (name, question) => {
    const select = field(name.replace(/question$/, "operator"));
    if (!select) return;
    const fitting = question ? operators[question.kind] : null;
    for (const option of select.options) option.hidden = option.disabled = Boolean(fitting && !fitting.includes(option.value));
    if (select.selectedOptions[0]?.disabled) write(select, fitting.find((one) => one !== "is_not") ?? fitting[0]);
  };

  const showValue = (name, question) => {
    const input = field(name.replace(/question$/, "value"));
    if (!input) return;
    const kind = question?.kind;
    const isChosen = TAKES_CHOICES.includes(kind) || kind === "yes_no";
    const wanted = isChosen ? "select" : ["date", "birth_date"].includes(kind) ? "date" : "";
    if (input.dataset.chosenBy !== wanted) {
      plain(input);
      if (wanted) beside(input, wanted === "select" ? "select" : "input", wanted === "date" ? "date" : "");
      input.dataset.chosenBy = wanted;
    }
    const box = document.getElementById(`${input.id}-chosen`);
    if (wanted === "date") box.value = input.value;
    if (wanted !== "select") return;
    const options = kind === "yes_no" ? [["yes", words.yes], ["no", words.no]] : question.choices;
    fill(box, [{ heading: null, options }], input.value, words.noAnswer, words.answer);
  };

  const refresh = () => {
    for (const input of document.querySelectorAll('[data-condition="question"]')) {
      const groups = groupsBefore(input.name);
      const select = document.getElementById(`${input.id}-chosen`) ?? beside(input, "select");
      const question = chosen(input, groups);
      const listed = groups.map(({ heading, questions }) => ({
        heading,
        options: questions.map(({ key, label }) => [key, label]),
      }));
      fill(select, listed, question ? question.key : input.value, words.gone, words.choose);
      showOperators(input.name, question);
      showValue(input.name, question);
    }
  };

  let isWaiting = false;
  const soon = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      refresh();
    });
  };

  document.addEventListener("change", soon);
  document.addEventListener("focusin", (event) => event.target.id?.endsWith("-chosen") && soon());
  const place = document.querySelector("form[data-edit-form]");
  new MutationObserver((changes) => {
    const isOurs = ({ target }) => target.closest?.("[id$='-chosen']") || target.id?.endsWith("-chosen");
    if (!changes.every(isOurs)) soon();
  }).observe(place, { childList: true, subtree: true });
  soon();
});
