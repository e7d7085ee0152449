"""Hypothesis strategies for whole packs and for assessments that answer them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from hypothesis import strategies as st
from support.builders import NO_DIGEST, action, flag, pack, practice
from support.facts_at_random import DAYS, random_fact, random_values

from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.questionnaire import Action, Flag, LevelName, Pack, Practice

LADDER = tuple(LevelName(name=str(k), meaning="so", max_age_months={4: 12, 5: 24}.get(k)) for k in range(1, 6))
SEED = st.integers(0, 2**32 - 1)
LEVEL = st.integers(1, 5)
VOTE = st.one_of(LEVEL, LEVEL, LEVEL, st.sampled_from(["dk", "na", "-"]))
PANEL = st.lists(VOTE, min_size=1, max_size=7).map(tuple)


@dataclass(frozen=True)
class Case:
    """A pack and an assessment that answers it."""

    pack: Pack
    assessment: Assessment

    def answering(self, changes: dict[str, Answer]) -> Case:
        answers = {**self.assessment.answers, **changes}
        return replace(self, assessment=self.assessment.model_copy(update={"answers": answers}))


@st.composite
def practices(draw: st.DrawFn) -> list[Practice]:
    """One to five dimensions of one to three practices, weights 1 to 3."""
    return [
        practice(
            f"{letter.lower()}.p{number}",
            f"{letter}{number}",
            weight=draw(st.integers(1, 3)),
            quick=draw(st.booleans()),
            may_not_apply=draw(st.booleans()),
            fact=random_fact(Random(draw(SEED))) if draw(st.booleans()) else None,
        )
        for letter in "ABCDE"[: draw(st.integers(1, 5))]
        for number in range(1, draw(st.integers(1, 3)) + 1)
    ]


@st.composite
def flags(draw: st.DrawFn, asked: list[Practice]) -> list[Flag]:
    """Up to two flags a dimension, on practices that cannot be left out."""
    found: list[Flag] = []
    for dimension in dict.fromkeys(p.dimension for p in asked):
        readable = [p.id for p in asked if p.dimension == dimension and not p.may_not_apply]
        for number in range(draw(st.integers(0, 2)) if readable else 0):
            read = draw(st.lists(st.sampled_from(readable), min_size=1, max_size=2, unique=True))
            limits = {p: draw(st.integers(1, 4)) for p in read}
            found.append(flag(f"{dimension}-f{number}", draw(st.integers(1, 4)), limits, match_any=draw(st.booleans())))
    return found


@st.composite
def actions(draw: st.DrawFn, asked: list[Practice], *, requirements: bool = True) -> list[Action]:
    """Bands that cover 1 to 5 of each practice; prerequisites only on practices drawn before, so without a circle."""
    names = draw(st.permutations(range(4 * len(asked))))
    found: list[Action] = []
    for owner in draw(st.permutations(asked)):
        cuts = sorted({1, 5, *draw(st.sets(st.integers(2, 4)))})
        earlier = [a.id for a in found]
        for start, end in pairwise(cuts):
            groups = st.lists(st.lists(st.sampled_from(earlier), min_size=1, max_size=3, unique=True), max_size=2)
            requires = draw(groups) if earlier and requirements else []
            found.append(
                action(
                    f"act-{names[len(found)]}",
                    owner.id,
                    start,
                    end,
                    draw(st.sampled_from(["S", "M", "L"])),
                    [tuple(group) for group in requires],
                    independent=not requirements or draw(st.integers(0, 9)) == 0,
                )
            )
    return found


@st.composite
def packs(draw: st.DrawFn, *, flagged: bool = True, requirements: bool = True) -> Pack:
    asked = draw(practices())
    made = pack(asked, draw(flags(asked)) if flagged else [], draw(actions(asked, requirements=requirements)))
    return made.model_copy(update={"levels": LADDER})


@st.composite
def answers(draw: st.DrawFn, asked: Practice) -> Answer:
    """Any state that a practice can be in, with evidence, facts and dates beside it; one in eight is carried over."""
    states = ["level", "level", "votes", "votes", "agreed", "dk", "open"]
    match draw(st.sampled_from([*states, "na"] if asked.may_not_apply else states)):
        case "level":
            state: dict[str, object] = {"level": draw(LEVEL)}
        case "votes":
            state = {"votes": draw(PANEL)}
        case "agreed":
            state = {"votes": draw(PANEL), "agreed": draw(LEVEL)}
        case "dk":
            state = {"dont_know": True}
        case "na":
            state = {"not_applicable": "not here"}
        case _:
            state = {}
    facts = random_values(Random(draw(SEED)), asked.fact)
    return Answer.model_validate({**state, **draw(BESIDE), "facts": facts})


BESIDE = st.fixed_dictionaries(
    {
        "evidence": st.sampled_from(["", " ", "on file"]),
        "evidence_date": st.sampled_from([None, *DAYS]),
        "seconds": st.sampled_from([None, 0, 60]),
        "quick": st.booleans(),
        "carried": st.integers(0, 7).map(lambda n: n == 7),
    }
)


STATES = st.sampled_from(["open", "open", "open", "done", "accepted"])


@st.composite
def assessments(draw: st.DrawFn, asked: Pack) -> Assessment:
    keys = [*asked.dimensions_by_id, *asked.practices]
    return Assessment(
        id="test",
        pack=asked.id,
        version=asked.version,
        content=NO_DIGEST,
        mode=draw(st.sampled_from(["quick", "full", "full"])),
        date=draw(st.sampled_from(["2026-11-20", "2026-11-20", None])),
        targets=draw(st.dictionaries(st.sampled_from(keys), LEVEL, max_size=4)),
        answers={p.id: draw(answers(p)) for p in asked.practices.values()},
        actions={a.id: ActionState.model_validate({"status": draw(STATES), "reason": "so"}) for a in asked.actions},
    )


@st.composite
def cases(draw: st.DrawFn, *, flagged: bool = True, requirements: bool = True) -> Case:
    asked = draw(packs(flagged=flagged, requirements=requirements))
    return Case(asked, draw(assessments(asked)))
