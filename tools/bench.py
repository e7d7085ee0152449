"""Prints the program's figures with their limits: `make bench`. Timings are for looking at; no test reads them.

Each figure stands beside its limit, and beside what it is a ratio of, measured in the same run.
"""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from bench_report import report
from bench_workshop import workshop
from figures import ROOT, percentile, row, timed
from typing_extensions import override

EXAMPLE = "nordlys-quick.toml"

# Both children tell when their first paint is over, on the clock that all processes share, and their peak memory.
TELL = """
import os, resource, sys, time
def tell():
    print(time.monotonic_ns(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
    os._exit(0)
"""
BARE = (
    TELL
    + """
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, tell)
        return False
app = QApplication(sys.argv)
window = QMainWindow()
label = QLabel("cxaudit")
window.setCentralWidget(label)
window.resize(1280, 800)
painted = Painted()
label.installEventFilter(painted)
window.show()
app.exec()
"""
)
WINDOW = (
    TELL
    + """
from cxaudit.ui import app, main_window
made = main_window.MainWindow.__init__
def make(window, *arguments):
    made(window, *arguments)
    window.painted.connect(tell)  # before anybody else hears of it
main_window.MainWindow.__init__ = make
from cxaudit.__main__ import open_window
open_window([])
"""
)


def first_paint(source: str, home: Path) -> tuple[float, float]:
    """Start a process and return milliseconds to its first paint and its peak memory in MiB."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CXAUDIT_HOME": str(home)}
    started = time.monotonic_ns()
    command = [sys.executable, "-c", source]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=home).stdout
    painted, memory = told.split()
    return (int(painted) - started) / 1e6, int(memory) / 1024


def start(home: Path) -> None:
    """Measure process start to first painted window, and peak memory then, against a bare window with a label."""
    compileall.compile_dir(ROOT / "cxaudit", quiet=1)  # an installed program has its bytecode
    bare, ours = [], []
    for _round in range(9):
        bare.append(first_paint(BARE, home))
        ours.append(first_paint(WINDOW, home))
    for place, (name, unit, limit) in enumerate((("start to first paint", "ms", 2.0), ("peak memory", "MiB", 1.6))):
        a, b = (statistics.median(run[place] for run in runs) for runs in (bare, ours))
        row(name, f"{b:.0f} / {a:.0f} {unit} = {b / a:.2f}", f"{limit} times a bare window", good=b / a <= limit)


def keys(home: Path) -> None:
    """Measure a digit key to the next question painted, in the real window, an answer a document each time."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt  # noqa: PLC0415 - only here
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from support.program import running, settle  # noqa: PLC0415

    from cxaudit.ui.app import make_application  # noqa: PLC0415
    from cxaudit.ui.screens.question import QuestionScreen  # noqa: PLC0415

    class Painted(QObject):
        count = 0

        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.Paint
            return False

    QuestionScreen.guard_ms = 0
    times: list[float] = []
    for audit in range(12):
        with running(home / f"keys{audit}") as program:
            session = program.window.session
            session.start_quick_audit()
            settle()
            painted = Painted()
            application = make_application([])
            application.installEventFilter(painted)
            for digit in "43320231122031"[:14]:
                before = painted.count
                started = time.perf_counter()
                QTest.keyClick(program.window.focusWidget() or program.window, Qt.Key(ord(digit)))
                while painted.count == before and time.perf_counter() - started < 2:
                    QCoreApplication.processEvents()
                QCoreApplication.processEvents()
                times.append((time.perf_counter() - started) * 1000)
            application.removeEventFilter(painted)
    p99 = percentile(times, 0.99)
    row("digit key to next question painted", f"p99 {p99:.1f} ms (n {len(times)})", "16 ms", good=p99 <= 16)


def engine() -> None:
    """Measure score and plan after an answer, and the rank ranges of the quick audit."""
    from cxaudit.app.workspace import Workspace  # noqa: PLC0415
    from cxaudit.bootstrap import build_services, load_example  # noqa: PLC0415
    from cxaudit.domain.assessment import Answer  # noqa: PLC0415
    from cxaudit.domain.edits import AnswerEdit  # noqa: PLC0415

    assessment, pack = load_example(build_services().packs, EXAMPLE)
    workspace = Workspace(assessment, pack)
    answers: list[float] = []
    ranks: list[float] = []
    for turn in range(20):
        for practice in pack.asked("quick"):
            answer = Answer(level=1 + turn % 5)
            started = time.perf_counter()
            workspace.perform(AnswerEdit(practice=practice.id, answer=answer), "")
            _ = workspace.plan
            planned = time.perf_counter()
            _ = workspace.ranks
            answers.append((planned - started) * 1000)
            ranks.append((time.perf_counter() - planned) * 1000)
    for name, values, limit in (
        ("score and plan after an answer", answers, 5),
        ("rank ranges, quick audit", ranks, 50),
    ):
        middle, p99 = statistics.median(values), percentile(values, 0.99)
        row(name, f"{middle:.1f} ms, p99 {p99:.1f}", f"{limit} ms", good=p99 <= limit)


def sample(home: Path) -> None:
    """Measure "Explore a sample": from the key to its results painted, in a new program and the next times."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject  # noqa: PLC0415 - only here
    from support.program import running, settle  # noqa: PLC0415

    from cxaudit.ui.app import make_application  # noqa: PLC0415

    class Painted(QObject):
        count = 0

        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.Paint
            return False

    times: list[float] = []
    for audit in range(7):
        with running(home / f"sample{audit}") as program:
            settle()
            painted = Painted()
            make_application([]).installEventFilter(painted)
            started = time.perf_counter()
            program.window.run("sample")
            while program.window.session.place != "results" and time.perf_counter() - started < 5:
                QCoreApplication.processEvents()
            before = painted.count
            while painted.count == before and time.perf_counter() - started < 5:
                QCoreApplication.processEvents()
            times.append(time.perf_counter() - started)
            make_application([]).removeEventFilter(painted)
    first, again = times[0], statistics.median(times[1:])
    row("opening the sample, first and again", f"{first:.2f} s, {again:.2f}", "0.3 s", good=max(first, again) <= 0.3)


def full_engine() -> None:
    """Measure score and plan, and the rank ranges, of full audits with 25 respondents, from low to high answers."""
    from support.rooms import room  # noqa: PLC0415

    from cxaudit.bootstrap import build_services  # noqa: PLC0415
    from cxaudit.domain.plan import make_plan  # noqa: PLC0415
    from cxaudit.domain.ranks import rank_ranges  # noqa: PLC0415
    from cxaudit.domain.scoring import score  # noqa: PLC0415

    pack = build_services().packs.newest()
    planned, ranked = list[float](), list[float]()
    for seed in range(40):
        assessment = room(pack, 25, seed)
        planned.append(timed(lambda a=assessment: make_plan(pack, a, score(pack, a))) * 1000)
        card = score(pack, assessment)
        ranked.append(timed(partial(rank_ranges, pack, assessment, card)) * 1000)
    for name, values, limit in (("score and plan", planned, 20), ("rank ranges", ranked, 150)):
        middle, p99 = statistics.median(values), percentile(values, 0.99)
        value = f"{middle:.1f} ms, p99 {p99:.1f}"
        row(f"{name}, {len(pack.practices)} practices by 25 people", value, f"{limit} ms", good=p99 <= limit)


def flushes(home: Path) -> None:
    """Count the journal's flushes by tracing system calls."""
    if shutil.which("strace") is None:
        print("      flushes: not counted, strace is not installed")
        return
    from storage.test_flushes import traced_flushes  # noqa: PLC0415

    counts: list[int] = []
    for answers in (0, 200):
        place = home / f"flushes{answers}"
        place.mkdir()
        counts.append(len(traced_flushes(place, answers)))
    each = (counts[1] - counts[0]) / 200
    row("journal flushes for each acknowledged answer", f"{each:.2f} (n 200)", "1", good=each == 1)


def blocking(home: Path) -> None:
    """Measure how long recording an answer holds the window's thread while each flush takes 50 ms."""
    from support.documents import ASSESSMENT, engagement, library, note  # noqa: PLC0415

    from cxaudit.storage.filesystem import FileSystem  # noqa: PLC0415

    class Slow(FileSystem):
        @override
        def fsync(self, descriptor: int) -> None:
            time.sleep(0.05)
            super().fsync(descriptor)

    document = library(home / "slow", Slow()).create(home / "slow" / "Audit.cxaudit", engagement())
    edits = [note(number, str(number)) for number in range(1, 21)]
    times = [timed(partial(document.record, ASSESSMENT, edit)) * 1000 for edit in edits]
    document.close()
    longest = max(times)
    row("window's thread held by a flush of 50 ms", f"{longest:.2f} ms at most", "none", good=longest < 5)


def prework(home: Path) -> None:
    """Measure how long it takes to read and merge the files of 25 people, and to open the workshop afterwards."""
    from support.command_line import CommandLine  # noqa: PLC0415
    from support.prework import people_files  # noqa: PLC0415
    from support.workshops import done, room  # noqa: PLC0415

    from cxaudit.app.merge import Merge, merge  # noqa: PLC0415
    from cxaudit.app.merge_files import ChosenFile, read_files  # noqa: PLC0415
    from cxaudit.app.new_audit import new_engagement  # noqa: PLC0415
    from cxaudit.app.room import Step, room_session  # noqa: PLC0415
    from cxaudit.app.workshop import start as begin  # noqa: PLC0415
    from cxaudit.presentation.merge import prework_view  # noqa: PLC0415

    services = CommandLine(home / "prework").services()
    made = new_engagement(services.packs.newest(), "full", services.today())
    path = home / "prework" / "Workshop.cxaudit"
    chosen = [ChosenFile(p, p.stem) for p in people_files(services, home / "prework" / "in", 25, "full")]
    first = room_session(made.pack, made.newest)
    session = done(first, begin(first, room(25, "cards"), services.clock.now()))

    def merged() -> Step:
        found = merge(session, *read_files(services.read_audit, chosen))
        assert isinstance(found, Merge)
        assert prework_view(session.after(found.step)) is not None
        return found.step

    merging = statistics.median(timed(merged) for _ in range(5))
    after = session.after(merged()).assessment
    services.documents.create(path, replace(made, assessments=(after,))).close()
    opening = timed(lambda: services.documents.read(path))
    value = f"{merging:.2f} s, opened {opening:.2f}"
    row("files of 25 people by 26 practices, read and merged", value, "0.5 s", good=merging + opening <= 0.5)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        start(place)
        engine()
        full_engine()
        prework(place)
        report(place)
        sample(place)
        keys(place)
        workshop(place)
        flushes(place)
        blocking(place)
