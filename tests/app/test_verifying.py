"""Comparing what a receipt says with what was worked out again: every difference is found and named."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cxaudit.app.verifying import NumberDiffers, differing, leaves

SAID: dict[str, Any] = {
    "dimensions": {"mission": {"index": "8/3", "level": 3, "flags": []}},
    "plan": [{"action": "write", "rank": 1, "needs": ["ask"]}, {"action": "ask", "rank": None}],
    "largest": ["H3", "M2"],
    "split": False,
    "shares": {},
}


def test_every_value_has_its_place() -> None:
    assert dict(leaves(SAID)) == {
        ("dimensions", "mission", "index"): "8/3",
        ("dimensions", "mission", "level"): "3",
        ("dimensions", "mission", "flags"): "nothing",
        ("plan", "write", "action"): "write",
        ("plan", "write", "rank"): "1",
        ("plan", "write", "needs", "1"): "ask",
        ("plan", "ask", "action"): "ask",
        ("plan", "ask", "rank"): "none",
        ("largest", "1"): "H3",
        ("largest", "2"): "M2",
        ("split",): "no",
        ("shares",): "nothing",
    }


def test_the_same_differs_nowhere() -> None:
    assert differing(SAID, copy.deepcopy(SAID)) == (12, ())


def test_a_changed_a_missing_and_an_added_value_are_named() -> None:
    found = copy.deepcopy(SAID)
    found["dimensions"]["mission"]["index"] = "7/3"
    found["largest"].append("S1")
    del found["split"]
    assert differing(SAID, found)[1] == (
        NumberDiffers(("dimensions", "mission", "index"), "8/3", "7/3"),
        NumberDiffers(("largest", "3"), None, "S1"),
        NumberDiffers(("split",), "no", None),
    )


def test_no_entry_hides_behind_another_of_the_same_name() -> None:
    twice = {"plan": [{"action": "ask", "rank": 9}, {"action": "ask", "rank": 1}]}
    assert differing(twice, {"plan": [{"action": "ask", "rank": 1}]})[1]


def test_truth_is_no_number() -> None:
    assert differing({"a": True}, {"a": 1})[1] == (NumberDiffers(("a",), "yes", "1"),)


@given(st.integers(0, 2**32))
def test_any_single_change_is_found(seed: int) -> None:
    r = Random(seed)
    places = list(leaves(SAID))
    where, _value = r.choice(places)
    told = dict(places)
    told[where] += "!"
    changed = copy.deepcopy(SAID)
    part: Any = changed
    *way, last = where
    for name in way:
        part = _inside(part, name)
    key = last if isinstance(part, dict) else int(last) - 1
    part[key] = "another"
    assert [d.where for d in differing(SAID, changed)[1] if d.recomputed == "another"]


def _inside(part: Any, name: str) -> Any:
    if isinstance(part, dict):
        return part[name]
    named = [entry for entry in part if isinstance(entry, dict) and entry.get("action") == name]
    return named[0] if named else part[int(name) - 1]
