"""Barriers on the screens of the editors' area: those that Wagtail brings along are listed, any other is a fault."""

from playwright.sync_api import Page

from tests.e2e.visitor import AXE_OPTIONS, JUDGE, PASSED, load_axe

OF_WAGTAIL = {
    # Draftail's box of text is named by a placeholder, not by the label of its field.
    "aria-input-field-name": (".public-DraftEditor-content",),
    # The window that asks for a comment before an act of a workflow lists fields without items.
    "list": (".modal ul.fields",),
    # Who else has the page open is a button with a picture without words.
    "button-name": (".w-editing-sessions__session",),
    # The map of a long form scrolls, and its links cannot be reached while it is folded.
    "scrollable-region-focusable": (".w-minimap__list",),
    # wagtail-localize hides the field of its button "upload a PO file" without taking it away from readers.
    "label": (".js-translation-editor input[type=file]",),
}
"""Rule → what it is broken by on screens of Wagtail as it is installed, and why that is not ours to mend here.

stock_barriers.json says that axe finds each of them there; `make stock-barriers` measures it anew.
"""
BROKEN = """([violations, known]) => violations.flatMap(({ id, nodes }) => nodes
    .filter(({ element }) => !(known[id] ?? []).some(selector => element.matches(selector)))
    .map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`))"""


STILL = """() => Promise.all(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity)
    .map(({ finished }) => finished.catch(() => null)))"""
"""What fades in has colours of its own until it is there."""


def barriers(page: Page) -> list[str]:
    """Return what axe finds on the page as it stands, without what Wagtail brings along."""
    page.evaluate(STILL)
    load_axe(page)
    handle = page.evaluate_handle(JUDGE, [AXE_OPTIONS, "wide", "\n".join(PASSED)])
    PASSED.update(handle.evaluate("found => found.passed"))
    found: list[str] = handle.evaluate(f"(found, known) => ({BROKEN})([found.violations, known])", OF_WAGTAIL)
    return found
