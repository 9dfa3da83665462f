"""What the migration of the clock's rows leaves: promises of dossiers accepted before, and the setting there was."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps

from services.forms.clock import Closing, Resume
from services.forms.models import ClockRow, Submission, rule_in_force
from services.forms.rules.stored_rule import rule_from_json
from tests.builders_slips import filed, perform

pytestmark = pytest.mark.django_db

migration = import_module("services.forms.migrations.0016_clock_rules")


class AppsOfThen:
    """The apps, with the portal settings as they were when the migration was written."""

    def __init__(self, reply_days):
        settings = SimpleNamespace(reply_days=reply_days)
        self._settings = SimpleNamespace(objects=SimpleNamespace(first=lambda: settings))

    def get_model(self, label, name):
        return self._settings if (label, name) == ("core", "PortalSettings") else apps.get_model(label, name)


def test_dossiers_accepted_before_keep_what_they_were_promised(travel):
    travel("2026-11-20T09:00")
    accepted, new = perform(filed(), "accept"), filed()
    Submission.objects.update(rule=None, complete_at=None)
    migration.keep_promises(AppsOfThen(20), None)
    accepted.refresh_from_db()
    new.refresh_from_db()
    rule = rule_from_json(accepted.rule)
    assert (rule.resume, rule.request_days, rule.reply_days) == (Resume.CONTINUE, None, 20)
    assert accepted.complete_at == accepted.accepted_at
    assert (new.rule, new.complete_at) == (None, None)


@pytest.mark.parametrize(
    ("days", "expected"), [(None, (15, Closing.STAFF)), (20, (20, Closing.AUTOMATIC))], ids=["none", "set"]
)
def test_the_days_for_a_reply_that_were_set_go_on_with_automatic_closing(travel, days, expected):
    travel("2026-11-30T09:00")
    ClockRow.objects.all().delete()
    migration.plant(AppsOfThen(days), None)
    rule = rule_in_force(migration.localdate())
    assert (rule.reply_days, rule.closing) == expected
