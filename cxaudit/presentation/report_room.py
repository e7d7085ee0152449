"""Who voted in the room: how many were asked and answered, how questions were closed, and how groups differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.panels import FEWEST_VOTERS, PerceptionGap, voters
from cxaudit.domain.workshop import GroupVotes, Method
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts_votes import group_cell
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.groups import group_order, last_panels, perception_gaps, why_untold
from cxaudit.presentation.numbers import percent_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_summary import Fact
from cxaudit.presentation.report_words import shortened
from cxaudit.presentation.room_words import method_name, shown_rounds
from cxaudit.presentation.words import capital, count_word, listing

LABEL = 40
"""So many characters of a group's label stand over its column."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group, or all: how many were asked, and how many of the votes asked for were given."""

    name: str
    people: str
    votes: str
    rate: str


@dataclass(frozen=True, slots=True)
class GapLine:
    """One practice that groups see differently: a level and n for each group, and how far apart they are."""

    title: str
    dimension: str
    cells: tuple[Drawing, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class RoomPage:
    """Who voted. `gap_lines` are the practices on which groups differ, the widest first; `notes` say the rest."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[GroupLine, ...]
    below: str
    facts: tuple[Fact, ...]
    gap_title: str
    gap_heads: tuple[str, ...]
    gap_lines: tuple[GapLine, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Turnout:
    """How many were asked at once, and of all votes asked for how many were given."""

    people: int
    given: int
    asked: int


def room_page(reading: Reading) -> RoomPage | None:
    """Return who voted; None where no round was revealed."""
    panels = last_panels(reading)
    if not panels:
        return None
    labels, gaps = group_order(reading), perception_gaps(reading)
    turnouts = {label: _turnout([_of(panel, label) for panel in panels.values()]) for label in labels}
    whole = _turnout(list(panels.values()))
    told = all(found.people >= FEWEST_VOTERS for found in turnouts.values()) and not _some_together(reading)
    lines = [_line(_("Everybody"), whole, told=True)]
    lines += [_line(label, turnouts[label], told=told) for label in labels] if len(labels) > 1 else []
    return RoomPage(
        title=_title(whole),
        heads=(_("Who"), _("People"), _("Votes given"), _("Response")),
        lines=tuple(lines),
        below=_below(told=told),
        facts=tuple(_facts(reading)),
        gap_title=_gap_title(gaps) if len(labels) > 1 else "",
        gap_heads=(_("Practice"), *(shortened(label, LABEL) for label in labels), _("Apart")),
        gap_lines=tuple(_gap_line(reading, p, gap, labels) for p, gap in gaps.items() if gap.gap),
        notes=tuple(text for text in (_gap_key(gaps), _alike(gaps), why_untold(reading)) if text),
    )


def _some_together(reading: Reading) -> bool:
    """Return whether a copy tells votes on some question without their groups: no group has all of its own there."""
    return reading.lacks("votes") and any(not group.group for panel in last_panels(reading).values() for group in panel)


def _of(panel: tuple[GroupVotes, ...], label: str) -> tuple[GroupVotes, ...]:
    return tuple(group for group in panel if group.group == label)


def _turnout(panels: list[tuple[GroupVotes, ...]]) -> _Turnout:
    seats = [sum(len(group.votes) for group in panel) for panel in panels]
    given = sum(voters(group) for panel in panels for group in panel)
    return _Turnout(max(seats), given, sum(seats))


def _line(name: str, found: _Turnout, *, told: bool) -> GroupLine:
    votes = _("{given} of {asked}").format(given=found.given, asked=found.asked)
    withheld = _("not told apart")
    return GroupLine(name, str(found.people), votes if told else withheld, _rate(found) if told else withheld)


def _title(whole: _Turnout) -> str:
    text = ngettext("One person was asked", "{n} people were asked", whole.people).format(n=whole.people)
    share = _rate(whole).replace(" ", "\u00a0")
    return _("{people}, {share} of the votes were given").format(people=text, share=share)


def _rate(found: _Turnout) -> str:
    return percent_text(Fraction(found.given, max(found.asked, 1)))


def _below(*, told: bool) -> str:
    text = _("Of the last round on each question. A don't know is a vote; who abstained or was not reached gave none.")
    if told:
        return text
    least = count_word(FEWEST_VOTERS)
    more = _("Votes of groups are told apart only where each has {least} people or more.").format(least=least)
    return f"{text} {more}"


def _facts(reading: Reading) -> Iterator[Fact]:
    practices = [p.id for p in reading.card.practices.values() if p.applicable]
    answers = {p: reading.assessment.answer(p) for p in practices}
    voted = {p: answer for p, answer in answers.items() if shown_rounds(answer)}
    text = _("{voted} of {asked}")
    yield Fact(_("Questions voted on"), text.format(voted=len(voted), asked=len(practices)))
    rounds = [found for answer in voted.values() for found in shown_rounds(answer)]
    again = sum(answer.room_rounds > 1 for answer in voted.values())
    more = ngettext("{n} question was voted on again", "{n} questions were voted on again", again).format(n=again)
    if reading.lacks("votes"):
        yield Fact(_("Rounds"), _("Of each question the last; earlier ones are left out of this copy"))
    else:
        yield Fact(_("Rounds"), f"{len(rounds)}; {more}" if again else str(len(rounds)))
    ways: Counter[Method] = Counter(found.method for found in rounds)
    yield Fact(_("How votes were given"), capital(listing([f"{method_name(way)} ({n})" for way, n in ways.items()])))
    yield Fact(_("How questions ended"), _ends([a.lock.kind if a.lock else "" for a in voted.values()]))


def _ends(kinds: list[str]) -> str:
    counts = Counter(kinds)
    texts = (
        ("votes", _("{n} as voted")),
        ("agreed", _("{n} on an agreed level")),
        ("none", _("{n} without agreement")),
        ("", _("{n} not closed")),
    )
    return ", ".join(text.format(n=counts[kind]) for kind, text in texts if counts[kind])


def _gap_title(gaps: dict[str, PerceptionGap]) -> str:
    apart = sum(gap.gap > 0 for gap in gaps.values())
    if not gaps:
        return _("Groups")
    if not apart:
        return _("The groups see the same")
    text = ngettext("Groups differ on one practice", "Groups differ on {count} practices", apart)
    return text.format(count=count_word(apart))


def _gap_line(reading: Reading, practice: str, gap: PerceptionGap, labels: tuple[str, ...]) -> GapLine:
    panel = last_panels(reading)[practice]
    counts = {label: sum(voters(group) for group in _of(panel, label)) for label in labels}
    said = _("{label}: level {level}, {n} voted")
    cells = tuple(
        group_cell(gap.points[g], counts[g], said.format(label=g, level=gap.points[g], n=counts[g]))
        for g in labels
        if g in gap.points
    )
    apart = ngettext("{n} level", "{n} levels", gap.gap).format(n=gap.gap)
    return GapLine(reading.practice(practice), reading.dimension(practice.partition(".")[0]), cells, apart)


def _gap_key(gaps: dict[str, PerceptionGap]) -> str:
    if not any(gap.gap for gap in gaps.values()):
        return ""
    return _(
        "A group's level is the highest that more than half of it, of those who know, say is reached; n are voters."
    )


def _alike(gaps: dict[str, PerceptionGap]) -> str:
    alike = sum(not gap.gap for gap in gaps.values())
    if not alike:
        return ""
    text = ngettext(
        "On {count} practice the groups stand at the same level.",
        "On {count} practices the groups stand at the same level.",
        alike,
    )
    return capital(text.format(count=count_word(alike)))
