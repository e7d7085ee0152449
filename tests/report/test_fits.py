"""Whether a long block fits is answered without measuring all of it, and never otherwise than its height says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from cxaudit.report.pdf.blocks import Block, Space, Stack, Text
from cxaudit.report.pdf.styles import BODY, H2, TABLE
from cxaudit.report.pdf.tables import Narrow, Table

WIDTH = 300.0


class Measured(Space):
    """Counts how often it is measured."""

    asked = 0

    @override
    def height(self, width: float) -> float:
        Measured.asked += 1
        return super().height(width)


def spaces(heights: list[int]) -> list[Block]:
    return [Measured(height) for height in heights]


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    heights = draw(st.lists(st.integers(0, 60), max_size=12))
    kind = draw(st.sampled_from(["stack", "table", "narrow", "texts", "both"]))
    table = Table(("Head",), [[block] for block in spaces(heights)], (1,))
    texts = [Text("One line and another " * (height % 5), H2 if height % 2 else BODY) for height in heights]
    made: dict[str, Block] = {"stack": Stack(spaces(heights)), "table": table, "narrow": Narrow(table, 200)}
    made |= {"texts": Stack(texts), "both": Stack([*texts, table, Text("Below", TABLE)])}
    return made[kind]


@given(blocks(), st.integers(-20, 700))
def test_a_block_fits_where_its_height_is_within_the_room(block: Block, room: int) -> None:
    assert block.fits(WIDTH, room + 0.5) == (block.height(WIDTH) <= room + 0.5)


@pytest.mark.parametrize(
    "block",
    [Stack(spaces([50] * 1000)), Table(("Head",), [[block] for block in spaces([50] * 1000)], (1,))],
    ids=["stack", "table"],
)
def test_no_more_is_measured_than_a_page_holds(block: Block) -> None:
    Measured.asked = 0
    assert not block.fits(WIDTH, 500)
    assert block.split(WIDTH, 500) is not None
    assert 0 < Measured.asked < 60
