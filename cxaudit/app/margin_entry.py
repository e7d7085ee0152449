"""Survey figures as people type them: read for the margin of error, and what is wrong with them in words.

Everything that is wrong is told at once. What is still empty is no mistake: it is listed as missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cxaudit.app.fact_entry import entered
from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import CountValue, FactPart, NumberValue
from cxaudit.domain.margins import Confidence, Sample
from cxaudit.domain.questionnaire import Practice
from cxaudit.i18n import _

FigureKind = Literal["share", "net"]
"""One share, such as those who are satisfied; or a net score, a share at the top less one at the bottom, as NPS is."""

Field = Literal["top", "bottom", "cases", "asked"]
Survey = Literal["now", "earlier"]
Place = tuple[Survey, Field]
"""One field of one of the two surveys."""

CONFIDENCES: tuple[Confidence, ...] = (90, 95, 99)

_SHARES: tuple[Field, ...] = ("top", "bottom")
_WHOLE = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:[ ,.'\u00a0\u2019\u202f][0-9]{3}){1,2}")
_DIGITS = re.compile(r"[^0-9]")
_PER_CENT = FactPart(id="share", label="%", kind="number", lowest=0, highest=100)


@dataclass(frozen=True, slots=True)
class TypedSurvey:
    """One survey as it was typed: two shares in per cent, how many answered, how many were asked."""

    top: str = ""
    bottom: str = ""
    cases: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class MarginForm:
    """What was typed. A share has no `bottom`; how many were asked the earlier time does not matter."""

    kind: FigureKind = "share"
    now: TypedSurvey = TypedSurvey()
    earlier: TypedSurvey = TypedSurvey()
    confidence: Confidence = 95


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong: where, what, and how to mend it."""

    place: Place
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class MarginEntry:
    """What was read: a survey where it is whole and right; `earlier` may be left out altogether."""

    now: Sample | None
    earlier: Sample | None
    mistakes: tuple[Mistake, ...]
    missing: tuple[Place, ...]


def read_form(form: MarginForm) -> MarginEntry:
    """Return the surveys that the texts mean, with everything that is wrong or missing."""
    now = _Reader(form, "now", form.now)
    earlier = _Reader(form, "earlier", form.earlier)
    return MarginEntry(
        now.sample,
        earlier.sample,
        (*now.mistakes, *earlier.mistakes),
        (*now.missing, *(earlier.missing if earlier.begun else ())),
    )


def fields_of(kind: FigureKind, survey: Survey) -> tuple[Field, ...]:
    """Return the fields that a survey has, in the order of the form."""
    shares: tuple[Field, ...] = ("top",) if kind == "share" else ("top", "bottom")
    return (*shares, "cases", "asked") if survey == "now" else (*shares, "cases")


def form_of_fact(practice: Practice, answer: Answer) -> MarginForm | None:
    """Return the form with the figures of a fact-check that tells a margin; None where it has none, or no figure."""
    rule = next((r for r in practice.fact.rules if r.check == "margin-told"), None) if practice.fact else None
    if rule is None:
        return None
    cases, top, bottom = (answer.facts.get(part) for part in (*rule.parts, "", "", "")[:3])
    count, total = (str(cases.count), str(cases.total)) if isinstance(cases, CountValue) else ("", "")
    shares = [value.number if isinstance(value, NumberValue) else "" for value in (top, bottom)]
    if not any((count, *shares)):
        return None
    net = bool(shares[1]) and Fraction(shares[1]) != 0
    return MarginForm("net" if net else "share", TypedSurvey(shares[0], shares[1] if net else "", count, total))


class _Reader:
    """Reads one survey."""

    def __init__(self, form: MarginForm, survey: Survey, typed: TypedSurvey) -> None:
        self._survey: Survey = survey
        self._texts: dict[Field, str] = {
            field: str(getattr(typed, field)).strip() for field in fields_of(form.kind, survey)
        }
        self.begun = any(self._texts.values())
        self.mistakes: list[Mistake] = []
        shares = {field: self._share(field) for field in _SHARES if field in self._texts}
        cases, asked = self._count("cases"), self._count("asked")
        self._together(shares.get("top"), shares.get("bottom"))
        self._answered(cases, asked)
        self.missing = tuple(self._missing())
        self.sample: Sample | None = None
        if cases is not None and None not in shares.values() and not self.mistakes:
            self.sample = Sample(cases, shares["top"] or Fraction(0), shares.get("bottom"), asked)

    def _wrong(self, field: Field, what: str, mend: str) -> None:
        self.mistakes.append(Mistake((self._survey, field), what, mend))

    def _missing(self) -> Iterator[Place]:
        for field, text in self._texts.items():
            if not text and field != "asked":
                yield self._survey, field

    def _share(self, field: Field) -> Fraction | None:
        text = self._texts[field]
        entry = entered(_PER_CENT, text)
        if entry.what:
            self._wrong(field, entry.what, _("Write a share in per cent, from 0 to 100."))
        return Fraction(entry.value.number) / 100 if isinstance(entry.value, NumberValue) else None

    def _count(self, field: Field) -> int | None:
        text = self._texts.get(field, "")
        if not text:
            return None
        if not _WHOLE.fullmatch(text):
            what = _("'{text}' is no whole number.").format(text=text[:40])
            self._wrong(field, what, _("Write how many people, such as 412."))
            return None
        count = int(_DIGITS.sub("", text))
        if not count:
            self._wrong(field, _("Of nobody nothing is known."), _("Write how many people, such as 412."))
        return count or None

    def _together(self, top: Fraction | None, bottom: Fraction | None) -> None:
        if top is not None and bottom is not None and top + bottom > 1:
            self._wrong("bottom", _("Top and bottom come to more than 100 %."), _("Correct one of the two."))

    def _answered(self, cases: int | None, asked: int | None) -> None:
        if cases is not None and asked is not None and cases > asked:
            self._wrong("asked", _("More answered than were asked."), _("Correct one of the two."))
