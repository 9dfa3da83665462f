from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('services', '0006_words_become_cases'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='duration',
            name='case',
        ),
        migrations.RemoveField(
            model_name='fee',
            name='case',
        ),
        migrations.RemoveField(
            model_name='requireddocument',
            name='case',
        ),
    ]
