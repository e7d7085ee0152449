"""The solo audit's way through its questions, without widgets: where one is, where one goes, what is open.

The places are the asked practices in the pack's order, and after them the review list (`REVIEW`). Nothing blocks
movement: a question may be passed and found again in the review list. `Flow` is a frozen value; every move returns
the next one. What was answered is read from the assessment each time, so undo and the command line cannot make it
wrong.

    flow = start(pack, assessment)            # first unanswered question, or the review list
    flow = start(pack, assessment, at)        # where one left it
    flow = flow.after_answer()                # a digit was pressed: on, or back to the review list
    flow = flow.forward()                     # PgDn: on without an answer
    flow = flow.forward(among)                # the same under a filter: on to the next of these
    flow = flow.back()                        # Backspace, PgUp: where one came from
    flow = flow.jump("mission.recall")        # jump list or review list; flow.jump(REVIEW)
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal, get_args

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.proof import proofs
from cxaudit.domain.questionnaire import Flag, Pack
from cxaudit.domain.scorecard import FiredFlag, Scorecard

REVIEW = "review"
"""The place after the last question; no practice id looks like it, for they all hold a dot."""

TRAIL = 200
"""How many steps back are remembered."""

ReviewGroup = Literal["confirm", "unanswered", "marked", "dont know", "flag", "contradicted", "rest"]


@dataclass(frozen=True, slots=True)
class Flow:
    """Where somebody is.

    `asked` are the practice ids of the mode in order, `at` one of them or `REVIEW`, `trail` the places that one came
    through, newest last. `ended` says that the review list was reached once.
    """

    asked: tuple[str, ...]
    at: str
    trail: tuple[str, ...] = ()
    ended: bool = False

    @property
    def in_review(self) -> bool:
        """Return whether one is at the review list."""
        return self.at == REVIEW

    @property
    def number(self) -> int:
        """Return the question's number from 1 ("3 of 15"); at the review list the number of questions."""
        return len(self.asked) if self.in_review else self.asked.index(self.at) + 1

    @property
    def mending(self) -> bool:
        """Return whether the question was opened from the review list, so that an answer leads back there."""
        return not self.in_review and self.trail[-1:] == (REVIEW,)

    def forward(self, among: Collection[str] | None = None) -> Flow:
        """Go to the next question, after the last one to the review list, where it ends.

        `among` are the practice ids that a filter lets through: only they are gone to.
        """
        if self.in_review:
            return self
        rest = [p for p in self.asked[self.number :] if among is None or p in among]
        return self._go(rest[0] if rest else REVIEW)

    def after_answer(self, among: Collection[str] | None = None) -> Flow:
        """Go on from a question that was just answered: to the review list if it was opened there, else forward."""
        return self._go(REVIEW) if self.mending else self.forward(among)

    def back(self) -> Flow:
        """Go where one came from; without a trail to the question before; from the first question nowhere."""
        if self.trail:
            return replace(self, at=self.trail[-1], trail=self.trail[:-1])
        if self.in_review:
            return replace(self, at=self.asked[-1])
        return replace(self, at=self.asked[max(0, self.number - 2)])

    def jump(self, place: str) -> Flow:
        """Go to a practice id of the mode or to `REVIEW`. Raises ValueError for anything else."""
        if place != REVIEW and place not in self.asked:
            msg = f"not asked in this audit: {place}"
            raise ValueError(msg)
        return self if place == self.at else self._go(place)

    def review_open(self, pack: Pack, assessment: Assessment) -> bool:
        """Return whether the review list may be opened: once it was reached, accepted, or all is answered."""
        return self.ended or assessment.reviewed or first_unanswered(pack, assessment) is None

    def _go(self, place: str) -> Flow:
        trail = (*self.trail, self.at)[-TRAIL:]
        return replace(self, at=place, trail=trail, ended=self.ended or place == REVIEW)


def start(pack: Pack, assessment: Assessment, at: str = "") -> Flow:
    """Return the flow at the place `at` where it is one of this audit, else at the first unanswered question.

    Where all is answered that is the review list.
    """
    asked = _asked(pack, assessment)
    place = at if at in {*asked, REVIEW} else first_unanswered(pack, assessment) or REVIEW
    return Flow(asked=asked, at=place, ended=place == REVIEW)


def first_unanswered(pack: Pack, assessment: Assessment) -> str | None:
    """Return the id of the first practice of the mode without an answer, or None."""
    return next((p for p in _asked(pack, assessment) if not given(assessment.answer(p))), None)


def answered(pack: Pack, assessment: Assessment) -> int:
    """Return how many practices of the mode are answered."""
    return sum(given(assessment.answer(p)) for p in _asked(pack, assessment))


def led_to(pack: Pack, assessment: Assessment) -> tuple[str, ...]:
    """Return the practices that an answer leads on to: in a full audit not those that the five minutes answered."""
    full = assessment.mode == "full"
    return tuple(p for p in _asked(pack, assessment) if not (full and _quick(assessment.answer(p))))


def _quick(answer: Answer) -> bool:
    return answer.quick and given(answer)


def has_more(pack: Pack) -> bool:
    """Return whether a full audit asks more than a five-minute one."""
    return len(pack.asked("full")) > len(pack.asked("quick"))


def results_open(assessment: Assessment) -> bool:
    """Return whether results, plan and report may be opened: once the review list was accepted."""
    return assessment.reviewed


def given(answer: Answer) -> bool:
    """Return whether an answer says anything: votes that were all not reached do not."""
    return answer.answered and (answer.votes is None or any(v != "-" for v in answer.votes))


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One line of the review list: a practice id, why it stands where it does, and the flag ids it is behind."""

    practice: str
    group: ReviewGroup
    flags: tuple[str, ...] = ()


def review_rows(pack: Pack, assessment: Assessment, scorecard: Scorecard) -> tuple[ReviewRow, ...]:
    """Return every practice of the mode once, what needs a look first.

    The order: carried over and to be confirmed, unanswered, marked, don't know, the answers behind each red flag (flag
    by flag), those that a fact contradicts, then the rest; within a group the pack's order. A practice stands in the
    first group that fits it. The answers behind a flag are those that meet one of its conditions, where the flag fires
    at the index and is not told by a stricter one.
    """
    behind, proven = _behind_flags(pack, scorecard), proofs(pack, assessment, scorecard)
    rows = [
        ReviewRow(p, _group(assessment.answer(p), p in behind, proven[p].contradicted), behind.get(p, ()))
        for p in scorecard.practices
    ]
    order: tuple[ReviewGroup, ...] = get_args(ReviewGroup)
    flagged = list(behind)
    place = {p: i for i, p in enumerate(scorecard.practices)}

    def key(row: ReviewRow) -> tuple[int, int]:
        within = flagged.index(row.practice) if row.group == "flag" else place[row.practice]
        return order.index(row.group), within

    return tuple(sorted(rows, key=key))


def _asked(pack: Pack, assessment: Assessment) -> tuple[str, ...]:
    return tuple(p.id for p in pack.asked(assessment.mode))


def _group(answer: Answer, flagged: bool, contradicted: bool) -> ReviewGroup:  # noqa: FBT001 - two yes or no about it
    if not given(answer):
        return "confirm" if answer.carried else "unanswered"
    if answer.mark:
        return "marked"
    if answer.dont_know or (answer.votes is not None and not any(isinstance(v, int) for v in answer.votes)):
        return "dont know"
    if flagged:
        return "flag"
    return "contradicted" if contradicted else "rest"


def _behind_flags(pack: Pack, scorecard: Scorecard) -> dict[str, tuple[str, ...]]:
    """Return, flag by flag in the pack's order, the practice ids behind shown flags with the flags' ids."""
    fired: dict[str, FiredFlag] = {f.id: f for d in scorecard.dimensions.values() for f in d.flags}
    behind: dict[str, tuple[str, ...]] = {}
    for flag in pack.flags:
        if flag.id in fired and fired[flag.id].shown:
            for practice in _meeting(flag, scorecard):
                behind[practice] = (*behind.get(practice, ()), flag.id)
    return behind


def _meeting(flag: Flag, scorecard: Scorecard) -> tuple[str, ...]:
    """Return the practice ids whose point meets one of the flag's conditions."""
    points = {p.id: p.point for p in scorecard.practices.values()}
    met = [c.practice for c in flag.conditions if _at_most(points.get(c.practice), c.at_most)]
    return tuple(dict.fromkeys(met))


def _at_most(point: int | None, limit: int) -> bool:
    return point is not None and point <= limit
