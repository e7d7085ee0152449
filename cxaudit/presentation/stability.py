"""How much one answer, or one person's vote, moves the numbers, in words."""

from __future__ import annotations

from cxaudit.domain.stability import Span, leave_one_out, resolution
from cxaudit.i18n import _
from cxaudit.presentation.numbers import gap_text, range_text
from cxaudit.presentation.reading import Reading


def step_text(reading: Reading, dimension: str) -> str:
    """Return what one answer moving one level moves its dimension: "0.20", or "0.17 to 0.33"; empty for none."""
    known = [resolution(reading.card, practice.id) for practice in reading.known(dimension)]
    steps = sorted(step.dimension for step in known if step is not None)
    if not steps:
        return ""
    low, high = gap_text(steps[0]), gap_text(steps[-1])
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def votes_texts(reading: Reading) -> dict[str, str]:
    """Return where each dimension lies with any one vote left out ("2.3 to 2.7"), and the whole, by "" as its id.

    Only where three or more people gave a level; a range of one number where no vote moves it.
    """
    practices = reading.card.practices.values()
    voted = {practice.dimension for practice in practices if practice.agreement is not None}
    if not voted:
        return {}
    left = leave_one_out(reading.pack, reading.card)
    spans: dict[str, Span | None] = {dimension: left.dimensions[dimension] for dimension in voted}
    spans[""] = left.overall
    return {name: range_text(*span) for name, span in spans.items() if span is not None}
