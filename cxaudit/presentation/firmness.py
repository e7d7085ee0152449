"""How firm a number is, in sentences: what one answer moves, and what any one vote moves."""

from __future__ import annotations

from fractions import Fraction

from cxaudit.domain.stability import leave_one_out
from cxaudit.i18n import _
from cxaudit.presentation.numbers import gap_text, range_text
from cxaudit.presentation.reading import Reading


def firm_texts(reading: Reading) -> tuple[str, ...]:
    """Return how firm the overall number is: resolution, sensitivity, and what any one vote moves."""
    texts = (resolution(reading), sensitivity(reading), overall_votes(reading))
    return tuple(text for text in texts if text)


def resolution(reading: Reading) -> str:
    """Return what one answer moves: "One answer moving one level is 0.33 of a dimension and 0.07 overall."."""
    steps = {step for dimension in reading.card.dimensions for step in _steps(reading, dimension)}
    if not steps:
        return ""
    text = _("One answer moving one level is {part} of a dimension and {whole} overall.")
    return _worded(reading, text, steps)


def sensitivity(reading: Reading) -> str:
    """Return how far the overall number hangs on the equal weights of the dimensions."""
    change = reading.card.overall.sensitivity
    if change is None:
        return ""
    text = _("Doubling the weight of any one dimension moves the overall number by at most {change}.")
    return text.format(change=gap_text(change))


def dimension_firmness(reading: Reading, dimension: str) -> tuple[str, ...]:
    """Return what one answer, and any one vote, moves a dimension (id); nothing where it has no index."""
    if reading.card.dimensions[dimension].index is None:
        return ()
    left = _left_out(reading, dimension)
    votes = ""
    if left is not None:
        text = _("With any one vote left out this dimension lies at {range}.")
        votes = text.format(range=range_text(*left))
    text = _("One answer moving one level is {part} of this dimension and {whole} overall.")
    step = _worded(reading, text, _steps(reading, dimension))
    return (step, votes) if votes else (step,)


def _steps(reading: Reading, dimension: str) -> set[Fraction]:
    """Return what an answer of a dimension that moves one level moves it, before red flags."""
    known = reading.known(dimension)
    total = sum(p.weight for p in known)
    return {Fraction(p.weight, total) for p in known}


def _worded(reading: Reading, text: str, steps: set[Fraction]) -> str:
    share = Fraction(1, len(reading.card.dimensions))
    ends = min(steps), max(steps)
    part, whole = (span_text(*(gap_text(end * unit) for end in ends)) for unit in (Fraction(1), share))
    return text.format(part=part, whole=whole)


def span_text(low: str, high: str) -> str:
    """Return "0.33", or "0.33 to 0.50" where the two differ."""
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def overall_votes(reading: Reading) -> str:
    """Return where the overall index lies with any one vote left out; nothing without three votes on a practice."""
    if all(p.agreement is None for p in reading.card.practices.values()):
        return ""
    span = leave_one_out(reading.pack, reading.card).overall
    if span is None:
        return ""
    return _("With any one vote left out the overall index lies at {range}.").format(range=range_text(*span))


def _left_out(reading: Reading, dimension: str) -> tuple[Fraction, Fraction] | None:
    """Return the range of a dimension without any one vote; None where nobody can be left out."""
    if all(p.agreement is None for p in reading.known(dimension)):
        return None
    return leave_one_out(reading.pack, reading.card).dimensions[dimension]


def practice_votes(reading: Reading, practice: str) -> str:
    """Return where a practice's point lies with any one vote left out; nothing with fewer than three votes."""
    score = reading.card.practices[practice]
    span = leave_one_out(reading.pack, reading.card).practices[practice]
    if score.agreement is None or span is None:
        return ""
    if score.agreed:
        return _("The level was agreed on: no single vote moves it.")
    low, high = (str(level) for level in span)
    return _("With any one vote left out the point lies at {range}.").format(range=span_text(low, high))
