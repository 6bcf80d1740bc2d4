from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("forms_flow", "0005_moves")]

    operations: list = []
