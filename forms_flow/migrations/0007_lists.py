from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("forms_flow", "0006_casework")]

    operations: list = []
