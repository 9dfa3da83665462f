"""The index of what is unfinished holds the day of the reply too: the menu of the desk counts what is to be closed."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('service_forms', '0016_clock_rules'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='submission',
            name='submission_unfinished',
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('state__in', [1, 2, 4, 5, 6, 9])), fields=['agency_key', 'state', 'assigned_to', 'owner', 'due_at', 'intake_due_at', 'reply_due_at'], name='submission_unfinished'),
        ),
    ]
