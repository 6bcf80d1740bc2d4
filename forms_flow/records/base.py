"""What every table of applicants' data shares."""

import uuid

from django.db import models


class Record(models.Model):
    """A row that Wagtail must never index, version or refer to, with a key made before it is saved."""

    wagtail_reference_index_ignore = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True
        default_permissions = ()  # who may do what is in rules.py, not in Django's permission table
