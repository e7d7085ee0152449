"""The console fits a small laptop: no state of it scrolls at 1366x720."""

from __future__ import annotations

import pytest
from support.program import settle
from support.workshop_pages import SHOTS

from cxaudit.ui.app import Program
from cxaudit.ui.widgets.scroll import Scroll


@pytest.mark.parametrize("name", list(SHOTS))
def test_no_state_scrolls_on_a_small_laptop(program: Program, name: str) -> None:
    program.window.resize(1366, 720)
    SHOTS[name](program)
    settle(8)
    area = program.window.screen_shown.findChild(Scroll)
    assert isinstance(area, Scroll)
    assert area.verticalScrollBar().maximum() == 0
