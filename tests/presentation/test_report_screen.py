"""The report before it is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from support.readings import level, read

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.report_choices import ReportChoices
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report import report_view
from cxaudit.presentation.report_screen import ReportScreenView, report_screen_view
from cxaudit.presentation.report_texts import with_text

ALL = ReportOptions()


def shown(reading: Reading, options: ReportOptions = ALL, path: Path | None = None) -> ReportScreenView:
    return report_screen_view(reading.pack, reading.assessment, options, path)


def choosing(reading: Reading, choices: ReportChoices | None) -> Reading:
    return replace(reading, assessment=reading.assessment.model_copy(update={"report": choices}))


def test_every_section_is_in_at_first_but_the_empty_ones() -> None:
    view = shown(read(level(2), organisation="Kestrel Water"), path=Path("/home/a b/Audit 1.cxaudit"))
    assert view.title == "Report for Kestrel Water"
    assert all(s.on for s in view.sections)
    assert [s.id for s in view.sections if s.empty] == ["evidence", "disagreement", "room"]
    assert [s.description for s in view.sections if s.empty] == [
        "Nothing to say here: no answer is at a level that asks for evidence.",
        "Nothing to say here: fewer than three people gave a level.",
        "Nothing to say here: nothing was voted on in a workshop.",
    ]
    assert view.command == "cxaudit report 'Audit 1.cxaudit' -o 'Kestrel Water CX audit.pdf'"
    assert view.line == f"{len(view.sections) - 3} sections"
    assert view.file_name == "Kestrel Water CX audit.pdf"
    words = {s.id: s.words for s in view.sections}
    assert (words["cover"], words["profile"], words["room"]) == ("always in", "included", "nothing to say here")
    assert [s.id for s in view.sections if not s.movable] == ["cover"]


def test_sections_can_be_left_out_but_not_the_fixed_ones() -> None:
    view = shown(read(level(2)), ReportOptions(sections=("profile",), sample=True))
    assert view.title == "Report"
    on = {s.id for s in view.sections if s.on}
    assert "profile" in on
    assert "roadmap" not in on
    assert {s.id for s in view.sections if s.fixed} <= on
    assert {s.words for s in view.sections if s.id == "roadmap"} == {"left out"}
    assert not any(s.movable for s in view.sections if not s.on)
    assert view.command == "cxaudit report Audit.cxaudit --sections profile -o 'CX audit.pdf'"


def test_the_sections_stand_in_the_order_that_was_chosen() -> None:
    reading = choosing(read(level(2)), ReportChoices(sections=("receipts", "roadmap")))
    view = shown(reading)
    assert [s.id for s in view.sections if s.on] == ["cover", "summary", "method", "receipts", "roadmap"]
    titles = {s.id: s.title for s in view.sections}
    assert (titles["receipts"], titles["answers"]) == ("Appendix A: receipts", "Appendix: all answers")
    assert "--sections" not in view.command, "the document holds them"


def test_sections_say_that_texts_are_edited_and_that_their_numbers_moved() -> None:
    reading = read(level(2))
    texts = report_view(reading.pack, reading.assessment, ALL).texts
    found = next(text for text in texts if text.section == "summary" and text.basis)
    choices = with_text(None, found, "In our own words.")
    marks = {s.id: (s.edited, s.moved) for s in shown(choosing(reading, choices)).sections}
    assert marks.pop(found.section) == (True, False)
    assert set(marks.values()) == {(False, False)}
    later = choosing(read(level(4)), choices)
    here = next(s for s in shown(later).sections if s.id == found.section)
    assert here.moved
    assert here.words.endswith("texts in your own words, the numbers under them have changed")


def test_the_command_carries_every_choice() -> None:
    reading = read(level(2), organisation="Kestrel Water")
    options = ReportOptions(paper="Letter", kept=frozenset({"evidence", "notes"}))
    view = report_screen_view(reading.pack, reading.assessment, options, Path("a.cxaudit"), "plan", Path("/b c/fjord"))
    assert view.file_name == "Kestrel Water CX plan, client copy.xlsx"
    assert view.command == (
        "cxaudit report a.cxaudit --as plan --paper Letter --brand '/b c/fjord' --client-copy --keep notes,evidence"
        " -o 'Kestrel Water CX plan, client copy.xlsx'"
    )
    bare = shown(reading, ReportOptions(kept=frozenset()))
    assert bare.command.endswith("--client-copy -o 'Kestrel Water CX audit, client copy.pdf'")


def test_a_copy_has_no_section_on_what_is_left_out() -> None:
    reading = read(level(2, M1=[1, 1, 5, 5], S1=4))
    whole = {s.id for s in shown(reading).sections if s.empty}
    copy = {s.id for s in shown(reading, ReportOptions(kept=frozenset())).sections if s.empty}
    assert whole <= copy


def test_no_section_is_empty_in_a_room_that_claims_a_high_level() -> None:
    view = shown(read(level(2, M1=[1, 1, 5, 5], S1=4)))
    assert [s.id for s in view.sections if s.empty] == ["room"]
