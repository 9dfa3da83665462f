"""How often an office was told of an overdue dossier, and an index by which a code is found however it is typed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("service_forms", "0013_kept_posts"),
    ]

    operations = [
        migrations.AddField(
            model_name="submission",
            name="intake_told",
            field=models.PositiveSmallIntegerField(
                default=0, editable=False, verbose_name="times the office was told that it is overdue"
            ),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(
                models.Func(
                    "code",
                    template="UPPER(REPLACE(REPLACE(%(expressions)s, '-', ''), '.', ''))",
                    output_field=models.CharField(),
                ),
                name="submission_code_key",
            ),
        ),
    ]
