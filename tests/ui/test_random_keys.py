"""Keys at random, with dialogs that close meanwhile, end neither in an exception nor in a crash.

A crash ends the process, so that the suite names the test and every thread's stack.
"""

from __future__ import annotations

import os

import pytest
from support.random_keys import RandomKeys

from cxaudit.ui.app import Program

SOAK = int(os.environ.get("CXAUDIT_SOAK") or 0)
SEEDS = range(max(SOAK, 20)) if SOAK else range(2)
PRESSES = 2000 if SOAK else 400
"""The second is for every push, the first for the long runs."""


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)  # menus, on a platform without a screen
@pytest.mark.parametrize("seed", SEEDS)
def test_keys_at_random_break_nothing(program: Program, seed: int) -> None:
    keys = RandomKeys(program, seed)
    keys.press(PRESSES)
    assert keys.presses >= PRESSES
    assert keys.closed
