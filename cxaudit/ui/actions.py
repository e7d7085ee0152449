"""The table of actions: menus, the rail and the sheet of keys are all built from it.

`needs` says when an action can be used: always (""), with an open assessment ("assessment"), once the review list
was accepted ("reviewed"), while there is something to undo or redo, in a five-minute audit that can go on to the full
one ("quick") or in the full one ("full"), with firms to practise on ("vignettes"), where the questionnaire has a
newer version ("newer"), or while a workshop runs ("workshop"). The window runs an action by its id; a screen
may take one over (`Screen.handle_action`).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from cxaudit.i18n import _

Needs = Literal["", "assessment", "reviewed", "undo", "redo", "quick", "full", "vignettes", "newer", "workshop"]


class Action(NamedTuple):
    """One action: id, menu, text, keys (Qt's portable names), and when it can be used."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    needs: Needs = ""


SEPARATOR = Action("-", "", "")


def menus() -> tuple[tuple[str, str], ...]:
    """Return the menus: id and title."""
    return (
        ("file", _("&File")),
        ("edit", _("&Edit")),
        ("view", _("&View")),
        ("assessment", _("&Assessment")),
        ("workshop", _("&Workshop")),
        ("help", _("&Help")),
    )


def actions() -> tuple[Action, ...]:
    """Return every action, menu by menu; an id "-" is a separator."""
    return (*_file(), *_edit(), *_view(), *_assessment(), *_workshop(), *_help())


def _file() -> tuple[Action, ...]:
    return (
        Action("new", "file", _("&New five-minute audit"), ("Ctrl+N",)),
        Action("new_full", "file", _("New &full audit"), ("Ctrl+Shift+N",)),
        Action("open", "file", _("&Open…"), ("Ctrl+O",)),
        Action("recent", "file", _("&Recent files")),
        Action("sample", "file", _("&Explore a sample")),
        Action("-", "file", ""),
        Action("save_as", "file", _("Save &as…"), ("Ctrl+Shift+S",), "assessment"),
        Action("export", "file", _("&Write the report…"), ("Ctrl+E",), "reviewed"),
        Action("close", "file", _("&Close"), ("Ctrl+W",), "assessment"),
        Action("-", "file", ""),
        Action("quit", "file", _("&Quit"), ("Ctrl+Q",)),
    )


def _edit() -> tuple[Action, ...]:
    return (
        Action("undo", "edit", _("&Undo"), ("Ctrl+Z",), "undo"),
        Action("redo", "edit", _("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    )


def _view() -> tuple[Action, ...]:
    return (
        Action("theme_system", "view", _("&System theme")),
        Action("theme_light", "view", _("&Light theme")),
        Action("theme_dark", "view", _("&Dark theme")),
        Action("theme_contrast", "view", _("&High contrast")),
        Action("-", "view", ""),
        Action("zoom_in", "view", _("Zoom &in"), ("Ctrl++", "Ctrl+=")),
        Action("zoom_out", "view", _("Zoom &out"), ("Ctrl+-",)),
        Action("zoom_reset", "view", _("&Normal size"), ("Ctrl+0",)),
    )


def _assessment() -> tuple[Action, ...]:
    return (
        Action("organisation", "assessment", _("Name the &organisation…"), (), "assessment"),
        Action("date", "assessment", _("&Date of the assessment…"), (), "assessment"),
        Action("targets", "assessment", _("&Targets…"), (), "assessment"),
        Action("-", "assessment", ""),
        Action("jump", "assessment", _("&Jump to a question…"), ("Ctrl+J",), "assessment"),
        Action("find", "assessment", _("&Find a question"), ("Ctrl+F",), "assessment"),
        Action("list", "assessment", _("&List of questions"), ("Ctrl+L",), "assessment"),
        Action("-", "assessment", ""),
        Action("answer", "assessment", _("&Answer"), ("Ctrl+1",), "assessment"),
        Action("results", "assessment", _("&Results"), ("Ctrl+2",), "reviewed"),
        Action("plan", "assessment", _("&Plan"), ("Ctrl+3",), "reviewed"),
        Action("report", "assessment", _("R&eport"), ("Ctrl+4",), "reviewed"),
        Action("what_if", "assessment", _("&What if…"), (), "reviewed"),
        Action("-", "assessment", ""),
        Action("full", "assessment", _("&Go on to the full audit"), (), "quick"),
        Action("quick", "assessment", _("&Back to the five-minute questions"), (), "full"),
        Action("start_page", "assessment", _("&Start page of the full audit"), (), "full"),
        Action("practise", "assessment", _("Practise on &invented firms…"), (), "vignettes"),
        Action("newer", "assessment", _("Continue in the &newer questionnaire…"), (), "newer"),
        Action("-", "assessment", ""),
        Action("confirm", "assessment", _("&Confirm each answer")),
        Action("digits", "assessment", _("&Digit keys answer")),
    )


def _workshop() -> tuple[Action, ...]:
    return (
        Action("workshop", "workshop", _("&Run a workshop…")),
        Action("merge", "workshop", _("&Merge answers from before…"), (), "workshop"),
        Action("workshop_map", "workshop", _("&Where the room is split…"), (), "workshop"),
        Action("workshop_restart", "workshop", _("&Start this round again…"), (), "workshop"),
        Action("handout", "workshop", _("&Print the workshop pack…")),
        Action("-", "workshop", ""),
        Action("wall_swap", "workshop", _("Swap &monitors"), (), "workshop"),
        Action("wall_window", "workshop", _("Wall in a win&dow"), (), "workshop"),
        Action("wall_shared", "workshop", _("Wall on &this screen, console as a strip"), (), "workshop"),
        Action("wall_rehearse", "workshop", _("&No wall: rehearse"), (), "workshop"),
        Action("wall_blank", "workshop", _("&Blank the wall"), (), "workshop"),
        Action("wall_freeze", "workshop", _("&Freeze the wall"), (), "workshop"),
        Action("wall_parking", "workshop", _("Show the parkin&g lot"), (), "workshop"),
        Action("wall_dark", "workshop", _("Dar&k wall")),
        Action("back_row", "workshop", _("&Check the back row…")),
        Action("-", "workshop", ""),
        Action("workshop_end", "workshop", _("&End the workshop…"), (), "workshop"),
    )


def _help() -> tuple[Action, ...]:
    return (
        Action("keys", "help", _("&Keys"), ("F1",)),
        Action("choose", "help", _("&How to choose an answer"), (), "assessment"),
        Action("margin", "help", _("&Could this change be chance?…")),
        Action("about", "help", _("&About cxaudit")),
    )


CHECKABLE = frozenset({"theme_system", "theme_light", "theme_dark", "theme_contrast", "confirm", "digits", "wall_dark"})

IN_QUESTIONS = frozenset({"find", "list"})
"""What the page of the questions does; it is shown first."""


def places() -> tuple[tuple[str, str, str], ...]:
    """Return the places of the rail: id, label, icon."""
    return (
        ("answer", _("Answer"), "list-checks"),
        ("results", _("Results"), "chart-bar"),
        ("plan", _("Plan"), "square-kanban"),
        ("report", _("Report"), "file-text"),
    )
