"""The composition root: builds `Services` out of the real parts. It never sees Qt.

The window is painted before there are services: what only they need is imported when they are built.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cxaudit import assets
from cxaudit.app.brand import Brand, BrandKit
from cxaudit.app.ports import HandoutOptions, PackLibrary, Services, SettingsStore
from cxaudit.app.reporting import BuiltReport, Progress, ReportFormat, ReportOptions, ReportPages
from cxaudit.app.verifying import Verification
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
        build_report=build_report,
        open_pages=open_pages,
        read_brand=read_brand,
        verify_report=lambda path, brand=None: verify_report(path, packs, brand),
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
    path: Path,
    assessment: Assessment,
    pack: Pack,
    options: ReportOptions = WHOLE_REPORT,
    form: ReportFormat = "pdf",
    progress: Progress | None = None,
) -> tuple[str, ...]:
    """Write the report, as `ReportWriter` says."""
    from cxaudit.report import writer  # noqa: PLC0415 - the window starts without the report's libraries

    return writer.write_report(path, assessment, pack, options, form, progress)


def build_report(
    assessment: Assessment,
    pack: Pack,
    options: ReportOptions = WHOLE_REPORT,
    form: ReportFormat = "pdf",
    progress: Progress | None = None,
) -> BuiltReport:
    """Build the report in memory, as `ReportBuilder` says."""
    from cxaudit.report import writer  # noqa: PLC0415 - as above

    return writer.build_report(assessment, pack, options, form, progress)


def open_pages(content: bytes) -> ReportPages:
    """Open a PDF for painting, as `PagesReader` says."""
    from cxaudit.report.pages import PdfPages  # noqa: PLC0415 - as above

    return PdfPages(content)


def read_brand(folder: Path) -> BrandKit:
    """Read a brand's folder, as `BrandReader` says."""
    from cxaudit.report.brand import folder as brand_folder  # noqa: PLC0415 - as above

    return brand_folder.read_brand(folder)


def verify_report(path: Path, packs: PackLibrary, brand: Brand | None = None) -> Verification:
    """Check a report, as `ReportVerifier` says."""
    from cxaudit.report import verify  # noqa: PLC0415 - as above

    return verify.verify_report(path, packs, brand)


def write_handout(path: Path, assessment: Assessment, pack: Pack, options: HandoutOptions) -> tuple[str, ...]:
    """Write the printed pack for a workshop, as `HandoutWriter` says."""
    from cxaudit.report.handouts import write_pdf  # noqa: PLC0415 - as above

    return write_pdf(path, assessment, pack, options)
