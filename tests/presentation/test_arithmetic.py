"""Any number opens down to its arithmetic, and the arithmetic gives the number."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from support.builders import NOT_NOW, flag, pack, practice
from support.readings import READINGS, five, level, planned, read, titled

from cxaudit.domain.assessment import Answer
from cxaudit.presentation.arithmetic import arithmetic_view, subjects
from cxaudit.presentation.drawing import CircleOp, LineOp, RectOp, TextOp
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.step_charts import gate_chart, held_chart
from cxaudit.presentation.steps import ArithmeticView, Block, Formula, Gate, Held, Sentence, Subject, Table
from cxaudit.presentation.words import DASH, MINUS


def opened(reading: Reading, kind: str, of: str = "") -> ArithmeticView:
    return arithmetic_view(reading, *planned(reading), Subject(kind, of))  # pyright: ignore[reportArgumentType]


def blocks(view: ArithmeticView, kind: type[Block]) -> list[Block]:
    return [b for step in view.steps for b in step.blocks if isinstance(b, kind)]


def formulas(view: ArithmeticView) -> dict[str, tuple[str, str, str]]:
    """The first formula of each name: the sum, the exact value, the shown one."""
    found: dict[str, tuple[str, str, str]] = {}
    for block in blocks(view, Formula):
        if isinstance(block, Formula):
            found.setdefault(block.what, (block.sum, block.exact, block.shown))
    return found


def sentences(view: ArithmeticView) -> list[str]:
    said = [b.text for b in blocks(view, Sentence) if isinstance(b, Sentence)]
    return said + [s.text for b in blocks(view, Gate) if isinstance(b, Gate) for s in b.sentences]


# ---------------------------------------------------------------- a dimension
def test_a_dimension_opens_to_its_answers() -> None:
    reading = read(level(4, H1=4, H2=3, H3=1), evidence="")
    view = opened(reading, "dimension", "h")
    assert view.title == "Metric hygiene, step by step"
    assert [s.title for s in view.steps] == [
        "Answers",
        "Weighted mean",
        "Red flags",
        "Level",
        "The next level",
        "How firm it is",
    ]
    assert formulas(view)["Index"] == ("(4 + 3 + 1) / 3", "8/3", "2.67")
    assert formulas(view)["Range"] == ("(3 + 3 + 1) / 3  to  (4 + 3 + 1) / 3", "7/3 to 8/3", f"2.33{DASH}2.67")
    (held,) = blocks(view, Held)
    assert held == Held(Fraction(8, 3), Fraction(2))
    (table,) = blocks(view, Table)
    assert isinstance(table, Table)
    assert [c.text for c in table.rows[0]] == ["H1  Practice H1", "claimed", "4", "3", "4", "4", "1"]
    assert table.opens[0] == Subject("practice", "h.h1")
    assert view.summary == "Level 2 2  ·  index 2.0"
    assert any(s.startswith("Above 3 without evidence") for s in sentences(view))


def test_weights_are_factors_and_a_short_gate_is_told() -> None:
    asked = titled(pack([practice("h.h1", "H1", weight=2), practice("h.h2", "H2")]))
    view = opened(read({"H1": 1, "H2": 4}, asked), "dimension", "h")
    assert formulas(view)["Index"] == ("(2·1 + 4) / 3", "2", "2.00")
    assert any("Here 33 % are at 2 or above: level 1." in text for text in sentences(view))


def test_a_cap_that_lowers_the_level_is_told() -> None:
    asked = five(flags=(flag("low", 1, {"h.h3": 3}),))
    view = opened(read(level(5, H3=3), asked), "dimension", "h")
    assert "A red flag then holds it at 1." in sentences(view)


def test_a_flag_that_only_an_end_fires() -> None:
    view = opened(read(level(4, H3="dk")), "dimension", "h")
    cap = next(b for b in blocks(view, Formula) if isinstance(b, Formula) and b.flag)
    assert cap.sum == "H3 is open, at most 1  →  at most 2 for the low end"
    assert blocks(view, Held) == []
    assert formulas(view)["Coverage"] == ("2 / 3", "2/3", "67 %")
    assert any(s.startswith("With every open or claimed answer") for s in sentences(view))


def test_too_few_answers_give_a_range_only() -> None:
    view = opened(read(level(3, H1="dk", H2="dk", H3=1)), "dimension", "h")
    assert "Under half of the weight is known: a range, but no index." in sentences(view)
    assert view.summary == "Too few answers: 1 of 3 known"
    assert "Level" not in [s.title for s in view.steps]


def test_what_does_not_apply_stands_in_the_table() -> None:
    asked = five(flags=(), may_not_apply=True)
    gone = {f"H{k}": Answer(not_applicable="none here") for k in (1, 2, 3)}
    reading = read(level(3, M1="-", S1=Answer(votes=(2, 4), agreed=3, evidence="x"), **gone), asked)
    view = opened(reading, "dimension", "h")
    (table,) = blocks(view, Table)
    assert isinstance(table, Table)
    assert [row[1].text for row in table.rows] == ["does not apply"] * 3
    assert view.summary == "Does not apply"
    (open_table,) = blocks(opened(reading, "dimension", "m"), Table)
    assert isinstance(open_table, Table)
    assert open_table.rows[0][1].text == "open"
    (agreed,) = blocks(opened(reading, "dimension", "s"), Table)
    assert isinstance(agreed, Table)
    assert agreed.rows[0][1].text == "agreed"
    assert opened(reading, "practice", "h.h1").summary == "Not in any sum"


# ---------------------------------------------------------------- a practice
def test_a_single_answer_opens_to_its_anchor() -> None:
    view = opened(read(level(4), evidence=""), "practice", "h.h3")
    assert "One answer: 4, “four”." in sentences(view)
    assert "Claimed: above 3 without evidence on file, so the low end is at most 3." in sentences(view)
    assert view.summary == "Level 4  ·  range 3 to 4"


def test_votes_open_to_the_lower_median_and_the_agreement() -> None:
    view = opened(read(level(4, H2=[4, 4, "dk", 3, "dk"])), "practice", "h.h2")
    found = formulas(view)
    assert found["Point"] == ("place 2 of 3 in 3 4 4", "4", "4")
    assert found["Low"] == ("place 3 of 5 in 1 1 3 4 4", "3", "3")
    assert found["High"] == ("place 3 of 5 in 3 4 4 5 5", "4", "4")
    assert found["AD"][1:] == ("1/3", "0.33")
    assert found["A"] == ("(2 × 3/4 + 1 × 1) / 3", "5/6", "0.83")  # noqa: RUF001 - a true times sign
    (peeled,) = blocks(view, Table)
    assert isinstance(peeled, Table)
    assert [[c.text for c in row] for row in peeled.rows] == [
        ["Levels 3, 4", "1", "2", "3/4"],
        ["Levels 4", "1", "1", "1"],
    ]
    assert "2 people do not know." in sentences(view)


@pytest.mark.parametrize(
    ("votes", "word"),
    [
        ([4, 5, 1, 1, 5], "A is below 0: the room is split."),
        ([1, 1, 2, 3, 4], "Low agreement: worth talking about."),
        ([3, 3, 3, 3, 3, 3, 5], "A vote lies two or more levels from the median: worth hearing."),
    ],
)
def test_agreement_in_words(votes: list[int | str], word: str) -> None:
    assert word in sentences(opened(read(level(4, H2=votes)), "practice", "h.h2"))


def test_agreement_without_a_word_where_all_is_well() -> None:
    said = sentences(opened(read(level(4, H2=[3, 3, 3])), "practice", "h.h2"))
    assert not any("worth" in s or "split" in s for s in said)
    two = sentences(opened(read(level(4, H2=[3, 4])), "practice", "h.h2"))
    assert "Too few levels to say: three are needed." in two


def test_an_agreed_level_an_open_one_and_its_gap() -> None:
    agreed = opened(read(level(4, H2=Answer(votes=(1, 5, 5), agreed=3))), "practice", "h.h2")
    assert formulas(agreed)["Point"] == ("the agreed level", "3", "3")
    assert formulas(agreed)["Gap"] == (f"max(0, 4 {MINUS} 3)", "1", "1")
    assert formulas(agreed)["Share"] == ("1/5 × 1/3", "1/15", "0.07")  # noqa: RUF001 - a true times sign
    unanswered = opened(read({}), "practice", "h.h2")
    assert "Not answered yet." in sentences(unanswered)
    assert unanswered.summary == "No point  ·  range 1 to 5"
    assert "Gap" not in formulas(unanswered)
    moves = ("share times the range of its gap, 0 to 3", "1/5", "0.20")
    assert formulas(unanswered)["It may move"] == moves


# ---------------------------------------------------------------- the whole
def test_the_whole_opens_to_the_dimensions() -> None:
    view = opened(read(level(2, M1=3, M2=3, M3=3)), "overall")
    assert formulas(view)["Index"] == ("(3 + 2 + 2 + 2 + 2) / 5", "11/5", "2.20")
    assert view.summary == "Level 2 2  ·  index 2.2"
    assert [s.title for s in view.steps][-1] == "How firm it is"
    assert formulas(view)["Doubled"] == (f"|3 {MINUS} 11/5| / 6", "2/15", "0.13")


def test_the_whole_without_a_number_says_why() -> None:
    view = opened(read(level(2, M1="dk", M2="dk")), "overall")
    assert "There is no overall level while Mission cannot be scored." in sentences(view)
    assert view.summary == "There is no overall level while Mission cannot be scored."
    assert "No dimension is scored." in sentences(opened(read({}), "overall"))


def test_the_whole_without_a_range_where_a_dimension_does_not_apply() -> None:
    asked = five(flags=(), may_not_apply=True)
    gone = {f"H{k}": Answer(not_applicable="none here") for k in (1, 2, 3)}
    assert "Range" not in formulas(opened(read(level(3, **gone), asked), "overall"))


def test_the_gap_opens_to_the_practices() -> None:
    view = opened(read(level(4, H2=2, S3="dk")), "gap")
    assert formulas(view)["Whole gap"][1:] == ("2/15", "0.13")
    assert formulas(view)["Range"][1:] == ("2/15 to 1/3", f"0.13{DASH}0.33")
    assert formulas(view)["Attained"][2] == "95 %"
    assert view.summary == "Gap 0.13, attained 95 %"


def test_the_gap_where_no_target_is_above_one() -> None:
    view = opened(read(level(4), targets=dict.fromkeys("mshej", 1)), "gap")
    assert "No target is above 1: there is no way to have gone." in sentences(view)
    assert view.summary == "Gap 0.00"


# ---------------------------------------------------------------- an action
def test_an_action_opens_to_benefit_ratio_and_rank() -> None:
    view = opened(read(level(4, H3=1, M1=2)), "action", "do-h3")
    found = formulas(view)
    assert found["Benefit"][1:] == ("1/5", "0.20")
    assert found["Ratio"] == ("1/5 / 3", "1/15", "0.07")
    assert any(s.startswith("First tier") for s in sentences(view))
    assert view.summary == "Rank 1"
    second = opened(read(level(4, M1=2)), "action", "do-m1")
    assert any(s.startswith("Second tier") for s in sentences(second))


def test_an_action_that_is_put_off_has_no_rank() -> None:
    view = opened(read(level(4, M1=2), actions={"do-m1": NOT_NOW}), "action", "do-m1")
    assert view.summary == "Not in the sequence"
    assert "Ratio" not in formulas(view)
    with pytest.raises(KeyError):
        opened(read(level(4)), "action", "do-m1")


# ---------------------------------------------------------------- any number of any assessment
@given(READINGS)
def test_every_number_opens(reading: Reading) -> None:
    plan, ranks = planned(reading)
    wanted = [s for s, _name in subjects(reading)]
    wanted += [Subject("practice", p) for p in reading.card.practices]
    wanted += [Subject("action", i.action) for i in plan.items]
    for subject in wanted:
        view = arithmetic_view(reading, plan, ranks, subject)
        assert view.subject == subject
        assert view.title in view.text
        assert "None" not in view.text
        assert "{" not in view.text
        assert [s.number for s in view.steps] == list(range(1, len(view.steps) + 1))


@given(READINGS)
def test_the_sums_give_the_exact_values(reading: Reading) -> None:
    """What stands as a sum of levels is worked out again and has to be the value beside it."""
    for dimension in reading.card.dimensions:
        total, exact, _shown = formulas(opened(reading, "dimension", dimension)).get("Index", ("", "", ""))
        if total.startswith("("):
            terms, _slash, weight = total.partition(") / ")
            levels = [term.split("·") for term in terms.removeprefix("(").split(" + ")]
            value = Fraction(sum(int(t[0]) * int(t[1]) if t[1:] else int(t[0]) for t in levels), int(weight))
            assert value == Fraction(exact)


# ---------------------------------------------------------------- its two charts
def test_the_held_chart_shows_raw_and_cap() -> None:
    drawing = held_chart(Held(Fraction(8, 3), Fraction(2)), 500)
    assert drawing.description == "The weighted mean is 2.67; the red flag holds it at 2.00."
    assert any(isinstance(op, CircleOp) and op.stroke == "flag" for op in drawing.ops)
    assert sum(isinstance(op, LineOp) and op.role == "flag" for op in drawing.ops) == 4
    near = held_chart(Held(Fraction(51, 25), Fraction(2)), 500)
    assert sum(isinstance(op, LineOp) and op.role == "flag" for op in near.ops) == 1
    edge = held_chart(Held(Fraction(5), Fraction(1)), 300)
    right = [op for op in edge.ops if isinstance(op, TextOp) and op.text.startswith("raw")]
    assert right[0].align == "right"


def test_the_gate_chart_shows_shares_and_cuts() -> None:
    shares = {k: Fraction(5 - k, 4) for k in range(1, 6)}
    drawing = gate_chart(Gate(shares, (Fraction(1, 2), Fraction(17, 20)), ()), 320)
    bars = [op for op in drawing.ops if isinstance(op, RectOp) and op.fill == "accent"]
    assert len(bars) == 4
    assert "5: 0 %" in drawing.description
