"""A report as it was chosen at one moment, with its brand's folder still to be read: for another thread to build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cxaudit.app.brand import BrandKit
from cxaudit.app.ports import Services
from cxaudit.app.reporting import Progress, ReportFormat, ReportOptions, ReportPages
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.errors import BrandError
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.errors import error_view


@dataclass(frozen=True, slots=True)
class Look:
    """A preview: the pages, what could not be printed as it was written, and what the brand's folder holds.

    `places` says on which page (from 0) each section begins, by its id. `kit` is None without a brand; `brand_problem`
    says why its folder cannot be read.
    """

    pages: ReportPages
    warnings: tuple[str, ...]
    places: Mapping[str, int]
    kit: BrandKit | None
    brand_problem: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as it was chosen at one moment."""

    services: Services
    audit: Assessment
    pack: Pack
    options: ReportOptions
    folder: Path | None

    def branded(self) -> tuple[ReportOptions, BrandKit | None, str]:
        """Return the options with the brand as its folder holds it now; a folder that cannot be read stops nothing."""
        if self.folder is None:
            return self.options, None, ""
        try:
            kit = self.services.read_brand(self.folder)
        except BrandError as error:
            view = error_view(error)
            return self.options, None, " ".join((view.title, *view.items, *view.cures))
        return replace(self.options, brand=kit.brand), kit, ""

    def write(self, path: Path, form: ReportFormat, progress: Progress) -> tuple[str, ...]:
        """Write the report and return warnings, on the brand too."""
        options, _kit, problem = self.branded()
        said = self.services.write_report(path, self.audit, self.pack, options, form, progress)
        return (*said, *((problem,) if problem else ()))

    def look(self, progress: Progress | None = None) -> Look:
        """Return the preview. Raises Cancelled where `progress` does."""
        options, kit, problem = self.branded()
        built = self.services.build_report(self.audit, self.pack, options, "pdf", progress)
        return Look(self.services.open_pages(built.content), built.warnings, built.places, kit, problem)
