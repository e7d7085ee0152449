"""Writes the lines of a paragraph, with its links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import Stretch, set_line
from cxaudit.report.pdf.lines import Line, Run
from cxaudit.report.pdf.styles import Style
from cxaudit.report.pdf.tags import Place, Tag


@dataclass(frozen=True, slots=True)
class _Shown:
    """Stretches that are drawn together, the place where they are read, their colour, and the space behind them."""

    place: Place | None
    stretches: Sequence[Stretch]
    color: str
    tail: str


@dataclass(frozen=True, slots=True)
class Pen:
    """What all lines of a paragraph share: their style, direction, and the elements of links, which may break."""

    style: Style
    rtl: bool
    links: dict[str, Tag] = field(default_factory=dict[str, Tag])

    def write(self, sheet: Sheet, tag: Tag, line: Line, x: float, base: float, width: float, *, alone: bool) -> None:
        """Write a line into an element.

        It is drawn from left to right, and read in the order of writing. A paragraph from right to left stands at the
        right, but for one that is a line `alone`: names and titles keep to the edge that they share with others.
        """
        runs = [run if run.page_of is None else _with_page(run, sheet.page_numbers) for run in line.runs]
        stretches = set_line(
            [(run.text, run.face or self.style.face) for run in runs], rtl=self.rtl, before=line.before
        )
        used = sum(stretch.width for stretch in stretches) * self.style.size / 1000
        x += {"left": float(self.rtl and not alone), "middle": 0.5, "right": 1.0}[self.style.align] * (width - used)
        shown: list[_Shown] = []
        for group in _together(stretches):
            run = runs[group[0].part]
            tail = line.tail if group[-1] is stretches[-1] else ""
            place = self._place(sheet, tag, run, group, x, base)
            shown.append(_Shown(place, group, run.color or self.style.color, tail))
        for part in sorted(shown, key=lambda part: part.stretches[0].x):
            with sheet.content(part.place):
                for stretch in part.stretches:
                    tail = part.tail if stretch is part.stretches[-1] else ""
                    sheet.stretch(x, base, stretch, self.style.size, part.color, tail)

    def _place(
        self, sheet: Sheet, tag: Tag, run: Run, stretches: Sequence[Stretch], x: float, base: float
    ) -> Place | None:
        """Return where stretches are read; a run that leads to a bookmark of this report becomes a link."""
        size, target = self.style.size, run.link
        if target is None or target not in sheet.page_numbers or not run.text:
            return sheet.reserve(tag)
        start = min(stretch.x for stretch in stretches) * size / 1000
        end = max(stretch.x + stretch.width for stretch in stretches) * size / 1000
        with sheet.inside(tag):
            link = self.links.setdefault(f"{target} {run.text}", Tag("Link", alt=run.text.strip()))
            place = sheet.reserve(link)
            sheet.link(link, x + start, base - 0.85 * size, end - start, 1.15 * size, target)
        return place


def _together(stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """Yield stretches that are drawn as they are read: those of one run, and from right to left each for itself."""
    turned = any(stretch.rtl for stretch in stretches)
    for _key, group in groupby(enumerate(stretches), key=lambda item: (item[1].part, item[0] if turned else 0)):
        yield [stretch for _number, stretch in group]


def _with_page(run: Run, numbers: Mapping[str, int]) -> Run:
    """Return the run with its page number behind it; nothing where there is no such page."""
    page = numbers.get(run.page_of or "")
    return replace(run, text="" if page is None else f"{run.text}{page}")
