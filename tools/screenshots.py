"""Paints every screen into PNG files: `screenshots.py FOLDER [name ...]`.

Each at 1280x800 and 1024x640 in three themes, and at twice the resolution in the light one. Needs no screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[1] / "tests")]

from PySide6.QtCore import QTimer  # noqa: E402 - the platform is chosen first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog  # noqa: E402
from support.program import fill, running, settle  # noqa: E402

from cxaudit.ui.app import Program  # noqa: E402
from cxaudit.ui.screens.question import QuestionScreen  # noqa: E402

ANSWERS = "433202311220313"
THEMES = ("light", "dark", "contrast")
SIZES = ((1280, 800), (1024, 640))


def home(_program: Program) -> None:
    """Show home as it is when the program starts."""


def home_recent(program: Program) -> None:
    """Show home with recent files."""
    for levels, name in (("43320", "Kestrel Water"), (ANSWERS, "Marlow Transit"), ("111", "Ridgeway Housing")):
        session = program.window.session
        session.start_quick_audit()
        fill(session, levels)
        session.set_organisation(name)
    program.window.session.close()
    program.tasks.finish()


def question(program: Program) -> None:
    """Show the third question."""
    program.window.session.start_quick_audit()
    fill(program.window.session, "43")


def first_question(program: Program) -> None:
    """Show the first question."""
    program.window.session.start_quick_audit()


def answered(program: Program) -> None:
    """Show a question that may not apply, answered and marked."""
    session = program.window.session
    session.start_quick_audit()
    fill(session, "4330-2311220-3"[:13])
    place = next(p.id for p in session.pack.asked("quick") if p.may_not_apply)
    session.go_to_question(place)
    session.toggle_mark(place)


def evidence(program: Program) -> None:
    """Show the drawer for note and evidence at an answer of 4."""
    session = program.window.session
    session.start_quick_audit()
    first = session.flow.at
    fill(session, "4")
    session.set_note(first, "Service and billing both quote it in their plans. Field operations does not, yet.")
    session.set_evidence(first, "Service plan, page 3, 30 September 2026, shared drive")
    session.go_to_question(first)
    _press(program, "n")


def help_drawer(program: Program) -> None:
    """Show the help of a question."""
    question(program)
    _press(program, "?")


def review(program: Program) -> None:
    """Show the review list."""
    session = program.window.session
    session.start_quick_audit()
    fill(session, "433-0231122031"[:14] + "3")
    session.toggle_mark(session.flow.asked[2])


def results(program: Program) -> None:
    """Show the results."""
    session = program.window.session
    session.start_quick_audit()
    session.set_organisation("Kestrel Water")
    fill(session, ANSWERS)
    session.accept_review()


def plan(program: Program) -> None:
    """Show the plan."""
    results(program)
    program.window.session.go_to("plan")


def report(program: Program) -> None:
    """Show the report page."""
    results(program)
    program.window.session.go_to("report")


def message(program: Program) -> None:
    """Show a message above a page."""
    question(program)
    program.window.messages.show_message("info", "12 answers came back", "The last was made at 14:32. Nothing is lost.")


def zoomed(program: Program) -> None:
    """Show a question at 200 %."""
    program.preferences.set_zoom(200)
    question(program)


def sample(program: Program) -> None:
    """Show the sample."""
    session = program.window.session
    session.explore_sample()
    while not session.has_assessment:
        settle()


def dialogs(folder: Path) -> None:
    """Paint each dialog in the light and the dark theme."""
    with tempfile.TemporaryDirectory() as home_, running(Path(home_)) as program:
        question(program)
        for theme in THEMES[:2]:
            program.window.run(f"theme_{theme}")
            for name in DIALOGS:
                QTimer.singleShot(100, partial(_paint_dialog, folder / f"20-{name}-{theme}.png"))
                program.window.run(name)
                settle()
    print("20-dialogs")


def _paint_dialog(path: Path) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    settle()
    dialog.grab().save(str(path))
    dialog.reject()


def _press(program: Program, key: str) -> None:
    screen = program.window.screen_shown
    assert isinstance(screen, QuestionScreen)
    settle()
    QTest.keyClicks(program.window, key)


SHOTS: dict[str, Callable[[Program], None]] = {
    "01-home": home,
    "01-home-recent": home_recent,
    "02-question-first": first_question,
    "02-question": question,
    "02-question-answered": answered,
    "03-evidence": evidence,
    "03-help": help_drawer,
    "03-message": message,
    "04-review": review,
    "05-results": results,
    "07-plan": plan,
    "08-report": report,
    "09-zoomed": zoomed,
    "09-sample": sample,
}
DIALOGS = ("organisation", "date", "targets", "jump", "keys", "choose", "about")


def shoot(folder: Path, names: list[str], themes: tuple[str, ...], suffix: str) -> None:
    """Paint the named screens in each theme and size."""
    for name, prepare in SHOTS.items():
        if names and not any(name.startswith(n) for n in names):
            continue
        with tempfile.TemporaryDirectory() as home_, running(Path(home_)) as program:
            prepare(program)
            for theme in themes:
                program.window.run(f"theme_{theme}")
                for width, height in SIZES if not suffix else SIZES[:1]:
                    program.window.resize(width, height)
                    settle(8)
                    program.window.grab().save(str(folder / f"{name}-{theme}-{width}x{height}{suffix}.png"))
        print(name)


def main() -> None:
    """Paint everything, in this process and in one at twice the resolution."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    names = sys.argv[2:]
    if os.environ.get("QT_SCALE_FACTOR") == "2":
        shoot(folder, names, THEMES[:1], "@2")
        return
    shoot(folder, names, THEMES, "")
    if not names or "20" in names:
        dialogs(folder)
    again = [sys.executable, __file__, str(folder), *names]
    subprocess.run(again, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)


if __name__ == "__main__":
    main()
    QApplication.quit()
