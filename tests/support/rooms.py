"""A room of respondents who answer a whole questionnaire."""

from __future__ import annotations

from random import Random

from support.builders import assess
from support.facts_at_random import random_values

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.model import HI, LO
from cxaudit.domain.questionnaire import Pack


def room(pack: Pack, people: int, seed: int) -> Assessment:
    """So many people's answers around one level, facts beside them, every target at 5; the same for the same seed."""
    chance = Random(seed)
    middle = chance.randint(LO, HI)
    around = [level for level in (middle - 1, middle, middle + 1) if LO <= level <= HI]
    answers = {
        asked.code: Answer.model_validate(
            {
                "votes": tuple(chance.choice([*around, "dk"]) for _ in range(people)),
                "facts": random_values(chance, asked.fact),
            }
        )
        for asked in pack.practices.values()
    }
    made = assess(pack, answers, targets=dict.fromkeys(pack.dimensions_by_id, HI))
    return made.model_copy(update={"date": "2026-11-20"})
