"""A brand's folder: `brand.toml`, beside it a logo and a font. What cannot be used is said and left out.

name = "Fjord & Partners"            # whose brand it is
consultant = "Ada Lind"              # stands on the cover
footer = "fjord.example"             # at the foot of each page
confidentiality = "Confidential"     # on the cover and at the foot
primary = "#0B6E4F"                  # cover band, titles, rules
secondary = "#F2C14E"                # the cover's second tone
logo = "logo.png"                    # PNG or JPEG
font = "title.ttf"                   # TrueType, for titles
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from cxaudit.app.brand import PRIMARY, SECONDARY, Brand, BrandFont, BrandKit, BrandProblem, Logo
from cxaudit.domain.errors import BrandError
from cxaudit.i18n import _
from cxaudit.report.brand.colors import LEAST, contrast, legible, parsed
from cxaudit.report.brand.font import FontError, read_font
from cxaudit.report.brand.logo import LogoError, read_logo

FILE = "brand.toml"
LONGEST = 120
KNOWN = ("name", "consultant", "footer", "confidentiality", "primary", "secondary", "logo", "font")
MOST_BYTES = 100_000

_T = TypeVar("_T")


def read_brand(folder: Path) -> BrandKit:
    """Return a folder's brand; see `cxaudit.app.brand.BrandReader`."""
    mend = _("Choose a folder with a file {file} in it.").format(file=FILE)
    try:
        path = folder / FILE
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise BrandError(str(folder), _("There is no {file} in this folder.").format(file=FILE), mend) from error
    except OSError as error:
        raise BrandError(str(folder), error.strerror or str(error), mend) from error
    try:
        entries = tomllib.loads(content.decode("utf-8-sig")) if len(content) <= MOST_BYTES else None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        text = _("{file} cannot be read: {reason}").format(file=FILE, reason=error)
        raise BrandError(str(folder), text, _("Mend that line, or start from one of the sample brands.")) from error
    if entries is None:
        raise BrandError(str(folder), _("{file} is too large.").format(file=FILE), mend)
    return _Kit(folder, entries).read()


@dataclass
class _Kit:
    """A folder that is being read, and what was found wrong so far."""

    folder: Path
    entries: dict[str, object]
    problems: list[BrandProblem] = field(default_factory=list[BrandProblem])

    def read(self) -> BrandKit:
        for name in self.entries:
            if name not in KNOWN:
                text = _("Known are: {known}.").format(known=", ".join(KNOWN))
                self._problem(f"{FILE}, {name}", _("There is no such entry."), text)
        name = self._line("name")
        brand = Brand(
            name=name,
            consultant=self._line("consultant"),
            footer=self._line("footer"),
            confidentiality=self._line("confidentiality"),
            primary=self._color("primary", PRIMARY, text=True),
            secondary=self._color("secondary", SECONDARY, text=False),
            logo=self._logo(name),
            font=self._font(),
        )
        return BrandKit(brand, tuple(self.problems))

    def _problem(self, where: str, what: str, mend: str) -> None:
        self.problems.append(BrandProblem(where, what, mend))

    def _text(self, name: str) -> str:
        value = self.entries.get(name, "")
        if isinstance(value, str):
            return value
        self._problem(f"{FILE}, {name}", _("It is no text."), _("Put it in quotation marks."))
        return ""

    def _line(self, name: str) -> str:
        text = " ".join(self._text(name).split())
        if len(text) <= LONGEST:
            return text
        what = _("It has {count} characters; {most} are used.").format(count=len(text), most=LONGEST)
        self._problem(f"{FILE}, {name}", what, _("Shorten it."))
        return text[: LONGEST - 1] + "…"

    def _color(self, name: str, otherwise: str, *, text: bool) -> str:
        given = self._text(name)
        if not given:
            return otherwise
        color = parsed(given)
        if color is None:
            what = _("\u201c{given}\u201d is no colour.").format(given=given[:40])
            self._problem(f"{FILE}, {name}", what, _("Write it as #RRGGBB, for example #0B6E4F."))
            return otherwise
        shade = legible(color) if text else color
        if shade != color:
            what = _("{color} is too pale to be read on white ({ratio}:1, {least}:1 is needed).")
            mend = _("{shade} is the nearest shade that passes, and is used.").format(shade=shade)
            ratio = f"{contrast(color, '#FFFFFF'):.1f}"
            self._problem(f"{FILE}, {name}", what.format(color=color, ratio=ratio, least=LEAST), mend)
        return shade

    def _logo(self, name: str) -> Logo | None:
        alt = name or _("Logo")
        mend, until = _("Save it as a PNG or JPEG picture."), _("Until then reports have no logo.")
        return self._file("logo", lambda content: read_logo(content, alt), mend, until)

    def _font(self) -> BrandFont | None:
        mend, until = _("Choose a TrueType font (.ttf) that may be embedded."), _("Until then titles are set in Inter.")
        return self._file("font", read_font, mend, until)

    def _file(self, entry: str, read: Callable[[bytes], _T], mend: str, until: str) -> _T | None:
        """Return what a file holds; `mend` is what to do with one that cannot be read, `until` how it is meanwhile."""
        name = self._text(entry)
        if not name:
            return None
        path = self.folder / name
        if path.resolve().parent != self.folder.resolve():
            what, mend = _("It does not lie in the brand's folder."), _("Copy it there, and name it without a path.")
        else:
            try:
                return read(path.read_bytes())
            except FileNotFoundError:
                what, mend = _("There is no such file in the brand's folder."), _("Copy it there, or correct its name.")
            except OSError as error:
                what = error.strerror or str(error)
            except (LogoError, FontError, ValueError) as error:
                what = str(error)
        self._problem(name, what, f"{mend} {until}")
        return None
