"""The numbers of the clock become dated rows; every submission keeps the rule that held when it was accepted."""

from datetime import date

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F
from django.utils.timezone import localdate

import core.models.typed_text

OLD_LAW, LAW = ("nd-61-2018", date(2018, 6, 21)), ("nd-118-2025", date(2025, 7, 1))
"""Decree 61/2018/NĐ-CP, and Decree 118/2025/NĐ-CP that took its place: the key of each, and the first day of each."""
NO_LAW = ("", LAW[1])

ROWS = (
    ("resume", "continue", OLD_LAW, "", "own_reading", "The days of waiting are taken out; nothing runs anew."),
    ("resume", "restart", LAW, "Điều 19.5", "own_reading", "Counted anew once the dossier is complete."),
    ("request_days", "", OLD_LAW, "", "own_reading", "No time for a request that changes what follows."),
    ("request_days", "3", LAW, "Điều 19.5", "own_reading", "A dossier is returned within 3 working days of acceptance."),
    ("reply_days", "", OLD_LAW, "", "unconfirmed", "No number was found that held for every service."),
    ("reply_days", "15", LAW, "Điều 19.5", "read", "Calendar days; acts about a field may set others."),
    ("closing", "staff", LAW, "Điều 19.5", "read", "The staff of the one-stop unit close it."),
    ("intake_hours", "8", LAW, "Điều 17.2", "read", "Working hours after the system received it (17.2c)."),
    ("officers_told_hours", "2", LAW, "Điều 17.2", "read", ""),
    ("handed_on_until", "15:00", LAW, "Điều 18.2", "read", "On the same day; later in the day: as the next one begins."),
    ("extensions", "1", LAW, "Điều 19.6", "read", ""),
    ("extension_days_before", "1", LAW, "Điều 19.6", "read", ""),
    ("payment_pauses", "yes", NO_LAW, "", "unconfirmed", "No rule was found."),
    ("early_requests_count", "yes", LAW, "Điều 16.3", "own_reading", "Asked once only; before acceptance nothing runs."),
    ("late_acceptance_waits", "yes", NO_LAW, "", "own_reading", "A day in the office's favour: Civil Code, Art. 147.2."),
    ("second_request_is_late", "yes", NO_LAW, "", "unconfirmed", "No source was found; never told to the citizen."),
)


def plant(apps, schema_editor):
    """What the law says, and what this installation had set itself."""
    rows = apps.get_model("service_forms", "ClockRow").objects
    for key, value, (law, since), article, certainty, note in ROWS:
        rows.create(key=key, value=value, valid_from=since, law=law, article=article, certainty=certainty, note=note)
    if days := _own_reply_days(apps):
        own = {"valid_from": localdate(), "certainty": "own_choice", "note": "As it was set in the portal settings."}
        rows.create(key="reply_days", value=str(days), **own)
        rows.create(key="closing", value="automatic", **own)


def keep_promises(apps, schema_editor):
    """What was accepted before goes on after a request as it did: a date that was promised never gets later."""
    submissions = apps.get_model("service_forms", "Submission").objects
    rule = {
        "resume": "continue",
        "request_days": None,
        "reply_days": _own_reply_days(apps),
        "closing": "staff",
        "intake_hours": 8,
        "officers_told_hours": 2,
        "handed_on_until": "15:00",
        "extensions": 1,
        "extension_days_before": 1,
        "payment_pauses": True,
        "early_requests_count": True,
        "late_acceptance_waits": True,
        "second_request_is_late": True,
        "sources": [{"about": "resume", "law": OLD_LAW[0], "article": "", "certainty": "own_reading"}],
    }
    accepted = submissions.exclude(accepted_at=None)
    accepted.update(rule=rule, complete_at=F("accepted_at"))


def _own_reply_days(apps):
    settings = apps.get_model("core", "PortalSettings").objects.first()
    return settings.reply_days if settings else None


class Migration(migrations.Migration):
    dependencies = [
        ("service_forms", "0015_audit_guards"),
        ("services", "0002_papers_places"),
        ("core", "0006_kept_posts"),
    ]

    operations = [
        migrations.AddField(
            model_name="submission",
            name="apologised_at",
            field=models.DateTimeField(null=True, verbose_name="apologised for the delay at"),
        ),
        migrations.AddField(
            model_name="submission",
            name="complete_at",
            field=models.DateTimeField(null=True, verbose_name="complete since"),
        ),
        migrations.AddField(
            model_name="submission",
            name="handed_on_at",
            field=models.DateTimeField(null=True, verbose_name="handed on to the competent agency at"),
        ),
        migrations.AddField(
            model_name="submission",
            name="late_request_count",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="requests for papers made late"),
        ),
        migrations.AddField(
            model_name="submission",
            name="received_at",
            field=models.DateTimeField(null=True, verbose_name="received by the competent agency at"),
        ),
        migrations.AddField(
            model_name="submission",
            name="rule",
            field=models.JSONField(
                help_text="Settled at acceptance (rules/stored_rule.py).",
                null=True,
                verbose_name="rule of the clock that holds",
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="rule_mark",
            field=models.CharField(blank=True, default="", max_length=16, verbose_name="rule it was counted with"),
        ),
        migrations.CreateModel(
            name="ClockRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        choices=[
                            ("resume", "After a first request for papers made in time, the time limit …"),
                            (
                                "request_days",
                                "Working days after acceptance in which a first request restarts the limit",
                            ),
                            ("reply_days", "Calendar days to hand in papers that were asked for"),
                            ("closing", "Who closes an application whose papers did not come"),
                            ("intake_hours", "Working hours to accept, refuse or ask"),
                            ("officers_told_hours", "Hours within which officers are told of a filing"),
                            ("handed_on_until", "Hour until which an application is handed on the same day"),
                            ("extensions", "How often a return date may be put off: 0 or 1"),
                            ("extension_days_before", "Days before the return date by whose end it may be put off"),
                            ("payment_pauses", "The limit stands still while a payment is awaited"),
                            ("early_requests_count", "A request before acceptance counts as the first one"),
                            ("late_acceptance_waits", "Accepted after hours counts as the next working morning"),
                            ("second_request_is_late", "More than one request counts as late in the statistics"),
                        ],
                        max_length=30,
                        verbose_name="what is said",
                    ),
                ),
                (
                    "value",
                    models.CharField(
                        blank=True,
                        help_text="After a request: restart or continue. Closing: staff or automatic. Hours of the day: 15:00. Yes or no: yes, no. All others: a whole number; days for a request and for a reply may be left blank.",
                        max_length=20,
                        verbose_name="value",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="valid from")),
                (
                    "law",
                    models.SlugField(
                        blank=True, help_text="Example: nd-118-2025", max_length=60, verbose_name="key of the act"
                    ),
                ),
                ("article", models.CharField(blank=True, max_length=120, verbose_name="article")),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("read", "Read in the text"),
                            ("press", "Told by other documents or the press"),
                            ("own_reading", "Our reading of the text, not confirmed"),
                            ("unconfirmed", "No source found, not confirmed"),
                            ("own_choice", "Set by the province itself"),
                        ],
                        default="unconfirmed",
                        max_length=15,
                        verbose_name="how sure it is",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, default="", help_text="For administrators; not shown.", verbose_name="note"
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: for every service. For one only where an act about its field says otherwise: name it.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="services.servicepage",
                        verbose_name="service",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule of the clock",
                "verbose_name_plural": "rules of the clock",
                "ordering": ["key", "-valid_from", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "service", "valid_from"), name="clock_row_once_a_day_per_service"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("service__isnull", True)),
                        fields=("key", "valid_from"),
                        name="clock_row_once_a_day_for_all",
                    ),
                ],
            },
            bases=(core.models.typed_text.TypedText, models.Model),
        ),
        migrations.RunPython(plant, migrations.RunPython.noop),
        migrations.RunPython(keep_promises, migrations.RunPython.noop),
    ]
