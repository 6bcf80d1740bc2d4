"""The groups of the staff: one for each role, let into the admin. What each may do there is in `forms_flow.rules`."""

from typing import Any

from django.db import migrations

# Written out: a migration must not change when the code does.
ROLES = (
    "editor",
    "relations_officer",
    "case_officer",
    "approver",
    "volunteer_coordinator",
    "field_representative",
    "auditor",
    "privacy_officer",
    "administrator",
)


def create_groups(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 - Django's signature
    """Create what is missing."""
    access = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    for role in ROLES:
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        group.permissions.add(access)


class Migration(migrations.Migration):
    """Rows only. They stay when it is unapplied: people may belong to the groups."""

    dependencies = [
        ("forms_flow", "0002_formpage"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]

    operations = [migrations.RunPython(create_groups, migrations.RunPython.noop)]
