/* The note above the editor of translations goes along with its button "publish"; Enter in it does not hand anything in. */
(() => {
  const note = document.getElementById("translation-note");
  if (!note) return;

  note.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });

  document.addEventListener(
    "submit",
    (event) => {
      if (event.submitter?.name !== "action" || event.submitter.value !== "publish") return;
      const copy = document.createElement("input");
      copy.type = "hidden";
      copy.name = note.name;
      copy.value = note.value;
      event.target.append(copy);
    },
    true,
  );
})();
