import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Routine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True)),
                ('last_started_at', models.DateTimeField(blank=True, null=True)),
                ('last_finished_at', models.DateTimeField(blank=True, null=True)),
                ('lease', models.CharField(blank=True, default='', max_length=32)),
                ('leased_until', models.DateTimeField(blank=True, null=True)),
                ('last_error', models.CharField(blank=True, default='', max_length=500)),
            ],
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=60, verbose_name='kind')),
                ('payload', models.JSONField(default=dict)),
                ('dedup_key', models.CharField(max_length=200, unique=True, verbose_name='deduplication key')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='put in at')),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='first due')),
                ('run_after', models.DateTimeField(default=django.utils.timezone.now, verbose_name='next attempt')),
                ('attempts', models.PositiveIntegerField(default=0, verbose_name='delivery attempts')),
                ('lease', models.CharField(blank=True, default='', max_length=32)),
                ('leased_until', models.DateTimeField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='settled at')),
                ('failed_at', models.DateTimeField(blank=True, null=True, verbose_name='failed at')),
                ('last_error', models.CharField(blank=True, default='', max_length=500, verbose_name='last error')),
            ],
            options={
                'verbose_name': 'outbox delivery',
                'verbose_name_plural': 'outbox deliveries',
                'indexes': [models.Index(condition=models.Q(('done_at__isnull', True), ('failed_at__isnull', True)), fields=['run_after', 'id'], name='outbox_delivery_waiting'), models.Index(condition=models.Q(('done_at__isnull', True), ('failed_at__isnull', True)), fields=['due_at'], name='outbox_delivery_oldest'), models.Index(condition=models.Q(('done_at__isnull', False)), fields=['done_at'], name='outbox_delivery_done'), models.Index(condition=models.Q(('done_at__isnull', True), ('failed_at__isnull', False)), fields=['failed_at'], name='outbox_delivery_dead')],
            },
        ),
    ]
