"""A model column that is plain JSON in Python and an AES-256-GCM envelope in the database."""

import json
from typing import TYPE_CHECKING, Any

from django.db import models

from forms_flow.vault import keyring


class SealedField(models.BinaryField):
    """Holds any JSON value, sealed to its own table, row and column.

    The row needs its primary key before it is saved, so models with sealed columns use UUID keys. Assign a new value
    to change it: a list changed in place is not noticed. ``QuerySet.update`` and look-ups refuse plain values.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Sealed columns are never shown in generated forms."""
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)

    if TYPE_CHECKING:

        def __get__(self, instance: Any, owner: Any) -> Any: ...
        def __set__(self, instance: Any, value: Any) -> None: ...

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:  # noqa: FBT001, FBT002 - Django's signature
        """Put the door in front of the column."""
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, SealedAttribute(self))

    def context(self, instance: models.Model) -> str:
        """Return what the envelope is bound to."""
        return f"{instance._meta.db_table}:{instance.pk}:{self.column}"  # noqa: SLF001 - Django's documented API

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes | None:  # noqa: ARG002, FBT001 - Django's signature
        """Seal a value that was assigned since the row was read."""
        held = model_instance.__dict__.get(self.attname)
        if isinstance(held, _Plain):
            text = json.dumps(held.value, ensure_ascii=False, separators=(",", ":"))
            return None if held.value is None else keyring.seal(text.encode(), context=self.context(model_instance))
        return held

    def get_prep_value(self, value: Any) -> Any:
        """Refuse plain values: they may reach the database only through an instance."""
        if value is not None and not isinstance(value, bytes | memoryview):
            message = f"{self.name} is sealed; assign it to an instance and save that."
            raise TypeError(message)
        return super().get_prep_value(value)


class SealedAttribute:
    """The attribute of a sealed column: opens on reading, remembers what was opened."""

    def __init__(self, field: SealedField) -> None:
        """Serve `field`."""
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type) -> Any:
        """Return the plain value. Raises CannotOpenError when the envelope does not open."""
        if instance is None:
            return self
        name = self.field.attname
        if name not in instance.__dict__:
            instance.refresh_from_db(fields=[name])
        held = instance.__dict__[name]
        if held is None or isinstance(held, _Plain):
            return held.value if held else None
        plain = json.loads(keyring.unseal(bytes(held), context=self.field.context(instance)))
        instance.__dict__[name] = _Plain(plain)
        return plain

    def __set__(self, instance: models.Model, value: Any) -> None:
        """Keep an envelope from the database closed; keep anything else to be sealed on saving."""
        closed = value is None or isinstance(value, bytes | memoryview)
        instance.__dict__[self.field.attname] = value if closed else _Plain(value)


class _Plain:
    """A value that is open in memory; its repr never shows it."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


def sealed_columns() -> list[tuple[type[models.Model], SealedField]]:
    """Return every sealed column of the project: the one list that retention, erasing and key rotation walk."""
    from django.apps import apps  # noqa: PLC0415 - only after the apps are loaded

    return [
        (model, item)
        for model in apps.get_models()
        for item in model._meta.local_fields  # noqa: SLF001 - Django's documented API
        if isinstance(item, SealedField)
    ]
