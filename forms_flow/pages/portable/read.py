"""From the bytes of a file to a form that this site can store. Refuses anything else, in words for an editor."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError as SchemaError

from forms_flow.pages.models import FormPage
from forms_flow.pages.portable.check import at, problems, quoted
from forms_flow.pages.portable.export import Document
from forms_flow.pages.portable.parts import FORMAT, FORMAT_VERSION, STEPS, value_fields

MAX_BYTES = 2 * 1024 * 1024
#: More problems than these help nobody.
MOST_PROBLEMS = 10
SCHEMA = Path(__file__).with_name("schema.json")
_ZERO = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
_MEBIBYTE = 1024 * 1024


class FormFileError(Exception):
    """The file cannot become a form. Its arguments are sentences for the person who chose it."""


def read(data: bytes) -> Document:
    """Return the form that the file holds, checked as a whole."""
    check_size(len(data))
    document = _json(data)
    _check_format(document)
    found = list(_problems(document))
    if found:
        raise FormFileError(*found[:MOST_PROBLEMS])
    return document


def check_size(size: int) -> None:
    """Refuse an empty or oversized file; call it with the size alone, before anything is loaded."""
    if not size:
        raise FormFileError(_("The file is empty. Choose a form that was exported as a file."))
    if size > MAX_BYTES:
        message = _("The file has %(size)s MB; a form may have %(limit)s MB.")
        raise FormFileError(message % {"size": f"{size / _MEBIBYTE:.1f}", "limit": MAX_BYTES // _MEBIBYTE})


def _json(data: bytes) -> Any:
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
        # The database takes neither of these: half a character, and the character zero.
        if found := _ZERO.search(json.dumps(document, ensure_ascii=False).encode()):
            _refuse(found)
    except (ValueError, RecursionError) as error:
        message = _("The file cannot be read as JSON. Choose it as it was exported, without changes.")
        raise FormFileError(message) from error
    return document


def _refuse(found: object) -> None:
    raise ValueError(found)


def _check_format(document: Any) -> None:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise FormFileError(_("This file holds no form. Choose a file that was exported from a form."))
    version = document.get("format_version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        message = _("This file comes from a newer site (format %(version)d). This site reads up to format %(known)d.")
        raise FormFileError(message % {"version": version, "known": FORMAT_VERSION})


def _problems(document: Document) -> Iterator[str]:
    errors = sorted(_validator().iter_errors(document), key=lambda error: [str(part) for part in error.absolute_path])
    if errors:
        yield from dict.fromkeys(_in_words(error) for error in errors)
        return
    yield from _of_fields(document["fields"])
    yield from problems(document[STEPS])


def _of_fields(fields: Document) -> Iterator[str]:
    """Ask the model itself about what the schema leaves to it, such as the kinds of forms."""
    for name in value_fields():
        if name in fields and fields[name] not in (None, "", []):
            field = FormPage._meta.get_field(name)  # noqa: SLF001 - Django's documented API
            if field.choices and fields[name] not in dict(field.choices):
                message = _("This site does not know “%(value)s”.") % {"value": quoted(fields[name])}
                yield at((_called(name),), message)
                continue
            try:
                field.clean(field.to_python(fields[name]), None)
            except ValidationError as error:
                yield at((_called(name),), " ".join(error.messages))


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _in_words(error: SchemaError) -> str:
    place = tuple(_place([*error.absolute_path]))
    match error.validator:
        case "required":
            missing = [name for name in error.validator_value if name not in error.instance]
            return at(place, _("“%(name)s” is missing.") % {"name": "”, “".join(map(_called, missing))})
        case "additionalProperties":
            extra = [quoted(name) for name in error.instance if name not in error.schema.get("properties", {})]
            return at(place, _("This site knows no “%(name)s” here.") % {"name": "”, “".join(extra)})
        case "anyOf":
            return at(place, _("The Arabic text is missing."))
        case "maxLength":
            return at(place, _("The text is longer than %(limit)d characters.") % {"limit": error.validator_value})
        case "type":
            return at(place, _("This is not of the kind that belongs here: %(kind)s.") % {"kind": _kinds(error)})
    return at(place, _("“%(value)s” does not fit here.") % {"value": quoted(error.instance)})


def _kinds(error: SchemaError) -> str:
    names = {
        "object": _("a group of named values"),
        "array": _("a list"),
        "string": _("a text"),
        "integer": _("a whole number"),
        "boolean": _("yes or no"),
        "null": _("nothing"),
    }
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    return " / ".join(names[name] for name in wanted)


def _place(path: list[Any]) -> Iterator[str]:
    """Yield the words of a place in the file; the names of the parts of the file itself are left out."""
    for position, part in enumerate(path):
        if isinstance(part, int):
            yield _("entry %(number)d") % {"number": part + 1}
        elif position or part != "fields":
            yield _called(part)


def _called(name: str) -> str:
    """Return what the editor's screen calls a field, or a language."""
    if any(field.name == name for field in FormPage._meta.get_fields()):  # noqa: SLF001 - Django's documented API
        return str(capfirst(FormPage._meta.get_field(name).verbose_name))  # noqa: SLF001 - as above
    try:
        return str(get_language_info(name)["name_translated"])
    except KeyError:
        return quoted(name)
