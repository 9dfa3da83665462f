"""The way back from a list of snippets speaks the language of whoever looks, whoever came first."""

import pytest
from django.utils.translation import override

from core.wagtail_hooks import HolidayViewSet


@pytest.mark.parametrize("first", ["vi", "en"])
def test_the_way_back_is_said_when_it_is_shown(first):
    with override(first):
        way = HolidayViewSet().breadcrumbs_items
    with override("vi"):
        assert str(way[0]["label"]) == "Trang chủ"
    with override("en"):
        assert str(way[0]["label"]) == "Home"
