"""How many applications a service takes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds one column."""

    dependencies = [("services", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="servicepage",
            name="capacity",
            field=models.PositiveIntegerField(
                blank=True,
                help_text=(
                    "Since the first day. When so many have come, the service shows as full. Empty means no limit."
                ),
                null=True,
                verbose_name="most applications",
            ),
        ),
    ]
