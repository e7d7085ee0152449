"""A pack as plain text holds every text of the pack, and the rules that a screen would show."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.authored import CX_CORE
from support.builders import fact_rule

from cxaudit.domain.fact_check import Fact, FactPart, Option
from cxaudit.domain.questionnaire import Action, Condition, Flag, Pack, Script
from cxaudit.presentation.pack_text import WIDTH, pack_text
from cxaudit.storage.authoring.lint import lint
from cxaudit.storage.packs import PublishedPacks

AUTHORED = lint(CX_CORE, PublishedPacks(CX_CORE / "none")).built
assert AUTHORED is not None
PACK = AUTHORED


def changed(**update: object) -> Pack:
    """Return the pack with other tables, read anew: a copy would keep what the other one looked up."""
    return Pack.model_validate_json(PACK.model_copy(update=update).model_dump_json())


def texts(value: object, key: str = "") -> Iterator[str]:
    """Yield every text of a dumped pack but what is told in other words: codes of owners, efforts and the like."""
    if isinstance(value, str) and key not in {"owner", "match", "most", "nearly_all", "locale"}:
        yield value
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield from texts(entry, key if name == "id" else name)
    elif isinstance(value, list):
        for entry in value:
            yield from texts(entry, key)


def test_every_text_is_there() -> None:
    shown = "".join(pack_text(PACK).split())
    dumped = PACK.model_dump(mode="json")
    missing = [text for text in texts({k: v for k, v in dumped.items() if k not in {"flags", "owners", "vignettes"}})
               if "".join(text.split()) not in shown]  # fmt: skip
    told = [
        text for p in PACK.practices.values() for text in (p.id, p.code, p.title, p.question, *p.anchors, p.not_this)
    ]
    told += [text for f in PACK.flags for text in (f.title, f.why, f.check, f.effect, f.cleared_when)]
    told += [text for v in PACK.vignettes for text in (v.title, v.text, *(r.why for r in v.ratings))]
    missing += [text for text in told if "".join(text.split()) not in shown]
    assert missing == []
    assert max(map(len, pack_text(PACK).splitlines())) <= WIDTH


def test_rules_are_told_as_rules() -> None:
    flag = PACK.flags[0].model_copy(
        update={
            "match": "any",
            "conditions": (
                Condition(practice="mission.statement", at_most=1),
                Condition(practice="mission.recall", at_most=2),
            ),
            "cap": 3,
        }
    )
    shown = pack_text(changed(flags=(flag,)))
    assert "M1 at 1 or less or M2 at 2 or less: held at 3" in shown
    both: Flag = flag.model_copy(update={"match": "all"})
    assert "M1 at 1 or less and M2 at 2 or less: held at 3" in pack_text(changed(flags=(both,)))


def test_order_and_alternatives_are_told() -> None:
    first, second, *rest = PACK.actions
    free: Action = second.model_copy(update={"independent": True, "requires": (("one", "other"), ("third",))})
    shown = pack_text(changed(actions=(first, free, *rest)))
    assert "First: one or other; third" in shown
    assert "does not wait for the action below it" in shown
    assert f"from {second.start} to {second.end}" in shown


def test_weights_modes_and_exceptions_are_told() -> None:
    dimension, *others = PACK.dimensions
    first, *practices = dimension.practices
    heavy = first.model_copy(
        update={"weight": 2, "weight_reason": "It carries the rest.", "quick": False, "may_not_apply": True}
    )
    changed_dimension = dimension.model_copy(update={"practices": (heavy, *practices)})
    shown = pack_text(changed(dimensions=(changed_dimension, *others)))
    assert "Weight 2: It carries the rest." in shown
    assert "full only" in shown
    assert "May be answered with 'does not apply'." in shown


FACT = Fact(
    question="How many of ten know it?",
    parts=(
        FactPart(id="known", label="Know it", kind="count", unit="people", lowest=1, highest=9, total=10),
        FactPart(
            id="owner",
            label="Owned by",
            kind="choice",
            options=(Option(id="nobody", label="Nobody"), Option(id="team", label="A team")),
        ),
    ),
    rules=(
        fact_rule("share-at-least", ["known"], 3, 4, "3/5", least=5),
        fact_rule("one-of", ["owner"], 3, 3, options=["team"], denies=False),
        fact_rule("at-least", ["known"], 5, 5, "9", supports=False),
        fact_rule("at-most", ["known"], 4, 5, "9", supports=False, denies=False),
    ),
)


@pytest.mark.parametrize(
    "line",
    [
        "Fact-check: How many of ten know it?",
        "known: Know it (count), in people, at least 1, at most 9, of 10",
        "owner: Owned by (choice), nobody = Nobody; team = A team",
        "known share-at-least 3/5 of at least 5: supports level 3 to 4, or contradicts it.",
        "owner one-of team: supports level 3.",
        "known at-least 9: contradicts level 5 where it does not hold.",
        "known at-most 9: says nothing of level 4 to 5.",
    ],
)
def test_facts_are_told_with_their_parts_and_rules(line: str) -> None:
    dimension, *others = PACK.dimensions
    first, *practices = dimension.practices
    asked = first.model_copy(update={"fact": FACT, "sources": (), "example_large": ""})
    changed_dimension = dimension.model_copy(update={"practices": (asked, *practices)})
    assert line in pack_text(changed(dimensions=(changed_dimension, *others)))


def test_a_script_is_told_as_it_is_said() -> None:
    dimension, *others = PACK.dimensions
    first, *practices = dimension.practices
    script = Script(read_aloud="Which?", probes=("Who?", "When?"), objection="No.", answer="Maybe.", minutes=5)
    scripts = (script, None)
    told, silent = (
        pack_text(changed(dimensions=(dimension.model_copy(update={"practices": (p, *practices)}), *others)))
        for p in (first.model_copy(update={"script": s}) for s in scripts)
    )
    lines = ["In a room (5 min): Which?", "  Probe: Who?", "  Probe: When?", "  Objection: No.", "  Answer: Maybe."]
    assert "\n".join(lines) in told
    assert told.count("In a room") == silent.count("In a room") + 1


def test_a_draft_that_names_no_practice_is_shown_all_the_same() -> None:
    dimension, *others = PACK.dimensions
    rest = dimension.model_copy(update={"practices": dimension.practices[1:]})
    assert f"{dimension.practices[0].id} at 1 or less" in pack_text(changed(dimensions=(rest, *others)))
