"""The brand of a report before it is written: its name, its colours, and what of its folder is not used as it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxaudit.app.brand import BrandKit
from cxaudit.i18n import _


@dataclass(frozen=True, slots=True)
class BrandLine:
    """What is shown of a brand. `colors` are "#RRGGBB", empty without a brand; `problems` are sentences."""

    title: str
    detail: str
    colors: tuple[str, ...]
    problems: tuple[str, ...]


def brand_line(folder: Path | None, kit: BrandKit | None, problem: str) -> BrandLine:
    """Return the line on a brand's folder: what was read of it (`kit`), or why it cannot be (`problem`)."""
    if folder is None:
        return BrandLine(_("No brand"), _("The report has cxaudit's own look."), (), ())
    if kit is None:
        told = (problem,) if problem else ()
        return BrandLine(folder.name, _("The report is written without it.") if problem else "", (), told)
    brand = kit.brand
    parts = [part for part in (brand.consultant, _("with a logo") if brand.logo else "") if part]
    if brand.font is not None:
        parts.append(_("titles in {font}").format(font=brand.font.name))
    problems = tuple(f"{found.where}: {found.what} {found.mend}" for found in kit.problems)
    colors = (brand.primary, brand.secondary)
    return BrandLine(brand.name or folder.name, " · ".join(parts), colors, problems)
