from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("pretixbase", "0002_ants")]

    operations = []
