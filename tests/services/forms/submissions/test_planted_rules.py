"""What the migration of the clock's rows leaves: promises of dossiers accepted before, and the setting there was."""

from importlib import import_module

import pytest
from django.apps import apps

from core.models import PortalSettings
from services.forms.clock import Closing, Resume
from services.forms.models import ClockRow, Submission, rule_in_force
from services.forms.rules.stored_rule import rule_from_json
from tests.builders_slips import filed, perform

pytestmark = pytest.mark.django_db

migration = import_module("services.forms.migrations.0016_clock_rules")


def test_dossiers_accepted_before_keep_what_they_were_promised(travel):
    PortalSettings.objects.update_or_create(defaults={"reply_days": 20})
    travel("2026-11-20T09:00")
    accepted, new = perform(filed(), "accept"), filed()
    Submission.objects.update(rule=None, complete_at=None)
    migration.keep_promises(apps, None)
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
    PortalSettings.objects.update_or_create(defaults={"reply_days": days})
    ClockRow.objects.all().delete()
    migration.plant(apps, None)
    rule = rule_in_force(migration.localdate())
    assert (rule.reply_days, rule.closing) == expected
