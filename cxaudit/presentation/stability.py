"""How much one answer, or one person's vote, moves a dimension: numbers for the margin of a page."""

from __future__ import annotations

from cxaudit.domain.stability import leave_one_out, resolution
from cxaudit.presentation.firmness import span_text
from cxaudit.presentation.numbers import gap_text, range_text
from cxaudit.presentation.reading import Reading


def step_text(reading: Reading, dimension: str) -> str:
    """Return what one answer moving one level moves its dimension: "0.20", or "0.17 to 0.33"; empty for none."""
    of_each_weight = {practice.weight: practice.id for practice in reading.known(dimension)}
    found = [resolution(reading.card, practice) for practice in of_each_weight.values()]
    steps = sorted(step.dimension for step in found if step is not None)
    return span_text(gap_text(steps[0]), gap_text(steps[-1])) if steps else ""


def votes_texts(reading: Reading) -> dict[str, str]:
    """Return where each dimension lies with any one vote left out, by id: "2.3 to 2.7".

    Only dimensions where three or more people gave a level; one number where no single vote moves it.
    """
    voted = {p.dimension for p in reading.card.practices.values() if p.agreement is not None}
    spans = leave_one_out(reading.pack, reading.card).dimensions if voted else {}
    return {name: range_text(*span) for name, span in spans.items() if name in voted and span is not None}
