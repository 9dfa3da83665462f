"""`manage.py demo`: real content to look at and try out."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo import database
from home.demo.loader import DemoLoader
from services.models import ServicePage


class Command(BaseCommand):
    help = "Nạp nội dung trình diễn: đơn vị, dịch vụ công, hướng dẫn, tài khoản. Chạy lại chỉ thêm phần còn thiếu."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--force", action="store_true", help="nạp nội dung, không tài khoản, cả khi settings.DEMO = False"
        )

    def handle(self, *, verbosity: int, force: bool, **options) -> None:
        if not settings.DEMO and not force:
            raise CommandError(
                "settings.DEMO = False: không nạp nội dung trình diễn vào cổng thật. Chắc chắn thì thêm --force: "
                "chỉ nạp nội dung, không tạo tài khoản và hồ sơ nào."
            )
        is_new = not ServicePage.objects.exists()
        changed = DemoLoader(silent=verbosity == 0, with_people=settings.DEMO).load()
        if is_new:
            database.sign()
        if verbosity:
            self.stdout.write("Đã nạp nội dung trình diễn." if changed else "Nội dung trình diễn đã đủ, không đổi gì.")
