"""The start page of a full audit as a frozen view: how long it takes, how to choose, and what is optional."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.app import flow as flows
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.words import count_word

SECONDS_A_QUESTION = 35
"""Alone, with a look at a fact now and then: 26 questions in a quarter of an hour."""


@dataclass(frozen=True, slots=True)
class StartView:
    """What the start page shows.

    `guesses` are the choices of a guess, the first of them none; `guess` is the index of the one that is on file. They
    are empty once an answer is on file, because a guess comes before the first. `practise` invites to rate the pack's
    firms, and is empty where it has none. `begin` is the word on the button.
    """

    title: str
    about: str
    rules: tuple[str, ...]
    guesses: tuple[str, ...]
    guess: int
    practise: str
    begin: str


def start_view(pack: Pack, assessment: Assessment) -> StartView:
    """Return the view of the start page."""
    asked, done = len(pack.asked("full")), flows.answered(pack, assessment)
    begun = any(answer.answered or answer.carried for answer in assessment.answers.values())
    guesses = (_("No guess"), *(f"{k} {level.name}" for k, level in enumerate(pack.levels, 1)))
    return StartView(
        title=_("The full audit"),
        about=" ".join(_about(asked, done, assessment, pack)),
        rules=pack.rating_rules,
        guesses=() if begun else guesses,
        guess=assessment.prediction or 0,
        practise=_practise(pack),
        begin=_("Go on") if begun else _("Begin"),
    )


def _about(asked: int, done: int, assessment: Assessment, pack: Pack) -> tuple[str, ...]:
    leave = _("You may leave at any time and go on later.")
    if not done:
        parts = count_word(len(pack.dimensions))
        text = ngettext(
            "{count} questions in {parts} part, about {minutes} minutes alone.",
            "{count} questions in {parts} parts, about {minutes} minutes alone.",
            len(pack.dimensions),
        )
        return text.format(count=asked, parts=parts, minutes=_minutes(asked)), leave
    quick = sum(answer.quick and answer.answered for answer in assessment.answers.values())
    if quick == done:
        text = ngettext(
            "{count} question is answered from the five-minute audit.",
            "{count} questions are answered from the five-minute audit.",
            done,
        )
    else:
        text = ngettext("{count} question is answered.", "{count} questions are answered.", done)
    left = asked - done
    more = ngettext(
        "{count} is left, about {minutes} minutes.", "{count} are left, about {minutes} minutes.", left
    ).format(count=left, minutes=_minutes(left))
    return (text.format(count=done), more, leave) if left else (text.format(count=done), leave)


def _minutes(questions: int) -> int:
    return max(1, round(questions * SECONDS_A_QUESTION / 60))


def _practise(pack: Pack) -> str:
    if not pack.vignettes:
        return ""
    count = len(pack.vignettes)
    text = ngettext(
        "Read about {count} invented firm and rate some of its practices. You see what the authors chose, and why.",
        "Read about {count} invented firms and rate some of their practices. You see what the authors chose, and why.",
        count,
    )
    return text.format(count=count_word(count))
