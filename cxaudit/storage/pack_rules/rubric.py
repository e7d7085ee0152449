"""The numbers of the rubric and of the ladder, and the weights of practices."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from cxaudit.domain.questionnaire import Rubric
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import HEAD, Finding, Place

SMALLEST_SHARE = Fraction(15, 100)


def thresholds(draft: Draft) -> Iterator[Finding]:
    """Both thresholds lie in [1/2, 1) and the upper is at least the lower; efforts and horizons rise."""
    if draft.head is None:
        return
    rubric = draft.head.rubric
    for key, text in (("most", rubric.most), ("nearly_all", rubric.nearly_all)):
        if not Fraction(1, 2) <= Fraction(text) < 1:
            what = _("{value} is not a threshold: it must be 1/2 or more, and less than 1.").format(value=text)
            yield Finding(HEAD, f"rubric.{key}", what, _("Write a fraction such as 17/20."))
    if Fraction(rubric.nearly_all) < Fraction(rubric.most):
        what = _("nearly_all ({upper}) is smaller than most ({lower}).")
        what = what.format(upper=rubric.nearly_all, lower=rubric.most)
        yield Finding(HEAD, "rubric.nearly_all", what, _("Make nearly_all the larger one."))
    yield from _rising(rubric)


def _rising(rubric: Rubric) -> Iterator[Finding]:
    rows = (
        ("effort_m", rubric.effort_s, rubric.effort_m, _("Effort S may not cost more than M.")),
        ("effort_l", rubric.effort_m, rubric.effort_l, _("Effort M may not cost more than L.")),
        ("next_effort", rubric.now_effort, rubric.next_effort, _("The room for Next counts from the start of Now.")),
    )
    for key, lower, upper, what in rows:
        if upper < lower:
            mend = _("Set it to {lower} or more.").format(lower=lower)
            yield Finding(HEAD, f"rubric.{key}", what, mend)


def ages(draft: Draft) -> Iterator[Finding]:
    """The higher the level, the older its evidence may be: what was checked happened before."""
    reached = 0
    for number, level in enumerate(draft.head.levels if draft.head else (), 1):
        if level.max_age_months is None:
            continue
        if level.max_age_months < reached:
            what = _("Evidence may be {months} months old here, less than the {reached} of a lower level.")
            what = what.format(months=level.max_age_months, reached=reached)
            yield Finding(HEAD, f"levels.{number}.max_age_months", what, _("Let the ages rise with the levels."))
        reached = level.max_age_months


def weights(draft: Draft) -> Iterator[Finding]:
    """A weight other than 1 has a reason, and no practice has under 15 % of its dimension's weight."""
    for section in draft.sections:
        total = sum(p.weight for p in section.practices)
        for practice in section.practices:
            place = Place("practice", practice.id)
            if practice.weight != 1 and not practice.weight_reason.strip():
                what = _("A weight of {weight} needs a reason.").format(weight=practice.weight)
                yield Finding(place, "weight_reason", what, _("Say why it counts more than the others."))
            if practice.weight == 1 and practice.weight_reason:
                what = _("There is a reason for a weight of 1, which needs none.")
                yield Finding(place, "weight_reason", what, _("Take it away."), warning=True)
            if len(section.practices) == section.declared and Fraction(practice.weight, total) < SMALLEST_SHARE:
                what = _("It has {weight} of {total} parts of its dimension's weight, less than 15 %.")
                what = what.format(weight=practice.weight, total=total)
                yield Finding(place, "weight", what, _("Raise its weight, or lower the others'."))
