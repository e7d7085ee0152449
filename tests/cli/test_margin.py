"""Could this change be chance, on the command line."""

from __future__ import annotations

import pytest
from support.command_line import CommandLine

from cxaudit.presentation.words import MINUS

SHARE = ("--share", "62", "--answered", "412")
NPS = ("--top", "48", "--bottom", "17", "--answered", "412")


def test_a_share_has_its_margin_and_its_response(cxaudit: CommandLine) -> None:
    done = cxaudit.process("margin", *SHARE, "--asked", "2,900")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[:2] == [
        "62 %, plus or minus 5 points (95 % confidence): between 57 % and 67 %.",
        "Asked 2,900, answered 412: 14 % answered; nothing is known of the other 86 %.",
    ]


def test_a_net_score_is_held_against_an_earlier_one(cxaudit: CommandLine) -> None:
    earlier = ("--earlier-top", "45", "--earlier-bottom", "18", "--earlier-answered", "400")
    done = cxaudit("margin", *NPS, *earlier)
    assert done.code == 0
    assert "From 27 to 31. The rise of 4 is smaller than chance alone would explain: noise." in done.out
    assert f"between {MINUS}6 and +14" in done.out


def test_an_earlier_share_can_be_given(cxaudit: CommandLine) -> None:
    done = cxaudit("margin", *SHARE, "--earlier-share", "40", "--earlier-answered", "400", "--confidence", "99 %")
    assert "The rise of 22 points is more than chance alone would explain." in done.out
    assert "(99 % confidence)" in done.out


def test_everything_that_is_wrong_is_told_at_once(cxaudit: CommandLine) -> None:
    done = cxaudit(
        "margin", "--top", "80", "--bottom", "40", "--answered", "0", "--earlier-top", "x", "--confidence", "80"
    )
    assert (done.code, done.out) == (2, "")
    told = [line.split(":")[0] for line in done.err.splitlines() if line.startswith("- ")]
    assert sorted(told) == [
        "- --answered",
        "- --bottom",
        "- --confidence",
        "- --earlier-answered",
        "- --earlier-bottom",
        "- --earlier-top",
    ]


def test_a_figure_is_a_share_or_a_net_score(cxaudit: CommandLine) -> None:
    done = cxaudit("margin", *NPS, "--share", "62")
    assert (done.code, done.out) == (2, "")
    assert "- --share: A figure is a share or a net score, not both. Give --share, or --top and --bottom." in done.err


@pytest.mark.parametrize("words", [(), ("--asked", "5"), ("--confidence", "95")])
def test_without_a_figure_it_is_asked_for(cxaudit: CommandLine, words: tuple[str, ...]) -> None:
    done = cxaudit("margin", *words)
    assert (done.code, done.out) == (2, "")
    assert "- --share: It is missing. Give --share, or --top and --bottom." in done.err
    assert "- --answered: It is missing. Add it." in done.err
