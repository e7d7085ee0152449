"""The report before it is written."""

from __future__ import annotations

from pathlib import Path

from support.readings import level, read

from cxaudit.app.reporting import ReportOptions
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_screen import ReportScreenView, report_screen_view

ALL = ReportOptions()


def shown(reading: Reading, options: ReportOptions = ALL, path: Path | None = None) -> ReportScreenView:
    return report_screen_view(reading.pack, reading.assessment, options, path)


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
    assert view.line.startswith(f"{len(view.sections) - 3} sections")


def test_sections_can_be_left_out_but_not_the_fixed_ones() -> None:
    view = shown(read(level(2)), ReportOptions(sections=("profile",), sample=True))
    assert view.title == "Report"
    on = {s.id for s in view.sections if s.on}
    assert "profile" in on
    assert "roadmap" not in on
    assert {s.id for s in view.sections if s.fixed} <= on
    assert view.watermark == "Sample"
    assert view.command.startswith("cxaudit report Audit.cxaudit -o ")


def test_no_section_is_empty_in_a_room_that_claims_a_high_level() -> None:
    view = shown(read(level(2, M1=[1, 1, 5, 5], S1=4)))
    assert [s.id for s in view.sections if s.empty] == ["room"]
