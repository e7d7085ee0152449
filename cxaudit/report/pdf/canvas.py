"""The sheet that blocks draw on: top-down coordinates, colour roles, and every mark either tagged or an artifact."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from operator import attrgetter
from typing import Literal

from cxaudit.report.palette import PALETTE
from cxaudit.report.pdf import fonts
from cxaudit.report.pdf.backend import Attach, Backend
from cxaudit.report.pdf.fonts import Face, Stretch
from cxaudit.report.pdf.metadata import Metadata
from cxaudit.report.pdf.styles import A4, Paper
from cxaudit.report.pdf.tags import Place, Tag

ArtifactKind = Literal["Pagination", "Layout", "Background"]


def rgb(color: str, palette: Mapping[str, str] = PALETTE) -> tuple[float, float, float]:
    """Return a colour role or "#RRGGBB" as three parts from 0 to 1."""
    return _parts(palette.get(color, color))


@lru_cache(maxsize=1024)
def _parts(value: str) -> tuple[float, float, float]:
    return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255


def mixed(color: str, share: float) -> str:
    """Return the colour as it looks on white at an opacity; no transparency reaches the file."""
    parts = (round(255 * (1 - share * (1 - part))) for part in rgb(color))
    return "#" + "".join(f"{part:02X}" for part in parts)


class Sheet:
    """Draws pages. (0, 0) is the upper left corner of the page; texts are placed by their baseline.

    `page_numbers` maps bookmark keys to page numbers. `pages` is how many pages there will be. `palette` has the colour
    of every role.
    """

    def __init__(
        self,
        metadata: Metadata,
        pages: int,
        page_numbers: dict[str, int],
        paper: Paper = A4,
        palette: Mapping[str, str] = PALETTE,
        *,
        tagged: bool = True,
    ) -> None:
        fonts.load()
        self._backend = Backend((paper.width, paper.height), metadata, tagged=tagged)
        self.paper = paper
        self._palette = palette
        self._marked = False
        self.pages = pages
        self.page = 1
        self.page_numbers = page_numbers
        self.bookmarks: set[str] = set()
        self._outlined = -1

    # -- structure

    @contextmanager
    def inside(self, tag: Tag) -> Generator[None]:
        """Put what is tagged within below this element."""
        self._backend.tree.enter(tag)
        try:
            yield
        finally:
            self._backend.tree.leave()

    def reserve(self, tag: Tag) -> Place | None:
        """Return the next place in this element, for content to be drawn later; None inside other content."""
        return None if self._marked else self._backend.reserve(tag)

    @contextmanager
    def content(self, tag: Tag | Place | None) -> Generator[None]:
        """Draw content of this element, or of a place. Inside other content or an artifact it belongs to that."""
        place = self.reserve(tag) if isinstance(tag, Tag) else tag
        if place is None:
            yield
            return
        self._backend.begin_content(place)
        self._marked = True
        try:
            yield
        finally:
            self._marked = False
            self._backend.end_content()

    @contextmanager
    def artifact(self, kind: ArtifactKind = "Layout") -> Generator[None]:
        """Draw decoration, which no reader is told of."""
        if self._marked:
            yield
            return
        self._backend.begin_artifact(kind)
        self._marked = True
        try:
            yield
        finally:
            self._marked = False
            self._backend.end_content()

    # -- marks

    def text(self, x: float, y: float, text: str, face: Face, size: float, color: str) -> None:
        """Draw a line of text from x on, its baseline at y."""
        for stretch in sorted(fonts.set_line(((text, face),)), key=attrgetter("x")):
            self.stretch(x, y, stretch, size, color)

    def stretch(self, x: float, y: float, stretch: Stretch, size: float, color: str, tail: str = "") -> None:
        """Draw a stretch of the line that starts at x, its baseline at y, and the space behind it (`tail`)."""
        self._backend.fill_with(self._rgb(color))
        self._backend.draw_stretch(x, self.paper.height - y, stretch, size, tail)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 1.0,
        radius: float = 0.0,
        *,
        dashed: bool = False,
    ) -> None:
        """Draw a rectangle by its upper left corner."""
        backend = self._backend
        self._pens(fill, stroke, line, dashed=dashed)
        bottom, filled, stroked = self.paper.height - y - height, fill is not None, stroke is not None
        if radius > 0:
            around = min(radius, width / 2, height / 2)
            backend.draw_rounded(x, bottom, width, height, around, stroke=stroked, fill=filled)
        else:
            backend.rect(x, bottom, width, height, stroke=int(stroked), fill=int(filled))

    def hatch(self, x: float, y: float, width: float, height: float, color: str, step: float = 4.0) -> None:
        """Fill a rectangle with slanted lines."""
        backend = self._backend
        backend.saveState()
        backend.clip_to(x, self.paper.height - y - height, width, height)
        self._pens(None, color, 1.2)
        at = x - height
        while at < x + width:
            backend.line(at, self.paper.height - y - height, at + height, self.paper.height - y)
            at += step
        backend.restoreState()

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        color: str = "rule",
        line: float = 0.5,
        *,
        dashed: bool = False,
    ) -> None:
        """Draw a straight line."""
        self._pens(None, color, line, dashed=dashed)
        self._backend.line(x1, self.paper.height - y1, x2, self.paper.height - y2)

    def circle(
        self, x: float, y: float, radius: float, fill: str | None = None, stroke: str | None = None, line: float = 1.0
    ) -> None:
        """Draw a circle about (x, y)."""
        self._pens(fill, stroke, line)
        self._backend.circle(
            x, self.paper.height - y, radius, stroke=int(stroke is not None), fill=int(fill is not None)
        )

    def polygon(
        self, points: tuple[tuple[float, float], ...], fill: str | None, stroke: str | None, line: float = 1.0
    ) -> None:
        """Draw a closed polygon."""
        backend = self._backend
        self._pens(fill, stroke, line)
        backend.draw_polygon(
            [(x, self.paper.height - y) for x, y in points], stroke=stroke is not None, fill=fill is not None
        )

    def box(self, x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
        """Return a rectangle as PDF has it: left, bottom, right, top, from the lower left corner."""
        return (
            round(x, 2),
            round(self.paper.height - y - height, 2),
            round(x + width, 2),
            round(self.paper.height - y, 2),
        )

    def image(self, tag: Tag, x: float, y: float, width: float, height: float, png: bytes) -> None:
        """Draw a picture as the element's content, by its upper left corner."""
        tag.attributes = {"O": "Layout", "Placement": "Block", "BBox": self.box(x, y, width, height)}
        with self.content(tag):
            self._backend.draw_picture(x, self.paper.height - y - height, width, height, png)

    def _rgb(self, color: str) -> tuple[float, float, float]:
        return rgb(color, self._palette)

    def _pens(self, fill: str | None, stroke: str | None, line: float, *, dashed: bool = False) -> None:
        backend = self._backend
        if fill is not None:
            backend.fill_with(self._rgb(fill))
        if stroke is not None:
            backend.stroke_with(self._rgb(stroke))
            backend.setLineWidth(line)
            backend.setDash([2.5, 2.0] if dashed else [])

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Generator[None]:
        """Draw with (0, page height) moved to (x, y) and the page turned about it, counter-clockwise."""
        backend = self._backend
        backend.saveState()
        backend.translate(x, self.paper.height - y)
        backend.rotate(degrees)
        try:
            yield
        finally:
            backend.restoreState()

    # -- navigation

    def link(self, tag: Tag, x: float, y: float, width: float, height: float, target: str) -> None:
        """Make a rectangle lead to a bookmark; the tag is a Link and its `alt` says where to."""
        self._backend.add_link(tag, (x, self.paper.height - y - height, x + width, self.paper.height - y), target)

    def bookmark(self, key: str, y: float = 0.0, title: str = "", level: int = 0) -> None:
        """Name this place on the page; with a title it is in the outline too, at most one level below the last."""
        if key in self.bookmarks:
            return
        self.bookmarks.add(key)
        if title:
            level = self._outlined = min(level, self._outlined + 1)
        self._backend.add_bookmark(key, self.paper.height - max(0.0, y - 12), title, level)

    # -- pages

    def next_page(self) -> None:
        """End this page and start the next."""
        self._backend.showPage()
        self.page += 1

    def finish(self, attach: Attach | None = None) -> bytes:
        """End the last page and return the file, with what `attach` makes of it attached."""
        self._backend.showPage()
        return self._backend.finish(attach)
