"""Which answers lift a dimension one level: the sets of least effort in words."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.lift import Lift, Step, smallest_lifts
from cxaudit.domain.model import HI
from cxaudit.domain.questionnaire import Action
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import capital, count_word, listing

FEW = 3
"""So many sets are shown; the others are counted."""


@dataclass(frozen=True, slots=True)
class LiftView:
    """Answers which, raised together, lift a dimension.

    `sentence` says what to raise and for how much effort, `actions` are the titles of what would do it, `levels` the
    levels to try, by practice id.
    """

    sentence: str
    actions: tuple[str, ...]
    levels: tuple[tuple[str, int], ...]

    @property
    def actions_line(self) -> str:
        """Return the actions in one line, or that none is open."""
        if not self.actions:
            return _("No open action belongs to it.")
        titles = "; ".join(self.actions)
        return ngettext("The action: {titles}.", "The actions: {titles}.", len(self.actions)).format(titles=titles)


@dataclass(frozen=True, slots=True)
class LiftsView:
    """What lifts a dimension: the question, the sets, how many more there are, or why there is none."""

    dimension: str
    question: str
    lifts: tuple[LiftView, ...]
    more: str
    none: str


def lifts_view(reading: Reading, dimension: str) -> LiftsView:
    """Return what lifts a dimension (id) by one level from where it stands."""
    score = reading.card.dimensions[dimension]
    name = reading.dimension(dimension)
    found = smallest_lifts(reading.pack, reading.assessment, reading.card, dimension)
    question = _("What lifts {dimension} one level?").format(dimension=name)
    if found and score.level is not None:
        text = _("What lifts {dimension} from level {now} to {next}?")
        question = text.format(dimension=name, now=score.level, next=score.level + 1)
    return LiftsView(
        dimension=dimension,
        question=question,
        lifts=tuple(_lift_view(reading, lift) for lift in found[:FEW]),
        more=_more(len(found)),
        none="" if found else _none(reading, dimension),
    )


def _more(count: int) -> str:
    """Return how many other sets take no more effort."""
    if count < 2:
        return ""
    if count <= FEW:
        return _("Each of them is enough, and none takes less effort.")
    rest = count - FEW
    text = ngettext(
        "Each of them is enough. {count} more takes the same effort.",
        "Each of them is enough. {count} more take the same effort.",
        rest,
    )
    return text.format(count=capital(count_word(rest)))


def _none(reading: Reading, dimension: str) -> str:
    score, name = reading.card.dimensions[dimension], reading.dimension(dimension)
    if score.level == HI:
        return _("{dimension} is at level 5, the highest.").format(dimension=name)
    if score.status == "not applicable":
        return _("{dimension} does not apply here.").format(dimension=name)
    text = _("{dimension} has too few answers for a level. Answer what is open first.")
    return text.format(dimension=name)


def _lift_view(reading: Reading, lift: Lift) -> LiftView:
    raises = [_raise(reading, step) for step in lift.steps]
    actions = [action for step in lift.steps for action in _actions(reading, step)]
    return LiftView(
        sentence=_("Raise {raises}: {effort}").format(raises=listing(raises), effort=_effort(reading, lift.effort)),
        actions=tuple(action.title for action in actions),
        levels=tuple((step.practice, step.end) for step in lift.steps),
    )


def _raise(reading: Reading, step: Step) -> str:
    text = _("{name} from {start} to {end}")
    return text.format(name=reading.pack.practices[step.practice].title, start=step.start, end=step.end)


def _effort(reading: Reading, points: int) -> str:
    if not points:
        return _("every action for it is ticked done.")
    rubric = reading.pack.rubric
    text = ngettext(
        "about {n} effort point (S {s}, M {m}, L {l}).",
        "about {n} effort points (S {s}, M {m}, L {l}).",
        points,
    )
    return text.format(n=points, s=rubric.effort_s, m=rubric.effort_m, l=rubric.effort_l)


def _actions(reading: Reading, step: Step) -> list[Action]:
    """Return the actions, not ticked done, whose bands overlap a step, lowest band first."""
    ahead = [
        action
        for action in reading.pack.actions
        if action.practice == step.practice
        and reading.assessment.action(action.id).status != "done"
        and max(action.start, step.start) < min(action.end, step.end)
    ]
    return sorted(ahead, key=lambda action: action.start)
