/* What wagtail-localize's editor writes out in English without asking for a translation, in the words the page brings.
   It draws the editor again with each act, so every text that comes is looked at. */
(() => {
  const editor = document.querySelector(".js-translation-editor");
  const words = document.currentScript.dataset;
  if (!editor) return;

  const said = (text) => {
    if (text === "More actions") return words.more;
    const languages = /^(.+) to (.+) translation$/.exec(text);
    return languages && words.heading.replace("{from}", languages[1]).replace("{to}", languages[2]);
  };

  const mend = () => {
    const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const better = said(texts.currentNode.data.trim());
      if (better) texts.currentNode.data = better;
    }
  };

  new MutationObserver(mend).observe(editor, { childList: true, subtree: true });
  mend();
})();
