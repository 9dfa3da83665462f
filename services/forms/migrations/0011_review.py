from django.db import migrations
from django.db.models import Count

AT_ONCE = 1000


def read_histories(apps, schema_editor):
    """Dossiers from before there were these columns: their history knows when and how they were decided, and how often
    papers were asked for. Which time limit holds it does not know: those go on without a date, and say so.
    """
    Event = apps.get_model('service_forms', 'Event')
    Submission = apps.get_model('service_forms', 'Submission')
    decided = Event.objects.filter(move='resolve', submission__resolved_at=None).order_by('pk')
    for key, at, detail in decided.values_list('submission', 'at', 'detail').iterator(chunk_size=AT_ONCE):
        columns = {'resolved_at': at, 'outcome': detail.get('outcome', '')}
        Submission.objects.filter(pk=key).update(**columns)
    asked = Event.objects.filter(move='ask_for_papers', submission__supplement_count=0).order_by()
    for key, times in asked.values_list('submission').annotate(Count('pk')).iterator(chunk_size=AT_ONCE):
        Submission.objects.filter(pk=key).update(supplement_count=times)


class Migration(migrations.Migration):

    dependencies = [
        ('service_forms', '0010_statistics'),
    ]

    operations = [
        migrations.RunPython(read_histories, migrations.RunPython.noop, elidable=True),
    ]
