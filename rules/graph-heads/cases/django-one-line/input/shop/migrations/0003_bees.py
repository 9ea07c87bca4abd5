from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("auth", "0012_alter_user"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("shop", "0002_ants"),  # ours
    ]

    operations = []
