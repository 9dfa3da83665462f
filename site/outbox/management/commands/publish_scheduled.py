"""Publish and withdraw by the clock, once: what the worker does every minute. It takes the place of Wagtail's."""

from typing import Any

from django.core.management import BaseCommand

from outbox.publication import publish_and_withdraw


class Command(BaseCommand):
    help = "Publish the pages whose day has come, page by page, and withdraw those whose expiry has passed."

    def handle(self, *args: Any, **options: Any) -> None:
        publish_and_withdraw()
