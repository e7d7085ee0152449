"""The texts of the report that a person may put in their own words; numbers, charts and tables are never among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cxaudit.domain.report_choices import AS_WRITTEN, EditedText, ReportChoices
from cxaudit.i18n import _
from cxaudit.presentation.report_words import shortened

PROSE = 4000
"""The most characters of a text that is printed, unless less is said."""
BASIS = 500


@dataclass(frozen=True, slots=True)
class EditableText:
    """One text of the report: what the program says (`own`) and what is printed (`text`).

    `label` names it within its section. `basis` are the numbers under it as they are shown, empty where there are none.
    `edited` where a person wrote it; `moved` then says that what it was written about is another today, and is empty
    where it is the same. `most` is how many characters are printed; a `line` is set without breaks.
    """

    key: str
    section: str
    label: str
    own: str
    basis: str
    text: str = ""
    edited: bool = False
    moved: str = ""
    most: int = PROSE
    line: bool = False


class OwnWords:
    """Puts a person's words in the place of the program's while a report is built, and lists every text that can be."""

    def __init__(self, edits: Mapping[str, EditedText]) -> None:
        self._edits = edits
        self._found: dict[str, EditableText] = {}

    def printed(self, found: EditableText) -> str:
        """Return what is printed in the place of a text; a key that stands in two places is the same text in both."""
        if found.key not in self._found:
            self._found[found.key] = self._editable(found)
        return self._found[found.key].text

    def found(self, sections: Iterable[str]) -> tuple[EditableText, ...]:
        """Return the texts of these sections, section by section."""
        return tuple(text for section in sections for text in self._found.values() if text.section == section)

    def _editable(self, found: EditableText) -> EditableText:
        """Return a text as it is printed: the program's where nothing else was written."""
        edit = self._edits.get(found.key)
        if edit is None or _blank(edit.text):
            return replace(found, text=found.own)
        text = shortened(edit.text, found.most) if found.line else _cut(edit.text.strip(), found.most)
        return replace(found, text=text, edited=True, moved=_moved(edit, found))


def with_text(choices: ReportChoices | None, found: EditableText, text: str) -> ReportChoices | None:
    """Return the choices with a text written at its place, for the numbers of today.

    An empty text and the program's own go back to the program's; None where nothing is chosen any more.
    """
    before = choices or AS_WRITTEN
    texts = {key: edit for key, edit in before.texts.items() if key != found.key}
    if not _blank(text) and text.strip() != found.own:
        texts[found.key] = EditedText(text=text.strip(), own=found.own, basis=shortened(found.basis, BASIS))
    if not texts and before.sections is None:
        return None
    return ReportChoices(sections=before.sections, texts=texts)


def _blank(text: str) -> bool:
    """Return whether nothing of a text would be seen."""
    return not any(character.isprintable() and not character.isspace() for character in text)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _moved(edit: EditedText, found: EditableText) -> str:
    """Say that the numbers under a text, or what the program says in its place, are others than when it was written."""
    if edit.basis and edit.basis != shortened(found.basis, BASIS):
        text = _("When this was written: {then}. Now: {now}.")
        return text.format(then=edit.basis, now=found.basis or _("no number"))
    if edit.own and edit.own != found.own:
        text = _("When this was written, the program said here: “{then}” Now it says: “{now}”")
        return text.format(then=edit.own, now=found.own)
    return ""
