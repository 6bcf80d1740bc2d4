"""The numbers that Word shows before list paragraphs and does not store in their text."""

import re
from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

_LETTERS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
}
_BULLET = "•"


class Numbers:
    """Counts list paragraphs in document order."""

    def __init__(self, document: Any) -> None:
        """Read the list definitions; a file without lists has none."""
        self._styles = {style.style_id: style for style in document.styles}
        self._counts: dict[tuple[str, int], int] = defaultdict(int)
        self._levels: dict[str, dict[int, Any]] = {}
        if any("numbering" in relation.reltype for relation in document.part.rels.values()):
            self._read_definitions(document.part.numbering_part.element)

    def marker(self, element: Any) -> str:
        """Return what Word shows before this paragraph, or nothing when it is in no list."""
        found = self._list_of(element)
        if found is None:
            return ""
        name, level = found
        for deeper in [key for key in self._counts if key[0] == name and key[1] > level]:
            del self._counts[deeper]
        self._counts[name, level] += 1
        return self._shown(name, level)

    def _read_definitions(self, root: Any) -> None:
        abstract = {
            node.get(qn("w:abstractNumId")): {int(level.get(qn("w:ilvl"))): level for level in node.iter(qn("w:lvl"))}
            for node in root.iter(qn("w:abstractNum"))
        }
        for node in root.iter(qn("w:num")):
            target = node.find(qn("w:abstractNumId"))
            self._levels[node.get(qn("w:numId"))] = abstract.get(target.get(qn("w:val")), {})

    def _list_of(self, element: Any) -> tuple[str, int] | None:
        """Return (list, level): from the paragraph itself, else from its style or the styles below that."""
        holders = [element.find(qn("w:pPr")), *self._style_properties(element)]
        for holder in filter(lambda found: found is not None, holders):
            properties = holder.find(qn("w:numPr"))
            number = properties.find(qn("w:numId")) if properties is not None else None
            if number is not None:
                level = properties.find(qn("w:ilvl"))
                name = number.get(qn("w:val"))
                # List 0 is Word's way to say: not in the list of the style.
                return (name, int(level.get(qn("w:val"))) if level is not None else 0) if name != "0" else None
        return None

    def _style_properties(self, element: Any) -> list[Any]:
        found, wanted, seen = [], element.style, set()
        while wanted in self._styles and wanted not in seen:
            seen.add(wanted)
            style = self._styles[wanted]
            found.append(style.element.find(qn("w:pPr")))
            wanted = style.base_style.style_id if getattr(style, "base_style", None) is not None else None
        return found

    def _shown(self, name: str, level: int) -> str:
        definition = self._levels.get(name, {}).get(level)
        if definition is None:
            return f"{self._counts[name, level]}."
        if _attribute(definition, "w:numFmt", "decimal") == "bullet":
            return _BULLET
        pattern = _attribute(definition, "w:lvlText", "%1.")
        return re.sub(r"%(\d)", lambda match: self._number(name, int(match[1]) - 1), pattern).replace(" ", "")[:12]

    def _number(self, name: str, level: int) -> str:
        definition = self._levels[name].get(level)
        start = int(_attribute(definition, "w:start", "1"))
        count = max(self._counts[name, level], 1) + start - 1
        letters = _LETTERS.get(_attribute(definition, "w:numFmt", "decimal"), "")
        return letters[count - 1] if 0 < count <= len(letters) else str(count)


def _attribute(definition: Any, tag: str, fallback: str) -> str:
    node = definition.find(qn(tag)) if definition is not None else None
    return (node.get(qn("w:val")) or fallback) if node is not None else fallback
