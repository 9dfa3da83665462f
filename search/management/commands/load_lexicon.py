"""`manage.py load_lexicon`: the words of citizens that come with the software."""

from django.core.management.base import BaseCommand

from search.lexicon.entry_rows import ensure_entries


class Command(BaseCommand):
    help = (
        "Nạp từ ngữ của người dân đi kèm phần mềm; mục đã có người sửa hoặc xoá thì giữ nguyên. / "
        "Load the words of citizens that come with the software; what an editor changed or deleted stays so."
    )

    def handle(self, *, verbosity: int, **options: object) -> None:
        written = ensure_entries()
        if verbosity:
            self.stdout.write(f"Đã nạp / loaded: {written}")
