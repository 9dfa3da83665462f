"""`manage.py demo`, run again and run where it should not be."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Revision

from accounts.models import User
from core.models import Field, LegalDocument, PortalDocument
from departments.models import Succession
from home.demo.loader import DemoLoader
from home.models import Banner, QuickLink
from services.models import Fee
from tests.home.demo.pages import service

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_a_second_run_changes_nothing_and_keeps_what_an_editor_wrote():
    page = service("dang-ky-khai-sinh")
    page.title = "Khai sinh cho con"
    page.slug = "khai-sinh-cho-con"
    page.save_revision().publish()
    before = sizes()
    assert not DemoLoader(silent=True).load()
    assert sizes() == before
    page.refresh_from_db()
    assert page.title == "Khai sinh cho con"


def sizes() -> list[int]:
    models = (Page, Revision, Fee, Field, LegalDocument, PortalDocument, QuickLink, Banner, User, Succession)
    return [model.objects.count() for model in models]


def test_the_command_refuses_a_site_that_is_no_demo(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="--force"):
        call_command("demo", stdout=StringIO())


def test_forced_on_a_real_site_it_makes_no_accounts(settings):
    settings.DEMO = False
    User.objects.filter(email__in=["dich@example.vn", "giamsat@example.vn"]).delete()
    before = User.objects.count()
    call_command("demo", force=True, verbosity=0)
    assert User.objects.count() == before


def test_the_command_says_that_nothing_was_missing(settings, capsys):
    settings.DEMO = True
    out = StringIO()
    call_command("demo", stdout=out)
    assert "không đổi gì" in out.getvalue()
