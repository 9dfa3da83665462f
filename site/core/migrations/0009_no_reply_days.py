"""The days for a reply left the portal settings: dated rows of the clock say them (service_forms 0016 read the old ones)."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0008_planted_days"), ("service_forms", "0016_clock_rules")]

    operations = [migrations.RemoveField(model_name="portalsettings", name="reply_days")]
