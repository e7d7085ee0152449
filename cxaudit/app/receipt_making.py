"""Makes the receipt that is attached to a report, and works its numbers out again."""

from __future__ import annotations

import hashlib
from typing import TypedDict, cast

from pydantic import JsonValue

from cxaudit.app.attached_receipt import (
    BrandNamed,
    FontNamed,
    Holds,
    OptionsTaken,
    PackNamed,
    PictureNamed,
    Points,
    PointTaken,
    Receipt,
)
from cxaudit.app.brand import Brand
from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.fact_check import FactValue
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.receipt import by_pack, numbers, numbers_of_points
from cxaudit.domain.scorecard import PracticeScore, Scorecard
from cxaudit.domain.scoring import score, score_points
from cxaudit.domain.workshop import Workshop


class Made(TypedDict):
    """What is known of a report once it is written: its warnings, and the digest of the words of each page."""

    warnings: tuple[str, ...]
    pages: tuple[str, ...]


def make_receipt(pack: Pack, assessment: Assessment, options: ReportOptions, made: Made, holds: Holds) -> Receipt:
    """Return the receipt of a report that was written with these options and came out as `made` says."""
    named = PackNamed(id=pack.id, version=pack.version, content=pack.content, scoring=pack.scoring)
    taken = _options(options)
    if holds == "answers":
        found = cast("dict[str, JsonValue]", numbers(pack, assessment))
        return Receipt(pack=named, options=taken, audit=_told(pack, assessment), numbers=found, **made)
    card = score(pack, assessment)
    found = cast("dict[str, JsonValue]", numbers_of_points(pack, assessment, card))
    return Receipt(pack=named, options=taken, points=_points(pack, assessment, card), numbers=found, **made)


def recomputed(pack: Pack, receipt: Receipt) -> dict[str, JsonValue]:
    """Return the numbers that follow from what a receipt holds. Raises KeyError where it holds no such practice."""
    assessment, points = receipt.assessment, receipt.points
    if points is None:
        return cast("dict[str, JsonValue]", numbers(pack, assessment))
    asked = {p.id: _scored(pack, p.code, points.practices[p.code]) for p in pack.asked(assessment.mode)}
    card = score_points(pack, assessment, asked)
    return cast("dict[str, JsonValue]", numbers_of_points(pack, assessment, card))


def digest(content: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _options(options: ReportOptions) -> OptionsTaken:
    return OptionsTaken(
        sections=options.sections,
        sample=options.sample,
        paper=options.paper,
        kept=None if options.kept is None else tuple(sorted(options.kept)),
        brand=_brand(options.brand),
    )


def _brand(brand: Brand) -> BrandNamed:
    logo, font = brand.logo, brand.font
    return BrandNamed(
        name=brand.name,
        consultant=brand.consultant,
        footer=brand.footer,
        confidentiality=brand.confidentiality,
        primary=brand.primary,
        secondary=brand.secondary,
        logo=logo and PictureNamed(digest=digest(logo.png), width=logo.width, height=logo.height, alt=logo.alt),
        font=font and FontNamed(name=font.name, digest=digest(font.content)),
    )


def _told(pack: Pack, assessment: Assessment) -> Assessment:
    """Return the audit as the report tells it, in the pack's order.

    What no page tells is left out: ids of files, marks made for oneself, the clock of a session.
    """
    answers = {
        practice: answer.model_copy(update={"mark": False, "facts": _facts(pack, practice, answer)})
        for practice, answer in by_pack(pack.practices, assessment.answers)
    }
    aims = by_pack((*pack.dimensions_by_id, *pack.practices), assessment.targets)
    decided = by_pack(pack.actions_by_id, assessment.actions)
    update = {"id": "audit", "answers": answers, "targets": dict(aims), "actions": dict(decided)}
    return assessment.model_copy(update={**update, "workshop": assessment.workshop and _session(assessment.workshop)})


def _session(workshop: Workshop) -> Workshop:
    merged = tuple(f.model_copy(update={"assessment": str(n)}) for n, f in enumerate(workshop.merged, 1))
    return workshop.model_copy(update={"merged": merged, "timer": None, "started": ""})


def _facts(pack: Pack, practice: str, answer: Answer) -> dict[str, FactValue]:
    found = pack.practices.get(practice)
    parts = found.fact.parts if found and found.fact else ()
    return dict(by_pack([part.id for part in parts], answer.facts))


def _points(pack: Pack, assessment: Assessment, card: Scorecard) -> Points:
    return Points(
        mode=assessment.mode,
        organisation=assessment.organisation,
        date=assessment.date,
        targets=dict(by_pack((*pack.dimensions_by_id, *pack.practices), assessment.targets)),
        decisions={a: s.status for a, s in by_pack(pack.actions_by_id, assessment.actions) if s.status != "open"},
        practices={p.code: _point(p) for p in card.practices.values()},
    )


def _point(score: PracticeScore) -> PointTaken:
    known = score.point if score.applicable else None
    return PointTaken(applicable=score.applicable, point=known, low=score.low, high=score.high, claimed=score.claimed)


def _scored(pack: Pack, code: str, taken: PointTaken) -> PracticeScore:
    practice = pack.by_code[code]
    return PracticeScore(
        id=practice.id,
        code=code,
        dimension=practice.dimension,
        weight=practice.weight,
        applicable=taken.applicable,
        point=taken.point,
        low=taken.low,
        high=taken.high,
        claimed=taken.claimed,
        shown=taken.point,
        agreed=False,
        given=() if taken.point is None else (taken.point,),
        unknown=0,
        agreement=None,
    )
