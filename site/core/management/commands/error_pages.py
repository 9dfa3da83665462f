"""Writes the error pages that nginx answers with while the application cannot."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.template.loader import render_to_string
from django.utils import translation

from core.errors import context_of

STATUSES = (413, 429, 500, 503)
"""What nginx may have to say by itself: a body too large, too many requests, no answer from the application."""


class Command(BaseCommand):
    help = "Writes vi/503.html, en/503.html … into a folder, for nginx. Run it after collectstatic."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="where the pages go, e.g. var/error_pages")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        for language, _name in settings.LANGUAGES:
            (folder / language).mkdir(parents=True, exist_ok=True)
            with translation.override(language):
                for status in STATUSES:
                    page = render_to_string("500.html", context_of(status))
                    (folder / language / f"{status}.html").write_text(page, encoding="utf-8")
        self.stdout.write(f"{len(STATUSES) * len(settings.LANGUAGES)} pages: {folder}")
