"""`manage.py search_setup`: the index that editors' lists and choosers search in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from core.table_statistics import count_rows
from search.index_building import build, count_objects, is_current


class Command(BaseCommand):
    help = (
        "Build the index of editors' lists and choosers anew where an upgrade changed how it reads words, and have "
        "the database count its rows. Safe to run again, while the portal runs."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--force", action="store_true", help="Build it anew in any case.")

    def handle(self, *, force: bool, verbosity: int, **options: Any) -> None:
        if is_current() and not force:
            count_rows()
            self._say(_("The search index is up to date."), verbosity)
            return
        with tqdm(total=count_objects(), desc=_("Search index"), unit="", mininterval=1, disable=not verbosity) as bar:
            for done in build():
                bar.update(done)
        self._say(_("The search index was built anew."), verbosity)

    def _say(self, sentence: str, verbosity: int) -> None:
        if verbosity:
            self.stdout.write(sentence)
