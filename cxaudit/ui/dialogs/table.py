"""The dialogs behind menu actions, by action id: each asks, and tells the session what was chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cxaudit.presentation.continuation import continuation_view
from cxaudit.ui.dialogs.back_row import show_back_row
from cxaudit.ui.dialogs.continuation import confirm_continuation
from cxaudit.ui.dialogs.fields import ask_date, ask_organisation
from cxaudit.ui.dialogs.handout import print_pack
from cxaudit.ui.dialogs.help import show_about, show_keys, show_rules
from cxaudit.ui.dialogs.jump import ask_question
from cxaudit.ui.dialogs.margin import show_margin
from cxaudit.ui.dialogs.merge import show_merge
from cxaudit.ui.dialogs.parking import end_workshop
from cxaudit.ui.dialogs.targets import edit_targets
from cxaudit.ui.dialogs.vignettes import practise
from cxaudit.ui.dialogs.workshop_setup import run_workshop
from cxaudit.ui.session import Session

Get = Callable[[], Session]


def _organisation(parent: QWidget, session: Get) -> None:
    name = ask_organisation(parent, session().assessment.organisation)
    if name is not None:
        session().set_organisation(name)


def _date(parent: QWidget, session: Get) -> None:
    day = ask_date(parent, session().assessment.date)
    if day is not None:
        session().set_date(day or None)


def _jump(parent: QWidget, session: Get) -> None:
    place = ask_question(parent, session().pack, session().assessment, session().flow)
    if place is not None:
        session().go_to_question(place)


def _targets(parent: QWidget, session: Get) -> None:
    edit_targets(parent, session())


def _practise(parent: QWidget, session: Get) -> None:
    practise(parent, session().pack)


def _newer(parent: QWidget, session: Get) -> None:
    at_hand, newer = session(), session().newer
    if newer is None:
        return
    view = continuation_view(at_hand.assessment, at_hand.pack, newer)
    if confirm_continuation(parent, view):
        at_hand.continue_in_newer()


def _keys(parent: QWidget, _session: Get) -> None:
    show_keys(parent)


def _rules(parent: QWidget, session: Get) -> None:
    show_rules(parent, session().pack)


def _margin(parent: QWidget, _session: Get) -> None:
    show_margin(parent)


def _workshop(parent: QWidget, session: Get) -> None:
    if session().room.running:
        session().go_to("workshop")
    else:
        run_workshop(parent, session(), show_back_row)


def _merge(parent: QWidget, session: Get) -> None:
    show_merge(parent, session())


def _handout(parent: QWidget, session: Get) -> None:
    print_pack(parent, session())


def _back_row(parent: QWidget, _session: Get) -> None:
    show_back_row(parent)


def _workshop_end(parent: QWidget, session: Get) -> None:
    end_workshop(parent, session())


def _about(parent: QWidget, _session: Get) -> None:
    show_about(parent)


DIALOGS: dict[str, Callable[[QWidget, Get], None]] = {
    "organisation": _organisation,
    "date": _date,
    "jump": _jump,
    "targets": _targets,
    "practise": _practise,
    "newer": _newer,
    "keys": _keys,
    "choose": _rules,
    "margin": _margin,
    "about": _about,
    "back_row": _back_row,
    "workshop": _workshop,
    "merge": _merge,
    "handout": _handout,
    "workshop_end": _workshop_end,
}
