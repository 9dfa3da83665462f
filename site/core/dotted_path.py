"""What a page type names without importing it: its presenter, its API fields, whatever stands above its model.

A model stands below the code that shows it, so it says where that code is and Python looks there when it is asked
(docs/decisions/0093-pages-name-their-presenters.md). `manage.py check` looks at every name beforehand (core/checks.py).
"""

from typing import Any

from django.utils.module_loading import import_string


class DottedPath:
    """A class attribute that stands in another module: `presenter = DottedPath("home.guides.page_context")`.

    A function is handed out as it is, never bound to the page; the caller passes the page.
    """

    def __init__(self, path: str) -> None:
        self.path = path

    def __get__(self, instance: object, owner: type | None = None) -> Any:  # noqa: ANN401 (the path decides what stands there)
        return import_string(self.path)
