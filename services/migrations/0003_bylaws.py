"""Which of the policies are the bylaws."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column."""

    dependencies = [("services", "0002_capacity")]

    operations = [
        migrations.AddField(
            model_name="policypage",
            name="is_bylaws",
            field=models.BooleanField(
                default=False,
                help_text="Ticked, it stands beside every case in the inbox.",
                verbose_name="bylaws of the association",
            ),
        ),
    ]
