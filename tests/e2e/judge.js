/* What axe finds on the page that is open. Measuring colours takes three quarters of its time, so that of all texts, and
of all links in texts, that look alike one is measured: `passed` names the looks that passed, on whatever page, line by
line. A look is every colour, size and effect that axe reckons with, of the text and of the grounds it lies in. Measured
always: what did not pass, and what lies on something that it is not a part of, or reaches out of what it is a part of. */
async ([options, look, passed]) => {
  const LINK = "a[href], [role=link]";
  const known = new Set(passed.split("\n"));
  const all = [...document.querySelectorAll("body *")];

  const styles = new Map();
  const styleOf = (element) => {
    if (!styles.has(element)) styles.set(element, getComputedStyle(element));
    return styles.get(element);
  };
  const lineage = (element) => (element ? [element, ...lineage(element.parentElement)] : []);
  const isField = (element) => element.matches("input, select, textarea");
  const textsOf = (element) => [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());

  /* Boxes: what of an element, or of the text in it, can be seen. */
  const isShown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const common = (a, b) => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const isSeen = (box) => box.right - box.left > 1 && box.bottom - box.top > 1;
  const uncut = (element, box) =>
    lineage(element.parentElement)
      .filter((ancestor) => styleOf(ancestor).overflowX !== "visible" && ancestor !== document.body)
      .reduce((left, ancestor) => common(left, ancestor.getBoundingClientRect()), box);
  const boxOf = (element) => {
    const texts = textsOf(element);
    if (isField(element) || texts.length === 0) return uncut(element, element.getBoundingClientRect());
    const range = document.createRange();
    range.setStartBefore(texts[0]);
    range.setEndAfter(texts.at(-1));
    return uncut(element, range.getBoundingClientRect());
  };

  /* Grounds: what has a colour or a picture behind it. */
  const isColoured = (style) => style.backgroundImage !== "none" || !/, 0\)$/.test(style.backgroundColor);
  const grounds = all
    .filter((element) => isColoured(styleOf(element)) && isShown(element))
    .map((element) => [element, uncut(element, element.getBoundingClientRect())])
    .filter(([, box]) => isSeen(box));
  const liesSimply = (element) => {
    const box = boxOf(element);
    const isSimple = ([ground, around]) => {
      const shared = common(around, box);
      const isHeld = Object.keys(shared).every((side) => Math.abs(shared[side] - box[side]) <= 1);
      return ground.contains(element) ? isHeld : !isSeen(shared);
    };
    return isSeen(box) && grounds.every(isSimple);
  };

  /* Looks. */
  const coloursOf = (element) => {
    const own = styleOf(element);
    const parts = [element.localName, own.color, own.fontSize, own.fontWeight, own.textShadow, own.webkitTextStroke];
    for (const style of lineage(element).map(styleOf)) {
      const effects = [style.opacity, style.filter, style.mixBlendMode, style.clipPath].join();
      if (effects !== "1,none,normal,none") parts.push(effects);
      if (isColoured(style)) parts.push(style.backgroundColor, style.backgroundImage);
    }
    return parts.join("|");
  };
  const marksOf = ({ font, textDecoration, borderWidth, borderStyle, borderColor, outline }) =>
    [font, textDecoration, borderWidth, borderStyle, borderColor, outline].join();
  const blockOf = (link) =>
    lineage(link).find((element) => !["inline", "contents"].includes(styleOf(element).display));
  const isInText = (link) => {
    const lengthOf = (element) => element.textContent.replace(/\s/g, "").length;
    const block = blockOf(link);
    const links = [...block.querySelectorAll(LINK)].filter((other) => !other.parentElement.closest(LINK));
    return block !== link && lengthOf(block) > links.reduce((sum, other) => sum + lengthOf(other), 0);
  };
  const linkInText = (link) =>
    [link, blockOf(link)].flatMap((element) => [coloursOf(element), marksOf(styleOf(element))]).join("|");

  const rules = {
    "color-contrast": [(element) => isField(element) || textsOf(element).length > 0, coloursOf],
    "link-in-text-block": [(element) => element.matches(LINK) && isInText(element), linkInText],
  };
  const looks = {};
  const asked = [];
  const shown = all.filter(isShown);
  for (const [rule, [concerns, lookOf]] of Object.entries(rules)) {
    const found = shown.filter(concerns).map((element) => [element, liesSimply(element) ? lookOf(element) : null]);
    looks[rule] = new Map(found);
    const news = found.filter(([, name]) => !known.has(name)).map(([element, name]) => [name ?? element, element]);
    asked.push(...[...new Map(news).values()].map((element) => [element, rule]));
  }

  const isJudged = look === "dark" && window.judgedByAxe;
  if (isJudged && asked.length === 0) return { violations: [], passed: [] };
  for (const [element, rule] of asked) element.setAttribute(`data-asked-${rule}`, "");
  axe.configure({ rules: Object.keys(rules).map((id) => ({ id, selector: `[data-asked-${id}]` })) });
  const only = isJudged ? { runOnly: Object.keys(rules) } : {};
  const { violations, passes } = await axe.run(document, { ...options, ...only });
  for (const [element, rule] of asked) element.removeAttribute(`data-asked-${rule}`);
  window.judgedByAxe = true;

  const isMeasured = ({ id, data }) => id !== "color-contrast" || data?.contrastRatio;
  const nodesOf = (rule) => passes.find(({ id }) => id === rule)?.nodes ?? [];
  const good = Object.keys(rules).flatMap((rule) =>
    nodesOf(rule)
      .filter(({ any }) => any.some(isMeasured))
      .map(({ element }) => looks[rule].get(element)),
  );
  return { violations, passed: good.filter(Boolean) };
}
