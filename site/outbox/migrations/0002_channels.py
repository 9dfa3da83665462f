"""What a delivery is sent through, and the breaker of each channel."""

from django.db import migrations, models

WAITING = {
    "account.mail": "mail",
    "submission.mail": "mail",
    "desk.overdue_intake": "mail",
    "attachment.scan": "virus_scanner",
}
"""What waited before channels were written down; short messages, whose payload names one, go by the lane of the rest."""


def name_channels(apps, schema_editor):
    for kind, channel in WAITING.items():
        apps.get_model("outbox", "Delivery").objects.filter(kind=kind, done_at__isnull=True).update(channel=channel)


class Migration(migrations.Migration):
    dependencies = [
        ("outbox", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="channel",
            field=models.CharField(blank=True, default="", editable=False, max_length=30),
        ),
        migrations.CreateModel(
            name="Circuit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("channel", models.CharField(max_length=30, unique=True)),
                ("failures", models.PositiveIntegerField(default=0)),
                ("open_until", models.DateTimeField(blank=True, null=True)),
                ("last_error", models.CharField(blank=True, default="", max_length=500)),
            ],
        ),
        migrations.RunPython(name_channels, migrations.RunPython.noop),
    ]
