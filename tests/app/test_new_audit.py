from __future__ import annotations

from datetime import date

from support.builders import pack, practice

from cxaudit.app.new_audit import new_engagement, sample_engagement

PACK = pack([practice("mission.statement", "M1")])


def test_a_new_audit_is_empty_dated_and_carries_its_pack() -> None:
    engagement = new_engagement(PACK, "quick", date(2026, 11, 20), "Nordlys")
    newest = engagement.newest
    assert (newest.mode, newest.organisation, newest.date, newest.answers) == ("quick", "Nordlys", "2026-11-20", {})
    assert engagement.pack is PACK
    assert not engagement.sample


def test_a_guess_of_the_overall_level_is_kept() -> None:
    assert new_engagement(PACK, "full", date(2026, 11, 20), guess=3).newest.prediction == 3
    assert new_engagement(PACK, "full", date(2026, 11, 20)).newest.prediction is None


def test_no_two_audits_share_an_id() -> None:
    ids = {new_engagement(PACK, "full", date(2026, 11, 20)).newest.id for _ in range(20)}
    assert len(ids) == 20


def test_the_sample_opens_at_its_results_and_leaves_the_example_as_it_is() -> None:
    example = new_engagement(PACK, "quick", date(2026, 11, 20), "Nordlys").newest
    sample = sample_engagement(example, PACK)
    assert sample.sample
    assert sample.pack is PACK
    assert sample.newest.reviewed
    assert sample.newest.organisation == "Nordlys"
    assert not example.reviewed
