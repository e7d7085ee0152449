"""Blocks, tables and pages: what breaks, breaks without loss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from hypothesis import given
from hypothesis import strategies as st
from support.reports import FULL_AUDIT, answered, blank, built, example, pack, pages

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Answer
from cxaudit.presentation.report import report_view
from cxaudit.report.pdf.blocks import Block, Space, Stack, Text
from cxaudit.report.pdf.document import build_pdf
from cxaudit.report.pdf.flow import Section, broken, fitted, lay_out, page_count
from cxaudit.report.pdf.fonts import REGULAR, text_width
from cxaudit.report.pdf.pages.contents import contents
from cxaudit.report.pdf.pages.cover import ABOVE, TITLE_TOP, Cover
from cxaudit.report.pdf.pages.parts import Heading
from cxaudit.report.pdf.pages.roadmap import Lane, LaneHead
from cxaudit.report.pdf.setting import PLAIN
from cxaudit.report.pdf.styles import A4, BODY, BOTTOM, FULL, H2, LETTER, TOP, Paper
from cxaudit.report.pdf.tables import Beside, Lanes, Table
from cxaudit.report.pdf.tags import Tag

ROOM = BOTTOM - TOP
lengths = st.lists(st.integers(1, 1500), min_size=1, max_size=12)


def _words(count: int, prefix: str = "w") -> str:
    return " ".join(f"{prefix}{number}" for number in range(count))


def _said(block: Block) -> list[str]:
    """The words of a block in the order in which they are drawn."""
    if isinstance(block, Text):
        return " ".join(run.text for line in block.lines(FULL) for run in line.runs).split()
    if isinstance(block, Stack):
        return [word for child in block.blocks for word in _said(child)]
    if isinstance(block, Table):
        return [word for row in block.rows for cell in row.cells for word in _said(cell.block)]
    if isinstance(block, Lanes):
        return [word for lane in block.lanes for word in _said(lane)]
    return []


def _all(blocks: Sequence[Block]) -> list[str]:
    return [word for block in blocks for word in _said(block)]


@given(lengths)
def test_stack_breaks_without_loss(counts: list[int]) -> None:
    texts = [Text(_words(count, f"p{n}-")) for n, count in enumerate(counts)]
    parts = [place.block for place in broken(Stack(texts))]
    assert all(part.height(FULL) <= ROOM + 0.1 for part in parts)
    assert _all(parts) == [word for text in texts for word in _said(text)]


@given(lengths)
def test_table_breaks_without_loss(counts: list[int]) -> None:
    rows = [[Text(f"c{n}"), Text(_words(count, f"r{n}-"))] for n, count in enumerate(counts)]
    parts = [place.block for place in broken(Stack([Table(("Code", "Text"), rows, (1, 9))]))]
    assert all(part.height(FULL) <= ROOM + 0.1 for part in parts)
    said = _all(parts)
    assert sorted(said) == sorted(
        [f"c{n}" for n in range(len(counts))] + [w for n, c in enumerate(counts) for w in _words(c, f"r{n}-").split()]
    )


def test_halves_of_a_row_are_one_element() -> None:
    table = Table(("Code", "Text"), [[Text("c"), Text(_words(4000))]], (1, 9))
    parts = table.split(FULL, ROOM)
    assert parts is not None
    head, tail = parts
    assert isinstance(head, Table)
    assert isinstance(tail, Table)
    assert head.tag is tail.tag
    assert head.rows[-1].tag is tail.rows[0].tag
    assert head.first
    assert not tail.first


def test_low_rows_are_not_broken() -> None:
    rows = [[Text("c"), Text(_words(60))] for _ in range(40)]
    parts = Table(("Code", "Text"), rows, (1, 9)).split(FULL, ROOM)
    assert parts is not None
    assert isinstance(parts[0], Table)
    assert isinstance(parts[1], Table)
    assert len(parts[0].rows) + len(parts[1].rows) == 40


def test_the_last_row_does_not_stand_alone_overleaf() -> None:
    table = Table(("Code", "Text"), [[Text("c"), Text("text")] for _ in range(9)], (1, 9))
    parts = table.split(FULL, table.height(FULL) - 5)
    assert parts is not None
    assert isinstance(parts[0], Table)
    assert isinstance(parts[1], Table)
    assert (len(parts[0].rows), len(parts[1].rows)) == (7, 2)


def test_paragraph_leaves_two_lines_on_either_side() -> None:
    text = Text(_words(120))
    lines = len(text.lines(FULL))
    for room in range(0, 400, 7):
        parts = text.split(FULL, room)
        if parts is not None:
            counts = [round(part.height(FULL) / BODY.leading) for part in parts]
            assert min(counts) >= 2
            assert sum(counts) == lines


def test_heading_goes_with_what_follows() -> None:
    heading = Text("Heading", H2, "H2", keep_next=True)
    stack = Stack([Space(ROOM - 40), heading, Text(_words(200))])
    first, *_rest = broken(stack)
    assert isinstance(first.block, Stack)
    assert heading not in first.block.blocks


def test_what_belongs_together_stays_together() -> None:
    kept = Stack([Space(200), Text(_words(300))], keep=True)
    first, second = broken(Stack([Space(ROOM - 220), kept]))
    assert isinstance(first.block, Stack)
    assert isinstance(second.block, Stack)
    assert second.block.blocks == [kept]


def test_too_tall_a_block_still_gets_its_page() -> None:
    pages = list(broken(Stack([Space(10), Space(ROOM + 50), Space(10)])))
    assert len(pages) == 3


def test_lanes_go_on_each_in_its_own() -> None:
    parts = Lanes([Text(_words(900)), Text("short"), Text(_words(40))]).split(FULL, ROOM)
    assert parts is not None
    assert isinstance(parts[1], Lanes)
    assert isinstance(parts[1].lanes[1], Space)


def test_note_stays_with_the_first_part() -> None:
    parts = Beside(Text(_words(2000)), Text("note")).split(FULL, ROOM)
    assert parts is not None
    assert isinstance(parts[1], Beside)
    assert isinstance(parts[1].note, Space)


def test_a_section_runs_on_only_where_it_fits() -> None:
    short, long = Section("C", Space(100), runs_on=inf), Section("C", Space(ROOM - 100), runs_on=100)
    before = Section("B", Space(300))
    assert len(lay_out([before, short])) == 1
    assert len(lay_out([before, long])) == 2  # nothing in it can break
    assert len(lay_out([before, Section("C", Space(100))])) == 2


def test_a_section_starts_below_another_where_enough_room_is_left() -> None:
    before, words = Section("B", Space(300)), Text(_words(900))
    first, second = lay_out([before, Section("C", words, runs_on=200)])
    assert (first.name, second.name) == ("B  ·  C", "C")
    assert first.end <= BOTTOM + 0.1
    assert _all([place.block for page in (first, second) for _tag, place in page.placed]) == _said(words)
    assert len(lay_out([before, Section("C", words, runs_on=ROOM)])[0].placed) == 1


def test_a_closer_form_is_taken_where_it_saves_a_page() -> None:
    roomy, close = Space(300), Space(200)
    both = Stack([Space(ROOM - 250), Stack([roomy], keep=True, close=Stack([close]))])
    assert page_count(both) == 1
    (placed,) = broken(both)
    assert placed.block.height(FULL) == ROOM - 50
    assert page_count(Stack([Space(ROOM - 100), Stack([roomy], keep=True, close=Stack([close]))])) == 2


def test_a_closer_form_is_taken_below_another_section() -> None:
    block = Stack([Space(10), Stack([Space(400)], close=Stack([Space(200)]))])
    assert len(lay_out([Section("B", Space(300)), Section("C", block, runs_on=100)])) == 1


def test_lines_that_a_lane_cannot_hold_stand_below_all_lanes() -> None:
    assessment, of = example(FULL_AUDIT)
    low = assessment.model_copy(update={"answers": {p: Answer(level=1) for p in of.practices}, "actions": {}})
    text = pages(build_pdf(low, of)[0])
    (lanes,) = [number for number, page in enumerate(text) if "Five things start now" in page and "Later" in page]
    assert "more stand below." in text[lanes]
    assert "Later, continued" in text[lanes + 1]
    assert all(page.count("Later, continued") < 2 for page in text)


def test_remarks_that_need_a_page_of_their_own_are_left_to_the_method() -> None:
    assessment, of = example(FULL_AUDIT)
    view = report_view(of, assessment, ReportOptions())
    guide = replace(view.guide, remarks=(_words(60), _words(60), _words(60)))
    page = contents(guide, view.sections, Heading("Contents"))
    assert page_count(page) == 1
    assert "remarks:" in _said(page)
    few = contents(replace(guide, remarks=("One.", "Two.")), view.sections, Heading("Contents"))
    assert page_count(few) == 1
    assert "remarks:" not in _said(few)


@given(st.text("abc XYZ", max_size=300), st.floats(20, 300))
def test_header_fits(text: str, width: float) -> None:
    assert text_width(fitted(text, width, REGULAR, 7.5), REGULAR, 7.5) <= width + 0.1


def test_a_lane_names_itself_again_overleaf_as_decoration() -> None:
    body = Stack([Text(_words(300)) for _ in range(6)])
    parts = Lane(LaneHead("Now", "5 actions", "accent"), body, Tag("Sect")).split(FULL, ROOM)
    assert parts is not None
    head, tail = parts
    assert isinstance(head, Lane)
    assert isinstance(tail, Lane)
    assert head.first
    assert not tail.first
    assert head.tag is tail.tag


def test_every_open_action_is_on_the_roadmap_with_what_ends_it() -> None:
    text = " ".join(pages(built(answered(Answer(level=1)))))
    view = report_view(pack(), answered(Answer(level=1)), ReportOptions())
    for lane in view.roadmap.lanes:
        for card in lane.cards:
            assert card.done_when in text
            assert card.title in text


def test_a_long_list_to_settle_and_the_word_on_agreement_cost_no_page() -> None:
    votes = dict.fromkeys((p.id for p in pack().asked("quick")), Answer(votes=(3, 4, "na", "-", 3)))
    text = pages(built(blank(answers=votes)))
    (method,) = [page for page in text if "How the numbers are made" in page]
    assert "Agreement never changes a score." in method
    assert "Doubling the weight of any one dimension" in method
    (settle,) = [page for page in text if "15 open questions" in page]
    assert settle.count("some of the room don't know") == 15


@given(
    st.sampled_from(["W", "Northern ", "i", "Haftungsgesellschaft "]),
    st.integers(1, 500),
    st.sampled_from([A4, LETTER]),
)
def test_a_long_name_stays_above_the_ladder_of_the_cover(part: str, count: int, paper: Paper) -> None:
    view = report_view(pack(), blank(organisation=(part * count)[:500]), ReportOptions()).cover
    cover = Cover(view, replace(PLAIN, paper=paper))
    below = cover.subtitle.height(paper.columns(9))
    assert TITLE_TOP + cover.name.height(cover.title_width) + ABOVE + below <= cover.ladder_top
    assert _said(cover.name)[0].startswith(part[:3].strip())
