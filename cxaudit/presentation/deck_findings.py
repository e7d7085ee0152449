"""The slides that say where the audit stands: the finding, strengths and gaps, profile, flags, dimensions, votes."""

from __future__ import annotations

from cxaudit.i18n import _, ngettext
from cxaudit.presentation.deck_charts import Bars, levels_chart, profile_bars, votes_chart
from cxaudit.presentation.deck_parts import Column, Point, Slide, named, told
from cxaudit.presentation.flags import FlagView
from cxaudit.presentation.numbers import NONE
from cxaudit.presentation.report import ReportView
from cxaudit.presentation.report_findings import DimensionFinding
from cxaudit.presentation.report_summary import PointView, SummaryView
from cxaudit.presentation.report_votes import DisagreementPage, MapLine, SplitView
from cxaudit.presentation.words import capital, count_word, inside, listing

LOWEST = 3
"""So many dimensions are told beside the picture of all, and on each slide after it."""
FLAGS = 3
SPLITS = 2
"""So many practices on which the room split are told beside the picture; the others stand in the notes."""


def finding_slide(view: ReportView) -> Slide:
    """Return the finding in one sentence with the four numbers."""
    page = view.summary
    flags = tuple(Point(flag.title, flag.sentence, flag=True) for flag in page.flags)
    more = ngettext("{n} more red flag stands.", "{n} more red flags stand.", page.more_flags)
    rest = (Point(text=more.format(n=page.more_flags)),) if page.more_flags else ()
    numbers = tuple(f"{n.value} {n.label}{f' ({n.detail})' if n.detail else ''}" for n in page.numbers)
    standing = Column(_("Where it stands"), (Point(text=page.lead or view.guide.basis), *flags, *rest))
    moves = Column(_("First moves"), tuple(Point(text=f"{move.rank}  {move.title}") for move in page.moves))
    return Slide(
        section="summary",
        title=page.title,
        columns=(standing, moves) if page.moves else (standing,),
        notes=told(*numbers, view.guide.basis, *view.guide.remarks),
        numbers=page.numbers,
    )


def balance_slide(view: ReportView) -> Slide:
    """Return the strengths beside the gaps."""
    page = view.summary
    return Slide(
        section="summary",
        title=_balance_title(page, view.language),
        columns=(
            Column(_("Strengths"), _points(page.strengths) or (Point(text=page.no_strengths),)),
            Column(_("Gaps"), _points(page.gaps) or (Point(text=page.no_gaps),)),
        ),
        notes=(
            _("Strengths are the highest answers at level 3 or above; gaps are what holds most of the whole gap."),
            *(f"{p.title}, {p.level}: {p.answer}" for p in (*page.strengths, *page.gaps)),
        ),
    )


def _points(points: tuple[PointView, ...]) -> tuple[Point, ...]:
    return tuple(Point(p.title, _("\u201c{answer}\u201d").format(answer=p.answer), capital(p.level)) for p in points)


def _balance_title(page: SummaryView, locale: str) -> str:
    strength = page.strengths[0].title if page.strengths else ""
    gap = page.gaps[0].title if page.gaps else ""
    if strength and gap:
        text = _("Build on {strength}, and close the gap in {gap}")
    elif strength:
        text = _("Build on {strength}; no answer is below its target")
    elif gap:
        text = _("There is no strength yet; close the gap in {gap}")
    else:
        text = _("No strength and no gap is known yet")
    return text.format(strength=inside(strength, locale), gap=inside(gap, locale))


def profile_slide(view: ReportView) -> Slide:
    """Return the profile as bars, and where the gap lies."""
    page, chart = view.profile, profile_bars(view.summary.radar_profile)
    rows = [dict(zip(page.heads, row, strict=True)) for row in page.rows]
    name, gap, share = page.heads[0], page.heads[-2], page.heads[-1]
    largest = sorted(rows, key=lambda row: (row[gap] != NONE, row[gap]), reverse=True)
    points = tuple(Point(f"{row[share]}  {row[name]}", foot=f"{gap}: {row[gap]}") for row in largest)
    where = (Column(_("Share of the gap"), points),) if any(row[gap] != NONE for row in rows) else ()
    return Slide(
        section="profile",
        title=page.title,
        columns=(Column("", (Point(text=page.lead, foot=_line_words(chart)),)), *where),
        notes=told(
            page.lead,
            page.next_level,
            *page.possible_flags,
            *(", ".join(f"{head} {text}" for head, text in row.items()) for row in rows),
        ),
        chart=chart,
    )


def _line_words(chart: Bars) -> str:
    ranged = any(low != high for low, high in zip(chart.low, chart.high, strict=True))
    return _("The thin line: how far open or claimed answers could move the index.") if ranged else ""


def flags_slide(view: ReportView, section: str) -> Slide | None:
    """Return the red flags that fired; None where none did."""
    flags = view.profile.flags
    if not flags:
        return None
    one = _("A red flag holds the score down: {title}") if flags[0].holds else _("A red flag stands: {title}")
    title = one if len(flags) == 1 else _("{count} red flags stand")
    return Slide(
        section=section,
        title=title.format(count=capital(count_word(len(flags))), title=flags[0].title),
        columns=_one_flag(flags[0]) if len(flags) == 1 else tuple(_flag(flag) for flag in flags[:FLAGS]),
        notes=tuple(f"{flag.title}. {flag.sentence} {flag.effect} {flag.why} {flag.check}" for flag in flags),
    )


def _one_flag(flag: FlagView) -> tuple[Column, ...]:
    return (
        Column(_("What it does"), (Point(text=flag.sentence), Point(text=flag.effect))),
        Column(_("Why it matters"), (Point(text=flag.why),)),
        Column(_("It is cleared when"), (Point(text=flag.cleared_when),)),
    )


def _flag(flag: FlagView) -> Column:
    return Column(
        flag.title,
        (
            Point(text=flag.sentence),
            Point(_("Why it matters"), flag.why),
            Point(_("It is cleared when"), flag.cleared_when),
        ),
    )


def findings_slide(view: ReportView) -> Slide:
    """Return how many practices stand at which level, and what holds the lowest dimensions."""
    found = ranked(view)
    points = tuple(Point(d.title, d.sentence) for d in found[:LOWEST])
    return Slide(
        section="findings",
        title=view.findings.title,
        columns=(Column("", points),),
        notes=tuple(text for d in found for text in _dimension_notes(d)),
        chart=levels_chart(tuple(found), view.summary.radar_profile),
    )


def dimension_slides(view: ReportView, most: int) -> tuple[Slide, ...]:
    """Return what the slide of findings has no room for, on at most so many slides."""
    rest = ranked(view)[LOWEST:]
    groups = [rest[start : start + LOWEST] for start in range(0, len(rest), LOWEST)][:most]
    return tuple(_dimensions(view, group) for group in groups)


def _dimensions(view: ReportView, found: list[DimensionFinding]) -> Slide:
    first, *others = (_names(view)[d.key] for d in found)
    names = listing([first, *(inside(name, view.language) for name in others)])
    return Slide(
        section="findings",
        title=_("How it stands with {names}").format(names=inside(names, view.language)),
        columns=tuple(Column(d.title, _dimension(d)) for d in found),
        notes=tuple(text for d in found for text in _dimension_notes(d)),
    )


def ranked(view: ReportView) -> list[DimensionFinding]:
    """Return the dimensions as the profile shows them, the lowest first."""
    order = [f"dimension-{bar.dimension}" for bar in view.summary.radar_profile.bars]
    return sorted(view.findings.dimensions, key=lambda d: order.index(d.key))


def _names(view: ReportView) -> dict[str, str]:
    return {f"dimension-{bar.dimension}": bar.title for bar in view.summary.radar_profile.bars}


def _dimension(found: DimensionFinding) -> tuple[Point, ...]:
    flags = tuple(Point(flag.title, flag.sentence, flag=True) for flag in found.flags)
    actions = tuple(Point(text=f"{link.rank}  {link.title}") for link in found.actions)
    sentence = (Point(text=found.sentence),) if found.sentence else ()
    return (*sentence, *flags, Point(_("Actions"), found.no_actions), *actions)


def _dimension_notes(found: DimensionFinding) -> tuple[str, ...]:
    facts = "; ".join(f"{fact.label} {fact.value}" for fact in found.facts)
    lines = "; ".join(f"{line.strip.description.rstrip('.')} ({line.now})" for line in found.lines)
    return told(f"{found.title}. {found.sentence}", facts, lines)


def split_slide(view: ReportView) -> Slide | None:
    """Return where the room split; None where nobody voted."""
    page = view.disagreement
    if page is None:
        return None
    points = tuple(point for split in page.splits[:SPLITS] for point in _split(split))
    return Slide(
        section="disagreement",
        title=page.title,
        columns=(Column("", points or (Point(text=page.lead),)),),
        notes=told(page.lead, *(text for split in page.splits for text in _split_notes(split))),
        chart=votes_chart(_apart(page) or page.lines[:LOWEST], view.summary.radar_profile),
    )


def _apart(page: DisagreementPage) -> tuple[MapLine, ...]:
    titles = {split.title for split in page.splits}
    return tuple(line for line in page.lines if line.title in titles)


def _split(split: SplitView) -> tuple[Point, ...]:
    sides = tuple(Point(text=side.text or side.anchor, label=f"{side.label}:") for side in split.sides)
    settle = tuple(Point(text=text, label=f"{label}:") for label, text in split.said[:1])
    return (Point(split.title, split.state), *sides, *settle)


def _split_notes(split: SplitView) -> tuple[str, ...]:
    sides = (named(f"{side.label} ({side.anchor})", side.text) for side in split.sides)
    return told(f"{split.title}. {split.state} {split.detail}", *sides, *(named(*said) for said in split.said))
