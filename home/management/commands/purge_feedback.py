"""`manage.py purge_feedback`: removes feedback that has been kept long enough."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from home.models import Feedback


class Command(BaseCommand):
    help = "Xoá góp ý đã giữ lâu hơn số ngày cho trước. / Remove feedback that is older than the given number of days."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--days", type=int, default=365, help="số ngày giữ lại / days to keep (365)")

    def handle(self, *, days: int, verbosity: int, **options) -> None:
        if days < 1:
            raise CommandError("--days phải từ 1 trở lên / must be 1 or more")
        removed, _by_model = Feedback.objects.filter(created_at__lt=timezone.now() - timedelta(days=days)).delete()
        if verbosity:
            self.stdout.write(f"Đã xoá / removed: {removed}")
