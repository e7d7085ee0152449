"""The profile page and the findings by dimension."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from cxaudit.domain.model import HI
from cxaudit.domain.scorecard import DimensionScore, PracticeScore
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts import PAPER, ProfileView, profile_chart
from cxaudit.presentation.charts_report import level_strip, profile_key
from cxaudit.presentation.citations import cited
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.findings import DimensionView, FindingsView
from cxaudit.presentation.flags import FlagView
from cxaudit.presentation.numbers import NONE, gap_text, index_text, percent_text
from cxaudit.presentation.plan import PlanView
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_summary import Fact
from cxaudit.presentation.report_words import shortened
from cxaudit.presentation.words import inside, listing

AXIS_NAME = 14
"""A level's name over the chart is cut after so many characters."""
EVIDENCE = 160
"""So much of the evidence stands beside a finding; appendix B holds all of it."""
LINKED = 3
"""So many actions are named beneath a dimension's findings."""


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """The profile: a chart, the same as a table, and what the numbers rest on."""

    title: str
    lead: str
    chart: Drawing
    key: Drawing
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    flags: tuple[FlagView, ...]
    possible_flags: tuple[str, ...]
    next_level: str


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """One practice: its level strip, what is true now, and what the next level asks for."""

    title: str
    strip: Drawing
    now: str
    evidence: str
    next_step: str


@dataclass(frozen=True, slots=True)
class ActionLink:
    """An action named elsewhere: `key` is its bookmark among the priorities."""

    key: str
    rank: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class DimensionFinding:
    """Half a page on one dimension."""

    key: str
    title: str
    about: str
    sentence: str
    facts: tuple[Fact, ...]
    flags: tuple[FlagView, ...]
    lines: tuple[PracticeLine, ...]
    actions: tuple[ActionLink, ...]
    no_actions: str
    sources: str


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """All dimensions in the questionnaire's order."""

    title: str
    heads: tuple[str, ...]
    dimensions: tuple[DimensionFinding, ...]


def profile_page(reading: Reading, findings: FindingsView, profile: ProfileView, width: float) -> ProfilePage:
    """Return the profile page; `width` is that of its chart in points."""
    parts = _gap_parts(reading)
    rows = tuple(
        (*row, *_gap_cells(reading, bar.dimension, parts)) for row, bar in zip(profile.rows, profile.bars, strict=True)
    )
    axis = replace(profile, level_names=tuple(shortened(name, AXIS_NAME) for name in profile.level_names))
    return ProfilePage(
        title=_profile_title(reading, parts),
        lead=_profile_lead(reading, findings),
        chart=profile_chart(axis, width, PAPER),
        key=profile_key(profile, width),
        heads=(*profile.heads, _("Gap"), _("Share")),
        rows=rows,
        flags=findings.flags,
        possible_flags=findings.possible_flags,
        next_level=findings.block,
    )


def _gap_cells(reading: Reading, dimension: str, parts: dict[str, Fraction]) -> tuple[str, str]:
    """Return a dimension's part of the gap and its share of the whole; none where nothing is known."""
    if not reading.known(dimension):
        return NONE, NONE
    total = reading.card.gap.total
    return gap_text(parts[dimension]), percent_text(parts[dimension] / total if total else Fraction(0))


def _gap_parts(reading: Reading) -> dict[str, Fraction]:
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


def findings_page(reading: Reading, findings: FindingsView, plan: PlanView) -> FindingsPage:
    """Return the findings by dimension, in the questionnaire's order."""
    views = {view.id: view for view in findings.dimensions}
    return FindingsPage(
        title=_findings_title(reading),
        heads=(_("Practice"), _("Level and target"), _("True today"), _("The next level")),
        dimensions=tuple(
            _dimension(reading, findings, plan, score, views[score.id]) for score in reading.card.dimensions.values()
        ),
    )


def _findings_title(reading: Reading) -> str:
    scores = [p for p in reading.card.practices.values() if p.point is not None]
    if not scores:
        return _("No answer is known yet")
    reached = sum((p.point or 0) >= reading.card.gap.practices[p.id].target for p in scores)
    text = ngettext(
        "{reached} of {all} answered practices is at its target",
        "{reached} of {all} answered practices are at their target",
        reached,
    )
    return text.format(reached=reached or _("None"), all=len(scores))


def _dimension(
    reading: Reading, findings: FindingsView, plan: PlanView, score: DimensionScore, view: DimensionView
) -> DimensionFinding:
    actions = [c for lane in plan.lanes for c in lane.cards if reading.pack.practices[c.practice].dimension == score.id]
    practices = [p for p in reading.card.practices.values() if p.dimension == score.id]
    return DimensionFinding(
        key=f"dimension-{score.id}",
        title=_dimension_title(reading, score, view),
        about=view.about,
        sentence=view.block,
        facts=_facts(reading, score, view),
        flags=tuple(flag for flag in findings.flags if flag.dimension == score.id),
        lines=tuple(_line(reading, practice) for practice in practices),
        actions=tuple(ActionLink(f"action-{c.action}", str(c.rank), c.title, c.why) for c in actions[:LINKED]),
        no_actions="" if actions else _("No action is open here."),
        sources=", ".join(_sources(reading, score.id)) or _("none named"),
    )


def _dimension_title(reading: Reading, score: DimensionScore, view: DimensionView) -> str:
    if score.status == "not applicable":
        return _("{name} does not apply").format(name=view.title)
    if score.index is None or score.level is None:
        return _("{name} is not scored").format(name=view.title)
    word = reading.pack.levels[score.level - 1].name
    return _("{name} is at level {level} of 5, {word}").format(name=view.title, level=score.level, word=word)


def _facts(reading: Reading, score: DimensionScore, view: DimensionView) -> tuple[Fact, ...]:
    if score.status == "not applicable":
        return ()
    part, _share = _gap_cells(reading, score.id, _gap_parts(reading))
    facts = [
        Fact(_("Index"), view.index if view.range == view.index else f"{view.index} ({view.range})"),
        Fact(_("Before the red flag"), index_text(score.raw) if view.held else ""),
        Fact(_("Target"), str(view.target)),
        Fact(_("Part of the gap"), part),
        Fact(_("Coverage"), view.coverage),
    ]
    return tuple(fact for fact in facts if fact.value)


def _sources(reading: Reading, dimension: str) -> tuple[str, ...]:
    """Return the tags of what a dimension's questions and fact-checks lean on, in the pack's order."""
    asked = [reading.pack.practices[p.id] for p in reading.card.practices.values() if p.dimension == dimension]
    names = {name for p in asked for name in (*p.sources, *(p.fact.sources if p.fact else ()))}
    return tuple(source.id for source in cited(reading.pack, names))


def _line(reading: Reading, score: PracticeScore) -> PracticeLine:
    practice = reading.pack.practices[score.id]
    answer = reading.assessment.answer(score.id)
    gap = reading.card.gap.practices.get(score.id)
    target = gap.target if gap is not None else reading.target(score.dimension)
    title = reading.practice(score.id)
    strip = level_strip(score.point, target, title, claimed=score.claimed)
    if not score.applicable:
        return PracticeLine(title, strip, _("Does not apply"), "", "")
    if score.point is None:
        state = _("Don't know") if score.unknown else _("Not answered")
        return PracticeLine(title, strip, state, "", _("Find out first which answer is true."))
    return PracticeLine(
        title=title,
        strip=strip,
        now=practice.anchors[score.point - 1],
        evidence=_evidence(answer.evidence.strip(), claimed=score.claimed),
        next_step=practice.anchors[score.point] if score.point < HI else _("Level 5 is the highest."),
    )


def _evidence(evidence: str, *, claimed: bool) -> str:
    if evidence:
        return _("Evidence: {text}").format(text=shortened(evidence, EVIDENCE))
    return _("Claimed: no evidence on file") if claimed else ""
