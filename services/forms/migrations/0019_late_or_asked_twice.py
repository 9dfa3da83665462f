"""What would be late if a second request for papers counted as late: a number of its own (docs/decisions/0096)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("service_forms", "0018_calendar_versions")]

    operations = [
        migrations.AddField(
            model_name="tally", name="late_or_asked_twice", field=models.PositiveIntegerField(default=0)
        ),
    ]
