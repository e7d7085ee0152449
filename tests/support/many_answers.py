"""An audit far longer than any questionnaire allows, for the figures of long reports."""

from __future__ import annotations

from itertools import count, cycle, islice
from typing import Any

from support.reports import FULL_AUDIT, example

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Dimension, Pack

EACH = 100
"""So many questions a dimension has."""


def many_answers(answers: int) -> tuple[Assessment, Pack]:
    """Return an audit with so many answers (whole hundreds), each with a note and evidence, and its questionnaire.

    The questionnaire has the published one's questions again and again; it is not checked, as it could not pass.
    """
    found = example(FULL_AUDIT)[1]
    source, number = cycle(found.practices.values()), count()

    def dimension(place: int) -> Dimension:
        practices = tuple(
            practice.model_copy(update={"id": f"d{place}.p{n}", "code": f"P{n}"})
            for practice, n in zip(islice(source, EACH), number, strict=False)
        )
        like = found.dimensions[place % len(found.dimensions)]
        return like.model_copy(update={"id": f"d{place}", "title": f"Dimension {place}", "practices": practices})

    dimensions = tuple(dimension(place) for place in range(answers // EACH))
    fields: dict[str, Any] = {name: getattr(found, name) for name in Pack.model_fields}
    fields |= {"dimensions": dimensions, "flags": (), "actions": ()}
    pack = Pack.model_construct(set(fields), **fields)
    note, evidence = "Said by the people who do it every day. " * 4, "Board paper 14 of the year"
    given = {p: Answer(level=1 + n % 5, note=note, evidence=evidence) for n, p in enumerate(pack.practices)}
    about = {"id": "many", "pack": pack.id, "version": pack.version, "content": pack.content, "mode": "full"}
    return Assessment.model_validate({**about, "organisation": "Acme", "date": "2026-11-20", "answers": given}), pack
