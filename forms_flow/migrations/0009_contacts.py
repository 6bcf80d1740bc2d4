from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("forms_flow", "0008_letters")]

    operations: list = []
