"""The log keeps the names of its doers and is changed by nobody; standings know what their working copies say now."""

from django.conf import settings
from django.db import migrations, models

FIXED = "act, kind, document_id, language, title, doer, words, digest, at"
"""Every column but the link to the account, which is emptied when that is deleted."""
WORDS = "the log of acts is only added to"

CREATE = {
    "sqlite": [
        f"CREATE TRIGGER log_of_acts_stays BEFORE UPDATE OF {FIXED} ON publishing_loggedact "
        f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
    ],
    "postgresql": [
        "CREATE FUNCTION log_of_acts_stays() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{WORDS}'; END $$",
        f"CREATE TRIGGER log_of_acts_stays BEFORE UPDATE OF {FIXED} ON publishing_loggedact "
        "FOR EACH ROW EXECUTE FUNCTION log_of_acts_stays()",
    ],
}
DROP = {
    "sqlite": ["DROP TRIGGER log_of_acts_stays"],
    "postgresql": [
        "DROP TRIGGER log_of_acts_stays ON publishing_loggedact",
        "DROP FUNCTION log_of_acts_stays()",
    ],
}


def keep_names(apps, schema_editor):
    using = schema_editor.connection.alias
    lines = apps.get_model("publishing", "LoggedAct").objects.using(using)
    users = apps.get_model(*settings.AUTH_USER_MODEL.split(".")).objects.using(using)
    for user in users.filter(pk__in=lines.values("by")):
        lines.filter(by=user).update(doer=user.name or user.email)


def create_triggers(apps, schema_editor):
    for statement in CREATE.get(schema_editor.connection.vendor, []):
        schema_editor.execute(statement)


def drop_triggers(apps, schema_editor):
    for statement in DROP.get(schema_editor.connection.vendor, []):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('publishing', '0004_phrases_and_redirects'),
    ]

    operations = [
        migrations.AddField(
            model_name='loggedact',
            name='doer',
            field=models.CharField(blank=True, default='', max_length=254, verbose_name='by'),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='loggedact',
            name='act',
            field=models.CharField(choices=[('added', 'Began the page'), ('edited', 'Changed the working copy'), ('taken-back', 'Took an old version into the working copy'), ('submitted', 'Submitted for review'), ('commented', 'Commented'), ('approved', 'Approved'), ('sent-back', 'Sent back'), ('published', 'Published'), ('scheduled', 'Scheduled'), ('unscheduled', 'Cancelled the schedule'), ('withdrawn', 'Withdrew the page'), ('restored', 'Put an old version back to readers'), ('deleted', 'Deleted the working copy'), ('row-added', 'Added'), ('row-changed', 'Changed'), ('row-deleted', 'Deleted')], max_length=12, verbose_name='act'),
        ),
        migrations.AddField(
            model_name='standing',
            name='digest_now',
            field=models.CharField(blank=True, default='', max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(keep_names, migrations.RunPython.noop),
        migrations.RunPython(create_triggers, drop_triggers),
    ]
