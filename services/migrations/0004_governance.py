from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("services", "0003_bylaws")]

    operations: list = []
