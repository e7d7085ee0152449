"""How firm a number is: resolution, sensitivity, and what any one vote moves."""

from __future__ import annotations

from hypothesis import given
from support.builders import Given, pack, practice
from support.readings import READINGS, five, level, read

from cxaudit.domain.assessment import Answer
from cxaudit.presentation import firmness
from cxaudit.presentation.reading import Reading


def sizes() -> Reading:
    """Two dimensions of five and six practices, of one weight each."""
    asked = [practice(f"a.p{k}", f"A{k}") for k in range(5)] + [practice(f"b.p{k}", f"B{k}") for k in range(6)]
    answers: dict[str, Given] = {p.code: 3 for p in asked}
    return read(answers, pack(asked))


def test_dimensions_of_different_size_have_a_span() -> None:
    text = firmness.resolution(sizes())
    assert text == "One answer moving one level is 0.17 to 0.20 of a dimension and 0.08 to 0.10 overall."


def test_a_dimension_tells_its_own_step() -> None:
    reading = sizes()
    assert firmness.dimension_firmness(reading, "a") == (
        "One answer moving one level is 0.20 of this dimension and 0.10 overall.",
    )
    assert firmness.dimension_firmness(reading, "b")[0].startswith("One answer moving one level is 0.17 of this")
    assert firmness.dimension_firmness(read({}), "m") == ()


def test_votes_tell_what_any_one_of_them_moves() -> None:
    reading = read(level(3, M1=[1, 2, 4], M2=Answer(votes=(1, 2, 2), agreed=3)), five(()))
    assert (
        firmness.dimension_firmness(reading, "m")[1] == "With any one vote left out this dimension lies at 2.3 to 2.7."
    )
    assert firmness.overall_votes(reading) == "With any one vote left out the overall index lies at 2.9."
    assert firmness.practice_votes(reading, "m.m1") == "With any one vote left out the point lies at 1 to 2."
    assert firmness.practice_votes(reading, "m.m2") == "The level was agreed on: no single vote moves it."
    assert firmness.practice_votes(reading, "m.m3") == ""
    assert len(firmness.firm_texts(reading)) == 3


def test_without_three_votes_nothing_is_said_of_them() -> None:
    assert firmness.overall_votes(read(level(3, M1=[1, 2]))) == ""
    assert len(firmness.dimension_firmness(read(level(3)), "m")) == 1
    assert firmness.overall_votes(read(level("dk", M1=[1, 2, 3]))) == ""


@given(READINGS)
def test_any_reading_has_its_sentences(reading: Reading) -> None:
    texts = [*firmness.firm_texts(reading)]
    for dimension in reading.card.dimensions:
        texts += firmness.dimension_firmness(reading, dimension)
    texts += [firmness.practice_votes(reading, p) for p in reading.card.practices]
    assert not any("{" in text or "None" in text for text in texts)
