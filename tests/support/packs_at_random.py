"""Whole packs and assessments from one source of randomness, wider than any real pack."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from random import Random
from typing import TypeVar

from support.builders import action, flag, pack, practice
from support.facts_at_random import DAYS, random_fact, random_values

from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.fields import Effort
from cxaudit.domain.questionnaire import Action, Flag, LevelName, Pack, Practice, Rubric

T = TypeVar("T")
EFFORTS: tuple[Effort, ...] = ("S", "M", "L")


def chance(r: Random, per_cent: int) -> bool:
    return r.randrange(100) < per_cent


def random_pack(r: Random) -> Pack:
    """Five dimensions of one to four practices, weights 1 to 3, with flags, facts, bands and requirements in order."""
    most = r.choice([1, 1, 2, 2, 3, 4])
    asked = [p for letter in "ABCDE" for p in random_practices(r, letter, r.randint(1, most))]
    flags = [f for letter in "abcde" for f in random_flags(r, [p for p in asked if p.dimension == letter])]
    made = pack(asked, flags, random_actions(r, asked), random_rubric(r))
    return made.model_copy(update={"levels": random_ladder(r)}) if chance(r, 70) else made


def random_ladder(r: Random) -> tuple[LevelName, ...]:
    return tuple(
        LevelName(name=str(k), meaning="so", max_age_months=r.choice([None, 1, 12, 24]) if k > 2 else None)
        for k in range(1, 6)
    )


def random_practices(r: Random, letter: str, count: int) -> list[Practice]:
    numbers = r.sample(range(1, 10), count)
    return [
        practice(
            f"{letter.lower()}.p{number}",
            f"{letter}{number}",
            weight=r.choice([1, 1, 2, 3]),
            quick=chance(r, 70),
            may_not_apply=chance(r, 30),
            fact=random_fact(r) if chance(r, 60) else None,
        )
        for number in numbers
    ]


def random_flags(r: Random, asked: list[Practice]) -> list[Flag]:
    """At most three flags on one or two practices each, few of which the pack lets be left out."""
    readable = [p.id for p in asked if not p.may_not_apply or chance(r, 20)]
    if not readable:
        return []
    return [
        flag(
            f"{asked[0].dimension}-flag-{number}",
            r.randint(1, 4),
            {p: r.randint(1, 4) for p in r.sample(readable, min(len(readable), r.randint(1, 2)))},
            match_any=chance(r, 50),
        )
        for number in r.sample(range(9), r.choice([0, 0, 1, 1, 2, 3]))
    ]


def random_actions(r: Random, asked: list[Practice]) -> list[Action]:
    """Bands split at random; an action may require any that stand earlier in one hidden order."""
    bands: list[tuple[str, int, int]] = []
    for p in asked:
        cuts = [1, *(k for k in (2, 3, 4) if chance(r, 40)), 5]
        bands += [(p.id, start, end) for start, end in pairwise(cuts)]
    line = hidden_order(r, bands)
    names = [f"act-{n}" for n in r.sample(range(100), len(line))]
    found = [
        action(
            names[place],
            *band,
            r.choice(EFFORTS),
            random_requires(r, names[:place]),
            independent=chance(r, 12),
        )
        for place, band in enumerate(line)
    ]
    r.shuffle(found)
    return found


def hidden_order(r: Random, bands: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Shuffle the bands, each practice's own staying in ascending order."""
    owners = [band[0] for band in bands]
    r.shuffle(owners)
    left = {owner: sorted(b for b in bands if b[0] == owner) for owner in owners}
    return [left[owner].pop(0) for owner in owners]


def random_requires(r: Random, earlier: list[str]) -> list[tuple[str, ...]]:
    pool = earlier if chance(r, 97) else [*earlier, "act-of-another-pack"]
    if not pool or chance(r, 55):
        return []
    return [tuple(r.sample(pool, min(len(pool), r.choice([1, 1, 2, 3])))) for _ in range(r.choice([1, 1, 2]))]


def random_rubric(r: Random) -> Rubric:
    if chance(r, 50):
        return Rubric()
    most, nearly_all = r.choice([("1/2", "1/2"), ("1/2", "2/3"), ("1/2", "3/4"), ("2/3", "3/4"), ("3/4", "17/20")])
    efforts = sorted(r.randint(1, 12) for _ in EFFORTS)
    return Rubric(
        most=most,
        nearly_all=nearly_all,
        claimed_above=r.choice([2, 3, 3, 4]),
        target=r.randint(2, 5),
        effort_s=efforts[0],
        effort_m=efforts[1],
        effort_l=efforts[2],
        now_effort=r.randint(1, 20),
        now_actions=r.randint(1, 6),
        next_effort=r.randint(15, 60),
    )


def random_assessment(r: Random, asked: Pack) -> Assessment:
    keys = [*asked.dimensions_by_id, *asked.practices]
    unknown, done = r.choice([0, 5, 15, 50]), r.choice([0, 0, 10, 25])
    answers = {p.id: random_answer(r, p, unknown) for p in asked.practices.values()}
    return Assessment(
        id="first",
        pack=asked.id,
        version=asked.version,
        content=asked.content,
        mode="quick" if chance(r, 30) else "full",
        date=r.choice([None, *["2026-11-20"] * 6, "2026-11-31"]),
        prediction=r.choice([None, 1, 4]),
        targets={key: r.randint(1, 5) for key in r.sample(keys, r.choice([0, 1, 2, min(6, len(keys))]))},
        answers=shuffled(r, {p: a for p, a in answers.items() if a is not None}),
        actions=shuffled(r, {a.id: random_state(r) for a in asked.actions if chance(r, done)}),
    )


def random_answer(r: Random, asked: Practice, unknown: int) -> Answer | None:
    state = random_state_of(r, asked, unknown)
    return None if state is None else Answer.model_validate({**state, **random_beside(r, asked)})


def random_state_of(r: Random, asked: Practice, unknown: int) -> dict[str, object] | None:
    if chance(r, 35 if asked.may_not_apply else 2):
        return {"not_applicable": "not here"}
    if chance(r, unknown):
        return r.choice([None, {}, {"dont_know": True}])
    if chance(r, 60):
        return {"level": r.choice([1, 1, 2, 2, 3, 4, 5])}
    words = r.choice([[], ["dk"], ["dk", "na", "-"], ["-"]])
    votes = tuple(r.choice([r.randint(1, 5), *words]) for _ in range(r.randint(1, 8)))
    return {"votes": votes, "agreed": r.randint(1, 5) if chance(r, 20) else None}


def random_beside(r: Random, asked: Practice) -> dict[str, object]:
    """What stands beside an answer; only evidence, facts and "carried" may count for anything."""
    return {
        "evidence": r.choice(["", " ", "on file", "on file"]),
        "evidence_kind": r.choice([None, "document", "told"]),
        "evidence_date": r.choice([None, *DAYS]),
        "facts": random_values(r, asked.fact),
        "seconds": r.choice([None, 0, 60]),
        "quick": chance(r, 20),
        "carried": chance(r, 8),
    }


def random_state(r: Random) -> ActionState:
    return r.choice([ActionState(status="done"), ActionState(status="accepted", reason="not now"), ActionState()])


def shuffled(r: Random, table: Mapping[str, T]) -> dict[str, T]:
    keys = list(table)
    r.shuffle(keys)
    return {key: table[key] for key in keys}
