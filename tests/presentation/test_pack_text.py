"""A pack as plain text holds every text of the pack, and the rules that a screen would show."""

from __future__ import annotations

from collections.abc import Iterator

from support.authored import CX_CORE

from cxaudit.domain.questionnaire import Action, Condition, Flag, Pack
from cxaudit.presentation.pack_text import WIDTH, pack_text

PACK = Pack.model_validate_json(next((CX_CORE.parent / "published").glob("cx-core-1.0.0.json")).read_bytes())


def changed(**update: object) -> Pack:
    return PACK.model_copy(update=update)


def texts(value: object, key: str = "") -> Iterator[str]:
    """Yield every text of a dumped pack but what is told in other words: codes of owners, efforts and the like."""
    if isinstance(value, str) and key not in {"owner", "match", "most", "nearly_all", "locale", "dimension"}:
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
    missing = [text for text in texts({k: v for k, v in dumped.items() if k not in {"flags", "owners", "dimensions"}})
               if "".join(text.split()) not in shown]  # fmt: skip
    told = [
        text for p in PACK.practices.values() for text in (p.id, p.code, p.title, p.question, *p.anchors, p.not_this)
    ]
    told += [text for f in PACK.flags for text in (f.title, f.why, f.check, f.effect, f.cleared_when)]
    told += [text for d in PACK.dimensions for text in (d.title, d.about)]
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
