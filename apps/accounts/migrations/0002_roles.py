from django.db import migrations

from apps.accounts.roles import grant

OLD_RIGHT = "add_publication"
NEW_RIGHTS = (
    "submit_document", "comment_document", "publish_document", "publish_unreviewed", "schedule_document",
    "withdraw_document", "restore_document",
)


def replace_old_right(apps, schema_editor):
    """Whoever could publish before the roles came can publish as before."""
    alias = schema_editor.connection.alias
    rights = apps.get_model("auth", "Permission").objects.using(alias).filter(content_type__app_label="publishing")
    new = list(rights.filter(codename__in=NEW_RIGHTS))
    for user in apps.get_model("core", "User").objects.using(alias).filter(user_permissions__codename=OLD_RIGHT):
        user.user_permissions.add(*new)
    for group in apps.get_model("auth", "Group").objects.using(alias).filter(permissions__codename=OLD_RIGHT):
        group.permissions.add(*new)
    rights.filter(codename__in=["add_publication", "change_publication", "delete_publication"]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0004_review_mail"),
        ("guides", "0002_reading"),
        ("library", "0002_figure"),
        ("publishing", "0002_workflow"),
        ("sitting", "0003_figure"),
    ]

    operations = [
        migrations.RunPython(grant, migrations.RunPython.noop),
        migrations.RunPython(replace_old_right, migrations.RunPython.noop),
    ]
