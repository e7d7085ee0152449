"""The results on one page, and what is said once a report was written."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from support.builders import DONE, Given, flag
from support.readings import CODES, READINGS, five, level, planned, read

from cxaudit.domain.assessment import ActionState
from cxaudit.presentation.exported import exported_view, handed_out_view
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.results import ResultsView, results_view


def shown(reading: Reading) -> ResultsView:
    return results_view(reading, planned(reading)[0])


def test_the_page_has_three_gaps_and_three_actions() -> None:
    view = shown(read(level(2), organisation="Kestrel Water"))
    assert view.gaps_title == "The three largest gaps"
    assert view.actions_title == "The three first actions"
    assert [a.rank for a in view.actions] == [1, 2, 3]
    assert view.subtitle.startswith("Kestrel Water  ·  15 of 15 answered")
    assert view.targets == "Target 4"
    assert view.gap_line.startswith("Whole gap ")


def test_one_gap_and_one_action_are_told_in_the_singular() -> None:
    view = shown(read(level(4, M1=3), actions={"do-m1": ActionState(owner="Ana")}))
    assert (view.gaps_title, view.actions_title) == ("The largest gap", "The first action")
    assert view.actions[0].owner == "Ana"
    assert view.no_gaps == ""


def test_no_gap_and_no_answer_say_so() -> None:
    full = shown(read(level(4), targets={"m": 3}))
    assert (full.gaps_title, full.actions_title) == ("Largest gaps", "First actions")
    assert full.no_gaps == "Nothing to close: every answer is at its target."
    assert full.targets == "Targets 3 to 4"
    assert shown(read({})).gap_line == ""
    assert shown(read({})).no_gaps == "Gaps appear once questions are answered."


def test_what_is_done_is_no_first_action() -> None:
    assert shown(read(level(4, M1=3), five(flags=()), actions={"do-m1": DONE})).actions == ()


def test_the_guess_is_told_last_without_praise_or_blame() -> None:
    def guessed(answers: dict[str, Given], guess: int | None) -> str:
        found = read(answers)
        made = found.assessment.model_copy(update={"prediction": guess})
        return shown(Reading(found.pack, made, found.card)).prediction

    before = "Before the first question the guess was level 4 4; "
    assert guessed(level(2), 4) == before + "the answers give level 2 2."
    assert guessed(level(4), 4) == before + "the answers give the same."
    assert guessed({}, 4) == before + "the answers do not give a level yet."
    assert guessed(level(2), None) == ""


def test_what_the_numbers_rest_on_is_shown() -> None:
    view = shown(read(level(3, M1=[1, 3, 3]), evidence=""))
    assert [text.split(" ")[0] for text in view.firm] == ["One", "Doubling", "With"]
    assert view.proof is None
    high = shown(read(level(4)))
    assert high.proof is not None
    assert high.proof.line == "Levels 4 and 5: 15. Shown 15, claimed 0."


def test_of_many_red_flags_the_first_have_banners() -> None:
    def with_flags(count: int) -> ResultsView:
        codes = CODES[:count]
        flags = tuple(flag(f"flag-{c.lower()}", 1, {f"{c[0].lower()}.{c.lower()}": 1}) for c in codes)
        return shown(read(level(1), five(flags)))

    assert (with_flags(3).banners, with_flags(3).more_flags) == (3, "")
    assert (with_flags(4).banners, with_flags(4).more_flags) == (2, "Two more red flags")
    assert with_flags(10).more_flags == "Eight more red flags"
    assert with_flags(10).findings.flags[0].cause == "Practice M1 (M1) is at level 1."


@given(READINGS)
def test_any_assessment_has_results(reading: Reading) -> None:
    view = shown(reading)
    assert len(view.profile.bars) == len(reading.pack.dimensions)
    assert len(view.actions) <= 3


def test_a_report_that_was_written_is_told_with_its_warnings() -> None:
    plain = exported_view(Path("/tmp/a.pdf"), ())
    assert (plain.title, plain.sentence) == ("The report is written", "/tmp/a.pdf.")
    warned = exported_view(Path("/tmp/a.pdf"), ("A character is missing.",))
    assert warned.title == "The report is written, with a warning"
    assert warned.sentence.endswith("A character is missing.")


def test_a_printed_pack_is_told_with_how_to_print_it() -> None:
    plain = handed_out_view(Path("/tmp/a.pdf"), ())
    assert plain.title == "The workshop pack is written"
    assert plain.sentence == "/tmp/a.pdf. Its first page says which pages to print how often."
    assert plain.button == "Open the pack"
    warned = handed_out_view(Path("/tmp/a.pdf"), ("A character is missing.",))
    assert warned.title == "The workshop pack is written, with a warning"
    assert warned.sentence.endswith("A character is missing.")
