from django.db import migrations

from apps.accounts.roles import grant


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_roles"),
        ("publishing", "0004_phrases_and_redirects"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
