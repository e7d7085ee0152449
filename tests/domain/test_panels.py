"""What votes say of a room: checked against their words, written a second time, and against laws."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from statistics import median

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cxaudit.domain.agreement import agreement
from cxaudit.domain.panels import (
    PerceptionGap,
    Prompt,
    camps,
    counts,
    is_wide,
    levels_of,
    most_split_first,
    needs_the_room,
    outliers,
    perception_gap,
    prompts,
    voters,
)
from cxaudit.domain.workshop import GroupVotes, Vote, in_order

LEVELS = st.lists(st.integers(1, 5), max_size=25)
VOTE: st.SearchStrategy[Vote] = st.sampled_from([1, 2, 3, 4, 5, "dk", "na", "-"])
VOTES = st.lists(VOTE, max_size=25)


def of(text: str) -> list[Vote]:
    """Votes written as digits, with d for don't know, n for does not apply and - for none."""
    names: dict[str, Vote] = {"d": "dk", "n": "na", "-": "-"}
    return [names.get(letter) or int(letter) for letter in text]


def kinds(text: str) -> list[str]:
    return [prompt.kind for prompt in prompts(of(text))]


@pytest.mark.parametrize(
    ("levels", "two"),
    [
        ("11112244444", (1, 4)),
        ("1155", (1, 5)),
        ("11333", (1, 3)),
        ("1113444", (1, 4)),
        ("12345", None),  # nobody has a quarter
        ("11222", None),  # neighbours
        ("112233", None),  # as many between
        ("111222255555", (2, 5)),
        ("11113333555", (1, 3)),  # eight votes against seven
        ("111333555", (1, 3)),  # as many: the lower pair
        ("1113335", (1, 3)),
        ("3", None),
        ("", None),
    ],
)
def test_two_camps_are_apart_and_large_with_fewer_between(levels: str, two: tuple[int, int] | None) -> None:
    assert camps([int(level) for level in levels]) == two


def camps_by_hand(levels: list[int]) -> set[tuple[int, int]]:
    share = {k: Fraction(levels.count(k), len(levels) or 1) for k in range(1, 6)}
    return {
        (a, b)
        for a in range(1, 6)
        for b in range(a + 2, 6)
        if share[a] >= Fraction(25, 100) <= share[b]
        and all(share[m] < share[a] and share[m] < share[b] for m in range(a + 1, b))
    }


@given(LEVELS)
def test_camps_are_those_of_the_words(levels: list[int]) -> None:
    found, pairs = camps(levels), camps_by_hand(levels)
    assert (found is None) == (not pairs)
    if found is not None:
        size = {pair: levels.count(pair[0]) + levels.count(pair[1]) for pair in pairs}
        assert found in pairs
        assert size[found] == max(size.values())


@given(LEVELS, st.integers(1, 4), st.randoms())
def test_neither_order_nor_copies_nor_a_turned_scale_changes_what_is_prompted(
    levels: list[int], times: int, chance: Random
) -> None:
    mixed = list(levels)
    chance.shuffle(mixed)
    assert prompts(mixed) == prompts(levels)
    assert camps(levels * times) == camps(levels)
    turned = [6 - level for level in levels]
    assert [p.kind for p in prompts(turned)] == [p.kind for p in prompts(levels)]
    assert outliers(turned) == tuple(6 - level for level in reversed(outliers(levels)))


@given(LEVELS)
def test_outliers_are_two_or_more_from_the_median(levels: list[int]) -> None:
    wanted = {level for level in levels if abs(level - Fraction(median(levels))) >= 2}
    assert outliers(levels) == tuple(sorted(wanted))
    if (found := agreement(levels)) is not None:
        assert found.outliers == bool(wanted)


@given(LEVELS)
def test_counts_say_all_that_levels_say(levels: list[int]) -> None:
    assert [k for k, count in enumerate(counts(levels), start=1) for _ in range(count)] == sorted(levels)
    assert is_wide(levels) == (bool(levels) and max(levels) - min(levels) >= 3)


@pytest.mark.parametrize(
    ("panel", "said"),
    [
        ("", ["too few"]),
        ("dddd", ["too few"]),
        ("34d", ["too few"]),
        ("15", ["too few", "outlier", "wide"]),
        ("333", ["consensus"]),
        ("3344--", ["consensus"]),
        ("23334", []),
        ("22244", ["two camps", "outlier"]),
        ("33335", ["outlier"]),
        ("22245", ["outlier", "wide", "low agreement"]),
        ("11555", ["split", "two camps", "outlier", "wide", "low agreement"]),
    ],
)
def test_what_a_reveal_prompts(panel: str, said: list[str]) -> None:
    assert kinds(panel) == said


def test_prompts_name_the_levels_that_they_are_about() -> None:
    assert prompts(of("1111444445")) == (
        Prompt("split", (1, 5)),
        Prompt("two camps", (1, 4)),
        Prompt("outlier", (1,)),
        Prompt("wide", (1, 5)),
        Prompt("low agreement"),
    )
    assert prompts(of("3444")) == (Prompt("consensus", (3, 4)),)


@given(VOTES)
def test_prompts_agree_with_the_indices(panel: list[Vote]) -> None:
    levels = levels_of(panel)
    found, said = agreement(levels), {prompt.kind for prompt in prompts(panel)}
    assert ("too few" in said) == (found is None) == (len(levels) < 3)
    if found is not None:
        assert ("split" in said, "low agreement" in said) == (found.split, found.low)
        assert ("consensus" in said) == (max(levels) - min(levels) <= 1)
    if "consensus" in said:
        assert said == {"consensus"}


@pytest.mark.parametrize(
    ("panel", "needs"),
    [
        ("333", False),
        ("23334", False),
        ("333d", False),
        ("334d", False),
        ("33dd", True),
        ("3344dd", True),
        ("333n", True),
        ("33", True),
        ("33335", True),
        ("----", True),
    ],
)
def test_what_needs_the_room(panel: str, needs: bool) -> None:  # noqa: FBT001 - a table's column
    assert needs_the_room(of(panel)) == needs


PANELS = st.dictionaries(st.sampled_from([f"a.p{n}" for n in range(8)]), VOTES, max_size=8)


@given(PANELS, st.randoms())
def test_the_most_split_come_first(panels: dict[str, list[Vote]], chance: Random) -> None:
    ordered = most_split_first(panels)
    assert sorted(ordered) == sorted(panels)
    mixed = list(panels.items())
    chance.shuffle(mixed)
    assert most_split_first(dict(mixed)) == ordered
    found = [(practice, agreement(levels_of(panels[practice]))) for practice in ordered]
    keys = [(a is None, a.a if a else 0, -a.ad if a else 0, practice) for practice, a in found]
    assert keys == sorted(keys)


def test_an_equal_index_is_ordered_by_distance_then_id() -> None:
    panels = {"a.p2": of("1155"), "a.p1": of("1155"), "a.p3": of("333"), "a.p4": of("1"), "a.p0": of("13")}
    assert most_split_first(panels) == ("a.p1", "a.p2", "a.p3", "a.p0", "a.p4")
    # A is 1/24 for all three, AD 1, 3/2 and 7/4
    assert most_split_first({"a.p1": of("1225"), "a.p2": of("1135"), "a.p3": of("1145")}) == ("a.p3", "a.p2", "a.p1")


def group(label: str, text: str) -> GroupVotes:
    return GroupVotes(group=label, votes=in_order(tuple(of(text))))


def test_groups_of_five_voters_each_have_a_perception_gap() -> None:
    leaders, front = group("leaders", "44455"), group("front line", "22233")
    assert perception_gap((leaders, front)) == PerceptionGap(
        {"leaders": 4, "front line": 2}, 2, "front line", "leaders"
    )
    assert perception_gap((leaders, group("front line", "44445"))) == PerceptionGap(
        {"leaders": 4, "front line": 4}, 0, "", ""
    )
    assert perception_gap((leaders,)) is None
    assert perception_gap((leaders, group("front line", "2223-"))) is None
    assert perception_gap((leaders, group("front line", "2223d"))) is not None
    assert perception_gap((leaders, group("front line", "ddddd"))) is None
    assert voters(group("front line", "2dn--")) == 3


def test_of_three_groups_those_farthest_apart_count_and_one_too_small_hides_all() -> None:
    top, middle, low = group("a", "55555"), group("b", "33333"), group("c", "11111")
    found = perception_gap((middle, low, top))
    assert found is not None
    assert (found.gap, found.lower, found.higher) == (4, "c", "a")
    assert perception_gap((middle, low, top, group("d", "111"))) is None


@given(st.lists(VOTES, min_size=2, max_size=4))
@example([[1] * 5, [5] * 5])
def test_the_gap_is_the_largest_of_all_pairs(panels: list[list[Vote]]) -> None:
    groups = [GroupVotes(group=f"g{n}", votes=in_order(tuple(panel))) for n, panel in enumerate(panels)]
    found = perception_gap(groups)
    large = all(voters(g) >= 5 and levels_of(g.votes) for g in groups)
    assert (found is not None) == large
    if found is not None:
        points = found.points.values()
        assert found.gap == max(abs(a - b) for a in points for b in points)
        if found.gap:
            assert found.points[found.higher] - found.points[found.lower] == found.gap
