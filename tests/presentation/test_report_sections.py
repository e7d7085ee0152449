"""Which sections are in a report, in what order, and how appendices are lettered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.reports import answered, blank, pack

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Answer
from cxaudit.domain.report_choices import ReportChoices
from cxaudit.presentation.report import report_view
from cxaudit.presentation.report_sections import REPORT_SECTIONS, chosen_sections

IDS = tuple(section.id for section in REPORT_SECTIONS)


def ids(chosen: tuple[str, ...] | None, empty: frozenset[str] = frozenset()) -> tuple[str, ...]:
    return tuple(section.id for section in chosen_sections(chosen, empty))


def test_all_in_the_reports_own_order_unless_chosen() -> None:
    assert chosen_sections(None, frozenset()) == REPORT_SECTIONS


def test_the_order_chosen_is_kept() -> None:
    chosen = ("roadmap", "summary", "priorities", "method", "profile")
    assert ids(chosen) == ("cover", *chosen)


def test_fixed_sections_come_where_they_would_stand() -> None:
    assert ids(("roadmap", "profile")) == ("cover", "summary", "roadmap", "profile", "method")
    assert ids(("answers", "contents")) == ("cover", "summary", "method", "answers", "contents")
    assert ids(()) == ("cover", "summary", "method")


def test_the_cover_is_first_wherever_it_was_named() -> None:
    assert ids(("summary", "cover", "method")) == ("cover", "summary", "method")


def test_what_is_unknown_named_twice_or_empty_is_passed_over() -> None:
    chosen = ("summary", "no-such", "room", "profile", "summary", "method")
    assert ids(chosen, frozenset({"room"})) == ("cover", "summary", "profile", "method")


def test_letters_follow_the_place() -> None:
    titles = [s.title for s in chosen_sections(("sources", "summary", "answers"), frozenset()) if s.appendix]
    assert titles == ["Appendix A: sources", "Appendix B: all answers"]


@given(
    st.lists(st.sampled_from((*IDS, "nothing", "")), max_size=30), st.frozensets(st.sampled_from(["room", "evidence"]))
)
def test_any_choice_is_a_report(chosen: list[str], empty: frozenset[str]) -> None:
    found = ids(tuple(chosen), empty)
    assert found[0] == "cover"
    assert len(found) == len(set(found))
    assert {"summary", "method"} <= set(found) <= set(IDS) - empty
    named = [i for i in dict.fromkeys(chosen) if i in found and i != "cover"]
    assert [i for i in found if i in named] == named


def test_the_options_come_before_what_the_audit_chose() -> None:
    chosen = answered(Answer(level=2), report=ReportChoices(sections=("roadmap", "summary")))
    found = [s.id for s in report_view(pack(), chosen, ReportOptions()).sections]
    assert found == ["cover", "roadmap", "summary", "method"]
    asked = report_view(pack(), chosen, ReportOptions(sections=("profile",)))
    assert [s.id for s in asked.sections] == ["cover", "summary", "profile", "method"]


def test_the_audit_may_choose_nothing() -> None:
    view = report_view(pack(), blank(report=ReportChoices(sections=())), ReportOptions())
    assert [s.id for s in view.sections] == ["cover", "summary", "method"]
