import django.db.models.deletion
import django.utils.timezone
import forms_flow.vault.fields
import uuid
from django.conf import settings
from django.db import migrations, models


#: key, Arabic, English, kind of form, has to be explained
REASONS = (
    ('not_entitled', 'لم تتحقق شروط الاستحقاق المعلنة للخدمة.', 'The published conditions of the service are not met.', 'assistance', False),
    ('helped_before', 'سبقت الاستفادة من الخدمة خلال المدة المحددة لها.', 'This service was received before, within the time set for it.', 'assistance', False),
    ('other_body', 'هذه الحاجة تقدّمها جهة أخرى، ونرشدك إليها.', 'Another body provides for this need; we show you the way there.', 'assistance', False),
    ('outside_area', 'مكان تقديم الخدمة خارج نطاق عمل الجمعية.', 'The place is outside the area that the association serves.', 'assistance', False),
    ('no_places', 'اكتملت الأماكن أو الموارد المتاحة لهذه الخدمة.', 'All places or means available for this service are taken.', '', False),
    ('not_verified', 'لم نتمكن من التحقق من البيانات أو المستندات المقدّمة.', 'We could not verify the details or documents that were sent.', '', False),
    ('no_task_now', 'لا توجد الآن مهمة تناسب أوقاتك أو مجالاتك، ونسعد بطلبك في موسم قادم.', 'No task fits your times or areas now; we would be glad of your application in a coming season.', 'volunteer', False),
    ('age_or_consent', 'شرط العمر أو موافقة ولي الأمر لم يتحقق بعد.', 'The condition of age, or of the guardian’s consent, is not met yet.', 'volunteer', False),
    ('other', 'سبب آخر، موضّح أدناه.', 'Another reason, given below.', '', True),
)


def seed(apps, schema_editor):
    """Begin with sensible reasons; the staff keep the list from then on."""
    model = apps.get_model('forms_flow', 'DeclineReason')
    for place, (key, arabic, english, track, needs_text) in enumerate(REASONS, start=1):
        values = {'text_ar': arabic, 'text_en': english, 'track': track, 'needs_text': needs_text, 'order': place * 10}
        model.objects.get_or_create(key=key, defaults=values)


class Migration(migrations.Migration):

    dependencies = [
        ('forms_flow', '0004_journeys'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DeclineReason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(unique=True, verbose_name='key')),
                ('text_ar', models.CharField(max_length=250, verbose_name='reason in Arabic')),
                ('text_en', models.CharField(max_length=250, verbose_name='reason in English')),
                ('track', models.CharField(blank=True, choices=[('assistance', 'Assistance'), ('volunteer', 'Volunteering'), ('inquiry', 'Inquiry'), ('complaint', 'Complaint'), ('privacy', 'Privacy request'), ('whistle_blowing', 'Whistle-blowing'), ('satisfaction', 'Satisfaction')], help_text='Left empty, it is offered everywhere', max_length=20, verbose_name='kind of form')),
                ('needs_text', models.BooleanField(default=False, help_text='For a reason such as “another reason”', verbose_name='has to be explained')),
                ('is_active', models.BooleanField(default=True, verbose_name='can be chosen')),
                ('order', models.PositiveSmallIntegerField(default=100, verbose_name='order')),
            ],
            options={
                'verbose_name': 'reason of a refusal',
                'verbose_name_plural': 'reasons of a refusal',
                'ordering': ('order', 'key'),
            },
        ),
        migrations.CreateModel(
            name='MessageText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('template', models.CharField(max_length=40)),
                ('medium', models.CharField(choices=[('email', 'E-mail'), ('sms', 'Text message')], max_length=8)),
                ('language', models.CharField(max_length=8)),
                ('subject', models.CharField(blank=True, max_length=150)),
                ('body', models.TextField()),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'text of a message',
                'verbose_name_plural': 'texts of messages',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Relation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('relative', 'Relative or in-law'), ('friend', 'Friend or neighbour'), ('work', 'Work or money between us'), ('other', 'Another relation')], max_length=12)),
                ('note', forms_flow.vault.fields.SealedField(null=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'declared relation',
                'verbose_name_plural': 'declared relations',
                'ordering': ('at',),
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Volunteer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', forms_flow.vault.fields.SealedField()),
                ('contact', forms_flow.vault.fields.SealedField(null=True)),
                ('accepted_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('is_available', models.BooleanField(default=True)),
                ('left_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'volunteer',
                'verbose_name_plural': 'volunteers',
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='VolunteerTrait',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('task', 'Task'), ('language', 'Language'), ('time', 'Day and time'), ('season', 'Season')], max_length=10)),
                ('key', models.CharField(max_length=60)),
            ],
            options={
                'verbose_name': 'trait of a volunteer',
                'verbose_name_plural': 'traits of volunteers',
                'default_permissions': (),
            },
        ),
        migrations.RemoveConstraint(
            model_name='application',
            name='application_known_state',
        ),
        migrations.AddField(
            model_name='draft',
            name='origin',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='turned_into', to='forms_flow.application'),
        ),
        migrations.AlterField(
            model_name='application',
            name='state',
            field=models.CharField(choices=[('received', 'Received'), ('incomplete', 'Waiting for the applicant'), ('under_study', 'Under study'), ('awaiting_approval', 'Awaiting approval'), ('approved', 'Approved'), ('declined', 'Not approved'), ('waiting_list', 'On the waiting list'), ('registered', 'Registered'), ('delivered', 'Delivered'), ('closed', 'Closed'), ('withdrawn', 'Withdrawn'), ('lapsed', 'Lapsed'), ('reopened', 'Reopened by objection'), ('no_show', 'Did not come'), ('season_ended', 'Closed at the season’s end'), ('discarded', 'Discarded as spam'), ('reviewed', 'Reviewed'), ('interview', 'Invited to an interview'), ('accepted', 'Accepted as a volunteer'), ('reserve', 'On the reserve list'), ('not_now', 'Not now'), ('answered', 'Answered')], default='received', max_length=20),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['received', 'incomplete', 'under_study', 'awaiting_approval', 'approved', 'declined', 'waiting_list', 'registered', 'delivered', 'closed', 'withdrawn', 'lapsed', 'reopened', 'no_show', 'season_ended', 'discarded', 'reviewed', 'interview', 'accepted', 'reserve', 'not_now', 'answered'])), name='application_known_state'),
        ),
        migrations.AddField(
            model_name='decision',
            name='why',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='forms_flow.declinereason'),
        ),
        migrations.AddField(
            model_name='messagetext',
            name='changed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='relation',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relations', to='forms_flow.application'),
        ),
        migrations.AddField(
            model_name='relation',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='volunteer',
            name='application',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='volunteer', to='forms_flow.application'),
        ),
        migrations.AddField(
            model_name='volunteer',
            name='left_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='volunteertrait',
            name='volunteer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='traits', to='forms_flow.volunteer'),
        ),
        migrations.AddConstraint(
            model_name='messagetext',
            constraint=models.UniqueConstraint(fields=('template', 'medium', 'language'), name='message_text_once'),
        ),
        migrations.AddConstraint(
            model_name='relation',
            constraint=models.UniqueConstraint(fields=('application', 'person'), name='relation_once'),
        ),
        migrations.AddIndex(
            model_name='volunteer',
            index=models.Index(fields=['is_available', 'accepted_at', 'id'], name='volunteer_available'),
        ),
        migrations.AddIndex(
            model_name='volunteertrait',
            index=models.Index(fields=['kind', 'key', 'volunteer'], name='volunteer_trait'),
        ),
        migrations.AddConstraint(
            model_name='volunteertrait',
            constraint=models.UniqueConstraint(fields=('volunteer', 'kind', 'key'), name='volunteer_trait_once'),
        ),
        migrations.RunPython(seed, migrations.RunPython.noop),
    ]
