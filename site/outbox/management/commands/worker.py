"""`manage.py worker`: delivers what is in the outbox and keeps the routines going, until it is told to stop."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import autoreload

from outbox.worker import work


class Command(BaseCommand):
    help = "Gửi những gì đang chờ và chạy việc định kỳ. / Deliver what waits and run the routines."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="dừng khi hết việc / end when nothing is due")
        parser.add_argument("--reload", action="store_true", help="nạp lại khi sửa mã / start anew when code changes")

    def handle(self, *args: Any, once: bool, reload: bool, **options: Any) -> None:
        stop = threading.Event()
        if reload:
            autoreload.run_with_reloader(work, stop)
            return
        before = {number: signal.signal(number, lambda *_: stop.set()) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            work(stop, once=once)
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
