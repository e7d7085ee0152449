"""A person's own words in the report: where they stand, when they stay, and what is said of them."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cases import Case, cases
from support.reports import FULL_AUDIT, answered, blank, example, pack, workshop

from cxaudit.app.brand import Brand
from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.report_choices import EditedText, ReportChoices
from cxaudit.presentation.report import ReportView, report_view
from cxaudit.presentation.report_texts import EditableText, with_text

OPTIONS = ReportOptions()
OURS = ReportOptions(brand=Brand(consultant="Acme Advice", footer="acme.example", confidentiality="For Acme only"))


def view_of(assessment: Assessment, options: ReportOptions = OPTIONS) -> ReportView:
    return report_view(pack(), assessment, options)


def texts(view: ReportView) -> dict[str, EditableText]:
    return {text.key: text for text in view.texts}


def written(assessment: Assessment, **edits: str) -> Assessment:
    """The assessment with texts written for the numbers of today; `__` in a name stands for a dot."""
    found, choices = texts(view_of(assessment)), assessment.report
    for name, text in edits.items():
        choices = with_text(choices, found[name.replace("__", ".").replace("_", "-")], text)
    return assessment.model_copy(update={"report": choices})


def said_by_the_method(view: ReportView) -> str:
    return " ".join(p for passage in view.method.answered for p in passage.paragraphs)


LOW = answered(Answer(level=2))


def test_every_text_has_its_own_key_and_a_label() -> None:
    assessment, found = example(FULL_AUDIT)
    view = report_view(found, assessment, OPTIONS)
    assert len(texts(view)) == len(view.texts) > 40
    assert all(text.label and text.text == text.own and not text.edited for text in view.texts)
    assert {text.section for text in view.texts} == {s.id for s in view.sections} - {"method"}


def test_texts_come_section_by_section() -> None:
    order = list(dict.fromkeys(text.section for text in view_of(workshop()).texts))
    assert order == [s.id for s in view_of(workshop()).sections if s.id != "method"]


def test_nothing_of_the_method_can_be_edited() -> None:
    edits = {f"method.{name}": EditedText(text="All is well") for name in ("title", "lead", "comment")}
    view = view_of(blank(report=ReportChoices(texts=edits)))
    assert view.method == view_of(blank()).method


def test_titles_and_leads_are_those_written() -> None:
    view = view_of(
        written(
            workshop(),
            summary__title="Nobody asks customers",
            summary__lead="Start there.",
            profile__title="Two bars",
            profile__lead="All that matters.",
            roadmap__title="Three things",
            disagreement__lead="They talked for an hour.",
            cover__subtitle="For the board",
        )
    )
    assert view.disagreement is not None
    assert (view.summary.title, view.summary.lead) == ("Nobody asks customers", "Start there.")
    assert (view.profile.title, view.profile.lead) == ("Two bars", "All that matters.")
    assert (view.roadmap.title, view.cover.subtitle) == ("Three things", "For the board")
    assert view.disagreement.lead == "They talked for an hour."


def test_a_dimensions_sentence_and_a_moves_reason_are_those_written() -> None:
    first = view_of(LOW).summary.moves[0]
    action = first.key.removeprefix("action-")
    view = view_of(written(LOW, findings__mission="Say it aloud.", **{f"action__{action}": "The board asked."}))
    assert view.summary.moves[0].why == "The board asked."
    links = [link for d in view.findings.dimensions for link in d.actions if link.key == first.key]
    assert [link.why for link in links] in (["The board asked."], [])
    told = {d.name: d.sentence for d in view.findings.dimensions}
    assert told["Mission"] == "Say it aloud."
    assert texts(view)["findings.mission"].label == "Mission"


def test_a_reason_is_one_text_on_the_summary_and_in_the_findings() -> None:
    view = view_of(LOW)
    links = {link.key for d in view.findings.dimensions for link in d.actions}
    shared = next(move for move in view.summary.moves if move.key in links)
    key = f"action.{shared.key.removeprefix('action-')}"
    after = view_of(written(LOW, **{key.replace(".", "__"): "Because."}))
    assert [t.section for t in after.texts if t.key == key] == ["summary"]
    assert {link.why for d in after.findings.dimensions for link in d.actions if link.key == shared.key} == {"Because."}


def test_a_comment_stands_with_its_section() -> None:
    view = view_of(written(LOW, profile__comment="First line.\nSecond line."))
    assert {s.id: s.comment for s in view.sections if s.comment} == {"profile": "First line.\nSecond line."}


def test_empty_and_the_programs_own_words_go_back() -> None:
    found = texts(view_of(LOW))["summary.title"]
    there = with_text(None, found, " Ours ")
    assert there is not None
    assert there.texts["summary.title"] == EditedText(text="Ours", own=found.own, basis=found.basis)
    assert with_text(there, found, "  ") is None
    assert with_text(there, found, "\u200b\n\u202e") is None
    assert with_text(there, found, found.own) is None
    kept = with_text(ReportChoices(sections=("profile",), texts=there.texts), found, "")
    assert kept == ReportChoices(sections=("profile",))
    assert view_of(answered(Answer(level=2), report=blank_text())).summary.title == found.own


def blank_text() -> ReportChoices:
    return ReportChoices(texts={"summary.title": EditedText(text=" \n ")})


def test_edits_survive_a_new_score_and_say_what_moved() -> None:
    before = written(LOW, summary__title="We are low", summary__comment="As we thought.")
    after = before.model_copy(update={"answers": answered(Answer(level=3)).answers})
    view = view_of(after)
    found = texts(view)["summary.title"]
    assert view.summary.title == "We are low"
    assert found.moved == "When this was written: level 2 Started, index 2.0. Now: level 3 Set, index 3.0."
    assert texts(view)["summary.comment"].moved == found.moved
    assert "Executive summary, Title. When this was written: level 2 Started" in said_by_the_method(view)
    assert texts(view_of(before))["summary.title"].moved == ""


def test_own_words_of_the_program_that_changed_are_told() -> None:
    choices = ReportChoices(texts={"summary.title": EditedText(text="Ours", own="Theirs, then")})
    moved = texts(view_of(answered(Answer(level=2), report=choices)))["summary.title"].moved
    assert moved.startswith("When this was written, the program said here: “Theirs, then” Now it says: “")


def test_a_text_without_a_record_claims_nothing() -> None:
    choices = ReportChoices(texts={"summary.title": EditedText(text="Ours")})
    assert texts(view_of(answered(Answer(level=2), report=choices)))["summary.title"].moved == ""


def test_numbers_that_are_gone_are_told() -> None:
    choices = ReportChoices(texts={"sources.comment": EditedText(text="Ours", basis="index 2.0")})
    moved = texts(view_of(answered(Answer(level=2), report=choices)))["sources.comment"].moved
    assert moved == "When this was written: index 2.0. Now: no number."


def test_the_method_says_how_many_and_whose() -> None:
    assert "words" not in said_by_the_method(view_of(LOW))
    one = said_by_the_method(view_of(written(LOW, summary__title="Ours")))
    assert "1 text of this report is in a person's own words (in Executive summary)." in one
    two = written(LOW, summary__title="Ours", profile__lead="Ours too")
    assert "2 texts of this report are in a person's own words (in Executive summary and Profile)." in (
        said_by_the_method(view_of(two))
    )
    assert "2 texts of this report are in the words of Acme Advice (in Executive summary and Profile)." in (
        said_by_the_method(view_of(two, OURS))
    )


def test_only_what_is_printed_is_counted() -> None:
    two = written(LOW, summary__title="Ours", profile__lead="Ours too")
    view = view_of(two, ReportOptions(sections=("roadmap",)))
    assert "1 text of this report" in said_by_the_method(view)
    assert texts(view)["profile.lead"].edited


def test_long_texts_are_cut_to_what_is_printed() -> None:
    edits = {
        "summary.title": EditedText(text="word " * 3000),
        "summary.comment": EditedText(text="x" * 20_000),
        "profile.comment": EditedText(text="y" * 20_000),
    }
    view = view_of(answered(Answer(level=2), report=ReportChoices(texts=edits)))
    assert len(view.summary.title) <= 200
    assert {s.id: len(s.comment) for s in view.sections if s.comment} == {"summary": 600, "profile": 4000}


def test_texts_of_sections_that_are_not_there_wait() -> None:
    choices = ReportChoices(
        texts={"room.title": EditedText(text="All came"), "no.such": EditedText(text="?"), "": EditedText(text="?")}
    )
    view = view_of(answered(Answer(level=2), report=choices))
    assert not any(text.edited for text in view.texts)
    assert "words" not in said_by_the_method(view)


def test_the_brand_is_named_on_the_cover_and_every_page() -> None:
    view = view_of(LOW, OURS)
    assert ("Prepared by", "Acme Advice") in [(fact.label, fact.value) for fact in view.cover.facts]
    assert view.cover.confidentiality == "For Acme only"
    assert view.imprint == "acme.example · For Acme only"
    assert view_of(LOW).imprint == view_of(LOW).cover.confidentiality == ""


def seen(text: str) -> bool:
    return any(character.isprintable() and not character.isspace() for character in text)


def flat(value: Any) -> dict[str, Any]:
    return {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}


@given(cases(), st.text(min_size=1, max_size=300).filter(seen), st.data())
def test_any_text_can_be_written_and_taken_back(case: Case, text: str, data: st.DataObject) -> None:
    own = report_view(case.pack, case.assessment, OPTIONS)
    found = data.draw(st.sampled_from(own.texts))
    choices = with_text(case.assessment.report, found, text)
    edited = report_view(case.pack, case.assessment.model_copy(update={"report": choices}), OPTIONS)
    now = texts(edited)[found.key]
    assert now.own == found.own
    assert now.moved == ""
    assert len(now.text) <= now.most
    others = [t for t in edited.texts if t.key != found.key]
    assert others == [t for t in own.texts if t.key != found.key]
    back = case.assessment.model_copy(update={"report": with_text(choices, now, "")})
    assert report_view(case.pack, back, OPTIONS) == own


@pytest.mark.parametrize("level", [1, 3, 5])
def test_own_words_change_no_number(level: int) -> None:
    before = answered(Answer(level=level))
    after = written(before, summary__title="All is well", profile__comment="Truly.")
    assert flat(view_of(before).summary)["numbers"] == flat(view_of(after).summary)["numbers"]
    assert view_of(before).profile.rows == view_of(after).profile.rows
