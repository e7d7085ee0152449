"""The guess beside the result."""

from __future__ import annotations

import pytest
from support.builders import Given
from support.readings import level, read

from cxaudit.presentation.prediction import prediction_text
from cxaudit.presentation.reading import Reading


def guessed(guess: int | None, answers: dict[str, Given]) -> str:
    reading = read(answers)
    made = reading.assessment.model_copy(update={"prediction": guess})
    return prediction_text(Reading(reading.pack, made, reading.card))


@pytest.mark.parametrize(
    ("guess", "answers", "told"),
    [
        (4, level(2), "Before the first question the guess was level 4 4; the answers give level 2 2."),
        (2, level(2), "Before the first question the guess was level 2 2; the answers give the same."),
        (5, {}, "Before the first question the guess was level 5 5; the answers do not give a level yet."),
        (None, level(2), ""),
    ],
)
def test_a_guess_is_told_beside_the_result(guess: int | None, answers: dict[str, Given], told: str) -> None:
    assert guessed(guess, answers) == told
