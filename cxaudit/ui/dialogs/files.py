"""Choosing files, in the system's own dialogs. Each function returns a path or None."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cxaudit.i18n import _

ENDING = ".cxaudit"


def ask_open(parent: QWidget, folder: Path) -> Path | None:
    """Ask which assessment to open."""
    name, _kind = QFileDialog.getOpenFileName(
        parent, _("Open an assessment"), str(folder), _("Assessments (*.cxaudit)")
    )
    return Path(name) if name else None


def ask_save(parent: QWidget, path: Path) -> Path | None:
    """Ask where an assessment is to be kept from now on; a name that is taken gets a number, so nothing is replaced."""
    keep = QFileDialog.Option.DontConfirmOverwrite
    kinds = _("Assessments (*.cxaudit)")
    name, _kind = QFileDialog.getSaveFileName(parent, _("Save as"), str(path), kinds, options=keep)
    return Path(name.removesuffix(ENDING) + ENDING) if name else None
