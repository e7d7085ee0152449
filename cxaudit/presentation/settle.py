"""What to settle first: the open questions whose answer moves the gap most."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.scorecard import Plan, PracticeScore
from cxaudit.i18n import _
from cxaudit.presentation.numbers import gap_text
from cxaudit.presentation.reading import Reading


@dataclass(frozen=True, slots=True)
class SettleView:
    """One open question: why it is open, and how far its answer alone moves the whole gap."""

    practice: str
    code: str
    title: str
    state: str
    effect: str

    @property
    def sentence(self) -> str:
        """Return both in one line."""
        return f"{self.state} {self.effect}"


def settle_views(reading: Reading, plan: Plan) -> tuple[SettleView, ...]:
    """Return what to settle first, in the plan's order."""
    return tuple(_settle_view(reading, reading.card.practices[p]) for p in plan.settle_first)


def _settle_view(reading: Reading, score: PracticeScore) -> SettleView:
    practice = reading.pack.practices[score.id]
    gap = reading.card.gap.practices[score.id]
    reach = gap.weight * (gap.high - gap.low)
    text = _("Its answer alone moves the whole gap by up to {reach}.")
    effect = text.format(reach=gap_text(reach)) if reach else _("Its answer moves the range, not the gap.")
    state = _state(score).format(name=reading.practice(score.id))
    return SettleView(score.id, practice.code, practice.title, state, effect)


def _state(score: PracticeScore) -> str:
    if score.agreement is not None and score.agreement.split:
        return _("{name}: the room is split.")
    if score.point is not None:
        return _("{name}: some of the room don't know.")
    if score.unknown:
        return _("{name} is a don't know.")
    return _("{name} has no answer.")
