"""The findings: every sentence, and that none fails for any assessment."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from typing import Any, get_args

import pytest
from hypothesis import given
from support.builders import flag, pack, practice
from support.readings import READINGS, five, level, read, titled

from cxaudit.domain.assessment import Answer
from cxaudit.domain.notes import Note, NoteKind
from cxaudit.domain.receipt import receipt
from cxaudit.presentation import coverage, flags, remarks
from cxaudit.presentation.blocking import dimension_block, overall_block
from cxaudit.presentation.findings import FindingsView, findings_view
from cxaudit.presentation.headline import headline
from cxaudit.presentation.numbers import NONE, gap_text, index_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import bare, capital, choice, count_word, inside, listing, sentence


def texts(view: Any) -> list[str]:
    """Every text in a view."""
    if isinstance(view, str):
        return [view]
    if isinstance(view, tuple):
        return [text for part in view for text in texts(part)]
    if is_dataclass(view):
        return [text for f in fields(view) for text in texts(getattr(view, f.name))]
    return []


# ---------------------------------------------------------------- words
def test_lists_end_with_and_or_or() -> None:
    assert [listing(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert [choice(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a or b", "a, b or c"]


def test_small_counts_are_words() -> None:
    assert [count_word(n) for n in (0, 1, 12, 13)] == ["none", "one", "twelve", "13"]
    assert capital("five") == "Five"


def test_titles_inside_a_sentence_start_small_in_english_only() -> None:
    assert inside("Metric hygiene") == "metric hygiene"
    assert inside("EX linkage") == "EX linkage"
    assert inside("Mission", "de") == "Mission"


def test_a_sentence_has_one_full_stop() -> None:
    assert [sentence(t) for t in ("Go", "Go.", "Go?")] == ["Go.", "Go.", "Go?"]
    assert bare("Go. ") == "Go"


# ---------------------------------------------------------------- the title
TITLES = [
    ({}, "Nothing to score yet: no question is answered"),
    (level("dk"), "Nothing to score yet: no answer is known"),
    ({"M1": 3}, "Too few answers to score any dimension"),
    ({"M1": 3, "M2": 3, "M3": 2}, "Mission stands at 2.7; four dimensions are not scored"),
    (level(4), "Everything is at its target: nothing to close"),
    ({**level(4), "M1": "dk"}, "All that is answered is at its target"),
    (level(2), "All five dimensions stand at 2.0"),
    (level(3, E1=1, E2=1), "Employee link holds you back"),
    (level(3, E1=1, E2=2, H1=1), "Metric hygiene and employee link hold you back"),
    (level(1, M1=4, M2=4, M3=4), "Mission is ahead; the other four hold you back"),
    (level(1, M1=4, M2=4, M3=4, S1=4, S2=4, S3=4), "Mission and strategy are ahead; the other three hold you back"),
]


@pytest.mark.parametrize(("answers", "title"), TITLES)
def test_the_title_is_the_finding(answers: dict[str, Any], title: str) -> None:
    assert headline(read(answers, five(flags=()))) == title


def test_title_of_one_dimension_that_is_not_scored() -> None:
    answers = {k: v for k, v in level(3, M1=2).items() if not k.startswith("E")}
    assert headline(read(answers)) == "Mission holds you back; one dimension is not scored"


def test_title_where_no_question_applies() -> None:
    asked = five(flags=(), may_not_apply=True)
    reading = read({p: Answer(not_applicable="no") for p in asked.practices}, asked)
    assert headline(reading) == "Nothing to score: no question applies here"
    assert coverage.dimension_coverage(reading, reading.card.dimensions["m"]) == "does not apply"


def test_a_flag_that_holds_a_score_at_its_target_is_the_finding() -> None:
    reading = read(level(5, H3=1), targets={"h": 1})
    assert reading.card.gap.total == 0
    assert headline(reading) == "Metric hygiene holds you back"


def test_the_lowest_may_be_at_its_target() -> None:
    reading = read(level(4, M1=1, M2=1, M3=1), targets={"m": 1, "s": 5})
    assert headline(reading) == "Strategy is farthest from its target"


def test_many_dimensions_are_counted() -> None:
    names = [chr(ord("a") + k) for k in range(8)]
    asked = titled(pack([practice(f"{n}.p", f"{n.upper()}1") for n in names]))
    low = {f"{n.upper()}1": 1 for n in names[:4]}
    reading = read({**low, **{f"{n.upper()}1": 3 for n in names[4:]}}, asked)
    assert headline(reading) == "Four of eight dimensions hold you back"


# ---------------------------------------------------------------- how much stands behind it
def test_confidence_counts_answers_people_and_evidence() -> None:
    answers = level(2, S3="dk")
    assert coverage.confidence(read(answers, evidence="")).split("  ·  ") == [
        "14 of 15 answered, 1 don't know",
        "1 person",
        "no evidence attached",
    ]
    answers = {**level(2, M1=[4, 4, 3, "-"]), "J1": "-"}
    del answers["J2"]
    assert coverage.confidence(read(answers)).split("  ·  ") == [
        "13 of 15 answered, 2 open",
        "3 people",
        "evidence for 13 answers",
    ]
    assert coverage.people_text(read({})) == "nobody has answered yet"


def test_evidence_beside_an_answer_that_waits_to_be_confirmed_is_not_counted() -> None:
    reading = read(level(3), evidence="minutes")
    waiting = {n: a.model_copy(update={"carried": True}) for n, a in reading.assessment.answers.items()}
    audit = reading.assessment.model_copy(update={"answers": waiting})
    assert coverage.evidence_text(replace(reading, assessment=audit)) == "no evidence attached"


def test_confidence_names_what_does_not_apply() -> None:
    asked = five(flags=(), may_not_apply=True)
    answers = level(2, M1=Answer(not_applicable="no"), M2=Answer(not_applicable="no"))
    assert coverage.answered_text(read(answers, asked)) == "13 of 15 answered, 2 do not apply"


def test_coverage_is_said_where_it_is_not_complete() -> None:
    reading = read(level(3, M1="dk", S1="dk", S2="dk"))
    said = {d.id: coverage.dimension_coverage(reading, d) for d in reading.card.dimensions.values()}
    assert said["m"] == "provisional: 2 of 3 known"
    assert said["s"] == "too few answers: 1 of 3 known"
    assert said["h"] == ""
    assert coverage.scored_text(reading) == "4 of 5 dimensions scored"


def test_remarks_tell_what_to_bear_in_mind() -> None:
    alone = remarks.remarks(read(level(4), evidence=""))
    assert "One person answered: this is one view." in alone
    assert "15 of 15 answers are at the same level. Worth a second look, one by one?" in alone
    assert "15 answers above 3 have no evidence on file: they are drawn hatched, as claimed." in alone
    room = remarks.remarks(
        read(level(3, M1=[1, 1, 5, 5], M2=[3, 3, "na"], **dict.fromkeys(("S1", "S2", "S3", "J1"), "dk")))
    )
    assert "Open: the room is split on Practice M1 (M1), and no level was agreed." in room
    assert any(text.startswith("Scope disputed on Practice M2 (M2)") for text in room)
    assert any(text.startswith("More than a quarter") for text in room)


@pytest.mark.parametrize("kind", get_args(NoteKind))
def test_every_note_has_its_words(kind: NoteKind) -> None:
    for count in (1, 3):
        text = remarks.remark(read(level(4), evidence=""), Note(kind, count, 15, ("m.m1", "m.m2")))
        assert text.endswith((".", "?"))
        assert "{" not in text


def test_speed_is_told_politely() -> None:
    text = remarks.remark(read(level(4)), Note("fast answers", 7, 15))
    assert text == "Seven answers were given faster than most people read the question. Worth a second look?"


def test_many_names_are_counted_and_a_kind_without_words_says_nothing() -> None:
    reading = read(level(4))
    ids = tuple(reading.pack.practices)
    text = remarks.remark(reading, Note("contradicted", 7, 15, ids[:7]))
    assert text.endswith("(M1), Practice M2 (M2), Practice M3 (M3), Practice S1 (S1) and three more.")
    five_names = remarks.remark(reading, Note("contradicted", 5, 15, ids[:5]))
    assert five_names.endswith("and Practice S2 (S2).")
    later: Any = "of a later version"
    assert remarks.remark(reading, Note(later, 1, 15)) == ""


# ---------------------------------------------------------------- red flags
def test_a_flag_tells_the_raw_and_the_held_value() -> None:
    view = flags.flag_views(read(level(4, H3=1, H1=3)))[0]
    assert view.sentence == "Metric hygiene is 2.7, held at 2.0 because Incentives (H3) is at level 1."
    assert view.holds


def test_a_flag_that_does_not_hold_says_so() -> None:
    view = flags.flag_views(read(level(1)))[0]
    assert not view.holds
    expected = "A red flag, not what holds the score: Incentives (H3) is at level 1, and Metric hygiene is 1.0."
    assert view.sentence == expected


def test_of_two_flags_the_lower_cap_holds() -> None:
    asked = five(flags=(flag("first", 3, {"h.h1": 1}), flag("second", 2, {"h.h3": 1})))
    views = {v.id: v.sentence for v in flags.flag_views(read(level(5, H1=1, H3=1, H2=5), asked, targets={"h": 5}))}
    assert views["second"].startswith("Metric hygiene is 2.3, held at 2.0 because")
    asked = five(flags=(flag("first", 3, {"h.h1": 2}), flag("second", 2, {"h.h3": 2})))
    views = {v.id: v.sentence for v in flags.flag_views(read(level(5, H1=2, H3=2), asked))}
    assert "would" not in views["second"]
    weighty = [practice("h.h1", "H1"), practice("h.h2", "H2", weight=3), practice("h.h3", "H3")]
    asked = titled(pack(weighty, (flag("first", 3, {"h.h1": 2}), flag("second", 2, {"h.h3": 2}))))
    views = {v.id: v.sentence for v in flags.flag_views(read({"H1": 2, "H2": 5, "H3": 2}, asked))}
    assert "It would be held at 3.0 here too" in views["first"]


def test_a_flag_in_a_dimension_with_too_few_answers() -> None:
    view = flags.flag_views(read(level(3, H1="dk", H2="dk", H3=1)))[0]
    assert view.sentence == "Incentives (H3) is at level 1. Metric hygiene has too few answers for a score."


def test_the_cause_groups_practices_by_level() -> None:
    asked = five(flags=(flag("both", 2, {"h.h1": 2, "h.h2": 2, "h.h3": 2}),))
    reading = read(level(4, H1=1, H2=1, H3=2), asked)
    expected = "Practice H1 (H1) and Practice H2 (H2) are at level 1 and Incentives (H3) is at level 2"
    assert flags.flag_cause(reading, asked.flags[0]) == expected


def test_flags_that_an_open_answer_might_raise() -> None:
    found = flags.possible_flags(read(level(3, H3="dk")))
    assert found == ("Possible red flag, “front-line-pay”: Incentives (H3) has no certain answer.",)
    assert flags.possible_flags(read(level(3))) == ()
    assert flags.possible_flags_text(read(level(3, H3="dk"))) == found[0]
    two = five(flags=(flag("first", 3, {"h.h1": 1}), flag("second", 2, {"h.h3": 1})))
    text = flags.possible_flags_text(read({}, two))
    assert text == "Two red flags may stand behind answers that are not certain."


def test_flags_whose_practice_is_not_asked() -> None:
    asked = five()
    late = tuple(
        d.model_copy(update={"practices": tuple(p.model_copy(update={"quick": p.code != "H3"}) for p in d.practices)})
        for d in asked.dimensions
    )
    reading = read(level(3), asked.model_copy(update={"dimensions": late}), mode="quick")
    assert flags.flags_not_asked(reading) == ("front-line-pay",)


# ---------------------------------------------------------------- what blocks the next level
def test_a_dimension_names_what_its_next_level_needs() -> None:
    reading = read(level(3, H1=4, H3=1, E1=1, E2=2, E3=2, J1=5, J2=5, J3=5, S1="dk", S2="dk"))
    said = {d.id: dimension_block(reading, d) for d in reading.card.dimensions.values()}
    assert said["h"] == "Level 3 needs Incentives (H3) at 2 or above, and the red flag “front-line-pay” cleared."
    assert said["e"].startswith("Level 3 needs Linked evidence (E1) at 2 or above, and at least two of Linked evidence")
    assert said["j"] == "Level 5 is the highest."
    assert said["s"] == ""


def test_the_whole_names_what_its_next_level_needs() -> None:
    assert overall_block(read(level(2, M1=3, M2=3, M3=3))) == (
        "Overall level 2. Level 3 needs at least two of Strategy, Metric hygiene, Employee link and Journey use"
        " at 3 or above."
    )
    assert overall_block(read(level(5))) == "Overall level 5, the highest."
    assert overall_block(read({})) == ""
    assert (
        overall_block(read(level(2, M1="dk", M2="dk"))) == "There is no overall level while Mission cannot be scored."
    )


def test_many_are_counted_and_the_nearest_is_named() -> None:
    assert overall_block(read(level(2, E1=3))) == (
        "Overall level 2. Level 3 needs at least three more dimensions at 3 or above, the nearest being Employee link."
    )
    no_name = "Overall level 2. Level 3 needs at least three more dimensions at 3 or above."
    assert overall_block(read(level(2))) == no_name


# ---------------------------------------------------------------- gaps, strengths, numbers
def test_gaps_strengths_and_the_one_number() -> None:
    view = findings_view(read(level(3, H3=1, E1=2, M1=4, M2=5), organisation=" Kestrel "))
    assert next((g.code, g.level, g.target, g.share) for g in view.gaps) == ("H3", 1, 4, "19 % of the whole gap")
    assert [s.code for s in view.strengths] == ["M2", "M1", "E2"]
    assert view.strengths[0].anchor == "five"
    assert view.organisation == "Kestrel"
    assert view.overall.line == "level 3 3"
    assert findings_view(read(level(3, S3="dk"))).overall.line == "range 2.9 to 3.1  ·  level 3 3"
    assert view.resolution == "One answer moving one level is 0.33 of a dimension and 0.07 overall."
    assert view.sensitivity.startswith("Doubling the weight")


def test_resolution_names_both_ends_where_dimensions_differ() -> None:
    text = findings_view(read(level(3, S3="dk"))).resolution
    assert text == "One answer moving one level is 0.33 to 0.50 of a dimension and 0.07 to 0.10 overall."


def test_the_highest_level_has_nothing_that_blocks_it() -> None:
    assert findings_view(read(level(5))).block_title == "The highest level"
    assert findings_view(read(level(2))).block_title == "What blocks the next level"


def test_no_strength_is_none() -> None:
    assert findings_view(read(level(2))).strengths == ()


def test_nothing_answered_has_no_numbers() -> None:
    view = findings_view(read({}))
    assert view.overall.index == NONE
    assert (view.resolution, view.sensitivity, view.attainment) == ("", "", NONE)
    assert view.overall.why_none == ""
    missing = findings_view(read(level(2, M1="dk", M2="dk"))).overall
    assert missing.line.startswith("4 of 5 dimensions scored")


def test_claimed_levels_end_the_solid_part_early() -> None:
    reading = read(level(4), evidence="")
    score = reading.card.dimensions["m"]
    assert (score.index, reading.shown_index(score)) == (4, 3)
    assert reading.shown_index(read({}).card.dimensions["m"]) is None


# ---------------------------------------------------------------- any assessment at all
@given(READINGS)
def test_wording_never_fails_and_leaves_nothing_open(reading: Reading) -> None:
    view = findings_view(reading)
    for text in texts(view):
        assert "{" not in text
        assert "None" not in text
        assert "Fraction" not in text


@given(READINGS)
def test_the_numbers_are_the_receipts(reading: Reading) -> None:
    view: FindingsView = findings_view(reading)
    found: Any = receipt(reading.pack, reading.assessment, "test")
    for dimension in view.dimensions:
        exact = found["dimensions"][dimension.id]
        assert dimension.index == index_text(None if exact["index"] is None else Fraction(exact["index"]))
        assert dimension.raw == index_text(None if exact["raw"] is None else Fraction(exact["raw"]))
    assert view.gap == gap_text(Fraction(found["gap"]["total"]))
    whole = found["overall"]["index"]
    assert view.overall.index == index_text(None if whole is None else Fraction(whole))


@given(READINGS)
def test_what_blocks_is_said_where_there_is_a_next_level(reading: Reading) -> None:
    for score in reading.card.dimensions.values():
        text = dimension_block(reading, score)
        assert bool(text) == (score.level is not None)
        if score.level is not None and score.level < 5:
            assert text.startswith(f"Level {score.level + 1} needs ")


def test_a_flag_over_answers_at_their_target_is_told() -> None:
    lowest = dict.fromkeys(five().dimensions_by_id, 1)
    assert headline(read(level(1), targets=lowest)) == "Everything is at its target, but a red flag stands"
