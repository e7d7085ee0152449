"""What is said once a report, or the printed pack for a workshop, was written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxaudit.i18n import _


@dataclass(frozen=True, slots=True)
class ExportedView:
    """The message: title, where the file lies with any warnings, and the word on the button that opens it."""

    title: str
    sentence: str
    button: str


def exported_view(path: Path, warnings: tuple[str, ...]) -> ExportedView:
    """Return what is said about a report at `path`."""
    title = _("The report is written, with a warning") if warnings else _("The report is written")
    return ExportedView(title, " ".join((f"{path}.", *warnings)), _("Open report"))


def handed_out_view(path: Path, warnings: tuple[str, ...]) -> ExportedView:
    """Return what is said about the printed pack for a workshop at `path`."""
    title = _("The workshop pack is written, with a warning") if warnings else _("The workshop pack is written")
    how = _("Its first page says which pages to print how often.")
    return ExportedView(title, " ".join((f"{path}.", how, *warnings)), _("Open the pack"))
