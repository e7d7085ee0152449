"""A new document, as it begins."""

from __future__ import annotations

import os
from datetime import date

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.fields import Mode
from cxaudit.domain.questionnaire import Pack


def new_id() -> str:
    """Return an id for an assessment that no other one has."""
    return os.urandom(8).hex()


def new_engagement(
    pack: Pack, mode: Mode, day: date, organisation: str = "", *, guess: int | None = None
) -> Engagement:
    """Return a document's content with one assessment without answers, under an id of its own.

    `guess` is the overall level that somebody expects.
    """
    assessment = Assessment(
        id=new_id(),
        pack=pack.id,
        version=pack.version,
        content=pack.content,
        mode=mode,
        organisation=organisation,
        date=day.isoformat(),
        prediction=guess,
    )
    return Engagement(assessments=(assessment,), packs={pack.content: pack})


def sample_engagement(example: Assessment, pack: Pack) -> Engagement:
    """Return a document's content with a copy of the example, its review list accepted."""
    return Engagement((example.model_copy(update={"reviewed": True}),), {pack.content: pack}, sample=True)
