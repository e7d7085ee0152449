"""The audit that is handed over as a document: of the consultant's own words it holds those that the report prints."""

from __future__ import annotations

import pytest
from support.reports import example
from support.searched import found_in

from cxaudit.app.reporting import PrivateField, ReportOptions
from cxaudit.domain.report_choices import EditedText, ReportChoices
from cxaudit.report.writer import build_report

EDITS = {
    "profile.comment": EditedText(text="Quokkaprinted"),
    "roadmap.comment": EditedText(text="Quokkaleftout"),
    "disagreement.comment": EditedText(text="Quokkaunvoted"),
    "nothing.lead": EditedText(text="Quokkaunknown"),
}
WORDS = [text.text for text in EDITS.values()]


@pytest.mark.parametrize("kept", [None, frozenset[PrivateField](), frozenset[PrivateField]({"notes"})])
def test_words_of_sections_that_are_not_in_the_report_stay_out(kept: frozenset[PrivateField] | None) -> None:
    audit, pack = example()
    edited = audit.model_copy(update={"report": ReportChoices(texts=EDITS)})
    few = ReportOptions(sections=("profile",), kept=kept)
    assert found_in(build_report(edited, pack, few, "cxaudit").content, WORDS).keys() == {"Quokkaprinted"}
    every = ReportOptions(kept=kept)
    assert found_in(build_report(edited, pack, every, "cxaudit").content, WORDS).keys() == {
        "Quokkaprinted",
        "Quokkaleftout",
    }
    assert not found_in(build_report(audit, pack, every, "cxaudit").content, WORDS)
