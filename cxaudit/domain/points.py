"""From the answers to one practice to its point and range."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cxaudit.domain.agreement import agreement
from cxaudit.domain.assessment import Answer
from cxaudit.domain.facts import shown_level
from cxaudit.domain.model import HI, LO
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.domain.scorecard import PracticeScore


def lower_median(levels: Sequence[int]) -> int:
    """Return the highest level that a strict majority of the levels reaches."""
    return sorted(levels)[(len(levels) - 1) // 2]


def flagged_practices(pack: Pack) -> frozenset[str]:
    """Return the ids of the practices that a flag reads; they cannot be set not applicable."""
    return frozenset(c.practice for flag in pack.flags for c in flag.conditions)


def is_left_out(practice: Practice, answer: Answer, flagged: Collection[str]) -> bool:
    """Return whether the practice is set not applicable and may be: a "does not apply" elsewhere is no answer."""
    set_aside = answer.not_applicable is not None and not answer.carried
    return set_aside and practice.may_not_apply and practice.id not in flagged


def bounds(given: Sequence[int], unknown: int) -> tuple[int | None, int, int]:
    """Return (point, low, high) of the levels given and so many don't-knows.

    The point is the lower median of the levels given, None where there are none; low and high are what it would
    be with every don't-know a 1, or a 5. Nobody answered: the whole scale.
    """
    if not given:
        return None, LO, HI
    low = lower_median([*given, *[LO] * unknown])
    high = lower_median([*given, *[HI] * unknown])
    return lower_median(given), low, high


def score_practice(
    practice: Practice, answer: Answer, claimed_above: int, *, applicable: bool, day: str | None = None
) -> PracticeScore:
    """Return the numbers of one practice, facts read at the assessment's `day`.

    A level that the group agreed on takes the place of the votes, which stay for the agreement. Last, agreed
    levels included, the claim rule: without evidence on file a point above what needs none (`claimed_above`, 3) and
    above what the facts show is claimed, and its low is at most the higher of the two.
    """
    panel = answer.panel
    given = tuple(sorted(vote for vote in panel if isinstance(vote, int)))
    unknown = sum(vote in {"dk", "na"} for vote in panel)
    point, low, high = bounds(given, unknown)
    if answer.agreed is not None and not answer.carried:
        point = low = high = answer.agreed
    shown = HI if answer.evidence.strip() else max(claimed_above, shown_level(practice, answer, day))
    return PracticeScore(
        id=practice.id,
        code=practice.code,
        dimension=practice.dimension,
        weight=practice.weight,
        applicable=applicable,
        point=point,
        low=low if point is None else min(low, shown),
        high=high,
        claimed=point is not None and point > shown,
        shown=None if point is None else min(point, shown),
        agreed=answer.agreed is not None and not answer.carried,
        given=given,
        unknown=unknown,
        agreement=agreement(given),
        scope_disputed="na" in panel,
    )
