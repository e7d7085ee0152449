"""Flowing content of what comes first: how to read the report, its summary, and the profile."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts import Metrics, profile_chart
from cxaudit.presentation.charts_report import mark, profile_legend
from cxaudit.presentation.flags import FlagView
from cxaudit.presentation.manuscript_parts import (
    Callout,
    Heading,
    Key,
    Numbers,
    Paragraph,
    Picture,
    Piece,
    Points,
    Row,
    Span,
    Table,
    cell,
    labelled,
    note,
    paragraph,
    rows,
    strong,
    told,
)
from cxaudit.presentation.numbers import NONE
from cxaudit.presentation.report_guide import GuideView
from cxaudit.presentation.report_profile import ProfilePage
from cxaudit.presentation.report_summary import MoveView, PointView, SummaryView

RADAR = (250.0, 204.0)
NARROW = 330.0
PHONE = Metrics(label=92, figure=30, note=50, row=46, axis=22, track=14, text=12, number=14, small=10.5, ring=5)
"""Sizes of the profile on a narrow screen."""


def guide(view: GuideView) -> Iterator[Piece]:
    """Yield how to read the report."""
    yield Heading(_("What the answers rest on"))
    yield paragraph(f"{view.basis}.")
    if view.remarks:
        yield Points(tuple(paragraph(text) for text in view.remarks))
    yield Heading(_("Five levels"))
    lines = [
        Row((cell(line.chip), cell(strong(line.name)), cell(line.meaning), cell(line.shown_by or NONE)))
        for line in view.levels
    ]
    heads = ("#", _("Level"), _("What it means"), _("What shows it"))
    yield Table(_("The five levels"), heads, tuple(lines), (24, 70, 215, 160), names=1)
    yield Heading(_("How to read the charts"))
    marks = tuple(Row((cell(line.mark), cell(line.meaning))) for line in view.marks)
    yield Table(_("The marks of the charts"), (_("Mark"), _("What it means here")), marks, (90, 380), -1, wide=False)
    yield Heading(_("Four words"))
    words = rows((line.word, line.meaning) for line in view.words)
    yield Table(_("Words of this report"), (_("Word"), _("What it means here")), words, (90, 380))


def summary(view: SummaryView) -> Iterator[Piece]:
    """Yield the summary."""
    yield from told(view.lead, look="lead")
    yield Numbers(view.numbers)
    yield from _flags(view)
    yield Heading(_("Strengths"))
    yield _points(view.strengths, view.no_strengths)
    yield Heading(_("Largest gaps"))
    yield _points(view.gaps, view.no_gaps, answers=True)
    yield Picture(view.radar(*RADAR), _("Index and target of each dimension"))
    yield Heading(_("First moves"))
    if view.moves:
        heads = ("#", _("What, why, and the first step this week"), _("Owner"))
        yield Table(_("The first moves"), heads, tuple(_move(move) for move in view.moves), (24, 366, 80), names=1)
    else:
        yield paragraph(view.no_moves or _("None."))
    if view.settle:
        yield labelled(_("Settle this first:"), view.settle)


def _flags(view: SummaryView) -> Iterator[Piece]:
    for flag in view.flags:
        yield Callout((strong(flag.title, "flag"), paragraph(flag.sentence)))
    if view.more_flags:
        text = ngettext("One more red flag ", "{count} more red flags ", view.more_flags).format(count=view.more_flags)
        see = Span(_("(see the profile)"), role="accent_strong", link="profile")
        yield Paragraph((Span(text), see))


def _points(points: tuple[PointView, ...], empty: str, *, answers: bool = False) -> Piece:
    if not points:
        return paragraph(empty)
    return Points(tuple(_point(point, answers=answers) for point in points))


def _point(point: PointView, *, answers: bool) -> Paragraph:
    spans = [Span(point.title, strong=True), Span(f", {point.level}", role="muted")]
    if answers:
        spans.append(Span(f". {_('Today: {answer}').format(answer=point.answer)}"))
    return Paragraph(tuple(spans))


def _move(move: MoveView) -> Row:
    title = Paragraph((Span(move.title, strong=True, link=move.key),))
    what = cell(title, note(move.why) if move.why else "", labelled(_("This week:"), move.first_step))
    return Row((cell(strong(move.rank, "brand")), what, cell(move.owner)))


def profile(view: ProfilePage) -> Iterator[Piece]:
    """Yield the profile."""
    yield from told(view.lead, look="lead")
    narrow = profile_chart(view.drawn, NARROW, PHONE)
    yield Picture(view.chart, _("Profile of the dimensions, the largest gap first"), narrow)
    yield Key(tuple((mark(kind), words) for kind, words in profile_legend(view.drawn)))
    shares = (106, 36, 62, 62, 62, 40, 36, 40)
    yield Table(_("The profile in numbers"), view.heads, rows(view.rows), shares, wide=False, numbered=True)
    if view.next_level:
        yield Heading(_("What the next level needs"))
        yield paragraph(view.next_level)
    if view.flags or view.possible_flags:
        yield Heading(_("Red flags"))
        yield from (_flag(flag) for flag in view.flags)
    if view.possible_flags:
        yield Points(tuple(paragraph(text) for text in view.possible_flags))


def _flag(flag: FlagView) -> Callout:
    more = paragraph(f"{flag.why} {_('Cleared when:')} {flag.cleared_when}", "note")
    return Callout((strong(flag.title, "flag"), paragraph(flag.sentence), more))
