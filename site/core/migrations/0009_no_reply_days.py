"""The days for a reply left the portal settings: dated rows of the clock say them (service_forms 0016 read the old ones)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0008_planted_days"), ("service_forms", "0016_clock_rules")]

    operations = [
        migrations.RemoveField(model_name="portalsettings", name="reply_days"),
        migrations.AlterField(
            model_name='portalsettings',
            name='cut_off',
            field=models.TimeField(blank=True, help_text='An application accepted later in the day counts as accepted on the next working day. Blank = until the end of the afternoon. Limits in hours count from the minute of acceptance all the same.', null=True, verbose_name='accepted on the same day until'),
        ),
    ]
