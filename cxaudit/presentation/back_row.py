"""Can the back row read the wall? Seat distance, image height and resolution in, legible or not out.

Letters are legible from a distance D off an image S high, painted in H rows, where their em is at least
0.01 * D / S * H px: a capital of 0.7 em then fills 0.007 radians, the height that Smith found nearly everybody can
read (S. L. Smith, "Letter size and legibility", Human Factors 21(6), 1979).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Literal

from cxaudit.i18n import _
from cxaudit.presentation.numbers import half_up
from cxaudit.presentation.words import listing

Field = Literal["distance", "height", "rows"]
FIELDS: tuple[Field, ...] = ("distance", "height", "rows")

RADIANS = Fraction(1, 100)
"""The least em, in distances."""

_METRES = re.compile(r"\s*([0-9]{1,3})(?:[.,]([0-9]{1,3}))?\s*m?\s*")
_ROWS = re.compile(r"\s*(?:[0-9]{3,5}\s*[x×*]\s*)?([0-9]{3,5})\s*")  # noqa: RUF001 - a times sign is typed as one
_RANGES: dict[Field, tuple[Fraction, Fraction]] = {
    "distance": (Fraction(1, 2), Fraction(100)),
    "height": (Fraction(1, 5), Fraction(20)),
    "rows": (Fraction(200), Fraction(10_000)),
}


@dataclass(frozen=True, slots=True)
class BackRowForm:
    """What was typed: metres from the farthest seat to the image, metres of its height, its resolution."""

    distance: str = ""
    height: str = ""
    rows: str = ""


@dataclass(frozen=True, slots=True)
class TextSizes:
    """The wall's text sizes as shares of its height: the smallest, the question, the digits of the answers."""

    smallest: Fraction = Fraction(45, 1000)
    question: Fraction = Fraction(60, 1000)
    digits: Fraction = Fraction(85, 1000)


@dataclass(frozen=True, slots=True)
class BackRowView:
    """The answer, or what stands in its way.

    `legible` is None as long as something is missing or wrong. `lines` tell why, `helps` what would help where it is
    not; `problems` are what to show beside each field.
    """

    legible: bool | None = None
    headline: str = ""
    lines: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    problems: tuple[tuple[Field, str], ...] = ()


def field_label(field: Field) -> str:
    """Return the label of a field."""
    return {
        "distance": _("Farthest seat from the image, in metres"),
        "height": _("Height of the image, in metres"),
        "rows": _("Resolution of the projector"),
    }[field]


def back_row_view(form: BackRowForm, sizes: TextSizes | None = None) -> BackRowView:
    """Return whether the farthest seat can read the wall."""
    sizes = sizes or TextSizes()
    texts: dict[Field, str] = {"distance": form.distance, "height": form.height, "rows": form.rows}
    read = {field: _read(field, text) for field, text in texts.items()}
    wrong: list[Field] = [field for field in FIELDS if read[field] is None and texts[field].strip()]
    problems: tuple[tuple[Field, str], ...] = tuple((field, _problem(field)) for field in wrong)
    distance, height, rows = read["distance"], read["height"], read["rows"]
    if distance is None or height is None or rows is None:
        return BackRowView(headline=_needs(texts, problems), problems=problems)
    ratio = distance / height
    legible = sizes.smallest >= RADIANS * ratio
    return BackRowView(
        legible,
        _("Legible from the back row.") if legible else _("Too small for the back row."),
        (_needed(ratio, rows, sizes.smallest), _reach(height, sizes)),
        () if legible else _helps(distance, height, sizes.smallest),
        problems,
    )


def _read(field: Field, text: str) -> Fraction | None:
    found = (_ROWS if field == "rows" else _METRES).fullmatch(text)
    if found is None:
        return None
    whole, *part = (group for group in found.groups() if group)
    value = Fraction(".".join((whole, *part)))
    lowest, highest = _RANGES[field]
    return value if lowest <= value <= highest else None


def _needs(texts: dict[Field, str], problems: tuple[tuple[Field, str], ...]) -> str:
    """Say what is missing; a mistake is told beside its field."""
    if problems:
        return _("Mend what is marked, and the answer stands here.")
    names: dict[Field, str] = {
        "distance": _("the distance"),
        "height": _("the height of the image"),
        "rows": _("the resolution"),
    }
    return _("Still needed: {what}.").format(what=listing([names[f] for f in FIELDS if not texts[f].strip()]))


def _problem(field: Field) -> str:
    return {
        "distance": _("Write metres from 0.5 to 100, as in 8 or 8.5."),
        "height": _("Write metres from 0.2 to 20, as in 1.35."),
        "rows": _("Write it as in 1920 x 1080, or its second number."),
    }[field]


def _needed(ratio: Fraction, rows: Fraction, smallest: Fraction) -> str:
    text = _("Letters must be {needed} px high there; the smallest on the wall are {has} px.")
    return text.format(needed=ceil(RADIANS * ratio * rows), has=int(smallest * rows))


def _reach(height: Fraction, sizes: TextSizes) -> str:
    answers, question, digits = (
        _down(share * height / RADIANS) for share in (sizes.smallest, sizes.question, sizes.digits)
    )
    text = _(
        "The answers can be read up to {answers} m away, the question up to {question} m, the digits up to {digits} m."
    )
    return text.format(answers=answers, question=question, digits=digits)


def _down(metres: Fraction) -> str:
    """Return metres with one decimal, never more than they are."""
    return half_up(Fraction(int(metres * 10), 10), 1)


def _helps(distance: Fraction, height: Fraction, smallest: Fraction) -> tuple[str, ...]:
    nearer = _down(smallest * height / RADIANS)
    taller = half_up(Fraction(ceil(RADIANS * distance / smallest * 100), 100), 2)
    return (
        _("Seat nobody farther away than {metres} m.").format(metres=nearer),
        _("Or make the image {metres} m high: move the projector back, or zoom.").format(metres=taller),
        _("Or hand out the printed ballots, which show the question and its answers."),
    )
