"""What the pages of one report are set in: its paper, and the colours and the font of its author's brand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxaudit.app.brand import NO_BRAND, Brand, Logo
from cxaudit.app.reporting import ReportOptions
from cxaudit.report.brand.colors import LEAST, contrast, text_on
from cxaudit.report.brand.steps import step_colors
from cxaudit.report.palette import PALETTE
from cxaudit.report.pdf.fonts import BOLD, Face, brand_face
from cxaudit.report.pdf.styles import A4, LETTER, Paper

PAPERS = {"A4": A4, "Letter": LETTER}


@dataclass(frozen=True, slots=True)
class Setting:
    """The paper, the face of titles, all colours by role, and the logo."""

    paper: Paper
    face: Face
    palette: Mapping[str, str]
    logo: Logo | None


PLAIN = Setting(A4, BOLD, PALETTE, None)
"""A report without a brand."""


def setting(options: ReportOptions) -> Setting:
    """Return what a report is set in."""
    brand = options.brand
    face = BOLD if brand.font is None else brand_face(brand.font)
    return Setting(PAPERS[options.paper], face, PALETTE | brand_roles(brand), brand.logo)


def brand_roles(brand: Brand) -> dict[str, str]:
    """Return the colours of a brand by role: cover, titles and top rules, and nothing that shows data."""
    if (brand.primary, brand.secondary) == (NO_BRAND.primary, NO_BRAND.secondary):
        return {}
    on_brand = text_on(brand.primary)
    soft = (mix(brand.primary, on_brand, share) for share in (0.75, 0.85, 1))
    return {
        "brand": brand.primary,
        "on_brand": on_brand,
        "brand_soft": next((color for color in soft if contrast(color, brand.primary) >= LEAST), on_brand),
        **{f"step{level}": color for level, color in enumerate(step_colors(brand), 1)},
    }


def mix(one: str, other: str, share: float) -> str:
    """Return the colour so far on the way from one to another; both are "#RRGGBB"."""
    parts = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)
