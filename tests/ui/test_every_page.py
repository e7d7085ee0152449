"""What holds on every page: names to hear, few Tab stops, large targets, nothing clipped, no stray window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.program import focusable, running, settle
from support.screens import PAGES, visible

from cxaudit.ui.app import Program
from cxaudit.ui.theme import width_of
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.text import Text

MOST_TAB_STOPS = 12
SMALLEST_TARGET = 24
SIZES = ((1280, 800), (1024, 640), (800, 560))


@pytest.fixture(params=list(PAGES))
def page(program: Program, request: pytest.FixtureRequest) -> Program:
    PAGES[request.param](program)
    settle()
    return program


def test_everything_that_takes_the_focus_has_a_name(page: Program) -> None:
    nameless = [
        widget
        for widget in visible(page.window)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not _said(widget)
    ]
    assert nameless == []


def _said(widget: QWidget) -> str:
    """Return what an assistive program hears."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_at_most_twelve_tab_stops(page: Program) -> None:
    assert 1 <= len(focusable(page.window)) <= MOST_TAB_STOPS


def test_targets_are_at_least_24_px(page: Program) -> None:
    small = [
        (type(widget).__name__, widget.accessibleName(), widget.size())
        for widget in visible(page.window)
        if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < SMALLEST_TARGET
    ]
    assert small == []


def test_the_window_is_the_only_one(page: Program) -> None:
    settle()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [page.window]
    assert page.window.isActiveWindow()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.window.isAncestorOf(focus)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_text_is_clipped(page: Program, size: tuple[int, int]) -> None:
    page.window.resize(*size)
    settle()
    assert clipped(page.window) == []


@pytest.mark.parametrize("zoom", [150, 200])
@pytest.mark.parametrize("name", list(PAGES))
def test_no_text_is_clipped_when_zoomed(program: Program, name: str, zoom: int) -> None:
    program.preferences.set_zoom(zoom)
    PAGES[name](program)
    settle()
    assert clipped(program.window) == []


def clipped(window: QWidget) -> list[str]:
    """Return every text that is cut or cannot be scrolled to."""
    found: list[str] = []
    for widget in visible(window):
        if isinstance(widget, Text):
            found += _cut(widget)
        if isinstance(widget, Button) and widget.width() < widget.minimumSizeHint().width():
            found.append(f"button too narrow: {widget.text()}")
        if isinstance(widget, Text | QAbstractButton) and not _inside(widget):
            found.append(f"outside its parent: {widget.accessibleName()} {widget.geometry()}")
    return found


def _cut(text: Text) -> list[str]:
    """Return what is wrong with one label."""
    found: list[str] = []
    if text.elided:
        found.append(f"elided: {text.text()}")
    if text.height() < text.heightForWidth(text.width()):
        found.append(f"too low: {text.text()}")
    if max(width_of(line, text.style_name) for line in text.shown_lines) > text.width() + 1:
        found.append(f"too narrow: {text.text()}")
    return found


def _inside(widget: QWidget) -> bool:
    """Return whether a widget lies within all its parents, up to what scrolls it."""
    step = widget.parentWidget()
    while step is not None:
        if isinstance(step.parentWidget(), QAbstractScrollArea):
            area = step
            return 0 <= widget.mapTo(area, QPoint(0, 0)).x() <= area.width() - widget.width() + 1
        at = widget.mapTo(step, QPoint(0, 0))
        if (
            at.x() < 0
            or at.x() + widget.width() > step.width()
            or at.y() < 0
            or at.y() + widget.height() > step.height()
        ):
            return False
        step = step.parentWidget()
    return True


def test_widgets_die_with_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    gone: list[str] = []
    with running(tmp_path) as program:
        for name, bring_up in PAGES.items():
            bring_up(program)
            settle()
            program.window.screen_shown.destroyed.connect(partial(gone.append, name))
        shown = set(program.window.screens)
    del program, qtbot
    settle()
    assert {"home", "start", "question", "review", "results", "plan", "report"} <= shown
    assert set(gone) == set(PAGES)
