"""The executive summary: one page, whatever it has to hold.

Where it is too tall the radar shrinks first, then the moves no longer say why, then texts are cut with "… see p. n";
type never shrinks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from typing_extensions import override

from cxaudit.i18n import _, ngettext
from cxaudit.presentation.report_summary import FlagLine, MoveView, NumberView, SummaryView
from cxaudit.report.pdf.blocks import Block, Figure, Stack, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import IN_FULL, Heading, comment, opening, see_page
from cxaudit.report.pdf.styles import (
    BODY,
    H2,
    LEAD,
    NOTE,
    NUMBER,
    STRONG,
    TABLE,
    TABLE_STRONG,
    Style,
)
from cxaudit.report.pdf.tables import Beside, Box, Lanes, Narrow, Table

RADARS = ((240.0, 216.0), (224.0, 198.0), (208.0, 184.0))
"""Sizes to try, the largest first."""
SMALLEST = (200.0, 180.0)
"""A smaller radar cannot be read."""
CLOSE, CLOSEST = 0.5, 0.3
"""Shares of the usual space between the parts."""
LIMITS = (220, 180, 150, 125, 100, 85, 70, 55, 45, 36, 28)
"""Characters that a text may keep, tried in turn."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How full the page is: the radar's size, whether the moves say why, and the characters that a text keeps (0: all).

    `why` goes first, as the findings and the plan tell it. `space` is the share of the usual space that is left between
    the parts.
    """

    radar: tuple[float, float]
    why: bool = True
    limit: int = 0
    space: float = 1.0

    def style(self, style: Style) -> Style:
        """Return a style with less space about it."""
        return style.but(before=style.before * self.space, after=style.after * self.space)


FITS = (
    *(Fit(radar) for radar in RADARS),
    Fit(RADARS[-1], space=CLOSE),
    Fit(RADARS[-1], why=False),
    Fit(RADARS[-1], why=False, space=CLOSE),
    Fit(SMALLEST, why=False, space=CLOSEST),
    *(Fit(SMALLEST, why=False, limit=limit, space=CLOSEST) for limit in LIMITS),
)
"""From the fullest to the barest."""


def fit_for(view: SummaryView, heading: Heading) -> Fit:
    """Return the fullest form that fits on one page."""
    paper = heading.paper
    return next((f for f in FITS if summary(view, heading, f).height(paper.full) <= paper.room), FITS[-1])


def summary(view: SummaryView, heading: Heading, fit: Fit) -> Block:
    """Return the page in a form."""
    limit, radar, paper = fit.limit, fit.radar, heading.paper
    title = view.title if not limit else _plain_cut(view.title, max(limit, 90))
    blocks: list[Block] = [*opening(replace(heading, comment=""), title, "summary")]
    if view.lead:
        runs = cut_runs(view.lead, _lead_limit(fit), IN_FULL if view.lead_at == "method" else view.lead_at)
        blocks.append(Narrow(Text(runs, fit.style(LEAD)), paper.columns(11)))
    if limit and _cut(heading.comment, limit):
        blocks.append(Narrow(Text(cut_runs(" ".join(heading.comment.split()), limit, IN_FULL), BODY)))
    else:
        blocks += comment(heading)
    blocks.append(Lanes([_Number(number, fit) for number in view.numbers]))
    if view.flags:
        blocks.append(_flags(view.flags, view.more_flags, fit))
    left = Stack([*_strengths(view, fit), *_gaps(view, fit)])
    width = paper.full - radar[0] - 12
    blocks.append(Beside(left, Figure(view.radar(*radar)), main_width=width, note_width=radar[0]))
    blocks.append(Text(_("First moves"), fit.style(H2), "H2", keep_next=True))
    blocks.append(_moves(view, fit))
    if view.settle:
        settle = cut_runs(view.settle, limit, "roadmap")
        blocks.append(Text([Run(_("Settle this first: "), SEMIBOLD), *settle], BODY))
    return Stack(blocks)


def left_out(view: SummaryView, heading: Heading, fit: Fit) -> tuple[str, ...]:
    """Return what a person wrote and the page cuts, for the method to print whole."""
    lead = view.lead_at == "method" and _cut(view.lead, _lead_limit(fit))
    texts = (view.lead if lead else "", heading.comment if _cut(heading.comment, fit.limit) else "")
    return tuple(text for text in texts if text)


def _lead_limit(fit: Fit) -> int:
    return fit.limit and max(fit.limit, 60)


def _cut(text: str, most: int) -> bool:
    """Return whether a text is longer than it may be, or has lines that would take up too much; 0 sets no limit."""
    return bool(most) and (len(text) > most or "\n" in text)


def cut_runs(text: str, most: int, key: str) -> list[Run]:
    """Return a text, cut after so many characters (0: not at all) with a link to where the whole stands."""
    if not most or len(text) <= most:
        return [Run(text)]
    return [Run(f"{_plain_cut(text, most)} "), see_page(key)]


def _plain_cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    kept = text[:most]
    space = kept.rfind(" ")
    return (kept[:space] if space > most // 2 else kept).rstrip(" ,;:.") + "…"


class _Number(Block):
    """A number under a rule, its label beneath."""

    def __init__(self, view: NumberView, fit: Fit) -> None:
        limit = fit.limit
        label, detail = (_plain_cut(text, limit) if limit else text for text in (view.label, view.detail))
        self.text = Stack(
            [
                Text(view.value, NUMBER),
                Text(label, TABLE_STRONG),
                *([Text(detail, NOTE.but(after=0))] if detail else []),
            ]
        )
        self.after = 14.0 * fit.space

    @override
    def height(self, width: float) -> float:
        return self.text.height(width) + 8

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.artifact():
            sheet.line(x, y, x + width, y, "rule", 0.8)
        self.text.draw(sheet, x, y + 6, width)


def _flags(flags: Sequence[FlagLine], more: int, fit: Fit) -> Block:
    lines, limit = list[Block](), fit.limit
    for flag in flags:
        title = _plain_cut(flag.title, limit) if limit else flag.title
        lines.append(Text(title, STRONG.but(color="flag", after=1)))
        lines.append(Text(cut_runs(flag.sentence, limit, "profile"), BODY.but(after=3)))
    if more:
        text = ngettext("One more red flag ", "{count} more red flags ", more).format(count=more)
        lines.append(Text([Run(text), see_page("profile")], TABLE))
    return Box(Stack(lines), "flag_tint", "flag", padding=10 if fit.space == 1 else 7, after=10 * fit.space)


def _strengths(view: SummaryView, fit: Fit) -> list[Block]:
    limit = fit.limit
    blocks: list[Block] = [Text(_("Strengths"), fit.style(H2).but(after=4), "H2", keep_next=True)]
    if not view.strengths:
        return [*blocks, Text(view.no_strengths, BODY)]
    for point in view.strengths:
        name = _plain_cut(point.title, limit) if limit else point.title
        blocks.append(Text([Run(name, SEMIBOLD), Run(f"  {point.level}", color="muted")], BODY.but(after=2)))
    return blocks


def _gaps(view: SummaryView, fit: Fit) -> list[Block]:
    limit = fit.limit
    blocks: list[Block] = [Text(_("Largest gaps"), fit.style(H2).but(after=4), "H2", keep_next=True)]
    if not view.gaps:
        return [*blocks, Text(view.no_gaps, BODY)]
    for point in view.gaps:
        name = _plain_cut(point.title, limit) if limit else point.title
        answer = _plain_cut(point.answer, limit) if limit else point.answer
        blocks.append(Text([Run(name, SEMIBOLD), Run(f"  {point.level}", color="muted")], BODY.but(after=0)))
        blocks.append(Text(_("Today: {answer}").format(answer=answer), TABLE.but(color="muted", after=4)))
    return blocks


def _moves(view: SummaryView, fit: Fit) -> Block:
    if not view.moves:
        return Text(view.no_moves or _("None."), BODY)
    rows = [_move(move, fit) for move in view.moves]
    what = _("What, why, and the first step this week") if fit.why else _("What, and the first step this week")
    return Table(("#", what, _("Owner")), rows, (16, 386, 66), heads=False)


def _move(move: MoveView, fit: Fit) -> list[Block]:
    title = _plain_cut(move.title, max(fit.limit, 40)) if fit.limit else move.title
    first_step = cut_runs(move.first_step, fit.limit, "roadmap")
    told: list[Block] = [
        Text(Run(title, link=move.key), TABLE_STRONG),
        *([Text(move.why, TABLE.but(color="muted"))] if fit.why else []),
        Text([Run(_("This week: "), SEMIBOLD), *first_step], TABLE),
    ]
    return [Text(move.rank, TABLE_STRONG.but(color="deep")), Stack(told), Text(move.owner, TABLE)]
