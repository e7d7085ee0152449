"""The plan as rows to be handed over: one for each action, and one for each thing that a workshop parked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.plan import make_plan
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.ranks import rank_ranges
from cxaudit.domain.scoring import score
from cxaudit.i18n import _
from cxaudit.presentation.plan import CardView, PlanView, plan_view
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_words import real_date

Kind = Literal["action", "parked"]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row: `id` is the action's, or "parked-" and a number; `when` its lane in words, or why it is in none.

    `gap` says what is closed ("Priorities (S3): level 2, target 3"), `recovers` its part of the gap; `effort` is S, M
    or L; `needs` are titles of actions that come first; `due` is ISO 8601 or empty; `rank` is 0 where there is none.
    """

    kind: Kind
    id: str
    rank: int
    when: str
    title: str
    gap: str
    dimension: str
    recovers: str
    why: str
    first_step: str
    done_when: str
    owner: str
    due: str
    effort: str
    needs: str
    status: str
    reason: str
    closed: bool


@dataclass(frozen=True, slots=True)
class PlanRows:
    """The plan of one organisation, at a date (ISO 8601 or None), and what to say where it has no row."""

    organisation: str
    date: str | None
    rows: tuple[PlanRow, ...]
    empty: str

    @property
    def open(self) -> tuple[PlanRow, ...]:
        """Return the rows that still have to be done."""
        return tuple(row for row in self.rows if not row.closed)


def plan_rows(pack: Pack, assessment: Assessment) -> PlanRows:
    """Return the plan of an assessment as rows: in the order of the plan, then what waits, was put off, or is done."""
    card = score(pack, assessment)
    reading = Reading(pack, assessment, card)
    made = make_plan(pack, assessment, card)
    plan = plan_view(reading, made, rank_ranges(pack, assessment, card))
    titles = {item.action: pack.actions_by_id[item.action].title for item in made.items}
    needs = {i.action: "; ".join(titles[need] for need in i.needs if need in titles) for i in made.items}
    rows = (*_actions(reading, plan, needs), *_parked(reading, plan))
    organisation = " ".join(assessment.organisation.split())
    return PlanRows(organisation, real_date(assessment.date), rows, plan.empty)


def _actions(reading: Reading, plan: PlanView, needs: Mapping[str, str]) -> Iterator[PlanRow]:
    def rows(cards: Iterable[CardView], when: str, status: str) -> Iterator[PlanRow]:
        return (_action(reading, card, needs[card.action], when, status) for card in cards)

    for lane in plan.lanes:
        yield from rows(lane.cards, lane.name, _("Open"))
    yield from rows(plan.waiting, _("Waits"), _("Open"))
    yield from rows(plan.accepted, _("Not now"), _("Not now"))
    yield from rows(plan.done, _("Done"), _("Done"))


def _action(reading: Reading, card: CardView, needs: str, when: str, status: str) -> PlanRow:
    practice = reading.pack.practices[card.practice]
    return PlanRow(
        kind="action",
        id=card.action,
        rank=card.rank,
        when=when,
        title=card.title,
        gap=_gap(reading, card.practice),
        dimension=reading.dimension(practice.dimension),
        recovers=card.gap,
        why=card.why,
        first_step=card.first_step,
        done_when=card.done_when,
        owner=card.owner,
        due=card.due,
        effort=card.effort,
        needs=needs,
        status=status,
        reason=card.reason,
        closed=card.status in {"accepted", "done"},
    )


def _gap(reading: Reading, practice: str) -> str:
    text = _("{name}: level {level}, target {target}")
    return text.format(
        name=reading.practice(practice),
        level=reading.card.practices[practice].point,
        target=reading.card.gap.practices[practice].target,
    )


def _parked(reading: Reading, plan: PlanView) -> Iterator[PlanRow]:
    """Yield what the workshop parked; an item without an owner has none."""
    workshop = reading.assessment.workshop
    items = sorted(workshop.parked, key=lambda item: item.dropped) if workshop else []
    for number, (item, view) in enumerate(zip(items, plan.parked, strict=True), 1):
        yield PlanRow(
            kind="parked",
            id=f"parked-{number}",
            rank=0,
            when=_("Parked"),
            title=view.text,
            gap=view.practice,
            dimension="",
            recovers="",
            why="",
            first_step="",
            done_when="",
            owner=item.owner.strip(),
            due=item.due or "",
            effort="",
            needs="",
            status=_("Dropped") if item.dropped else _("Open"),
            reason="",
            closed=item.dropped,
        )
