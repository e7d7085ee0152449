"""Findings: half a page a dimension, from what was answered to what to do."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.i18n import _
from cxaudit.presentation.flags import FlagView
from cxaudit.presentation.report_findings import ActionLink, DimensionFinding, FindingsPage
from cxaudit.presentation.report_practice import PracticeLine
from cxaudit.presentation.report_summary import Fact
from cxaudit.report.pdf.blocks import Block, Figure, Stack, Text
from cxaudit.report.pdf.fonts import SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import Heading, numbered, opening
from cxaudit.report.pdf.styles import BODY, H2, NOTE, STRONG, TABLE, TABLE_STRONG
from cxaudit.report.pdf.tables import Beside, Table

SHARES = (104, 83, 135, 135)
NOTED = (84, 83, 200, 92)
"""The columns' parts of the width, and those where notes stand beside the answers."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The heads of the practices' table, and each column's part of the width."""

    heads: tuple[str, ...]
    shares: tuple[float, ...]


def findings(view: FindingsPage, heading: Heading) -> Block:
    """Return the section."""
    beside = [told for dimension in view.dimensions for line in dimension.lines for told in line.beside]
    columns = Columns(view.heads, NOTED if any(told.role == "ink" for told in beside) else SHARES)
    title = opening(heading, view.title, "findings")
    chart = Stack([Figure(view.chart, after=6), Text(view.key, NOTE)], keep=True)
    return Stack([*title, chart, *(_dimension(dimension, columns) for dimension in view.dimensions)])


def _dimension(view: DimensionFinding, columns: Columns) -> Block:
    """Return one dimension; its actions say why unless that would need another page."""
    return Stack(_told(view, columns, why=True), keep=True, close=Stack(_told(view, columns, why=False)))


def _told(view: DimensionFinding, columns: Columns, *, why: bool) -> list[Block]:
    head = Beside(
        Stack(
            [
                Text(view.title, H2, "H2", key=view.key, outline=view.title, level=1),
                Text(view.about, BODY.but(color="muted", after=3)),
                *([Text(view.sentence, BODY)] if view.sentence else []),
                *(Text(_flag(flag), BODY) for flag in view.flags),
            ]
        ),
        _facts(view.facts),
    )
    head.keep_next = True
    rows = [_row(line) for line in view.lines]
    return [head, Table(columns.heads, rows, columns.shares), _actions(view, why=why)]


def _flag(flag: FlagView) -> list[Run]:
    told = flag.sentence if flag.holds else _("It is not what holds the score.")
    return [Run(_("Red flag: "), SEMIBOLD, "flag"), Run(f"{flag.title}. {told}")]


def _facts(facts: tuple[Fact, ...]) -> Block:
    """Return facts as a note in the margin."""
    return Stack(
        [
            Text([Run(f"{fact.label}  ", color="muted"), Run(fact.value, SEMIBOLD)], NOTE.but(color="ink", after=1))
            for fact in facts
        ]
    )


def _row(line: PracticeLine) -> list[Block]:
    now = [Text(line.now, TABLE), *(Text(told.text, NOTE.but(color=told.role, after=0)) for told in line.beside)]
    return [Text(line.title, TABLE_STRONG), Figure(line.strip), Stack(now), Text(line.next_step, TABLE)]


def _actions(view: DimensionFinding, *, why: bool) -> Block:
    if not view.actions:
        return Text(view.no_actions, BODY)
    return Stack(
        [
            Text(_("What to do"), STRONG.but(after=2), keep_next=True),
            *numbered([(action.rank, _action(action, why=why)) for action in view.actions]),
            Text([Run(_("Sources: ")), Run(view.sources, color="accent_strong", link="sources")], NOTE.but(after=0)),
        ]
    )


def _action(action: ActionLink, *, why: bool) -> list[Run]:
    """Return an action as a link to its place among the priorities, and its reason."""
    title = Run(action.title, SEMIBOLD, "accent_strong", link=action.key)
    return [title, Run(f" {action.why}")] if why else [title]
