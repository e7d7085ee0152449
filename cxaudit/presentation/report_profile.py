"""The profile page: a chart, the same as a table, and where the gap lies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts import PAPER, ProfileView, described, profile_chart
from cxaudit.presentation.charts_report import profile_key
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.findings import FindingsView
from cxaudit.presentation.flags import FlagView
from cxaudit.presentation.numbers import NONE, gap_text, percent_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_words import shortened
from cxaudit.presentation.words import inside, listing

AXIS_NAME = 14
"""A level's name over the chart is cut after so many characters."""


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """The profile: a chart and what it is `drawn` from, the same as a table, and what the numbers rest on."""

    title: str
    lead: str
    chart: Drawing
    key: Drawing
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    flags: tuple[FlagView, ...]
    possible_flags: tuple[str, ...]
    next_level: str
    drawn: ProfileView


def profile_page(reading: Reading, findings: FindingsView, profile: ProfileView, width: float) -> ProfilePage:
    """Return the profile page, the largest part of the gap first; `width` is that of its chart in points."""
    parts = gap_parts(reading)
    pairs = sorted(zip(profile.bars, profile.rows, strict=True), key=lambda pair: -parts[pair[0].dimension])
    rows = tuple((*row, *gap_cells(reading, bar.dimension, parts)) for bar, row in pairs)
    bars = tuple(replace(bar, gap=gap_text(gap) if (gap := parts[bar.dimension]) else "") for bar, _row in pairs)
    axis = replace(
        profile,
        bars=bars,
        level_names=tuple(shortened(name, AXIS_NAME) for name in profile.level_names),
        description=described(bars, _("{dimensions}, the largest gap first. {facts}.")),
    )
    return ProfilePage(
        title=_profile_title(reading, parts),
        lead=_profile_lead(reading, findings),
        chart=profile_chart(axis, width, PAPER),
        key=profile_key(axis, width),
        heads=(*profile.heads, _("Gap"), _("Share")),
        rows=rows,
        flags=findings.flags,
        possible_flags=findings.possible_flags,
        next_level=findings.block,
        drawn=axis,
    )


def gap_cells(reading: Reading, dimension: str, parts: dict[str, Fraction]) -> tuple[str, str]:
    """Return a dimension's part of the gap and its share of the whole; none where nothing is known."""
    if not reading.known(dimension):
        return NONE, NONE
    total = reading.card.gap.total
    return gap_text(parts[dimension]), percent_text(parts[dimension] / total if total else Fraction(0))


def gap_parts(reading: Reading) -> dict[str, Fraction]:
    """Return each dimension's part of the whole gap."""
    parts = dict.fromkeys(reading.card.dimensions, Fraction(0))
    for practice, gap in reading.card.gap.practices.items():
        parts[reading.card.practices[practice].dimension] += gap.weight * (gap.gap or 0)
    return parts


def _profile_title(reading: Reading, parts: dict[str, Fraction]) -> str:
    total = reading.card.gap.total
    if not any(d.index is not None for d in reading.card.dimensions.values()):
        return _("There is no profile yet: too little is answered")
    if total == 0:
        return _("No answer is below its target")
    most = max(parts.values())
    worst = [dimension for dimension, part in parts.items() if part == most]
    if len(worst) == len(parts) > 1:
        return _("The gap is spread evenly over all dimensions")
    first, *rest = worst
    names = listing([reading.dimension(first), *(inside(reading.dimension(d), reading.pack.locale) for d in rest)])
    text = ngettext(
        "{names} holds the largest part of the gap: {share}",
        "{names} hold the largest parts of the gap: {share} each",
        len(worst),
    )
    return text.format(names=names, share=percent_text(most / total))


def _profile_lead(reading: Reading, findings: FindingsView) -> str:
    if all(practice.point is None for practice in reading.card.practices.values()):
        return _("No answer is known yet: each index may lie anywhere in its range.")
    if findings.overall.why_none:
        return findings.overall.why_none
    text = _("The whole gap to the targets is {gap} of a level.")
    if findings.gap_range != findings.gap:
        text = _("The whole gap to the targets is {gap} of a level; with what is open or only claimed, {range}.")
    return text.format(gap=findings.gap, range=findings.gap_range)
