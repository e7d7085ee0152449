"""The figures of a workshop: a room of 25, its console and its wall."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from figures import percentile, row
from typing_extensions import override

if TYPE_CHECKING:
    from cxaudit.ui.app import Program


def workshop(home: Path) -> None:
    """Measure a room of 25 with three rounds on file for each question: opening, keys and reveal, in both windows.

    The wall has 1920 by 1080 points, as most projectors; only on opening it is a small window.
    """
    from dataclasses import replace  # noqa: PLC0415 - only here

    from support.program import running, settle  # noqa: PLC0415
    from support.workshops import voted_room  # noqa: PLC0415

    from cxaudit.app.new_audit import new_engagement  # noqa: PLC0415
    from cxaudit.app.steps import open_question  # noqa: PLC0415

    opened, revealed, pressed = list[float](), list[float](), list[float]()
    with running(home / "room") as program:
        session = program.window.session
        pack = session.services.packs.newest()
        asked = [practice.id for practice in pack.asked("full")]
        blank = new_engagement(pack, "full", session.services.today())
        content = replace(blank, assessments=(voted_room(blank.newest, pack, 25, 3, asked[0]),))
        document = session.services.documents.create(home / "room" / "Room.cxaudit", content)
        document.close()
        large_wall(program)
        for _time in range(8):
            session.close()
            settle()
            opened.append(both_painted(program, lambda: session.open(document.path)))
            large_wall(program)
        for practice in asked[:10]:
            session.room.run(open_question, practice)
            settled(program)
            pressed += [both_painted(program, partial(press, program, key)) for key in ("V", *"3" * 25)]
            revealed.append(both_painted(program, partial(press, program, "R")))
            assert session.room.at.workshop.phase == "reveal"
            assert len(session.room.at.answer.rounds) == 4
    again, p99 = statistics.median(opened[1:]), percentile(pressed, 0.99)
    value = f"{opened[0] / 1000:.2f} s, {again / 1000:.2f}"
    row("opening a room of 25 by 26 by 3, first and again", value, "0.5 s", good=max(opened[0], again) <= 500)
    value = f"{max(revealed):.0f} ms at most (n {len(revealed)})"
    row("reveal of 25 votes to both windows painted", value, "100 ms", good=max(revealed) <= 100)
    value = f"p99 {p99:.1f} ms (n {len(pressed)})"
    row("key to both windows painted", value, "33 ms", good=p99 <= 33)


def large_wall(program: Program) -> None:
    """Let the wall be a window as large as a projector's image."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415
    from support.program import settle  # noqa: PLC0415 - only here

    from cxaudit.ui.wall.window import AudienceWindow  # noqa: PLC0415

    program.window.run("wall_window")
    settle()
    for window in QApplication.topLevelWidgets():
        if isinstance(window, AudienceWindow):
            window.resize(1920, 1080)
    settle()


def press(program: Program, key: str) -> None:
    """Press a key where the focus is."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - only here
    from PySide6.QtTest import QTest  # noqa: PLC0415

    QTest.keyClick(program.window.focusWidget() or program.window, Qt.Key(ord(key)))


def settled(program: Program) -> None:
    """Wait until all that a room did is kept and shown."""
    from support.program import settle  # noqa: PLC0415 - only here

    settle()
    while not program.window.session.room.settled:
        settle(1)
    settle()


def both_painted(program: Program, act: Callable[[], object]) -> float:
    """Return the milliseconds from an act on a workshop until the console and the wall are painted as it left them."""
    from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject  # noqa: PLC0415 - only here
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    from cxaudit.ui.app import make_application  # noqa: PLC0415
    from cxaudit.ui.wall.window import AudienceWindow  # noqa: PLC0415

    class Painted(QObject):
        windows: ClassVar[set[str]] = set()

        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
                self.windows.add("wall" if isinstance(watched.window(), AudienceWindow) else "console")
            return False

    room, painted = program.window.session.room, Painted()
    forget = painted.windows.clear
    forget()
    room.shown_changed.connect(forget)  # what was painted before does not count
    application = make_application([])
    application.installEventFilter(painted)
    shown, started = room.shown, time.perf_counter()
    act()
    while room.shown is shown or not room.settled or painted.windows < {"wall", "console"}:
        # waiting, as the program does: a loop that spins would hold up the threads that write
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() - started > 10:
            msg = f"painted only: {sorted(painted.windows)}"
            raise TimeoutError(msg)
    took = (time.perf_counter() - started) * 1000
    application.removeEventFilter(painted)
    room.shown_changed.disconnect(forget)
    settled(program)
    return took
