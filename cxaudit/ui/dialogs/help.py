"""Help: the sheet of keys, how to choose an answer, about the program."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from cxaudit import __version__
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _
from cxaudit.ui.actions import actions
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.theme import px
from cxaudit.ui.widgets.layout import Flip, column, holder
from cxaudit.ui.widgets.marks import KeyCap
from cxaudit.ui.widgets.text import Text


def question_keys() -> tuple[tuple[str, str], ...]:
    """Return the keys of the question screen that are no menu actions."""
    return (
        ("1 … 5", _("answer, and go on")),
        ("0", _("don't know")),
        ("↑ ↓", _("move without answering")),
        (_("Space"), _("choose the row")),
        ("⌫", _("back")),
        ("PgDn", _("on without an answer; with a filter, to the next that it finds")),
        ("N", _("note")),
        ("E", _("evidence")),
        ("C", _("fact-check, where the question has one")),
        ("F", _("mark: come back to this")),
        ("A", _("does not apply, where the question allows it")),
        ("?", _("help with examples")),
        ("Esc", _("close what is open; show all again")),
        ("Del", _("take a choice back, in a field")),
        ("1 … 5, P", _("guess, practise: on the start page of a full audit")),
    )


def result_keys() -> tuple[tuple[str, str], ...]:
    """Return the keys of results, plan and what-if that are no menu actions."""
    return (
        ("A", _("arithmetic of what is at hand")),
        ("W", _("what if, from the results")),
        ("D", _("done, in the plan")),
        ("N", _("not now with a reason, in the plan")),
        ("← →", _("lane of the plan; in what-if, change the answer")),
        ("L", _("what lifts the dimension, in what-if")),
        ("R", _("take all back, in what-if")),
    )


def report_keys() -> tuple[tuple[str, str], ...]:
    """Return the keys of the report that are no menu actions."""
    return (
        ("PgUp, PgDn", _("a page back, a page on")),
        (_("Space"), _("take a section in, or leave it out")),
        ("↵", _("show the section's page")),
        ("Alt ↑ ↓", _("move the section")),
        ("T", _("change the section's texts")),
        ("+ -, 0", _("larger, smaller, as wide as there is room")),
    )


def room_keys() -> tuple[tuple[str, str], ...]:
    """Return the keys of the console of a workshop that are no menu actions."""
    return (
        ("PgDn, PgUp", _("a step on, a step back; for clickers too")),
        ("R", _("reveal, once all votes are in")),
        ("=", _("only those are here whose votes are in")),
        ("V", _("vote again")),
        ("L", _("lock the question")),
        ("U", _("open a locked question again, with a reason")),
        ("C", _("start the round over")),
        ("T, +", _("timer on or off, one minute more")),
        ("P", _("put something in the parking lot")),
        ("D", _("dissent note")),
        ("M", _("map: where the room is split")),
        ("X", _("swap the screens")),
        ("B or .", _("blank the wall, or show it again")),
        ("F", _("freeze the wall, or let it go on")),
        ("Esc", _("leave a text field; it ends nothing")),
    )


def show_keys(parent: QWidget, *, in_room: bool = False) -> None:
    """Show every key; in a workshop those of its console."""
    dialog = Dialog(parent, _("Keys"), _("Letters work while no text field has the focus."), width=760)
    menu_keys = [
        (QKeySequence(a.keys[0]).toString(QKeySequence.SequenceFormat.NativeText), a.text.replace("&", ""))
        for a in actions()
        if a.keys
    ]
    grids = (_grid(_("Results and plan"), result_keys()), 12, _grid(_("Report"), report_keys()))
    pages = column(_grid(_("Questions"), question_keys()), 12, *grids)
    if in_room:
        pages = column(_grid(_("Workshop"), room_keys()), None)
    everywhere = _grid(_("Everywhere"), tuple(menu_keys))
    dialog.content.addWidget(Flip(holder(pages), holder(everywhere), 600, side=256, spacing=32))
    dialog.add_buttons(_("Close"), "")
    dialog.exec()


def _grid(title: str, keys: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(12))
    grid.setVerticalSpacing(px(8))
    grid.addWidget(Text(title, "label"), 0, 0, 1, 2)
    for at, (key, does) in enumerate(keys, 1):
        grid.addWidget(KeyCap(key), at, 0)
        grid.addWidget(Text(does, "small"), at, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(keys) + 1, 1)
    return grid


def show_rules(parent: QWidget, pack: Pack) -> None:
    """Show how to choose between the answers."""
    dialog = Dialog(parent, _("How to choose an answer"), width=640)
    rules = column(*(Text(rule, "anchor") for rule in pack.rating_rules), spacing=12)
    notes = column(*(Text(note, "small", "muted") for note in pack.rating_notes), spacing=8)
    dialog.content.addLayout(column(rules, 12, notes))
    dialog.add_buttons(_("Close"), "")
    dialog.exec()


def show_about(parent: QWidget) -> None:
    """Show what the program is."""
    dialog = Dialog(parent, "cxaudit", _("Version {version}").format(version=__version__))
    dialog.content.addWidget(Text(_("Everything stays on this computer: the program opens no network connection.")))
    licence = _("Program: MIT. Questionnaire: CC BY 4.0. Inter: SIL Open Font License. Icons: Lucide, ISC.")
    dialog.content.addWidget(Text(licence, "small", "muted"))
    dialog.add_buttons(_("Close"), "")
    dialog.exec()
