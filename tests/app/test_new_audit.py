from __future__ import annotations

from datetime import date

from support.builders import assess, pack, practice

from cxaudit.app.new_audit import new_engagement, sample_engagement

PACK = pack([practice("mission.statement", "M1")])


def test_a_new_audit_is_empty_dated_and_carries_its_pack() -> None:
    engagement = new_engagement(PACK, "quick", date(2026, 11, 20), "Nordlys")
    newest = engagement.newest
    assert (newest.mode, newest.organisation, newest.date, newest.answers) == ("quick", "Nordlys", "2026-11-20", {})
    assert engagement.pack is PACK
    assert not engagement.sample


def test_no_two_audits_share_an_id() -> None:
    ids = {new_engagement(PACK, "full", date(2026, 11, 20)).newest.id for _ in range(20)}
    assert len(ids) == 20


def test_a_sample_is_a_copy_that_says_so() -> None:
    example = assess(PACK, {"M1": 3})
    engagement = sample_engagement(example, PACK)
    assert engagement.sample
    assert engagement.newest.answers == example.answers
    assert engagement.newest.id != example.id
    assert engagement.newest.reviewed
