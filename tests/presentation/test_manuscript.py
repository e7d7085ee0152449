"""The report as flowing content: everything that the pages say, in the order of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.bad_inputs import BAD_INPUTS
from support.reports import FULL_AUDIT, answered, blank, example, pack, workshop

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.report_choices import EditedText, ReportChoices
from cxaudit.presentation.charts_votes import count_cell, group_cell
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.flags import FlagView
from cxaudit.presentation.manuscript import Chapter, Manuscript, manuscript
from cxaudit.presentation.manuscript_closing import sources
from cxaudit.presentation.manuscript_findings import findings
from cxaudit.presentation.manuscript_opening import summary
from cxaudit.presentation.manuscript_parts import (
    Callout,
    Facts,
    Heading,
    Lanes,
    Numbers,
    Paragraph,
    Picture,
    Piece,
    Points,
    Span,
    Table,
    cell,
    shaded,
)
from cxaudit.presentation.manuscript_room import disagreement, room
from cxaudit.presentation.report import report_view

EXAMPLES = ("nordlys-quick.toml", FULL_AUDIT, "nordlys-workshop.toml")


def told(audit: Assessment | None = None, of: str = "", **options: object) -> Manuscript:
    found, its_pack = example(of) if of else (audit or blank(), pack())
    return manuscript(report_view(its_pack, found, ReportOptions(**options)))  # pyright: ignore[reportArgumentType]


def chapter(found: Manuscript, name: str) -> Chapter:
    return next(one for one in found.chapters if one.id == name)


def headings(found: Chapter) -> list[str]:
    return [piece.text for piece in found.pieces if isinstance(piece, Heading)]


def links(found: Manuscript) -> Iterator[str]:
    for piece in (piece for one in found.chapters for piece in one.pieces):
        yield from (span.link for paragraph in paragraphs(piece) for span in paragraph.spans if span.link)


def paragraphs(piece: Piece) -> Iterator[Paragraph]:
    match piece:
        case Paragraph():
            yield piece
        case Points():
            yield from piece.items
        case Callout():
            yield from piece.parts
        case Table():
            for row in piece.rows:
                for place in row.cells:
                    yield from (part for part in place.parts if isinstance(part, Paragraph))
        case _:
            return


@pytest.mark.parametrize("name", EXAMPLES)
def test_chapters_are_the_reports_sections_in_order(name: str) -> None:
    audit, its_pack = example(name)
    view = report_view(its_pack, audit, ReportOptions())
    found = manuscript(view)
    assert [one.id for one in found.chapters] == [section.id for section in view.sections if section.id != "cover"]
    assert all(one.title and one.pieces for one in found.chapters)


def test_chosen_sections_come_in_the_order_chosen() -> None:
    found = told(of="nordlys-quick.toml", sections=("roadmap", "profile", "no-such-section"))
    names = [one.id for one in found.chapters]
    assert names.index("roadmap") + 1 == names.index("profile")
    assert not {"answers", "sources"} & {one.id for one in found.chapters}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_link_leads_somewhere(name: str) -> None:
    found = told(of=name)
    assert set(links(found)) <= found.keys()
    assert any(link.startswith("action-") for link in links(found))


@pytest.mark.parametrize("name", EXAMPLES)
def test_rows_have_a_cell_for_each_head_and_a_part_of_the_width(name: str) -> None:
    for piece in (piece for one in told(of=name).chapters for piece in one.pieces):
        if isinstance(piece, Table):
            assert len(piece.heads) == len(piece.shares)
            assert {len(row.cells) for row in piece.rows} <= {len(piece.heads)}


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_any_input_makes_a_manuscript(name: str) -> None:
    found = told(BAD_INPUTS[name]())
    assert all(one.pieces for one in found.chapters)


def test_a_comment_stands_under_the_lead() -> None:
    edits = {
        f"{section}.comment": EditedText(text="First.\n\nSecond.") for section in ("profile", "findings", "roadmap")
    }
    found = told(answered(Answer(level=2)).model_copy(update={"report": ReportChoices(texts=edits)}))
    lead, first, second, *_rest = chapter(found, "profile").pieces
    assert isinstance(lead, Paragraph)
    assert lead.look == "lead"
    assert [first, second] == [Paragraph((Span("First."),)), Paragraph((Span("Second."),))]
    assert chapter(found, "roadmap").pieces[0] == Paragraph((Span("First."),))


def test_an_empty_audit_says_so() -> None:
    found = told(blank())
    texts = [paragraph.text for one in found.chapters for piece in one.pieces for paragraph in paragraphs(piece)]
    assert "None yet: no answer is known." in texts
    assert "None: no answer is known." in texts
    assert not [piece for piece in chapter(found, "summary").pieces if isinstance(piece, Table)]


def test_all_at_target_says_so() -> None:
    found = told(answered(Answer(level=5, evidence="Seen")))
    assert isinstance(chapter(found, "priorities").pieces[0], Paragraph)
    assert "None." in [p.text for piece in chapter(found, "shortfalls").pieces for p in paragraphs(piece)]


def test_the_summary_has_numbers_flags_moves_and_a_radar() -> None:
    kinds = {type(piece) for piece in chapter(told(of=FULL_AUDIT), "summary").pieces}
    assert {Numbers, Callout, Picture, Table, Points} <= kinds


def test_more_flags_lead_to_the_profile() -> None:
    audit, its_pack = example(FULL_AUDIT)
    view = report_view(its_pack, audit, ReportOptions())
    pieces = list(summary(replace(view.summary, more_flags=2, settle="", lead="")))
    more = next(piece for piece in pieces if isinstance(piece, Paragraph))
    assert more.text == "2 more red flags (see the profile)"
    assert more.spans[-1].link == "profile"


def test_a_flag_that_does_not_hold_the_score_says_so() -> None:
    audit, its_pack = example(FULL_AUDIT)
    view = report_view(its_pack, audit, ReportOptions())
    flag = FlagView("f", "d", "D", "Pay", "It holds.", "", True, "", "", "", "")
    dimension = replace(view.findings.dimensions[0], flags=(flag, replace(flag, holds=False)), facts=(), sentence="")
    pieces = list(findings(replace(view.findings, dimensions=(dimension,))))
    assert [p.text for p in pieces if isinstance(p, Paragraph)][1:3] == [
        "Red flag: Pay. It holds.",
        "Red flag: Pay. It is not what holds the score.",
    ]
    assert not [piece for piece in pieces if isinstance(piece, Facts)]


def test_an_action_without_a_reason_is_its_title() -> None:
    audit, its_pack = example(FULL_AUDIT)
    view = report_view(its_pack, audit, ReportOptions())
    dimension = view.findings.dimensions[0]
    bare = replace(dimension, actions=tuple(replace(action, why="") for action in dimension.actions))
    points = [piece for piece in findings(replace(view.findings, dimensions=(bare,))) if isinstance(piece, Points)]
    assert [item.text for item in points[0].items] == [action.title for action in dimension.actions]
    none = replace(dimension, actions=(), no_actions="No action is open here.")
    assert list(findings(replace(view.findings, dimensions=(none,))))[-1] == Paragraph(
        (Span("No action is open here."),)
    )


def test_what_was_parked_stands_in_the_roadmap_else_among_the_priorities() -> None:
    whole, without = told(of="nordlys-workshop.toml"), told(of="nordlys-workshop.toml", sections=("priorities",))
    assert "Parked in the workshop" in headings(chapter(whole, "roadmap"))
    assert "Parked in the workshop" not in headings(chapter(whole, "priorities"))
    assert "Parked in the workshop" in headings(chapter(without, "priorities"))


def test_a_roadmap_without_actions_says_why() -> None:
    pieces = chapter(told(answered(Answer(level=5, evidence="Seen"))), "roadmap").pieces
    assert not [piece for piece in pieces if isinstance(piece, Lanes)]
    assert isinstance(pieces[0], Paragraph)


def test_a_room_shows_both_sides_and_its_votes() -> None:
    found = told(of="nordlys-workshop.toml")
    split = chapter(found, "disagreement")
    assert [piece for piece in split.pieces if isinstance(piece, Picture)]
    assert [piece.heads for piece in split.pieces if isinstance(piece, Table)][1] == ("Why lower", "Why higher")
    assert "Groups differ on five practices" in headings(chapter(found, "room"))


def test_a_room_that_agrees_has_its_map_alone() -> None:
    audit, its_pack = example("nordlys-workshop.toml")
    view = report_view(its_pack, audit, ReportOptions())
    assert view.disagreement is not None
    assert view.room is not None
    without = tuple(replace(split, sides=()) for split in view.disagreement.splits[:1])
    one = list(disagreement(replace(view.disagreement, splits=without)))
    none = list(disagreement(replace(view.disagreement, splits=())))
    assert len([piece for piece in one if isinstance(piece, Table)]) == 1
    assert not [piece for piece in none if isinstance(piece, Heading)]
    alone = list(room(replace(view.room, gap_title="", gap_lines=())))
    assert [piece.text for piece in alone if isinstance(piece, Heading)] == ["About the votes"]


def test_no_sources_are_said_as_none() -> None:
    audit, its_pack = example()
    view = report_view(its_pack, audit, ReportOptions())
    assert list(sources(replace(view.sources, lines=(), empty="None."))) == [Paragraph((Span("None."),))]


def test_votes_without_a_room_have_a_map() -> None:
    found = told(workshop())
    assert {"disagreement"} <= {one.id for one in found.chapters}


def test_a_shaded_cell_says_the_number_on_its_colour() -> None:
    count, group, none = (
        shaded(count_cell(4, 5, "4 at level 2")),
        shaded(group_cell(5, 7, "x")),
        shaded(count_cell(0, 5, "")),
    )
    assert (count.text, count.ground, count.middle) == ("4", "level4", True)
    assert (group.text, group.ground) == ("5 n 7", "level5")
    assert {span.role for part in group.parts if isinstance(part, Paragraph) for span in part.spans} == {"level5_text"}
    assert (none.text, none.ground) == ("·", "")


def test_a_cell_says_its_charts_in_words() -> None:
    drawing = Drawing(1, 1, (), "Strip", "Level 2 of 5.")
    assert cell("Now", "", drawing).text == "Now Level 2 of 5."
