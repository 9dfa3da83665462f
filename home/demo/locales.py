"""The two languages of the demo."""

from wagtail.models import Locale


def vietnamese() -> Locale:
    return Locale.objects.get(language_code="vi")


def english() -> Locale:
    return Locale.objects.get(language_code="en")
