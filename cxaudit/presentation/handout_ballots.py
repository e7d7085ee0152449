"""Ballots and the tally sheet: what people tick, and what the facilitator counts and writes down."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.model import LEVELS
from cxaudit.domain.panels import FEWEST_VOTERS
from cxaudit.domain.questionnaire import Practice
from cxaudit.domain.workshop import Room
from cxaudit.i18n import _
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.handout_script import AnchorLine
from cxaudit.presentation.report_words import shortened

ROUNDS = 2
LABEL = 40
"""The most characters of a group's label that stand before its counts."""


@dataclass(frozen=True, slots=True)
class BallotView:
    """One ballot: five rows to tick, then what else may be ticked; no name. `groups` is empty where nobody is asked."""

    code: str
    title: str
    question: str
    anchors: tuple[AnchorLine, ...]
    others: tuple[str, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TallyLine:
    """One question of the tally sheet; `heads` are its columns, one more where it may not apply."""

    code: str
    title: str
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TallyPage:
    """The tally sheet: the rows of each question (round and group), and what is written beside them."""

    title: str
    lead: str
    rows: tuple[str, ...]
    ends: tuple[str, ...]
    fields: tuple[str, ...]
    lines: tuple[TallyLine, ...]


def asks_groups(room: Room) -> bool:
    """Return whether ballots ask for the group: only where each is large enough to hide in."""
    return bool(room.groups) and all(group.present >= FEWEST_VOTERS for group in room.groups)


def ballot(practice: Practice, badges: tuple[Drawing, ...], room: Room) -> BallotView:
    """Return the ballot of one question."""
    anchors = tuple(AnchorLine(badges[level - 1], practice.anchors[level - 1]) for level in LEVELS)
    others = (_("Don't know"), *((_("Does not apply to us"),) if practice.may_not_apply else ()))
    groups = tuple(group.label for group in room.groups) if asks_groups(room) else ()
    return BallotView(practice.code, practice.title, practice.question, anchors, others, groups)


def tally(practices: tuple[Practice, ...], room: Room) -> TallyPage:
    """Return the tally sheet, with a row for each group and round."""
    return TallyPage(
        _("Tally sheet"),
        _(
            "Write how many cards of each digit you see. Total and those present must be the same number: whoever "
            "gave no vote is counted under \u201cNo vote\u201d. Never write down who voted how."
        ),
        _rows(room),
        (_("The votes stand"), _("Agreed on level"), _("No agreement, from"), _("to")),
        (_("Reason"), _("Seen otherwise, and why (no names)")),
        tuple(TallyLine(p.code, p.title, _heads(p, room)) for p in practices),
    )


def _heads(practice: Practice, room: Room) -> tuple[str, ...]:
    aside = (_("Does not apply"),) if practice.may_not_apply else ()
    return (_rows_head(room), "1", "2", "3", "4", "5", "?", *aside, _("No vote"), _("Total"), _("Present"))


def _rows_head(room: Room) -> str:
    return _("Round, group") if room.groups else _("Round")


def _rows(room: Room) -> tuple[str, ...]:
    if not room.groups:
        return tuple(str(number) for number in range(1, ROUNDS + 1))
    labels = [shortened(group.label, LABEL) for group in room.groups]
    return tuple(f"{number}. {label}" for number in range(1, ROUNDS + 1) for label in labels)
