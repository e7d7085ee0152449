"""What a reader should bear in mind, worded; none of it changes a score."""

from __future__ import annotations

from cxaudit.domain.notes import Note, notes
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.coverage import claimed_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import listing


def remarks(reading: Reading) -> tuple[str, ...]:
    """Return one sentence for each note on how the assessment was answered."""
    return tuple(remark(reading, note) for note in notes(reading.pack, reading.assessment, reading.card))


def remark(reading: Reading, note: Note) -> str:
    """Return one note as a sentence."""
    match note.kind:
        case "one respondent":
            return _("One person answered: this is one view.")
        case "claimed":
            return claimed_text(reading)
        case "many unknown":
            return _("More than a quarter of the answers are unknown: read the range rather than the number.")
        case "identical answers" | "fast answers" | "quick answers":
            return _counted(note)
        case _:
            return _named(reading, note)


def _counted(note: Note) -> str:
    if note.kind == "identical answers":
        text = _("{count} of {total} answers are the same level: look whether each was read on its own.")
    elif note.kind == "fast answers":
        text = ngettext(
            "{count} answer came faster than its question can be read: it may deserve a second look.",
            "{count} answers came faster than their questions can be read: they may deserve a second look.",
            note.count,
        )
    else:
        text = ngettext(
            "{count} of {total} answers comes from the five-minute audit and was not looked at again.",
            "{count} of {total} answers come from the five-minute audit and were not looked at again.",
            note.count,
        )
    return text.format(count=note.count, total=note.total)


def _named(reading: Reading, note: Note) -> str:
    texts = {
        "contradicted": _("A fact speaks against the level given on {names}."),
        "stale evidence": _("The evidence is older than the level allows on {names}: look whether it still holds."),
        "dated ahead": _("Evidence or a fact is dated after the audit itself on {names}."),
        "scope disputed": _(
            "Scope disputed on {names}: somebody says that it does not apply. It counts as don't know."
        ),
        "open split": _("Open: the room is split on {names}, and no level was agreed."),
    }
    return texts[note.kind].format(names=listing([reading.practice(p) for p in note.practices]))
