"""What a copy for the client leaves out is told before it is written, and in the copy."""

from __future__ import annotations

from support.private import EVIDENCE, NAMES, NOTES, WORDS, private_audit

from cxaudit import assets
from cxaudit.app.redaction import PRIVATE
from cxaudit.domain.assessment import Assessment
from cxaudit.presentation.client_copy import ALWAYS, NEVER, client_copy_view, left_out
from cxaudit.storage.packs import PublishedPacks

PACK = PublishedPacks(assets.questionnaires() / "published").newest()


def test_every_kind_is_told_with_how_many_entries_it_has() -> None:
    view = client_copy_view(private_audit(PACK), {"names"})
    assert [line.id for line in view.lines] == list(PRIVATE)
    assert {line.id: line.count for line in view.lines} == {
        "notes": f"{len(NOTES) + 1} entries",  # and the guess
        "words": f"{len(WORDS) - 2} entries",  # a lock that was opened is one entry, with why and both of its texts
        "names": f"{len(NAMES)} entries",
        "votes": "2 entries",
        "evidence": f"{len(EVIDENCE)} entries",
    }
    assert [line.id for line in view.lines if line.kept] == ["names"]
    assert (view.always, view.never) == (ALWAYS, NEVER)


def test_an_audit_without_any_says_so() -> None:
    plain = Assessment(id="x", pack="p", version="1.0.0", content="0" * 64)
    assert {line.count for line in client_copy_view(plain, ()).lines} == {"none here"}


def test_the_copy_says_what_it_leaves_out() -> None:
    assert left_out(PRIVATE) == "This is a copy for the client."
    assert left_out({"notes", "words", "votes", "evidence"}) == (
        "This copy for the client leaves out: names of people."
    )
