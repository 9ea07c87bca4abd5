from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("pretixbase", "0001_initial")]

    operations = []
