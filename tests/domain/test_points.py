"""One practice: point, range, the claim rule, and what may be left out."""

from __future__ import annotations

import pytest
from support.builders import answer, flag, pack, practice

from cxaudit.domain.assessment import Answer
from cxaudit.domain.points import bounds, flagged_practices, is_left_out, lower_median, score_practice
from cxaudit.domain.scorecard import PracticeScore

ASKED = practice("mission.statement", "M1", may_not_apply=True)


def score_one(given: Answer) -> PracticeScore:
    return score_practice(ASKED, given, 3, applicable=True)


@pytest.mark.parametrize(
    ("levels", "median"), [([3], 3), ([1, 5], 1), ([2, 3, 5], 3), ([4, 4, 2, 2], 2), ([1, 2, 3, 4, 5], 3)]
)
def test_the_lower_median_is_what_a_strict_majority_reaches(levels: list[int], median: int) -> None:
    assert lower_median(levels) == median
    assert sum(level >= median for level in levels) * 2 > len(levels)


@pytest.mark.parametrize(
    ("given", "unknown", "expected"),
    [
        ([], 0, (None, 1, 5)),
        ([], 3, (None, 1, 5)),
        ([4], 0, (4, 4, 4)),
        ([4], 1, (4, 1, 4)),
        ([2], 1, (2, 1, 2)),
        ([3, 4, 4], 2, (4, 3, 4)),
        ([3], 2, (3, 1, 5)),
    ],
)
def test_dont_knows_widen_the_range(given: list[int], unknown: int, expected: tuple[int | None, int, int]) -> None:
    assert bounds(given, unknown) == expected


def test_one_person_who_does_not_know_and_one_not_reached() -> None:
    unsure, skipped = score_one(Answer(dont_know=True)), score_one(Answer())
    assert (unsure.point, unsure.low, unsure.high, unsure.unknown) == (None, 1, 5, 1)
    assert (skipped.point, skipped.low, skipped.high, skipped.unknown) == (None, 1, 5, 0)


def test_a_person_not_reached_leaves_the_panel_and_a_not_applicable_vote_disputes_the_scope() -> None:
    mixed = score_one(answer([4, "-", "na", 2, "-"]))
    assert (mixed.given, mixed.unknown, mixed.scope_disputed) == ((2, 4), 1, True)
    assert (mixed.point, mixed.low, mixed.high) == (2, 2, 4)
    assert not score_one(answer([4, "dk"])).scope_disputed


@pytest.mark.parametrize("evidence", ["", "  \n"])
def test_above_three_without_evidence_is_claimed(evidence: str) -> None:
    claimed = score_one(Answer(level=4, evidence=evidence))
    assert (claimed.point, claimed.low, claimed.high, claimed.claimed) == (4, 3, 4, True)
    assert not score_one(Answer(level=4, evidence="minutes")).claimed
    assert not score_one(Answer(level=3, evidence=evidence)).claimed


def test_the_claim_rule_comes_last_and_never_lifts_a_low() -> None:
    agreed = score_one(Answer(votes=(2, 3), agreed=5))
    assert (agreed.point, agreed.low, agreed.high, agreed.claimed) == (5, 3, 5, True)
    unsure = score_one(Answer(votes=(5, "dk")))
    assert (unsure.point, unsure.low, unsure.high, unsure.claimed) == (5, 1, 5, True)


def test_an_agreed_level_holds_even_where_nobody_gave_one() -> None:
    agreed = score_one(Answer(votes=("dk", "dk"), agreed=2))
    assert (agreed.point, agreed.low, agreed.high, agreed.agreement) == (2, 2, 2, None)


def test_only_a_practice_that_may_be_left_out_and_no_flag_reads_is() -> None:
    fixed, flagged = practice("mission.recall", "M2"), practice("mission.basics", "M5", may_not_apply=True)
    asked = pack([ASKED, fixed, flagged], [flag("f", 2, {"mission.basics": 1})])
    out = Answer(not_applicable="no unit")
    read = flagged_practices(asked)
    assert read == {"mission.basics"}
    assert [is_left_out(p, out, read) for p in (ASKED, fixed, flagged)] == [True, False, False]
    assert not is_left_out(ASKED, Answer(level=1), read)
