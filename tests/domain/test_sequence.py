"""Bundles on whole numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cxaudit.domain.requirements import closure
from cxaudit.domain.sequence import Bundle, Worth, bundles


def run(needs: Mapping[str, Sequence[str]], benefit: Mapping[str, int], effort: Mapping[str, int]) -> list[Bundle]:
    return bundles(needs, needs, {a: closure(a, needs) for a in needs}, Worth(benefit, effort))


def test_a_shared_requirement_is_paid_for_once() -> None:
    # base alone brings nothing; a with base 4/3, b with base 3/3. Once base is out, b alone is 3/2
    needs = {"base": [], "a": ["base"], "b": ["base"], "c": []}
    found = run(needs, {"base": 0, "a": 4, "b": 3, "c": 2}, {"base": 1, "a": 2, "b": 2, "c": 2})
    assert found == [
        Bundle(("base", "a"), Fraction(4, 3)),
        Bundle(("b",), Fraction(3, 2)),
        Bundle(("c",), Fraction(1)),
    ]


def test_what_was_placed_before_counts_as_out() -> None:
    needs: dict[str, list[str]] = {"a": [], "b": ["a"]}
    needed = {a: closure(a, needs) for a in needs}
    found = bundles({"b"}, needs, needed, Worth({"a": 9, "b": 2}, {"a": 9, "b": 4}))
    assert found == [Bundle(("b",), Fraction(1, 2))]


def test_a_circle_ends_all_the_same() -> None:
    found = run({"a": ["b"], "b": ["a"], "c": ["c"]}, {"a": 1, "b": 1, "c": 1}, {"a": 2, "b": 1, "c": 8})
    assert [b.actions for b in found] == [("b", "a"), ("c",)]


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**4)), min_size=1, max_size=8))
def test_ratios_are_compared_exactly(pairs: list[tuple[int, int]]) -> None:
    names = [f"a{n}" for n in range(len(pairs))]
    benefit, effort = ({n: p[i] for n, p in zip(names, pairs, strict=True)} for i in (0, 1))
    found = run(dict.fromkeys(names, ()), benefit, effort)
    expected = sorted(names, key=lambda n: (-Fraction(benefit[n], effort[n]), effort[n], n))
    assert [b.actions[0] for b in found] == expected
