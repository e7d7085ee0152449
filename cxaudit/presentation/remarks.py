"""What a reader should bear in mind, worded; none of it changes a score."""

from __future__ import annotations

from cxaudit.domain.notes import Note, notes
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.coverage import claimed_text
from cxaudit.presentation.groups import groups_remark
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import capital, count_word, listing

MANY = 4
"""More names than one above this are counted, not listed."""


def remarks(reading: Reading) -> tuple[str, ...]:
    """Return one sentence for each note on how the assessment was answered, and what a room did not agree on."""
    texts = (remark(reading, note) for note in notes(reading.pack, reading.assessment, reading.card))
    return tuple(text for text in (*texts, _not_agreed(reading), groups_remark(reading)) if text)


def _not_agreed(reading: Reading) -> str:
    """Return on what the room recorded that it does not agree; an empty text for nothing."""
    locks = ((p.id, reading.assessment.answer(p.id).lock) for p in reading.card.practices.values() if p.applicable)
    names = _names(reading, tuple(practice for practice, lock in locks if lock and lock.kind == "none"))
    return _("The room ended without agreement on {names}.").format(names=names) if names else ""


def remark(reading: Reading, note: Note) -> str:
    """Return one note as a sentence; an empty text for a kind that has no words."""
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
        text = _("{count} of {total} answers are at the same level. Worth a second look, one by one?")
    elif note.kind == "fast answers":
        text = ngettext(
            "{word} answer was given faster than most people read the question. Worth a second look?",
            "{word} answers were given faster than most people read the question. Worth a second look?",
            note.count,
        )
    else:
        text = ngettext(
            "{count} of {total} answers comes from the five-minute audit and was not looked at again.",
            "{count} of {total} answers come from the five-minute audit and were not looked at again.",
            note.count,
        )
    return text.format(count=note.count, total=note.total, word=capital(count_word(note.count)))


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
    return texts.get(note.kind, "").format(names=_names(reading, note.practices))


def _names(reading: Reading, practices: tuple[str, ...]) -> str:
    """Return practices (ids) by name; of many the first ones, and how many more."""
    names = [reading.practice(p) for p in practices]
    rest = len(names) - MANY
    return listing(names if rest < 2 else [*names[:MANY], _("{count} more").format(count=count_word(rest))])
