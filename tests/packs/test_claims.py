"""The 57 claims of the five articles: each is told once, and something of the questionnaire rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from support.authored import AuthoredPack

CLAIMS = {"000": 8, "001": 8, "002": 15, "003": 15, "004": 11}
"""How many claims each article makes, by its number."""

IDS = [f"{source}-{place}" for source, most in CLAIMS.items() for place in range(1, most + 1)]


def claims(pack: AuthoredPack) -> list[dict[str, Any]]:
    return pack.sources["claim"]


def citing(pack: AuthoredPack) -> Iterator[dict[str, Any]]:
    """Yield the tables that cite: practices and their facts, flags, actions."""
    practices = [practice for dimension in pack.dimensions.values() for practice in dimension["practice"]]
    yield from practices
    yield from (practice["fact"] for practice in practices if "fact" in practice)
    yield from pack.flags["flag"]
    yield from pack.actions["action"]


def uncited(pack: AuthoredPack) -> list[str]:
    """Return the claims that nothing cites, in the pack's order."""
    cited = {tag for table in citing(pack) for tag in table.get("sources", [])}
    return [claim["id"] for claim in claims(pack) if claim["id"] not in cited]


def test_nothing_claimed_is_left_over() -> None:
    left = uncited(AuthoredPack())
    assert left == [], f"no practice, fact, flag or action cites {', '.join(left)}"


@pytest.mark.parametrize("claim", IDS)
def test_a_claim_whose_citations_are_taken_away_is_found(claim: str) -> None:
    pack = AuthoredPack()
    for table in citing(pack):
        table["sources"] = [tag for tag in table.get("sources", []) if tag != claim]
    assert uncited(pack) == [claim]


def test_one_citation_may_be_all_that_a_claim_has() -> None:
    pack = AuthoredPack()
    for table in citing(pack):
        table["sources"] = []
    assert uncited(pack) == IDS
    pack.practice("M1")["sources"] = [IDS[0]]
    assert uncited(pack) == IDS[1:]


def test_there_are_57_claims_numbered_within_their_article() -> None:
    pack = AuthoredPack()
    assert len(IDS) == 57
    assert [claim["id"] for claim in claims(pack)] == IDS
    assert all(claim["source"] == claim["id"].partition("-")[0] for claim in claims(pack))
    assert set(CLAIMS) <= {source["id"] for source in pack.sources["source"]}


def test_a_claim_is_one_plain_sentence_told_once() -> None:
    texts = [claim["text"] for claim in claims(AuthoredPack())]
    assert [text for text in texts if not text.endswith(".") or text.count(". ") or len(text.split()) > 25] == []
    assert len(set(texts)) == len(texts)
