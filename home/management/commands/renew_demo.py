"""`manage.py renew_demo`: notices a demo that another version made, and puts it aside so that a new one is made."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from home.demo.database import State, database_file, is_open_elsewhere, put_aside, state_of

WORDS = {
    State.OLDER: (
        "Dữ liệu trình diễn này do phiên bản khác tạo ra, chưa ai đăng nhập hay viết gì trong đó, nên được tạo lại.",
        "This demo was made by another version and nobody has worked in it, so it is made anew.",
    ),
    State.UNREADABLE: (
        "Dữ liệu trình diễn này do một phiên bản khác tạo ra, phiên bản này không dùng tiếp được, nên được tạo lại.",
        "This demo was made by a version whose tables this one does not know, so it is made anew.",
    ),
    State.WORKED_IN: (
        "Dữ liệu trình diễn này do phiên bản khác tạo ra, đã có người làm việc trong đó, nên được giữ nguyên.\n"
        "  Muốn dữ liệu mới (dữ liệu cũ vẫn được cất giữ): make new-demo",
        "This demo was made by another version and somebody has worked in it, so it stays.\n"
        "  For a new one (the old one is kept aside): make new-demo",
    ),
}
IN_USE = (
    "Một tiến trình khác đang mở dữ liệu này, nên nó ở nguyên chỗ cũ. Dừng tiến trình ấy rồi chạy lại.",
    "Another process has this database open, so it stays where it is. Stop that process and run this again.",
)
NO_FILE = (
    "Cơ sở dữ liệu này không phải một tệp SQLite: hãy tự tạo một cơ sở dữ liệu mới và đặt DATABASE_URL.",
    "This database is no file of SQLite: make a new one yourself and name it in DATABASE_URL.",
)
KEPT = ("Dữ liệu cũ còn nguyên trong / the old one is kept in {}", "Dùng lại / to use it again: README.md")


class Command(BaseCommand):
    help = (
        "Cất dữ liệu trình diễn do phiên bản khác tạo ra, trừ khi đã có người làm việc trong đó. / "
        "Put a demo aside that another version made, unless somebody has worked in it."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--now", action="store_true", help="cất trong mọi trường hợp / put it aside in any case")

    def handle(self, *, now: bool, **options) -> None:
        if not settings.DEMO:
            raise CommandError("settings.DEMO = False: đây không phải bản trình diễn. / This is no demo.")
        path = database_file()
        if path is None:
            if now:
                raise CommandError("\n".join(NO_FILE))
            return
        state = state_of(path)
        if state is State.EMPTY:
            return
        if state in WORDS and not now:
            self.tell(*WORDS[state])
        if now or state in (State.OLDER, State.UNREADABLE):
            self.put_aside(path, insists=now)

    def put_aside(self, path: Path, *, insists: bool) -> None:
        """Put the demo aside, unless another process has it open: an error when somebody asked for it."""
        if is_open_elsewhere(path):
            if insists:
                raise CommandError("\n".join(IN_USE))
            self.tell(*IN_USE)
            return
        folders = [Path(settings.PRIVATE_ROOT), Path(settings.MEDIA_ROOT)]
        kept = put_aside(path, folders, today=timezone.localdate())
        self.tell(KEPT[0].format(kept), KEPT[1])

    def tell(self, vietnamese: str, english: str) -> None:
        """Say it in both languages."""
        self.stdout.write(f"» {vietnamese}\n  {english}")
