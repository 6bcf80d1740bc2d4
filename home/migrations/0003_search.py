from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("home", "0002_first_home_page")]

    operations: list = []
