"""The first page of the printed pack: what is in it, how many to print, and how one question runs."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.app.ports import HandoutOptions
from cxaudit.domain.workshop import Room
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.handout_ballots import asks_groups
from cxaudit.presentation.words import listing


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One part of the pack: its section, how often to print it, and what to know."""

    section: str
    title: str
    copies: str
    note: str


@dataclass(frozen=True, slots=True)
class StartPage:
    """The first page."""

    title: str
    lead: str
    heads: tuple[str, ...]
    lines: tuple[PrintLine, ...]
    remarks: tuple[str, ...]
    steps_title: str
    steps: tuple[str, ...]
    bring_title: str
    bring: tuple[str, ...]


def start_page(questions: int, options: HandoutOptions) -> StartPage:
    """Return the first page."""
    room = options.room
    people = ngettext("{count} person", "{count} people", room.present).format(count=room.present)
    asked = ngettext("{count} question", "{count} questions", questions).format(count=questions)
    lead = _("For {people} and {asked}. With these sheets a workshop runs without a projector and without a laptop.")
    return StartPage(
        _("The workshop on paper"),
        lead.format(people=people, asked=asked),
        (_("What"), _("Pages"), _("Print"), _("Good to know")),
        _lines(options),
        _remarks(room),
        _("How one question runs"),
        _steps(),
        _("Bring along"),
        (
            _("Scissors or a paper cutter, thick paper for the cards"),
            _("Pens, a clock that everybody can see, and a wall for what is parked"),
            _("An envelope for the ballots"),
        ),
    )


def _lines(options: HandoutOptions) -> tuple[PrintLine, ...]:
    people = options.room.present
    each = ngettext("{count} copy", "{count} copies", people).format(count=people)
    once = _("1 copy")
    agendas = _("1 copy of the one you need") if len(options.minutes) > 1 else once
    return (
        PrintLine(
            "cards",
            _("Vote cards"),
            each,
            _("One sheet is one person's set, good for every question. Thick paper, one-sided, cut along the lines."),
        ),
        PrintLine(
            "ballots",
            _("Ballots"),
            _("{copies} of each page").format(copies=each),
            _("Only where a vote has to be secret. Cut the whole stack at once: each pile is one question."),
        ),
        PrintLine("tally", _("Tally sheet"), once, _("For the person who counts.")),
        PrintLine("script", _("Facilitator's script"), once, _("What to read aloud, ask and answer.")),
        PrintLine("agenda", _("Agenda"), agendas, _("Write the time of day beside it.")),
        PrintLine("entry", _("Typing counts in afterwards"), once, _("How the counts get into the audit.")),
    )


def _remarks(room: Room) -> tuple[str, ...]:
    """Return who is expected, and why ballots leave groups out where one is small."""
    if not room.groups:
        return ()
    who = listing([f"{group.label} ({group.present})" for group in room.groups])
    told = (_("Groups: {groups}. Count them apart on the tally sheet.").format(groups=who),)
    if asks_groups(room):
        return told
    return (*told, _("The ballots do not ask for the group: in one of fewer than five people a vote could be guessed."))


def _steps() -> tuple[str, ...]:
    return (
        _("Read the question aloud. Ten seconds of silence: everybody makes up their own mind."),
        _("\u201cCards up, now!\u201d All at once. Do not ask who says one, who says two: first hands sway the rest."),
        _("Count, and write the counts on the tally sheet. They have to add up to those present."),
        _("If the votes lie far apart, lowest and highest speak first, 60 seconds each. Nobody has to."),
        _("Vote again if the talk brought something new; once is enough."),
        _(
            "Close: the votes stand, or the room agrees on a level for a reason, or there is no agreement. That is a "
            "valid end: write the lowest and highest level and the view of those who see it otherwise."
        ),
        _("What would take longer goes on the wall as parked. At the end it gets an owner and a date, or is dropped."),
    )
