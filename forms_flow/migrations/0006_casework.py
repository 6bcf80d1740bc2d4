import django.db.models.deletion
import django.utils.timezone
import forms_flow.vault.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forms_flow', '0005_moves'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Body',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_ar', models.CharField(max_length=160, verbose_name='name in Arabic')),
                ('name_en', models.CharField(max_length=160, verbose_name='name in English')),
                ('is_active', models.BooleanField(default=True, verbose_name='can be chosen')),
            ],
            options={
                'verbose_name': 'body',
                'verbose_name_plural': 'bodies',
                'ordering': ('name_ar',),
            },
        ),
        migrations.AddField(
            model_name='completionrequest',
            name='reminded_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name='event',
            name='action',
            field=models.CharField(choices=[('submitted', 'Application sent'), ('opened', 'Case opened'), ('assigned', 'Assigned'), ('moved', 'Moved'), ('completed', 'Sent what was missing'), ('file_opened', 'Document opened'), ('revealed', 'Masked answer shown'), ('noted', 'Note added'), ('notice_sent', 'Message sent'), ('messaged', 'Message on the case'), ('called', 'Telephone call'), ('contact_corrected', 'Contact details corrected'), ('declared', 'Declaration given'), ('copied', 'Copy of the answers made'), ('checked', 'Document checked'), ('unchecked', 'Referred with documents not checked'), ('referred_out', 'Referred to a body outside'), ('letter_came', 'Letter of a body recorded'), ('replied', 'Reply recorded'), ('extended', 'Promised time extended'), ('alerted', 'Staff reminded of the promised time'), ('handed_over', 'Delivery recorded'), ('came_back', 'Loan came back'), ('entered_register', 'Entered in the register'), ('merged', 'Entries of the register merged'), ('related', 'Relation to the applicant declared'), ('turned', 'Application begun from the inquiry'), ('volunteer_left', 'No longer available as a volunteer'), ('volunteer_back', 'Available again as a volunteer'), ('notice_failed', 'Message could not be sent')], max_length=20),
        ),
        migrations.CreateModel(
            name='Beneficiary',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField(unique=True)),
                ('sheet', forms_flow.vault.fields.SealedField()),
                ('registered_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('renewal_on', models.DateField(null=True)),
                ('merged_at', models.DateTimeField(null=True)),
                ('merge_reason', forms_flow.vault.fields.SealedField(null=True)),
                ('merged_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('merged_into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='doubles', to='forms_flow.beneficiary')),
            ],
            options={
                'verbose_name': 'beneficiary',
                'verbose_name_plural': 'beneficiaries',
                'ordering': ('number',),
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='application',
            name='beneficiary',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='forms_flow.beneficiary'),
        ),
        migrations.CreateModel(
            name='BeneficiaryKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('reference', 'Reference'), ('identity', 'Identity number'), ('mobile', 'Mobile'), ('name', 'Word of the name')], max_length=12)),
                ('digest', models.BinaryField(max_length=16)),
                ('beneficiary', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='forms_flow.beneficiary')),
            ],
            options={
                'verbose_name': 'key of a beneficiary',
                'verbose_name_plural': 'keys of beneficiaries',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('item', forms_flow.vault.fields.SealedField()),
                ('quantity', models.PositiveIntegerField(default=1)),
                ('value', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('receiver', forms_flow.vault.fields.SealedField()),
                ('on', models.DateField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('due_back', models.DateField(null=True)),
                ('returned_on', models.DateField(null=True)),
                ('state_back', forms_flow.vault.fields.SealedField(null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='forms_flow.application')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('returned_to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'delivery',
                'verbose_name_plural': 'deliveries',
                'ordering': ('at',),
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='DocumentCheck',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('document', models.CharField(max_length=60)),
                ('verdict', models.CharField(choices=[('accepted', 'Accepted'), ('rejected', 'Rejected'), ('open', 'To be checked')], max_length=12)),
                ('how', models.CharField(blank=True, choices=[('copy', 'Seen as a copy here'), ('original', 'Original seen, no copy kept'), ('issuer', 'Verified with the issuer'), ('not_needed', 'Not needed in this case')], max_length=12)),
                ('reason', forms_flow.vault.fields.SealedField(null=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='document_checks', to='forms_flow.application')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'document check',
                'verbose_name_plural': 'document checks',
                'ordering': ('at',),
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Extension',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('before', models.DateTimeField()),
                ('after', models.DateTimeField()),
                ('reason', forms_flow.vault.fields.SealedField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='extensions', to='forms_flow.application')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'extension',
                'verbose_name_plural': 'extensions',
                'ordering': ('at',),
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='OfficeHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(choices=[('usual', 'All the year'), ('ramadan', 'Ramadan')], max_length=8, unique=True, verbose_name='part of the year')),
                ('opens', models.TimeField(verbose_name='opens at')),
                ('closes', models.TimeField(verbose_name='closes at')),
            ],
            options={
                'verbose_name': 'office hours',
                'verbose_name_plural': 'office hours',
                'ordering': ('-part',),
                'constraints': [models.CheckConstraint(condition=models.Q(('closes__gt', models.F('opens'))), name='office_closes_after_it_opens', violation_error_message='Write a closing time that is later than the opening time')],
            },
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('direction', models.CharField(choices=[('out', 'Referred by us'), ('in', 'Came to us')], max_length=4)),
                ('other', forms_flow.vault.fields.SealedField(null=True)),
                ('letter', forms_flow.vault.fields.SealedField(null=True)),
                ('on', models.DateField()),
                ('sections', models.JSONField(default=list)),
                ('documents', models.JSONField(default=list)),
                ('consent', models.CharField(blank=True, choices=[('signed', 'Signed on paper'), ('spoken', 'Said in person'), ('telephone', 'Said by telephone'), ('written', 'Written on the tracking page or by message')], max_length=12)),
                ('consent_on', models.DateField(null=True)),
                ('about', forms_flow.vault.fields.SealedField(null=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reply', forms_flow.vault.fields.SealedField(null=True)),
                ('replied_on', models.DateField(null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='referrals', to='forms_flow.application')),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='forms_flow.body')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replied_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'referral',
                'verbose_name_plural': 'referrals',
                'ordering': ('at',),
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Alert',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('due_soon', 'The promised time is about to end'), ('overdue', 'The promised time is over')], max_length=12)),
                ('due_at', models.DateTimeField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('mailed_at', models.DateTimeField(null=True)),
                ('seen_at', models.DateTimeField(null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alerts', to='forms_flow.application')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alerts', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'alert',
                'verbose_name_plural': 'alerts',
                'ordering': ('at',),
                'abstract': False,
                'default_permissions': (),
                'indexes': [models.Index(condition=models.Q(('seen_at', None)), fields=['person', '-at'], name='alert_unseen'), models.Index(condition=models.Q(('mailed_at', None)), fields=['at'], name='alert_unmailed')],
                'constraints': [models.UniqueConstraint(fields=('application', 'person', 'kind', 'due_at'), name='alert_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='beneficiary',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into', None), ('merged_at__isnull', False), _connector='XOR'), name='beneficiary_merged_has_time'),
        ),
        migrations.AddIndex(
            model_name='beneficiarykey',
            index=models.Index(fields=['digest', 'beneficiary'], name='beneficiary_key_lookup'),
        ),
        migrations.AddConstraint(
            model_name='beneficiarykey',
            constraint=models.UniqueConstraint(fields=('beneficiary', 'kind', 'digest'), name='beneficiary_key_once'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('due_back__isnull', False), ('returned_on__isnull', True)), fields=['due_back', 'id'], name='delivery_lent'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gte', 1)), name='delivery_of_something'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(('returned_on__isnull', True), ('due_back__isnull', False), _connector='OR'), name='delivery_only_loans_come_back'),
        ),
        migrations.AddConstraint(
            model_name='extension',
            constraint=models.CheckConstraint(condition=models.Q(('after__gt', models.F('before'))), name='extension_is_later'),
        ),
        migrations.AddConstraint(
            model_name='extension',
            constraint=models.CheckConstraint(condition=models.Q(('at__lt', models.F('before'))), name='extension_before_it_lapses'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(('direction', 'in'), models.Q(('consent_on__isnull', False), models.Q(('consent', ''), _negated=True)), _connector='OR'), name='referral_outside_has_consent'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(('body__isnull', False), ('other__isnull', False), _connector='XOR'), name='referral_names_one_body'),
        ),
    ]
