"""The worked example of the scoring rules: one dimension, five people, evidence on file, weights 1."""

from __future__ import annotations

from fractions import Fraction

from support.builders import Given, answer, assess, flag, pack, practice

from cxaudit.domain.questionnaire import Flag, Pack
from cxaudit.domain.scorecard import Scorecard
from cxaudit.domain.scoring import score
from cxaudit.domain.stability import leave_one_out, resolution

CODES = ("H1", "H2", "H3", "H6")
VOTES: dict[str, Given] = {
    "H1": [5, 5, 4, 5, 5],
    "H2": [4, 4, "dk", 3, "dk"],
    "H3": [4, 5, 1, 1, 5],
    "H6": [2, 2, 3, 2, 1],
}


def hygiene(*flags: Flag) -> Pack:
    return pack([practice(f"hygiene.{code.lower()}", code) for code in CODES], flags)


def card(*flags: Flag) -> Scorecard:
    asked = hygiene(*flags)
    return score(asked, assess(asked, VOTES))


def test_points_ranges_and_agreement_of_each_practice() -> None:
    rows = [
        (p.code, p.point, p.low, p.high, p.agreement and (p.agreement.ad, p.agreement.a))
        for p in card().practices.values()
    ]
    assert rows == [
        ("H1", 5, 5, 5, (Fraction(1, 5), Fraction(9, 10))),
        ("H2", 4, 3, 4, (Fraction(1, 3), Fraction(5, 6))),
        ("H3", 4, 4, 4, (Fraction(8, 5), Fraction(-17, 30))),
        ("H6", 2, 2, 2, (Fraction(2, 5), Fraction(7, 10))),
    ]


def test_only_the_third_is_a_split_room() -> None:
    rooms = {p.code: p.agreement for p in card().practices.values() if p.agreement}
    assert [code for code, room in rooms.items() if room.split] == ["H3"]
    assert [code for code, room in rooms.items() if room.low] == ["H3"]
    assert [code for code, room in rooms.items() if room.outliers] == ["H3"]


def test_the_dimension_without_a_flag() -> None:
    hygiene_score = card().dimensions["hygiene"]
    assert (hygiene_score.raw_low, hygiene_score.raw, hygiene_score.raw_high) == (
        Fraction(7, 2),
        Fraction(15, 4),
        Fraction(15, 4),
    )
    assert hygiene_score.index == Fraction(15, 4)
    assert [hygiene_score.shares[k] for k in range(1, 6)] == [1, 1, Fraction(3, 4), Fraction(3, 4), Fraction(1, 4)]
    assert hygiene_score.level == 3
    assert hygiene_score.blocked_by == ("H6",)


def test_a_flag_on_the_weakest_holds_all_three_at_its_cap() -> None:
    held = card(flag("weak", 3, {"hygiene.h6": 2})).dimensions["hygiene"]
    assert (held.low, held.index, held.high, held.cap) == (3, 3, 3, 3)
    assert held.raw == Fraction(15, 4)
    assert [(f.id, f.at, f.shown, f.holds) for f in held.flags] == [("weak", ("low", "index", "high"), True, True)]
    assert held.level == 3
    assert held.blocked_by == ("H6",)  # the gate stands at 3 without the cap too


def test_one_answer_and_one_vote() -> None:
    asked = hygiene()
    scored = score(asked, assess(asked, VOTES))
    one = resolution(scored, "hygiene.h1")
    assert one is not None
    assert (one.dimension, one.overall) == (Fraction(1, 4), Fraction(1, 4))
    spans = leave_one_out(asked, scored)
    assert [spans.practices[f"hygiene.{c.lower()}"] for c in CODES] == [(5, 5), (3, 4), (1, 4), (2, 2)]
    assert spans.dimensions["hygiene"] == (Fraction(11, 4), Fraction(15, 4)) == spans.overall


def test_an_agreed_level_takes_the_place_of_the_votes() -> None:
    asked = hygiene()
    agreed = answer([4, 5, 1, 1, 5]).model_copy(update={"agreed": 3})
    scored = score(asked, assess(asked, {**VOTES, "H3": agreed}))
    third = scored.practices["hygiene.h3"]
    assert (third.point, third.low, third.high, third.agreed) == (3, 3, 3, True)
    assert third.agreement is not None
    assert third.agreement.split
    assert leave_one_out(asked, scored).practices["hygiene.h3"] == (3, 3)
