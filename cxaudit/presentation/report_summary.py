"""The cover and the one-page summary of the report."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.app.brand import NO_BRAND, Brand
from cxaudit.i18n import _
from cxaudit.presentation.charts import ProfileView
from cxaudit.presentation.charts_report import ladder, radar
from cxaudit.presentation.client_copy import copy_line
from cxaudit.presentation.coverage import people
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.findings import FindingsView, GapView, StrengthView, proof_marks
from cxaudit.presentation.numbers import NONE
from cxaudit.presentation.plan import CardView, PlanView
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_words import long_date, mode_name, shortened
from cxaudit.presentation.words import capital

MOVES = 3
FLAGS = 2
"""So many red flags are told on the summary; more are counted."""
COVER_NAME = 120
SMALL_PRINT = 200


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class CoverView:
    """The cover: what it is, for whom, and the facts beneath; `note` and `confidentiality` at the foot.

    `art` is decoration.
    """

    kind: str
    name: str
    subtitle: str
    facts: tuple[Fact, ...]
    note: str
    badge: str
    art: Drawing
    confidentiality: str = ""


@dataclass(frozen=True, slots=True)
class NumberView:
    """One of the four numbers: what is shown large, and the words beneath."""

    value: str
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class PointView:
    """One strength or gap: the practice, its level in words, and the answer that was chosen."""

    title: str
    level: str
    answer: str


@dataclass(frozen=True, slots=True)
class FlagLine:
    """A red flag that fired, and what it does to the score."""

    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class MoveView:
    """One of the first moves. `key` is its bookmark among the priorities, `dimension` that of its findings."""

    key: str
    dimension: str
    rank: str
    title: str
    why: str
    first_step: str
    owner: str


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The page that has to be understood in a minute. Where a list is empty, its `no_` text says so.

    `lead_at` is the section that says the lead too.
    """

    title: str
    lead: str
    numbers: tuple[NumberView, ...]
    flags: tuple[FlagLine, ...]
    more_flags: int
    strengths: tuple[PointView, ...]
    no_strengths: str
    gaps: tuple[PointView, ...]
    no_gaps: str
    radar_profile: ProfileView
    radar_order: tuple[str, ...]
    moves: tuple[MoveView, ...]
    no_moves: str
    settle: str
    lead_at: str = "profile"

    def radar(self, width: float, height: float) -> Drawing:
        """Return the small radar at a size."""
        return radar(self.radar_profile, self.radar_order, width, height)


def cover_view(reading: Reading, findings: FindingsView, badge: str = "", brand: Brand = NO_BRAND) -> CoverView:
    """Return the cover; `badge` is a word for its corner, the brand's consultant wrote it."""
    assessment, pack = reading.assessment, reading.pack
    facts = [
        Fact(_("Date"), long_date(assessment.date)),
        Fact(
            _("Audit"),
            _("{mode}, {n} questions").format(mode=mode_name(assessment.mode), n=len(reading.card.practices)),
        ),
        Fact(_("Answered by"), findings.people if people(reading) else _("nobody yet")),
        Fact(
            _("Questionnaire"), _("{title}, {id} {version}").format(title=pack.title, id=pack.id, version=pack.version)
        ),
        Fact(_("Copy"), "" if reading.kept is None else copy_line(reading.kept)),
        Fact(_("Prepared by"), shortened(brand.consultant, COVER_NAME)),
    ]
    name = shortened(assessment.organisation, COVER_NAME)
    return CoverView(
        kind=_("Customer experience audit"),
        name=name or _("Where customer experience stands"),
        subtitle=_("Where customer experience stands, and what to do first") if name else _("And what to do first"),
        facts=tuple(fact for fact in facts if fact.value),
        note=_("A self-assessment, not a certification."),
        badge=badge,
        art=ladder(595.28, 210),
        confidentiality=shortened(brand.confidentiality, SMALL_PRINT),
    )


def summary_view(reading: Reading, findings: FindingsView, profile: ProfileView, plan: PlanView) -> SummaryView:
    """Return the summary."""
    cards = tuple(card for lane in plan.lanes for card in lane.cards)
    known = any(practice.point is not None for practice in reading.card.practices.values())
    return SummaryView(
        title=findings.title,
        lead=findings.block,
        numbers=_numbers(reading, findings),
        flags=tuple(FlagLine(_("Red flag: {title}").format(title=f.title), f.sentence) for f in findings.flags[:FLAGS]),
        more_flags=max(0, len(findings.flags) - FLAGS),
        strengths=tuple(_point(reading, strength) for strength in findings.strengths),
        no_strengths=_("None yet: no answer is at level 3 or above."),
        gaps=tuple(_point(reading, gap) for gap in findings.gaps),
        no_gaps=_("None: no answer is below its target.") if known else _("None yet: no answer is known."),
        radar_profile=profile,
        radar_order=tuple(reading.pack.dimensions_by_id),
        moves=tuple(_move(reading, card) for card in cards[:MOVES]),
        no_moves=plan.empty,
        settle=plan.settle[0].sentence if plan.settle else "",
    )


def _move(reading: Reading, card: CardView) -> MoveView:
    return MoveView(
        key=f"action-{card.action}",
        dimension=f"dimension-{reading.pack.practices[card.practice].dimension}",
        rank=str(card.rank),
        title=card.title,
        why=card.why,
        first_step=card.first_step,
        owner=shortened(card.owner, 40),
    )


def _point(reading: Reading, found: GapView | StrengthView) -> PointView:
    level = _("level {level}").format(level=found.level)
    if isinstance(found, GapView):
        level = _("level {level}, target {target}").format(level=found.level, target=found.target)
    return PointView(found.title, ", ".join((level, *proof_marks(reading, found.practice))), found.anchor)


def _numbers(reading: Reading, findings: FindingsView) -> tuple[NumberView, ...]:
    overall, scores = reading.card.overall, reading.card.practices.values()
    known, asked = sum(p.point is not None for p in scores), len(reading.card.practices)
    rest = findings.answered.partition(", ")[2]
    if overall.level is None:
        level = NumberView(NONE, _("level"), findings.scored or _("not scored"))
    else:
        found = reading.pack.levels[overall.level - 1]
        label = _("level: {name}").format(name=found.name)
        level = NumberView(_("{level} of 5").format(level=overall.level), label, found.meaning)
    span = _("range {range}").format(range=findings.overall.range) if overall.low is not None else _("not scored")
    gap = _("gap {gap}, where answers are known") if findings.scored else _("gap {gap}")
    return (
        level,
        NumberView(findings.overall.index, _("index, from 1 to 5"), span),
        NumberView(findings.attainment, _("of the way to target"), gap.format(gap=findings.gap) if known else ""),
        NumberView(_("{known} of {asked}").format(known=known, asked=asked), _("answered"), capital(rest)),
    )
