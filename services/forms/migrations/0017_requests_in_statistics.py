"""Requests and apologies are counted; the index of what is unfinished holds the day of the reply for the desk."""

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
        migrations.AddField(
            model_name='tally',
            name='apologised',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='tally',
            name='asked_late',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='tally',
            name='asked_twice',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='tally',
            name='legal_days',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='tombstone',
            name='complete_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='tombstone',
            name='is_apologised',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='tombstone',
            name='late_requests',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='tombstone',
            name='requests',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('state__in', [1, 2, 4, 5, 6, 9])), fields=['agency_key', 'state', 'assigned_to', 'owner', 'due_at', 'intake_due_at', 'reply_due_at'], name='submission_unfinished'),
        ),
    ]
