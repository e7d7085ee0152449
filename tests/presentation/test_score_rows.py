"""The numbers of each dimension as rows are the scorecard's."""

from __future__ import annotations

from support.reports import FULL_AUDIT, example

from cxaudit.domain.scoring import score
from cxaudit.presentation.score_rows import score_rows


def test_the_rows_are_the_scorecards_numbers() -> None:
    audit, pack = example(FULL_AUDIT)
    card, found = score(pack, audit), score_rows(pack, audit)
    assert [(row.raw, row.cap, row.index, row.level) for row in found.dimensions] == [
        (d.raw, d.cap, d.index, d.level) for d in card.dimensions.values()
    ]
    assert (found.index, found.gap, found.attainment) == (card.overall.index, card.gap.total, card.gap.attainment)
    assert any(row.flags for row in found.dimensions)
