"""What a pack tells of itself."""

from __future__ import annotations

from fractions import Fraction

from support.builders import action, pack, practice

from cxaudit.domain.questionnaire import Rubric, release

ASKED = pack([practice("b.p1", "B1"), practice("a.p1", "A1", quick=False)], actions=[action("do", "a.p1", 1, 5)])


def test_a_pack_finds_its_parts_in_its_own_order() -> None:
    assert list(ASKED.practices) == ["b.p1", "a.p1"]
    assert list(ASKED.by_code) == ["B1", "A1"]
    assert list(ASKED.dimensions_by_id) == ["b", "a"]
    assert list(ASKED.actions_by_id) == ["do"]
    assert ASKED.practices["a.p1"].dimension == "a"


def test_the_quick_audit_is_part_of_the_full_one() -> None:
    assert [p.code for p in ASKED.asked("quick")] == ["B1"]
    assert [p.code for p in ASKED.asked("full")] == ["B1", "A1"]


def test_versions_sort_as_numbers() -> None:
    assert release("1.10.0") > release("1.9.9")
    assert ASKED.release == (1, 0, 0)


def test_the_rubric_reads_its_fractions_and_efforts() -> None:
    assert Rubric().cuts == (Fraction(1, 2), Fraction(17, 20))
    assert [Rubric(effort_l=13).effort_points(e) for e in ("S", "M", "L")] == [1, 3, 13]
