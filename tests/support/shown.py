"""The program at its results, and what every screen has to keep: names, Tab stops, room for its texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from support.program import fill, focusable, settle

from cxaudit.bootstrap import load_example
from cxaudit.domain.assessment import Answer
from cxaudit.domain.engagement import Engagement
from cxaudit.ui.app import Program
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.text import Text

W = TypeVar("W", bound=QWidget)
SIZES = ((1280, 800), (1024, 640), (800, 560))


def at_results(program: Program, levels: str = "433202311220313", place: str = "results") -> Session:
    """Answer fifteen questions, accept the review list and go to a place."""
    session = program.window.session
    session.start_quick_audit()
    fill(session, levels)
    session.accept_review()
    session.go_to(place)
    settle()
    return session


def at_full_results(program: Program, answers: dict[str, Answer] | None = None, **change: object) -> Session:
    """Open the finished full audit that comes with the program, with other answers where they are given."""
    session = program.window.session
    audit, pack = load_example(session.services.packs, "nordlys-full.toml")
    given = {} if answers is None else {"answers": answers, "actions": {}}
    audit = audit.model_copy(update={"reviewed": True, **given, **change})
    place = session.services.documents_folder / "Full.cxaudit"
    document = session.services.documents.create(place, Engagement((audit,), {pack.content: pack}))
    document.close()
    session.open(document.path)
    while not session.has_assessment:
        settle()
    settle()
    return session


def shown(program: Program, kind: type[W]) -> W:
    """Return the page that is shown, which has to be of a kind."""
    screen = program.window.screen_shown
    assert isinstance(screen, kind)
    return screen


def in_dialog(act: Callable[[QDialog], object]) -> None:
    """Do something in the next dialog that opens, once it has the focus; it is closed afterwards."""

    def later() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.activateWindow()
        settle()
        try:
            act(dialog)
        finally:
            left = QApplication.activeModalWidget()
            if isinstance(left, QDialog):
                left.reject()

    QTimer.singleShot(0, later)


def unnamed(root: QWidget) -> list[QWidget]:
    """Return what Tab reaches under a root and has no accessible name."""
    return [part for part in focusable(root) if not part.accessibleName().strip()]


def clipped(root: QWidget) -> list[str]:
    """Return the texts that have too little room, and the scroll areas whose content is wider than they are."""
    short = [
        part.text()
        for part in root.findChildren(Text)
        if part.isVisible() and (part.elided or part.height() < part.heightForWidth(part.width()))
    ]
    wide: list[str] = []
    for area in root.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None and content.width() > area.viewport().width():
            wide.append(f"{content.width()} px in {area.viewport().width()} px")
    return short + wide


def clipped_at_all_sizes(program: Program) -> dict[str, list[str]]:
    """Return what is clipped, by size of the window and zoom; nothing should be."""
    found: dict[str, list[str]] = {}
    for zoom in (100, 200):
        program.preferences.set_zoom(zoom)
        settle()
        for width, height in SIZES[: 3 if zoom == 100 else 1]:
            program.window.resize(width, height)
            settle()
            faults = clipped(program.window.screen_shown)
            if faults:
                found[f"{width}x{height} at {zoom} %"] = faults
    return found
