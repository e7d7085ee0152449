"""The findings by dimension: what was answered, what stands beside it, and what follows."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.proof import Proof, proofs
from cxaudit.domain.scorecard import DimensionScore
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts_findings import Panel, small_multiples
from cxaudit.presentation.citations import cited
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.findings import DimensionView, FindingsView
from cxaudit.presentation.flags import FlagView
from cxaudit.presentation.numbers import index_text
from cxaudit.presentation.plan import PlanView
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_practice import PracticeLine, practice_line
from cxaudit.presentation.report_profile import gap_cells, gap_parts
from cxaudit.presentation.report_summary import Fact
from cxaudit.presentation.stability import step_text, votes_texts

LINKED = 3
"""So many actions are named beneath a dimension's findings."""


@dataclass(frozen=True, slots=True)
class ActionLink:
    """An action named elsewhere: `key` is its bookmark among the priorities."""

    key: str
    rank: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class DimensionFinding:
    """Half a page on one dimension: `title` says where `name` stands."""

    key: str
    name: str
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
    """All dimensions in the questionnaire's order. `chart` shows every practice at its level; `key` explains it."""

    title: str
    chart: Drawing
    key: str
    heads: tuple[str, ...]
    dimensions: tuple[DimensionFinding, ...]


@dataclass(frozen=True, slots=True)
class _Basis:
    """What the findings of every dimension are made from."""

    reading: Reading
    findings: FindingsView
    plan: PlanView
    proofs: dict[str, Proof]
    without_a_vote: dict[str, str]


def findings_page(reading: Reading, findings: FindingsView, plan: PlanView, width: float) -> FindingsPage:
    """Return the findings by dimension, in the questionnaire's order; `width` is that of the chart in points."""
    views = {view.id: view for view in findings.dimensions}
    proven = proofs(reading.pack, reading.assessment, reading.card)
    basis = _Basis(reading, findings, plan, proven, votes_texts(reading))
    return FindingsPage(
        title=_findings_title(reading),
        chart=small_multiples([_panel(reading, score) for score in reading.card.dimensions.values()], width),
        key=_key(reading),
        heads=(_("Practice"), _("Level and target"), _("True today"), _("The next level")),
        dimensions=tuple(_dimension(basis, score, views[score.id]) for score in reading.card.dimensions.values()),
    )


def _panel(reading: Reading, score: DimensionScore) -> Panel:
    """Return a dimension's practices as dots."""
    known = reading.known(score.id)
    return Panel(
        title=reading.dimension(score.id),
        points=tuple((practice.point or 0, practice.claimed) for practice in known),
        open=len(reading.asked(score.id)) - len(known),
        index=score.index,
        target=None if score.status == "not applicable" else reading.target(score.id),
    )


def _key(reading: Reading) -> str:
    """Say what the marks of the chart mean."""
    claimed = any(practice.claimed for practice in reading.card.practices.values())
    hollow = _("hollow where it is only claimed") if claimed else ""
    text = _("Each dot is a practice at its level")
    return (
        f"{', '.join(part for part in (text, hollow) if part)}. {_('The triangle is the index, the ring the target.')}"
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


def _dimension(basis: _Basis, score: DimensionScore, view: DimensionView) -> DimensionFinding:
    reading = basis.reading
    cards = [card for lane in basis.plan.lanes for card in lane.cards]
    actions = [card for card in cards if reading.pack.practices[card.practice].dimension == score.id]
    practices = [p for p in reading.card.practices.values() if p.dimension == score.id]
    return DimensionFinding(
        key=f"dimension-{score.id}",
        name=view.title,
        title=_dimension_title(reading, score, view),
        about=view.about,
        sentence=view.block,
        facts=_facts(basis, score, view),
        flags=tuple(flag for flag in basis.findings.flags if flag.dimension == score.id),
        lines=tuple(practice_line(reading, practice, basis.proofs[practice.id]) for practice in practices),
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


def _facts(basis: _Basis, score: DimensionScore, view: DimensionView) -> tuple[Fact, ...]:
    if score.status == "not applicable":
        return ()
    reading = basis.reading
    part, _share = gap_cells(reading, score.id, gap_parts(reading))
    facts = [
        Fact(_("Index"), view.index if view.range == view.index else f"{view.index} ({view.range})"),
        Fact(_("Before the red flag"), index_text(score.raw) if view.held else ""),
        Fact(_("Target"), str(view.target)),
        Fact(_("Part of the gap"), part),
        Fact(_("One answer, one level"), step_text(reading, score.id)),
        Fact(_("With any one vote left out"), basis.without_a_vote.get(score.id, "")),
        Fact(_("Coverage"), view.coverage),
    ]
    return tuple(fact for fact in facts if fact.value)


def _sources(reading: Reading, dimension: str) -> tuple[str, ...]:
    """Return the tags of what a dimension's questions and fact-checks lean on, in the pack's order."""
    asked = [reading.pack.practices[p.id] for p in reading.card.practices.values() if p.dimension == dimension]
    names = {name for p in asked for name in (*p.sources, *(p.fact.sources if p.fact else ()))}
    return tuple(source.id for source in cited(reading.pack, names))
