"""Digests do not depend on how plain data is ordered or laid out, and leave nothing out."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from support.authored import CX_CORE
from support.builders import fact, fact_rule, number, pack, practice

from cxaudit.domain.digests import canonical, content_digest, scoring_digest
from cxaudit.domain.fact_check import FactRule
from cxaudit.domain.questionnaire import Pack

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
PACK = Pack.model_validate_json(next((CX_CORE.parent / "published").glob("cx-core-1.0.0.json")).read_bytes())


def shuffled(value: Any) -> Any:
    """Return the same data with the keys of every object in the opposite order."""
    if isinstance(value, dict):
        return {key: shuffled(value[key]) for key in reversed(value)}
    return [shuffled(entry) for entry in value] if isinstance(value, list) else value


@given(PLAIN)
def test_canonical_json_is_json_and_has_one_form(value: Any) -> None:
    assert json.loads(canonical(value)) == value
    assert canonical(shuffled(value)) == canonical(value) == canonical(json.loads(canonical(value)))


@given(st.dictionaries(st.text(max_size=5), PLAIN, max_size=4), st.text(min_size=1, max_size=5), PLAIN)
def test_every_key_but_the_digests_counts(document: dict[str, Any], key: str, value: Any) -> None:
    changed = {**document, key: value}
    same = key in {"content", "scoring"} or canonical(changed) == canonical(document)
    assert (content_digest(changed) == content_digest(document)) == same


def test_scoring_does_not_depend_on_the_order_of_flags_actions_conditions_and_alternatives() -> None:
    mixed = PACK.model_copy(
        update={
            "flags": tuple(f.model_copy(update={"conditions": f.conditions[::-1]}) for f in reversed(PACK.flags)),
            "actions": tuple(
                a.model_copy(update={"requires": tuple(group[::-1] for group in reversed(a.requires))})
                for a in reversed(PACK.actions)
            ),
        }
    )
    assert mixed != PACK
    assert scoring_digest(mixed) == scoring_digest(PACK)


def test_scoring_depends_on_the_order_of_practices() -> None:
    turned = tuple(d.model_copy(update={"practices": d.practices[::-1]}) for d in PACK.dimensions)
    assert scoring_digest(PACK.model_copy(update={"dimensions": turned})) != scoring_digest(PACK)


def checked(rule: FactRule, question: str = "How many?") -> str:
    asked = fact([number("n", lowest=0)], [rule]).model_copy(update={"question": question})
    return scoring_digest(pack([practice("a.p1", "A1", fact=asked)]))


def test_scoring_depends_on_what_facts_show_and_not_on_their_words() -> None:
    rule = fact_rule("at-least", ["n"], 4, 5, "10")
    assert checked(rule) == checked(rule.model_copy(update={"why": "Ten are few."}), "How many are there?")
    changes: list[dict[str, object]] = [{"value": "11"}, {"start": 3}, {"check": "at-most"}, {"denies": False}]
    digests = {checked(rule.model_copy(update=change)) for change in ({}, *changes)}
    assert len(digests) == 5
    assert scoring_digest(pack([practice("a.p1", "A1")])) not in digests
