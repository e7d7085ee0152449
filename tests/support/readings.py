"""Readings for the tests of what is shown: an assessment with its pack and its numbers."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st
from support.builders import Given, assess, flag, pack, practice
from support.packs_at_random import random_assessment, random_pack

from cxaudit.domain.assessment import ActionState
from cxaudit.domain.fields import Mode
from cxaudit.domain.plan import make_plan
from cxaudit.domain.questionnaire import Action, Flag, Pack
from cxaudit.domain.ranks import rank_ranges
from cxaudit.domain.scorecard import Plan, RankRanges
from cxaudit.domain.scoring import score
from cxaudit.presentation.plan import PlanView, plan_view
from cxaudit.presentation.reading import Reading

NAMES = {"m": "Mission", "s": "Strategy", "h": "Metric hygiene", "e": "Employee link", "j": "Journey use"}
TITLES = {"H3": "Incentives", "S3": "Priorities", "E1": "Linked evidence"}


def titled(made: Pack) -> Pack:
    """Give dimensions and a few practices the names that a person would read."""
    dimensions = tuple(
        d.model_copy(
            update={
                "title": NAMES.get(d.id, d.id),
                "practices": tuple(
                    p.model_copy(update={"title": TITLES.get(p.code, f"Practice {p.code}")}) for p in d.practices
                ),
            }
        )
        for d in made.dimensions
    )
    return made.model_copy(update={"dimensions": dimensions})


PAY = flag("front-line-pay", 2, {"h.h3": 1})


def five(
    flags: tuple[Flag, ...] = (PAY,), actions: tuple[Action, ...] | None = None, *, may_not_apply: bool = False
) -> Pack:
    """Five dimensions of three practices each: M1 to J3."""
    names = [(f"{d}.{d}{k}", f"{d.upper()}{k}") for d in NAMES for k in (1, 2, 3)]
    asked = [practice(i, code, may_not_apply=may_not_apply) for i, code in names]
    return titled(pack(asked, flags, actions))


CODES = tuple(f"{d.upper()}{k}" for d in NAMES for k in (1, 2, 3))


def level(everywhere: Given, **others: Given) -> dict[str, Given]:
    """One answer everywhere, others by code."""
    return {**dict.fromkeys(CODES, everywhere), **others}


def read(
    answers: dict[str, Given],
    asked: Pack | None = None,
    *,
    evidence: str = "on file",
    targets: dict[str, int] | None = None,
    actions: dict[str, ActionState] | None = None,
    mode: Mode = "full",
    organisation: str = "",
) -> Reading:
    """Answer a pack and score it."""
    asked = asked or five()
    made = assess(asked, answers, evidence=evidence, targets=targets, actions=actions, mode=mode)
    made = made.model_copy(update={"organisation": organisation})
    return Reading(asked, made, score(asked, made))


def planned(reading: Reading) -> tuple[Plan, RankRanges]:
    """Return a reading's plan with its rank ranges."""
    plan = make_plan(reading.pack, reading.assessment, reading.card)
    return plan, rank_ranges(reading.pack, reading.assessment, reading.card)


def shown_plan(reading: Reading) -> PlanView:
    """Return a reading's plan in words."""
    return plan_view(reading, *planned(reading))


def any_reading(seed: int) -> Reading:
    """Return a reading of a random pack with random answers."""
    r = Random(seed)
    asked = random_pack(r)
    made = random_assessment(r, asked)
    return Reading(asked, made, score(asked, made))


READINGS = st.integers(0, 2**32).map(any_reading)
