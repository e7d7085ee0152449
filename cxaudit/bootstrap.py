"""The composition root: builds `Services` out of the real parts. It never sees Qt.

The window is painted before there are services: what only they need is imported when they are built.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cxaudit import assets
from cxaudit.app.ports import HandoutOptions, PackLibrary, ReportOptions, Services, SettingsStore
from cxaudit.storage.folders import Folders
from cxaudit.storage.settings import SettingsFile

if TYPE_CHECKING:  # the window is painted before there is a model
    from cxaudit.domain.assessment import Assessment
    from cxaudit.domain.questionnaire import Pack

EXAMPLE = "nordlys-full.toml"
WHOLE_REPORT = ReportOptions()


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """Return the local time with its offset."""
        return datetime.now().astimezone()  # noqa: TID251 - this is where time comes from


def user_settings(folders: Folders | None = None) -> SettingsStore:
    """Return what this user's program remembers, or that of other folders."""
    return SettingsFile((folders or Folders.standard()).config)


def build_services(folders: Folders | None = None) -> Services:
    """Return the program's services, on the files that this user's program keeps or on those of other folders."""
    from cxaudit.storage.audit_files import AuditFiles  # noqa: PLC0415 - the window is painted without
    from cxaudit.storage.ballot_box import BallotFiles  # noqa: PLC0415 - as above
    from cxaudit.storage.library import Library  # noqa: PLC0415 - as above
    from cxaudit.storage.packs import PublishedPacks  # noqa: PLC0415 - as above

    places = folders or Folders.standard()
    clock = SystemClock()
    packs = PublishedPacks(assets.questionnaires() / "published")
    documents = Library(places, clock)
    return Services(
        packs=packs,
        documents=documents,
        read_audit=AuditFiles(documents, packs),
        settings=user_settings(places),
        write_report=write_report,
        write_handout=write_handout,
        load_example=lambda: load_example(packs),
        ballots=BallotFiles(places.ballots),
        clock=clock,
        documents_folder=places.documents,
        log_file=places.log_file,
    )


def load_example(packs: PackLibrary, name: str = EXAMPLE) -> tuple[Assessment, Pack]:
    """Return an example that came with the program, the one behind *Explore a sample* unless another is named."""
    from cxaudit.app.answers_file import read_answers  # noqa: PLC0415 - few sessions look at the example

    path = assets.examples() / name
    found = read_answers(path.read_bytes(), "toml", path.name, packs)
    return found.assessment, found.pack


def write_report(
    path: Path, assessment: Assessment, pack: Pack, options: ReportOptions = WHOLE_REPORT
) -> tuple[str, ...]:
    """Write the PDF report, as `ReportWriter` says."""
    from cxaudit.report.writer import write_pdf  # noqa: PLC0415 - the window starts without the report's libraries

    return write_pdf(path, assessment, pack, options)


def write_handout(path: Path, assessment: Assessment, pack: Pack, options: HandoutOptions) -> tuple[str, ...]:
    """Write the printed pack for a workshop, as `HandoutWriter` says."""
    from cxaudit.report.handouts import write_pdf  # noqa: PLC0415 - as above

    return write_pdf(path, assessment, pack, options)
