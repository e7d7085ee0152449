"""The report of the audit at hand without its screen: preview, writing, cancelling, brand, copies, undo."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.program import settle

from cxaudit.app.reporting import PageImage, PrivateField
from cxaudit.bootstrap import SystemClock, build_services, user_settings
from cxaudit.domain.errors import ReportError
from cxaudit.presentation.report import report_view
from cxaudit.presentation.report_texts import EditableText
from cxaudit.storage.folders import Folders
from cxaudit.ui.preferences import Preferences
from cxaudit.ui.report_session import ReportDesk
from cxaudit.ui.session import Session
from cxaudit.ui.tasks import Tasks

BRANDS = Path(__file__).resolve().parents[2] / "examples" / "brands"
OLD = b"The report of last year"
DIRECT = Qt.ConnectionType.DirectConnection


@dataclass
class Gate:
    """Counts what is built and, while it is shut, holds the builder at its door."""

    build: Callable[..., Any]
    open: Event = field(default_factory=Event)
    begun: Event = field(default_factory=Event)
    count: int = 0

    def __call__(self, *args: Any) -> Any:
        self.count += 1
        self.begun.set()
        assert self.open.wait(60)
        return self.build(*args)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A five-minute audit with its results, without a window; the gate before the builder is open."""
    del qtbot
    folders, tasks = Folders.under(tmp_path / "home"), Tasks()
    services = build_services(folders)
    gate = Gate(services.build_report)
    gate.open.set()
    preferences = Preferences(user_settings(folders), SystemClock(), tasks)
    made = Session(replace(services, build_report=gate), preferences, tasks)
    begin(made)
    yield made
    gate.open.set()
    made.close()
    made.report.finish()
    tasks.finish()
    settle()


def begin(session: Session) -> None:
    session.start_quick_audit()
    for practice, level in zip(session.flow.asked, "433202311220313", strict=True):
        session.answer(practice, max(1, int(level)))
    session.accept_review()


def gate_of(session: Session) -> Gate:
    gate = session.services.build_report
    assert isinstance(gate, Gate)
    return gate


def looked(session: Session, qtbot: QtBot) -> int:
    """Wait for the newest preview and return how many pages it has."""
    with qtbot.waitSignal(session.report.pages_changed, timeout=60_000):
        session.report.look()
    assert session.report.seen is not None
    return len(session.report.seen.pages.sizes)


def finished(session: Session, qtbot: QtBot) -> None:
    """Wait until no report is being written."""
    qtbot.waitUntil(lambda: not session.report.writing, timeout=60_000)


def sent(signal: Any) -> list[tuple[Any, ...]]:
    """Keep what a signal sends."""
    kept = list[tuple[Any, ...]]()

    def take(*values: Any) -> None:
        kept.append(values)

    signal.connect(take)
    return kept


def heard(session: Session) -> list[str]:
    """Keep how each writing ends."""
    ends = list[str]()

    def keep(end: str, *_values: Any) -> None:
        ends.append(end)

    session.exported.connect(partial(keep, "exported"))
    session.failed.connect(partial(keep, "failed"))
    session.report.cancelled.connect(partial(keep, "cancelled"))
    session.report.refused.connect(partial(keep, "refused"))
    return ends


def text_of(session: Session, key: str) -> EditableText:
    view = report_view(session.pack, session.assessment, session.report.options)
    return next(text for text in view.texts if text.key == key)


# ---------------------------------------------------------------------- preview
def test_the_newest_preview_wins_and_stale_ones_are_passed_over(session: Session, qtbot: QtBot) -> None:
    whole = looked(session, qtbot)
    gate, report, changes = gate_of(session), session.report, sent(session.report.pages_changed)
    before, gate.count = report.seen, 0
    gate.open.clear()
    gate.begun.clear()
    report.look()
    assert gate.begun.wait(60)  # the first is being built already
    for section in ("answers", "sources", "receipts"):
        report.toggle(section)
        report.look()
    assert report.busy
    assert report.seen is before  # the old pages stay until the new ones are there
    gate.open.set()
    qtbot.waitUntil(lambda: not report.busy, timeout=60_000)
    assert gate.count == 2  # the first, and the last; none between
    assert len(changes) == 1
    assert report.seen is not None
    assert len(report.seen.pages.sizes) < whole


def test_a_preview_of_an_audit_that_was_left_is_never_shown(session: Session, qtbot: QtBot) -> None:
    gate, report, changes = gate_of(session), session.report, sent(session.report.pages_changed)
    gate.open.clear()
    report.look()
    assert gate.begun.wait(60)
    session.start_quick_audit()
    assert not report.busy
    gate.open.set()
    report.finish()
    settle()
    assert report.seen is None
    assert changes == []
    begin(session)
    assert looked(session, qtbot) > 4


def test_pages_are_painted_in_the_order_that_is_wanted(session: Session, qtbot: QtBot) -> None:
    looked(session, qtbot)
    report, painted = session.report, sent(session.report.page_painted)
    report.want([2, 0], 0.5)
    qtbot.waitUntil(lambda: len(painted) == 2, timeout=60_000)
    assert [(page, scale) for page, scale, _image in painted] == [(2, 0.5), (0, 0.5)]
    images: list[PageImage] = [image for _page, _scale, image in painted]
    assert {(image.width, image.height) for image in images} == {(298, 421)}
    assert all(len(image.pixels) == 4 * image.width * image.height for image in images)
    assert len(set(images[0].pixels)) > 4  # more than an empty sheet


def test_what_is_no_longer_wanted_is_not_painted(session: Session, qtbot: QtBot) -> None:
    looked(session, qtbot)
    report, painted = session.report, sent(session.report.page_painted)
    report.want([0, 1, 2, 3], 0.25)
    report.want([3], 0.25)
    qtbot.waitUntil(lambda: len(painted) == 2, timeout=60_000)
    session.report.finish()
    settle()
    assert [page for page, _scale, _image in painted] == [0, 3]  # the first was under way


def test_a_page_of_older_pages_is_not_shown(session: Session, qtbot: QtBot) -> None:
    looked(session, qtbot)
    report, painted = session.report, sent(session.report.page_painted)
    report.want([1], 0.25)
    session.start_quick_audit()
    report.finish()
    settle()
    assert painted == []


# ---------------------------------------------------------------------- writing
def test_a_report_is_written_in_the_background_with_progress(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    ends, steps, path = heard(session), sent(session.report.progressed), tmp_path / "Report.pdf"
    session.report.write(path)
    assert session.report.writing
    finished(session, qtbot)
    assert ends == ["exported"]
    assert path.read_bytes().startswith(b"%PDF-")
    assert len(steps) > 5
    assert all(done <= of for done, of in steps)


def as_it_was(path: Path) -> None:
    """The old file is there, whole, and nothing lies beside it."""
    assert path.read_bytes() == OLD
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def cancelled(session: Session, qtbot: QtBot, path: Path) -> list[str]:
    """Cancel at the first step of the writing, and return how it ended."""
    path.parent.mkdir()
    path.write_bytes(OLD)
    ends = heard(session)
    session.report.progressed.connect(session.report.cancel, DIRECT)
    session.report.write(path)
    finished(session, qtbot)
    return ends


def test_cancelling_leaves_the_old_file_as_it_was(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "out" / "Report.pdf"
    assert cancelled(session, qtbot, path) == ["cancelled"]
    as_it_was(path)


def test_a_writer_that_does_not_heed_it_would_be_caught(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    """The broken variant: what is there is thrown away before the report is built."""
    write, path = session.services.write_report, tmp_path / "out" / "Report.pdf"

    def hasty(place: Path, *rest: Any) -> tuple[str, ...]:
        place.write_bytes(b"")
        return write(place, *rest)

    session.services = replace(session.services, write_report=hasty)
    assert cancelled(session, qtbot, path) == ["cancelled"]
    with pytest.raises(AssertionError):
        as_it_was(path)


def test_cancelling_stops_what_waits_to_be_written_too(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    ends = heard(session)
    session.report.write(tmp_path / "A.pdf")
    session.report.write(tmp_path / "B.docx", "docx")
    session.report.cancel()
    finished(session, qtbot)
    assert ends == ["cancelled", "cancelled"]
    session.report.write(tmp_path / "C.pdf")
    finished(session, qtbot)
    assert ends[2:] == ["exported"]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["C.pdf"]


def test_a_place_that_cannot_be_written_is_told_with_its_form(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    taken = tmp_path / "Plan.csv"
    taken.mkdir()
    ends, told = heard(session), sent(session.report.refused)
    session.report.write(taken, "jira")
    finished(session, qtbot)
    assert ends == ["refused"]
    ((error, form),) = told
    assert isinstance(error, ReportError)
    assert (error.path, form) == (str(taken), "jira")
    assert not list(taken.iterdir())


def test_an_edit_while_it_is_written_does_not_reach_it(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    """What is written is the report as it was asked for."""
    path, again = tmp_path / "A.json", tmp_path / "B.json"
    session.report.write(path, "json")
    session.set_organisation("Somebody else")
    finished(session, qtbot)
    session.report.write(again, "json")
    finished(session, qtbot)
    assert "Somebody else" not in path.read_text("utf-8")
    assert "Somebody else" in again.read_text("utf-8")


# ---------------------------------------------------------------------- brand
def test_a_brand_whose_folder_vanished_stops_nothing(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    folder, path = tmp_path / "brand", tmp_path / "Report.pdf"
    shutil.copytree(BRANDS / "fjord", folder)
    session.report.choose_brand(folder)
    looked(session, qtbot)
    seen = session.report.seen
    assert seen is not None
    assert seen.kit is not None
    assert seen.kit.brand.name
    assert not seen.brand_problem
    shutil.rmtree(folder)
    looked(session, qtbot)
    seen = session.report.seen
    assert seen is not None
    assert seen.kit is None
    assert "holds no brand" in seen.brand_problem
    with qtbot.waitSignal(session.exported, timeout=60_000) as wrote:
        session.report.write(path)
    assert wrote.args is not None
    assert any("holds no brand" in warning for warning in wrote.args[1])
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_brand_belongs_to_its_audit(session: Session) -> None:
    session.report.choose_brand(BRANDS / "fjord")
    first = session.assessment.id
    begin(session)
    assert session.report.brand_folder is None
    assert session.preferences.brand_for(first) == BRANDS / "fjord"
    session.report.choose_brand(BRANDS / "lighthouse")
    session.report.choose_brand(None)
    assert session.report.brand_folder is None


# ---------------------------------------------------------------------- choices
def test_a_copy_for_the_client_is_forgotten_with_its_audit(session: Session) -> None:
    session.report.keep(frozenset({"notes"}))
    assert session.report.options.kept == frozenset({"notes"})
    begin(session)
    assert session.report.kept is None
    assert session.report.options.kept is None


def test_a_copy_for_the_client_holds_no_note(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    session.set_note(session.flow.asked[0], "Between ourselves")
    choices: tuple[tuple[frozenset[PrivateField] | None, bool], ...]
    choices = ((None, True), (frozenset(), False), (frozenset({"notes"}), True))
    for kept, there in choices:
        session.report.keep(kept)
        session.report.write(tmp_path / "A.json", "json")
        finished(session, qtbot)
        assert ("Between ourselves" in (tmp_path / "A.json").read_text("utf-8")) is there


def test_the_choice_of_a_section_is_undone_like_any_edit(session: Session) -> None:
    report = session.report
    report.toggle("answers")
    report.move("roadmap", -1)
    moved = report.choices.sections
    assert moved is not None
    assert "answers" not in moved
    assert moved.index("roadmap") < moved.index("priorities")
    session.undo()
    assert report.choices.sections is not None
    assert report.choices.sections.index("roadmap") > report.choices.sections.index("priorities")
    session.undo()
    assert report.choices.sections is None
    session.redo()
    session.redo()
    assert report.choices.sections == moved


def test_a_section_that_is_taken_in_again_leaves_nothing_behind(session: Session) -> None:
    session.report.toggle("answers")
    session.report.toggle("answers")
    assert session.assessment.report is None


def test_a_text_is_edited_undone_and_given_back(session: Session) -> None:
    report = session.report
    report.set_text(text_of(session, "summary.title"), "Our words")
    assert text_of(session, "summary.title").text == "Our words"
    session.undo()
    assert not text_of(session, "summary.title").edited
    session.redo()
    report.set_text(text_of(session, "summary.title"), " ")
    assert session.assessment.report is None


def test_every_choice_outside_the_audit_is_told(session: Session, qtbot: QtBot) -> None:
    report = session.report
    for choose in (
        lambda: report.choose_paper("Letter"),
        lambda: report.choose_brand(BRANDS / "fjord"),
        lambda: report.keep(frozenset()),
        lambda: report.choose_form("docx"),
    ):
        with qtbot.waitSignal(report.changed, timeout=1000):
            choose()
    assert report.options.paper == "Letter"


def test_the_thread_of_the_preview_ends(session: Session, qtbot: QtBot) -> None:
    looked(session, qtbot)
    session.report.finish()
    assert session.report.seen is None
    assert isinstance(session.report, ReportDesk)
