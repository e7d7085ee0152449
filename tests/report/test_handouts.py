"""The printed pack as a file: valid, the same bytes again, nothing off its place, nothing lost where it fails."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pypdf
import pytest
from support.pdf_rules import FLAVOURS, Verdict, verdicts
from support.pdf_tree import Reader
from support.reports import FULL_AUDIT, blank, example, longest, longest_pack, pages

from cxaudit.app.ports import HandoutOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.errors import HandoutError
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import LARGEST_ROOM, Room, RoomGroup
from cxaudit.presentation.handout import handout_view
from cxaudit.report.handouts import PAPERS, build_pdf, handout_pages, write_pdf
from cxaudit.report.pdf.fonts import BOLD, text_width
from cxaudit.report.pdf.pages.handout_ballots import INSET, Ballots, ballot
from cxaudit.report.pdf.pages.handout_cards import INSET as CARD_INSET
from cxaudit.report.pdf.pages.handout_cards import NAME_ROOM, fitting_name

PACK = example(FULL_AUDIT)[1]
ROOM = HandoutOptions(Room(present=14))
GROUPS = (RoomGroup(label="Leaders", present=5), RoomGroup(label="Front line", present=9))
GROUPED = HandoutOptions(Room(present=14, groups=GROUPS), paper="Letter")
MANY = tuple(RoomGroup(label=f"{n} {'of a long name ' * 20}"[:199], present=LARGEST_ROOM // 4) for n in range(4))
LONGEST = HandoutOptions(Room(present=LARGEST_ROOM, groups=MANY), paper="Letter")


@cache
def _built(name: str) -> bytes:
    cases = {
        "quick": lambda: build_pdf(blank(), PACK, ROOM),
        "full": lambda: build_pdf(blank("full"), PACK, GROUPED),
        "longest": lambda: build_pdf(longest(), longest_pack(), LONGEST),
    }
    return cases[name]()[0]


CASES = ("quick", "full", "longest")


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Verdict]:
    folder = tmp_path_factory.mktemp("packs")
    for name in CASES:
        (folder / f"{name}.pdf").write_bytes(_built(name))
    return verdicts(sorted(folder.iterdir()))


@pytest.mark.validator
@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("name", CASES)
def test_pack_keeps_the_rules(checked: dict[tuple[str, str], Verdict], name: str, flavour: str) -> None:
    verdict = checked[f"{name}.pdf", flavour]
    assert verdict.passed, verdict.problems


@pytest.mark.parametrize("name", CASES)
def test_every_mark_is_tagged_or_decoration_and_figures_have_words(name: str) -> None:
    reader = Reader(_built(name))
    assert not reader.outside
    assert all(node.alt for node in reader.root.walk() if node.role == "Figure")


def test_same_bytes_again() -> None:
    assert build_pdf(blank("full"), PACK, GROUPED)[0] == _built("full")


@pytest.mark.parametrize(
    ("options", "assessment", "of"),
    [(ROOM, blank(), PACK), (GROUPED, blank("full"), PACK), (LONGEST, longest(), longest_pack())],
    ids=CASES,
)
def test_nothing_leaves_its_page_or_place(options: HandoutOptions, assessment: Assessment, of: Pack) -> None:
    paper = PAPERS[options.paper]
    view = handout_view(of, assessment, options)
    for page in handout_pages(view, paper):
        assert page.end <= (paper.height if page.bare else paper.bottom) + 0.1, page.name
        for _tag, place in page.placed:
            if isinstance(sheet := place.block, Ballots):
                width, room = sheet.grid.width - 2 * INSET, sheet.grid.height - 2 * INSET
                assert all(ballot(one).height(width) <= room for one in sheet.ballots)
    for card in view.cards:
        width = card.picture.width - 2 * CARD_INSET
        assert fitting_name(card.name, width, "ink").height(width) <= NAME_ROOM


def test_the_first_page_tells_the_pages_that_are_there() -> None:
    text = pages(_built("quick"))
    assert "Vote cards 2 14 copies" in text[0]
    for number, page in enumerate(text, 1):
        assert f"Page {number} of {len(text)}" in page or f"{number} / {len(text)}" in page
    ballots = [number for number, page in enumerate(text, 1) if page.startswith("Ballots")]
    assert f"Ballots {ballots[0]} to {ballots[-1]} 14 copies of each page" in text[0]
    entry = next(number for number, page in enumerate(text, 1) if "In the window" in page)
    assert f"afterwards {entry} 1 copy" in text[0]


def test_a_full_audit_takes_six_ballots_to_a_page_and_an_agenda_to_a_page() -> None:
    text = pages(_built("full"))
    assert sum(page.startswith("Ballots") for page in text) == 5
    assert sum("Agenda for" in page for page in text) == 3


def test_letter_is_letter() -> None:
    boxes = {tuple(map(float, page.mediabox)) for page in pypdf.PdfReader(io.BytesIO(_built("full"))).pages}
    assert boxes == {(0, 0, 612, 792)}


def test_digits_of_cards_are_wide_enough_apart_from_their_shape() -> None:
    assert max(text_width(digit, BOLD, 206) for digit in "12345?") / 2 <= 77


def test_unprintable_characters_are_told(tmp_path: Path) -> None:
    told = write_pdf(tmp_path / "pack.pdf", blank(organisation="\U0001f600"), PACK, ROOM)
    assert any("U+1F600" in warning for warning in told)


def test_a_file_that_is_there_stays_where_writing_fails(tmp_path: Path) -> None:
    with pytest.raises(HandoutError):
        write_pdf(tmp_path / "nowhere" / "pack.pdf", blank(), PACK, ROOM)
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    with pytest.raises(HandoutError):
        write_pdf(folder, blank(), PACK, ROOM)
    assert list(folder.iterdir()) == []
