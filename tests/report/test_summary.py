"""The executive summary is one page, whatever it has to hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.bad_inputs import BAD_INPUTS
from support.cases import Case, cases
from support.reports import example, longest, longest_pack, pack

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.report import ReportView, report_view
from cxaudit.report.pdf.blocks import Block, Figure, Text
from cxaudit.report.pdf.flow import Section, lay_out
from cxaudit.report.pdf.pages import summary
from cxaudit.report.pdf.pages.parts import Heading
from cxaudit.report.pdf.styles import A4, BOTTOM, FULL, LETTER, TOP, Paper
from cxaudit.report.pdf.text import Cleaner

HEADING = Heading("Executive summary")
PAPERS = (A4, LETTER)


def _view(assessment: Assessment, of: Pack) -> ReportView:
    return Cleaner().view(report_view(of, assessment, ReportOptions()))


def _page(assessment: Assessment, of: Pack, heading: Heading = HEADING) -> Block:
    view = _view(assessment, of).summary
    return summary.summary(view, heading, summary.fit_for(view, heading))


def _inside(block: Block) -> list[Block]:
    """The block and all blocks in it, whether it keeps them in slots or not."""
    slots = [name for kind in type(block).__mro__ for name in getattr(kind, "__slots__", ())]
    kept = [getattr(block, name) for name in slots if hasattr(block, name)]
    kept += getattr(block, "__dict__", {}).values()
    children = [child for value in kept for child in (value if isinstance(value, list) else [value])]
    return [block, *(found for child in children if isinstance(child, Block) for found in _inside(child))]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", BAD_INPUTS)
def test_one_page(name: str, paper: Paper) -> None:
    block = _page(BAD_INPUTS[name](), pack(), Heading("Executive summary", paper=paper))
    assert block.height(paper.full) <= paper.room
    assert len(lay_out([Section("Summary", block)], paper)) == 1


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("comment", ["", "As we said in spring, " * 28, "One line.\n" * 60])
def test_one_page_with_the_longest_texts(paper: Paper, comment: str) -> None:
    block = _page(longest(), longest_pack(), Heading("Executive summary", comment[:600], paper))
    assert block.height(paper.full) <= paper.room


@given(cases())
def test_one_page_for_any_pack(case: Case) -> None:
    assert _page(case.assessment, case.pack).height(FULL) <= BOTTOM - TOP


def test_radar_stays_readable_and_type_does_not_shrink() -> None:
    roomy, tight = _inside(_page(*example())), _inside(_page(longest(), longest_pack()))
    for blocks in (roomy, tight):
        figure = next(block for block in blocks if isinstance(block, Figure))
        assert figure.drawing.width >= 180
        assert figure.drawing.height >= 180
    sizes = [{b.style.size for b in blocks if isinstance(b, Text)} for blocks in (roomy, tight)]
    assert sizes[0] == sizes[1]
    assert min(sizes[0]) >= 7.5


def test_cut_texts_say_where_the_whole_stands() -> None:
    runs = summary.cut_runs("one two three four five six", 12, "priorities")
    assert runs[0].text == "one two… "
    assert (runs[1].text, runs[1].page_of, runs[1].link) == ("see p. ", "priorities", "priorities")


def test_short_texts_are_left_alone() -> None:
    assert [run.text for run in summary.cut_runs("one two", 7, "priorities")] == ["one two"]


@given(st.text(min_size=1), st.integers(1, 50))
def test_cut_texts_are_short(text: str, most: int) -> None:
    runs = summary.cut_runs(text, most, "priorities")
    assert len(runs[0].text) <= most + len("… ")


def test_first_moves_have_owner_and_first_step() -> None:
    view = _view(*example()).summary
    assert len(view.moves) == 3
    assert all(move.owner and move.first_step and move.why for move in view.moves)
    assert [move.rank for move in view.moves] == ["1", "2", "3"]
