"""What a reader should bear in mind, worded; none of it changes a score."""

from __future__ import annotations

from cxaudit.domain.notes import Note, notes
from cxaudit.i18n import _
from cxaudit.presentation.coverage import claimed_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import listing


def remarks(reading: Reading) -> tuple[str, ...]:
    """Return one sentence for each note on how the assessment was answered."""
    return tuple(_sentence(reading, note) for note in notes(reading.assessment, reading.card))


def _sentence(reading: Reading, note: Note) -> str:
    names = listing([reading.practice(p) for p in note.practices])
    match note.kind:
        case "one respondent":
            return _("One person answered: this is one view.")
        case "identical answers":
            text = _("{count} of {total} answers are the same level: look whether each was read on its own.")
            return text.format(count=note.count, total=note.total)
        case "claimed":
            return claimed_text(reading)
        case "many unknown":
            return _("More than a quarter of the answers are unknown: read the range rather than the number.")
        case "scope disputed":
            text = _("Scope disputed on {names}: somebody says that it does not apply. It counts as don't know.")
            return text.format(names=names)
        case _:  # "open split"
            return _("Open: the room is split on {names}, and no level was agreed.").format(names=names)
