"""The guess made before the first question, told again last beside what the answers give."""

from __future__ import annotations

from cxaudit.i18n import _
from cxaudit.presentation.reading import Reading


def prediction_text(reading: Reading) -> str:
    """Return the guess beside what came out: "Before the first question the guess was level 4 Used; ...".

    Empty where nobody guessed.
    """
    guess, level = reading.assessment.prediction, reading.card.overall.level
    if guess is None:
        return ""
    if level is None:
        text = _("Before the first question the guess was level {guess}; the answers do not give a level yet.")
    elif level == guess:
        text = _("Before the first question the guess was level {guess}; the answers give the same.")
    else:
        text = _("Before the first question the guess was level {guess}; the answers give level {level}.")
    return text.format(guess=reading.level(guess), level="" if level is None else reading.level(level))
