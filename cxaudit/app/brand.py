"""A consultant's brand as the report uses it, and how it is read from its folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

PRIMARY = "#12395C"
SECONDARY = "#0072B2"


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that is ready to be placed: a PNG of at most 300 dpi at 45 by 20 mm, its size in pixels, its name."""

    png: bytes
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class BrandFont:
    """A TrueType font for titles that may be embedded: its family name and its file's bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Brand:
    """How a report looks like its author's work. Brand colours never colour data.

    `primary` (cover band, titles, top rules) and `secondary` (the cover's second tone) are "#RRGGBB"; the primary has
    at least 4.5:1 on white. `font` sets titles only. Empty texts are left out.
    """

    name: str = ""
    consultant: str = ""
    footer: str = ""
    confidentiality: str = ""
    primary: str = PRIMARY
    secondary: str = SECONDARY
    logo: Logo | None = None
    font: BrandFont | None = None


NO_BRAND = Brand()


@dataclass(frozen=True, slots=True)
class BrandProblem:
    """Something in a brand's folder that is not used as it is: which file or entry, what is wrong, how to mend it."""

    where: str
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class BrandKit:
    """A brand as far as it can be used, and what had to be left out or changed. Problems never stop an export."""

    brand: Brand
    problems: tuple[BrandProblem, ...] = ()


class BrandReader(Protocol):
    """Reads a brand's folder."""

    def __call__(self, folder: Path) -> BrandKit:
        """Return what the folder holds (`brand.toml`, `logo.png` or `.jpg`, `font.ttf`). Raises BrandError for none."""
        ...
