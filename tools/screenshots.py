"""Paints every screen into PNG files: `screenshots.py FOLDER [name ...]`.

Each in three themes at 1280x800, 1024x640 and twice the resolution, each dialog in three themes, and the wall in its
two looks ("10-wall"). Needs no screen.
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

from PySide6.QtCore import Qt, QTimer  # noqa: E402 - the platform is chosen first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog  # noqa: E402
from support import full_audit_pages, report_pages, workshop_pages  # noqa: E402
from support.program import fill, running, settle  # noqa: E402
from support.shown import at_full_results  # noqa: E402
from wall_pictures import paint_walls  # noqa: E402

from cxaudit.app.margin_entry import MarginForm, TypedSurvey  # noqa: E402
from cxaudit.ui.app import Program  # noqa: E402
from cxaudit.ui.dialogs.crash import CrashDialog  # noqa: E402
from cxaudit.ui.dialogs.margin import show_margin  # noqa: E402
from cxaudit.ui.dialogs.not_saved import NotSaved  # noqa: E402
from cxaudit.ui.screens.question import QuestionScreen  # noqa: E402
from cxaudit.ui.screens.report import ReportScreen  # noqa: E402
from cxaudit.ui.screens.results import ResultsScreen  # noqa: E402

ANSWERS = "433202311220313"
FIGURES = MarginForm("net", TypedSurvey("48", "17", "412", "2900"), TypedSurvey("45", "18", "400"))
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
    fill(session, "433002311220132")
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


def page(name: str, program: Program) -> None:
    """Show one of the pages that come after the results."""
    results(program)
    program.window.session.go_to(name)


def arithmetic(program: Program) -> None:
    """Show the arithmetic over the results."""
    results(program)
    settle()
    QTest.keyClick(program.window.focusWidget() or program.window, Qt.Key.Key_A)


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


def full(name: str, program: Program) -> None:
    """Show one of the places after the results, of the full audit that comes with the program."""
    at_full_results(program, prediction=3)
    program.window.session.go_to(name)


def what_if(program: Program) -> None:
    """Show what-if with three answers changed."""
    full("what_if", program)
    asked = program.window.session.flow.asked
    program.window.session.try_levels({asked[3]: 5, asked[7]: 1, asked[12]: 3})


def _then(prepare: Callable[[Program], None], key: Qt.Key) -> Callable[[Program], None]:
    """Prepare a page and press a key on it."""

    def show(program: Program) -> None:
        prepare(program)
        settle()
        QTest.keyClick(program.window.focusWidget() or program.window, key)

    return show


def proofs(program: Program) -> None:
    """Show claimed against shown."""
    full("results", program)
    screen = program.window.screen_shown
    assert isinstance(screen, ResultsScreen)
    screen.findings.proof.rows[0].click()


def dialogs(folder: Path) -> None:
    """Paint each dialog in each theme, for each theme in a program of its own: the last ones leave the audit behind."""
    for theme in THEMES:
        with tempfile.TemporaryDirectory() as home_, running(Path(home_)) as program:
            page("plan", program)
            program.window.run(f"theme_{theme}")
            for name, show in DIALOGS.items():
                settle()
                QTimer.singleShot(100, partial(_paint_dialog, folder / f"20-{name}-{theme}.png"))
                show(program)
                while QApplication.activeModalWidget() is not None:
                    settle()
    print("20-dialogs")


def _command(name: str) -> Callable[[Program], object]:
    return lambda program: program.window.run(name)


def _on_plan(key: Qt.Key) -> Callable[[Program], object]:
    return lambda program: QTest.keyClick(program.window.focusWidget() or program.window, key)


def _crash(_program: Program) -> None:
    CrashDialog("Traceback (most recent call last):\n  ...\nRuntimeError: for the picture", None, saved=True).exec()


def _paint_dialog(path: Path) -> None:
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QDialog):  # it takes its time to open
        QTimer.singleShot(100, partial(_paint_dialog, path))
        return
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
    "05-results-full": partial(full, "results"),
    "05-proofs": proofs,
    "05-what-if": what_if,
    "05-lifts": _then(what_if, Qt.Key.Key_L),
    "06-arithmetic": arithmetic,
    "06-arithmetic-full": _then(partial(full, "results"), Qt.Key.Key_A),
    "07-plan-full": partial(full, "plan"),
    "07-plan": partial(page, "plan"),
    "08-report": partial(page, "report"),
    "09-zoomed": zoomed,
    "09-sample": sample,
    **report_pages.SHOTS,
    **full_audit_pages.SHOTS,
    **workshop_pages.SHOTS,
    **workshop_pages.COVERED,
    **workshop_pages.ONE_SCREEN,
}
DIALOGS: dict[str, Callable[[Program], object]] = {
    **{
        n: _command(n)
        for n in ("organisation", "date", "targets", "jump", "keys", "choose", "about", "export", "handout")
    },
    "action": _on_plan(Qt.Key.Key_Return),
    "not-now": _on_plan(Qt.Key.Key_N),
    "not-saved": lambda program: NotSaved(program.window, program.window.session).exec(),
    "margin": lambda program: show_margin(program.window, FIGURES),
    "crash": _crash,
    **report_pages.DIALOGS,
    **full_audit_pages.DIALOGS,
    **workshop_pages.DIALOGS,
}


def _settle_pages(program: Program) -> None:
    """Wait until everything is painted, the pages of a report too."""
    settle(8)
    screen = program.window.screen_shown
    while isinstance(screen, ReportScreen) and screen.waits:
        settle()


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
                    _settle_pages(program)
                    program.window.grab().save(str(folder / f"{name}-{theme}-{width}x{height}{suffix}.png"))
        print(name)


def main() -> None:
    """Paint everything, in this process and in one at twice the resolution."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    names = sys.argv[2:]
    if os.environ.get("QT_SCALE_FACTOR") == "2":
        shoot(folder, names, THEMES, "@2")
        return
    shoot(folder, names, THEMES, "")
    if not names or "20" in names:
        dialogs(folder)
    if not names or "10-wall" in names:
        paint_walls(folder)
    again = [sys.executable, __file__, str(folder), *names]
    subprocess.run(again, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)


if __name__ == "__main__":
    main()
    QApplication.quit()
