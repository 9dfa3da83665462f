/* A button pressed while the editor keeps a draft by itself waits until it is kept: of a page that is being made, both
   would make one, and the second would be refused its address. */
(() => {
  let isKeeping = false;
  let waiting = null;

  document.addEventListener("w-autosave:save", () => {
    isKeeping = true;
  });

  ["w-autosave:success", "w-autosave:error"].forEach((kind) =>
    document.addEventListener(kind, () => {
      isKeeping = false;
      if (!waiting) return;
      const button = waiting;
      waiting = null;
      button.disabled = false; // it shows that it is at work; a button that is off is not sent
      button.form.requestSubmit(button);
    }),
  );

  document.addEventListener(
    "submit",
    (event) => {
      if (!isKeeping || !event.target.matches("[data-edit-form]") || !event.submitter) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = event.submitter;
    },
    true,
  );
})();
