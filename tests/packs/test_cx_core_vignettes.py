"""The two firms of cx-core to practise with: short, plain, unlike each other, and rated over the whole ladder."""

from __future__ import annotations

import pytest
from support.authored import CX_CORE

from cxaudit.domain.questionnaire import Pack, Vignette
from cxaudit.storage.authoring.lint import lint
from cxaudit.storage.pack_rules.reading import reading_grade
from cxaudit.storage.pack_rules.wording import HARDEST_GRADE
from cxaudit.storage.packs import PublishedPacks

PACK = lint(CX_CORE, PublishedPacks(CX_CORE / "none")).pack


@pytest.fixture
def pack() -> Pack:
    assert PACK is not None
    return PACK


def rated(pack: Pack, vignette: Vignette) -> list[str]:
    return [pack.practices[r.practice].code for r in vignette.ratings]


def test_each_firm_is_rated_on_one_quick_practice_of_each_dimension(pack: Pack) -> None:
    for vignette in pack.vignettes:
        practices = [pack.practices[r.practice] for r in vignette.ratings]
        assert [p.dimension for p in practices] == list(pack.dimensions_by_id)
        assert all(p.quick for p in practices)


def test_the_two_firms_are_rated_on_different_practices(pack: Pack) -> None:
    one, other = (rated(pack, vignette) for vignette in pack.vignettes)
    assert not set(one) & set(other)


def test_the_ratings_use_the_whole_ladder_and_each_firm_is_mixed(pack: Pack) -> None:
    levels = [{r.level for r in vignette.ratings} for vignette in pack.vignettes]
    assert set.union(*levels) == {1, 2, 3, 4, 5}
    assert all(len(found) >= 4 for found in levels)


def test_a_firm_is_told_in_90_to_140_easy_words(pack: Pack) -> None:
    for vignette in pack.vignettes:
        assert 90 <= len(vignette.text.split()) <= 140, vignette.id
        assert reading_grade([vignette.text]) <= HARDEST_GRADE, vignette.id


def test_a_reason_is_short(pack: Pack) -> None:
    for vignette in pack.vignettes:
        for rating in vignette.ratings:
            assert len(rating.why.split()) <= 35, (vignette.id, rating.practice)
            assert reading_grade([rating.why]) <= HARDEST_GRADE, (vignette.id, rating.practice)
