"""Seconds on screen: summed over visits, rounded up once."""

from __future__ import annotations

from cxaudit.app.screen_time import ScreenTime


def test_visits_are_summed_and_rounded_up_once() -> None:
    time = ScreenTime()
    time.show("a", 10.0)
    time.show("b", 10.4)
    time.show("a", 12.0)
    assert time.seconds("a", 12.5) == 1
    assert time.seconds("b", 99.0) == 2


def test_nothing_runs_while_another_page_is_shown() -> None:
    time = ScreenTime()
    time.show("a", 0.0)
    time.hide(3.0)
    time.hide(50.0)
    assert time.seconds("a", 60.0) == 3
    time.show("a", 100.0)
    assert time.seconds("a", 101.5) == 5


def test_what_is_on_file_counts_once() -> None:
    time = ScreenTime()
    time.show("a", 0.0, before=7)
    assert time.seconds("a", 2.0) == 9
    time.show("a", 3.0, before=9)
    assert time.seconds("a", 3.0) == 10


def test_a_question_that_was_never_shown_took_no_time() -> None:
    assert ScreenTime().seconds("a", 5.0) == 0
