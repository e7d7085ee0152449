"""Any number of the results, opened down to its arithmetic."""

from __future__ import annotations

from cxaudit.domain.scorecard import Plan, RankRanges
from cxaudit.i18n import _
from cxaudit.presentation.action_steps import action_arithmetic
from cxaudit.presentation.dimension_steps import dimension_arithmetic
from cxaudit.presentation.practice_steps import practice_arithmetic
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.steps import ArithmeticView, Subject
from cxaudit.presentation.whole_steps import gap_arithmetic, overall_arithmetic


def arithmetic_view(reading: Reading, plan: Plan, ranks: RankRanges, subject: Subject) -> ArithmeticView:
    """Return the arithmetic of a number. Raises KeyError where the subject's id is not among the numbers."""
    match subject.kind:
        case "dimension":
            return dimension_arithmetic(reading, subject.id)
        case "practice":
            return practice_arithmetic(reading, subject.id)
        case "action":
            return action_arithmetic(reading, plan, ranks, subject.id)
        case "overall":
            return overall_arithmetic(reading)
        case _:
            return gap_arithmetic(reading)


def subjects(reading: Reading) -> tuple[tuple[Subject, str], ...]:
    """Return the sheets to leaf through, with their names: the profile's dimensions, the whole, the gap."""
    dimensions = tuple((Subject("dimension", d.id), reading.dimension(d.id)) for d in reading.ranked())
    return (*dimensions, (Subject("overall"), _("Overall")), (Subject("gap"), _("Gap")))
