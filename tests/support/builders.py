"""Small packs and assessments for tests, written down in one line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.fact_check import Check, Fact, FactPart, FactRule
from cxaudit.domain.questionnaire import (
    Action,
    Condition,
    Dimension,
    Effort,
    Flag,
    LevelName,
    Mode,
    Pack,
    Practice,
    Rubric,
)

NO_DIGEST = "0" * 64


def practice(
    practice_id: str,
    code: str,
    *,
    weight: int = 1,
    quick: bool = True,
    may_not_apply: bool = False,
    fact: Fact | None = None,
) -> Practice:
    return Practice(
        id=practice_id,
        code=code,
        revision=1,
        title=code,
        quick=quick,
        question=f"What about {code}?",
        anchors=("one", "two", "three", "four", "five"),
        looks_like="This.",
        not_this="That.",
        example="Such.",
        weight=weight,
        may_not_apply=may_not_apply,
        fact=fact,
        sources=(),
    )


def action(
    action_id: str,
    practice_id: str,
    start: int,
    end: int,
    effort: Effort = "S",
    requires: Iterable[str | tuple[str, ...]] = (),
    *,
    independent: bool = False,
) -> Action:
    """One text in `requires` is a requirement, a tuple of them is a list of alternatives."""
    return Action(
        id=action_id,
        title=action_id,
        practice=practice_id,
        start=start,
        end=end,
        why="Because.",
        first_step="Begin.",
        owner="CX",
        effort=effort,
        requires=tuple((r,) if isinstance(r, str) else r for r in requires),
        independent=independent,
        done_when="Done.",
        sources=(),
    )


def flag(flag_id: str, cap: int, conditions: Mapping[str, int], *, match_any: bool = False) -> Flag:
    return Flag(
        id=flag_id,
        title=flag_id,
        dimension=next(iter(conditions)).partition(".")[0],
        cap=cap,
        match="any" if match_any else "all",
        conditions=tuple(Condition(practice=p, at_most=t) for p, t in conditions.items()),
        why="Because.",
        check="Is it so?",
        effect="It holds.",
        cleared_when="Not so.",
        sources=(),
    )


def number(part_id: str, *, lowest: int | None = None, highest: int | None = None) -> FactPart:
    return FactPart(id=part_id, label=part_id, kind="number", lowest=lowest, highest=highest)


def fact_rule(
    check: Check,
    parts: Iterable[str],
    start: int,
    end: int,
    value: str | None = None,
    *,
    least: int | None = None,
    options: Iterable[str] = (),
    supports: bool = True,
    denies: bool = True,
) -> FactRule:
    return FactRule(
        check=check,
        parts=tuple(parts),
        start=start,
        end=end,
        value=value,
        least=least,
        options=tuple(options),
        supports=supports,
        denies=denies,
    )


def fact(parts: Iterable[FactPart], rules: Iterable[FactRule] = ()) -> Fact:
    return Fact(question="How many?", parts=tuple(parts), rules=tuple(rules))


def whole_bands(practices: Iterable[Practice]) -> tuple[Action, ...]:
    """One action from 1 to 5 for each practice: the least that a pack can offer."""
    return tuple(action(f"do-{p.code.lower()}", p.id, 1, 5, "M") for p in practices)


def pack(
    practices: Iterable[Practice],
    flags: Iterable[Flag] = (),
    actions: Iterable[Action] | None = None,
    rubric: Rubric | None = None,
) -> Pack:
    """Practices of one dimension stand together; dimensions follow the first practice of each."""
    asked = tuple(practices)
    names = tuple(dict.fromkeys(p.dimension for p in asked))
    return Pack(
        id="test-pack",
        version="1.0.0",
        locale="en",
        title="Test",
        licence="none",
        authors=("nobody",),
        rating_rules=("Choose.",),
        levels=tuple(LevelName(name=str(k), meaning="so") for k in range(1, 6)),
        owners={"CX": "CX lead"},
        rubric=rubric or Rubric(),
        dimensions=tuple(
            Dimension(id=n, title=n, about=n, practices=tuple(p for p in asked if p.dimension == n)) for n in names
        ),
        flags=tuple(flags),
        actions=whole_bands(asked) if actions is None else tuple(actions),
        sources=(),
        content=NO_DIGEST,
        scoring=NO_DIGEST,
    )


Given = int | str | list[int | str] | Answer
"""A level, "dk", "-" for no answer, votes, or a whole answer."""


def answer(given: Given, evidence: str = "on file") -> Answer:
    """Read the short form; evidence is on file unless told otherwise."""
    if isinstance(given, Answer):
        return given
    if isinstance(given, int):
        return Answer(level=given, evidence=evidence)
    if isinstance(given, list):
        return Answer.model_validate({"votes": tuple(given), "evidence": evidence})
    return Answer(dont_know=given == "dk")


def assess(
    asked: Pack,
    answers: Mapping[str, Given],
    *,
    targets: Mapping[str, int] | None = None,
    actions: Mapping[str, ActionState] | None = None,
    mode: Mode = "full",
    evidence: str = "on file",
) -> Assessment:
    """Answers and targets by short code (or practice id, or dimension id)."""
    ids = {p.code: p.id for p in asked.practices.values()}
    return Assessment(
        id="test",
        pack=asked.id,
        version=asked.version,
        content=asked.content,
        mode=mode,
        targets={ids.get(key, key): level for key, level in (targets or {}).items()},
        answers={ids.get(key, key): answer(given, evidence) for key, given in answers.items()},
        actions=dict(actions or {}),
    )


DONE = ActionState(status="done")
NOT_NOW = ActionState(status="accepted", reason="not now")
