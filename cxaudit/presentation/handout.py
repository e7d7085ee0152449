"""The printed pack for a workshop: everything that stands on its sheets, worded, free of any PDF library."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.app.ports import HandoutOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.model import LEVELS
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _
from cxaudit.presentation.handout_agenda import AgendaPage, agenda
from cxaudit.presentation.handout_ballots import BallotView, TallyPage, ballot, tally
from cxaudit.presentation.handout_entry import EntryPage, entry_page
from cxaudit.presentation.handout_script import BADGE, ScriptLine, script_line
from cxaudit.presentation.handout_shapes import CardView, badge, cards
from cxaudit.presentation.handout_start import StartPage, start_page
from cxaudit.presentation.report_words import long_date, mode_name, real_date, shortened


@dataclass(frozen=True, slots=True)
class HandoutView:
    """All of the pack. `language` is BCP 47, `date` ISO 8601; `header` and `footer` stand on every page but cards'."""

    title: str
    language: str
    date: str | None
    header: str
    footer: str
    start: StartPage
    cards: tuple[CardView, ...]
    cards_note: str
    ballots: tuple[BallotView, ...]
    ballots_note: str
    tally: TallyPage
    script: tuple[ScriptLine, ...]
    agendas: tuple[AgendaPage, ...]
    entry: EntryPage


def handout_view(pack: Pack, assessment: Assessment, options: HandoutOptions) -> HandoutView:
    """Return the pack for the questions that an assessment asks."""
    asked, room = pack.asked(assessment.mode), options.room
    name = shortened(assessment.organisation, 120)
    title = _("{organisation}: workshop pack").format(organisation=name) if name else _("Workshop pack")
    badges = tuple(badge(level, BADGE) for level in LEVELS)
    facts = (assessment.organisation, mode_name(assessment.mode), long_date(assessment.date))
    return HandoutView(
        title,
        pack.locale,
        real_date(assessment.date),
        " \u00b7 ".join(fact for fact in facts if fact),
        f"{shortened(pack.title, 80)} {pack.version}",
        start_page(len(asked), options),
        cards(pack),
        _("Print this page {count} times: one set for each person. Cut along the lines.").format(count=room.present),
        tuple(ballot(practice, badges, room) for practice in asked),
        _("Print this page {count} times and cut the stack: each pile is one question.").format(count=room.present),
        tally(asked, room),
        tuple(script_line(practice, badges, room.minutes) for practice in asked),
        tuple(agenda(pack, assessment, minutes, options) for minutes in options.minutes),
        entry_page(pack, assessment),
    )
