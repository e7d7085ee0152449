"""Flowing content of the findings, and of claims and evidence."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.i18n import _
from cxaudit.presentation.flags import FlagView
from cxaudit.presentation.manuscript_parts import (
    Facts,
    Heading,
    Paragraph,
    Picture,
    Piece,
    Points,
    Row,
    Span,
    Table,
    cell,
    note,
    paragraph,
    strong,
    told,
)
from cxaudit.presentation.report_evidence import EvidencePage, ProofCount, ProofLine
from cxaudit.presentation.report_findings import ActionLink, DimensionFinding, FindingsPage
from cxaudit.presentation.report_practice import PracticeLine


def findings(view: FindingsPage) -> Iterator[Piece]:
    """Yield the findings, dimension by dimension."""
    yield Picture(view.chart, view.key)
    for dimension in view.dimensions:
        yield from _dimension(dimension, view.heads)


def _dimension(view: DimensionFinding, heads: tuple[str, ...]) -> Iterator[Piece]:
    yield Heading(view.title, key=view.key)
    yield paragraph(view.about, role="muted")
    yield from told(view.sentence)
    yield from (_flag(flag) for flag in view.flags)
    if view.facts:
        yield Facts(view.facts, brief=True)
    lines = tuple(_practice(line) for line in view.lines)
    yield Table(_("Practices: {finding}").format(finding=view.title), heads, lines, (100, 96, 170, 110))
    if not view.actions:
        yield paragraph(view.no_actions)
        return
    yield Heading(_("What to do"), 3)
    yield Points(tuple(_action(action) for action in view.actions), tuple(action.rank for action in view.actions))
    link = Span(view.sources, role="accent_strong", link="sources")
    yield Paragraph((Span(_("Sources: "), role="muted"), link), "note")


def _flag(flag: FlagView) -> Paragraph:
    sentence = flag.sentence if flag.holds else _("It is not what holds the score.")
    return Paragraph((Span(_("Red flag: "), strong=True, role="flag"), Span(f"{flag.title}. {sentence}")))


def _practice(line: PracticeLine) -> Row:
    beside = tuple(note(found.text, found.role) for found in line.beside if found.text)
    return Row((cell(strong(line.title)), cell(line.strip), cell(line.now, *beside), cell(line.next_step)))


def _action(action: ActionLink) -> Paragraph:
    title = Span(action.title, strong=True, role="accent_strong", link=action.key)
    return Paragraph((title, Span(f" {action.why}")) if action.why else (title,))


def evidence(view: EvidencePage) -> Iterator[Piece]:
    """Yield claimed against shown."""
    yield from told(view.lead, look="lead")
    if view.counts:
        counts = tuple(_count(count) for count in view.counts)
        shares = (112, 98, 44, 48, 34, 44, 62, 34)
        yield Table(_("Answers by what stands behind them"), view.count_heads, counts, shares, numbered=True)
        yield Picture(view.key)
    lines = tuple(_proof(line) for line in view.lines)
    yield Table(_("What is on file for each answer"), view.heads, lines, (104, 92, 180, 80), numbered=True)
    yield from told(view.below)


def _count(count: ProofCount) -> Row:
    drawn = cell(count.cells) if count.cells.ops else cell()
    return Row((cell(strong(count.title)), drawn, *(cell(number) for number in count.numbers)))


def _proof(line: ProofLine) -> Row:
    facts = (note(fact, "flag" if line.alarm else "ink") for fact in line.facts)
    marks = (strong(mark) if place == 0 else paragraph(mark) for place, mark in enumerate(line.marks))
    return Row(
        (
            cell(strong(line.title), note(line.dimension)),
            cell(line.strip),
            cell(line.text, note(line.dated) if line.dated else "", *facts),
            cell(*marks),
        )
    )
