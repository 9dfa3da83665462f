import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from services.forms.submissions.search_keys import search_keys


def fill_lookup(apps, schema_editor):
    """What was filed before there was a desk is found there as well."""
    Submission = apps.get_model("service_forms", "Submission")
    filed = Submission.objects.exclude(state=0).only("pk", "answers")
    for submission in filed.iterator(chunk_size=500):
        Submission.objects.filter(pk=submission.pk).update(lookup=search_keys(submission.answers))


class Migration(migrations.Migration):

    dependencies = [
        ('service_forms', '0003_tombstone_outcome'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('text', models.TextField(verbose_name='note')),
            ],
            options={
                'verbose_name': 'internal note',
                'verbose_name_plural': 'internal notes',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Officer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('department_key', models.UUIDField(blank=True, db_index=True, null=True, verbose_name='department')),
                ('role', models.CharField(choices=[('one_stop', 'One-stop officer'), ('officer', 'Department officer'), ('head', 'Head of department'), ('supervisor', 'Supervisor of the province')], max_length=10, verbose_name='role')),
            ],
            options={
                'verbose_name': 'officer',
                'verbose_name_plural': 'officers',
                'ordering': ['department_key', 'role', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='submission',
            name='assigned_to',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='assigned_submissions', to=settings.AUTH_USER_MODEL, verbose_name='assigned to'),
        ),
        migrations.AddField(
            model_name='submission',
            name='lookup',
            field=models.TextField(blank=True, default='', editable=False, verbose_name='words to find it by'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(fields=['agency_key', 'state', 'filed_at'], name='service_for_agency__9617c0_idx'),
        ),
        migrations.AddField(
            model_name='note',
            name='author',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='note',
            name='submission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='service_forms.submission'),
        ),
        migrations.AddField(
            model_name='officer',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offices', to=settings.AUTH_USER_MODEL, verbose_name='officer'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.UniqueConstraint(fields=('user', 'department_key', 'role'), name='officer_once'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.UniqueConstraint(condition=models.Q(('department_key', None)), fields=('user',), name='officer_supervisor_once'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('department_key__isnull', True), ('role', 'supervisor')), models.Q(models.Q(('role', 'supervisor'), _negated=True), ('department_key__isnull', False)), _connector='OR'), name='officer_supervisor_has_no_department'),
        ),
        migrations.RunPython(fill_lookup, migrations.RunPython.noop, elidable=True),
    ]
