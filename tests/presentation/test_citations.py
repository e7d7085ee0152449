"""What the questions, facts, flags and actions cite."""

from __future__ import annotations

from support.builders import action, flag, pack, practice
from support.readings import read, shown_plan

from cxaudit.domain.fact_check import Fact, FactPart
from cxaudit.domain.questionnaire import Claim, Pack, Source
from cxaudit.presentation.citations import cited, source_text
from cxaudit.presentation.findings import findings_view
from cxaudit.presentation.report_findings import findings_page
from cxaudit.presentation.report_method import sources_page


def _pack() -> Pack:
    """One practice that cites a claim, its fact another, its flag and its action a source each."""
    fact = Fact(question="When?", parts=(FactPart(id="day", label="Day", kind="date"),), sources=("two-1", "one-2"))
    asked = practice("m.m1", "M1").model_copy(update={"sources": ("one-1", "one"), "fact": fact})
    act = action("do", "m.m1", 1, 5).model_copy(update={"sources": ("three",)})
    stop = flag("stop", 2, {"m.m1": 1}).model_copy(update={"sources": ("four", "unknown")})
    sources = tuple(Source(id=tag, author="Somebody", title=f"Book {tag}") for tag in ("four", "three", "two", "one"))
    claims = tuple(Claim(id=f"{s}-{n}", source=s, text="So it is.") for s in ("one", "two") for n in (1, 2))
    return pack([asked], [stop], [act]).model_copy(update={"sources": sources, "claims": claims})


def test_claims_stand_for_their_source_each_once_in_the_pack_order() -> None:
    assert [source.id for source in cited(_pack(), ("one-1", "one", "two-1", "one-2"))] == ["two", "one"]


def test_names_unknown_to_the_pack_are_left_out() -> None:
    assert cited(_pack(), ("nine", "one-9")) == ()


def test_source_is_told_by_author_and_title() -> None:
    assert source_text(_pack().sources[0]) == "Somebody: Book four"


def test_sources_page_holds_what_questions_facts_flags_and_actions_cite() -> None:
    assert [line.tag for line in sources_page(read({"M1": 1}, _pack())).lines] == ["four", "three", "two", "one"]


def test_findings_name_sources_and_never_claims() -> None:
    reading = read({"M1": 1}, _pack())
    page = findings_page(reading, findings_view(reading), shown_plan(reading), 480.0)
    assert page.dimensions[0].sources == "two, one"
