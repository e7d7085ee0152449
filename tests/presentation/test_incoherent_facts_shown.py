"""A fact-check that does not fit together, in a pack that a document brought along, is shown without a crash."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from support.any_facts import FACTS, NAMES, VALUES
from support.builders import pack, practice

from cxaudit.app.fact_entry import entered, typed_text
from cxaudit.app.flow import start
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.fact_check import Fact, FactValue
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.receipt import receipt
from cxaudit.domain.scoring import score
from cxaudit.presentation.facts import evidence_line, fact_lines, margin_line, value_text
from cxaudit.presentation.pack_text import pack_text
from cxaudit.presentation.question import question_view
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_evidence import evidence_page
from cxaudit.presentation.review import review_view

NAME = "mission.statement"


def with_fact(fact: Fact) -> Pack:
    first = practice(NAME, "M1").model_copy(update={"fact": fact})
    return pack([first, practice("strategy.priorities", "S1")])


@given(FACTS, st.dictionaries(NAMES, VALUES), st.none() | st.sampled_from(["2026-11-20", "2026-99-99"]))
def test_whatever_a_fact_holds_it_is_shown(fact: Fact, values: dict[str, FactValue], day: str | None) -> None:
    asked = with_fact(fact)
    answers = {NAME: Answer(level=4, facts=values, evidence_date="2026-01-01")}
    assessment = Assessment(
        id="a", pack=asked.id, version=asked.version, content=asked.content, date=day, answers=answers
    )
    card = score(asked, assessment)
    assert all(line.text for line in fact_lines(asked, assessment, NAME))
    assert isinstance(margin_line(asked.practices[NAME], answers[NAME]), str)
    assert isinstance(evidence_line(asked, assessment, NAME), str)
    assert question_view(asked, assessment, start(asked, assessment, NAME))
    assert review_view(asked, assessment, card)
    evidence_page(Reading(asked, assessment, card))
    assert json.dumps(receipt(asked, assessment, "0"))
    assert fact.question in pack_text(asked)
    for part in fact.parts:
        entered(part, "12 of 30")
        for value in values.values():
            value_text(part, value)
            typed_text(value)
