"""Refuses a second answer to the question who may see a page: `core.visibility` alone knows it.

A query such as `.live()` or `live=True` finds pages that somebody made private. What looks at more than what anybody
may see, and does so on purpose, stands in ALLOWED with its reason.

Usage: python .ci/visibility.py
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("departments", "home", "search", "services", "site")
METHODS = {"live", "not_live", "public", "not_public", "private"}
COLUMN = "live"

ALLOWED = {
    "site/core/visibility.py::in_force": "the rule itself",
    "site/core/i18n.py::in_language": "of pages found visible; a restriction holds in all languages",
    "services/models/querysets.py::with_shown_title": "titles of services that are asked for beside it; the same",
    "site/core/file_uses.py::live_pages_using": "whoever may open a private page needs its files as well",
    "services/models/addresses.py::code_problem": "another published service has the code, private or not",
    "services/models/addresses.py::release_code": "a code that a service holds although it is offline",
    "services/models/gate_draft.py::claimed_level": "what a published version claims already, private or not",
    "services/models/querysets.py::answering": "drafts of translations, beside what is on the site",
    "services/forms/models/definition.py::follow_publication": "whether the form that was published is in force yet",
    "site/core/bulk_publishing.py::_drafts_below": "drafts the editor publishes along with their parent",
    "site/core/models/change_note.py::keep_change_note": "the note of the version in force, restricted or not",
    "site/core/page_dependents.py::_family": "what goes along when a page is taken down, restricted or not",
    "site/core/models/base_page.py::shown_instead": "an address that leads on; the page it leads to asks for itself",
    "site/core/translated_pages.py::_went_with": "whether the page that was published is in force yet",
    "site/core/translation_states.py::_own_pages_of": "whether a translation is in force, private or not",
    "home/desk/dates.py::_public_services": "one's own services in force, private or not, have fees that end",
    "home/desk/dates.py::due_for_review": "one's own pages in force, private or not, have to be looked over",
    "services/admin_list/selection.py::listed_services": "beside one's own, what in_force finds, in one question",
    "search/index/living.py::_state_of_pages": "figures that tell whether anything changed; what is read is visible",
    "site/outbox/publication.py::publish_and_withdraw": "pages whose expiry has passed, restricted or not",
}
"""Functions (or modules) that ask otherwise, by `path::function`, each with its reason."""

HINT = "ask core.visibility (visible, in_force, DepartmentCache.public, on_site), or give a reason in .ci/visibility.py"


def faults(source: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that ask the database for pages by `live`,
    and the functions they stand in ("" outside of any).
    """
    tree = ast.parse(source)
    for node, function in _with_function(tree, ""):
        if isinstance(node, ast.Call) and (_is_method(node) or _names_column(node)):
            yield node.lineno, function


def _with_function(node: ast.AST, function: str) -> Iterator[tuple[ast.AST, str]]:
    for child in ast.iter_child_nodes(node):
        is_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        inner = child.name if is_function else function
        yield child, inner
        yield from _with_function(child, inner)


def _is_method(call: ast.Call) -> bool:
    """Return a call such as `pages.live()`; those of Wagtail's querysets take nothing."""
    return isinstance(call.func, ast.Attribute) and call.func.attr in METHODS and not call.args and not call.keywords


def _names_column(call: ast.Call) -> bool:
    """`filter(live=True)`, `exclude(page__live=False)`, `Q(service__live=True)`."""
    asks = isinstance(call.func, ast.Attribute) or (isinstance(call.func, ast.Name) and call.func.id == "Q")
    return asks and any(word.arg and word.arg.split("__")[-1] == COLUMN for word in call.keywords)


def files(root: Path) -> Iterator[Path]:
    """Yield what runs in the portal; migrations and the demo's own content speak of pages while they make them."""
    for folder in SOURCES:
        for path in sorted((root / folder).rglob("*.py")):
            if "migrations" not in path.parts and "demo" not in path.parts:
                yield path


def main() -> int:
    """Name every fault, and every exception that nothing needs any more; 0 when there is none."""
    found = {
        (f"{path.relative_to(ROOT)}::{function}", line)
        for path in files(ROOT)
        for line, function in faults(path.read_text(encoding="utf-8"))
    }
    wrong = sorted((place, line) for place, line in found if place not in ALLOWED)
    needless = sorted(set(ALLOWED) - {place for place, _line in found})
    for place, line in wrong:
        sys.stderr.write(f"✗ {place.partition('::')[0]}:{line}: {HINT}\n")
    for place in needless:
        sys.stderr.write(f"✗ {place}: no exception is needed any more\n")
    return 1 if wrong or needless else 0


if __name__ == "__main__":
    raise SystemExit(main())
