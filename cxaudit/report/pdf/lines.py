"""Breaks styled text into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cxaudit.report.pdf.fonts import Face, text_width
from cxaudit.report.pdf.styles import Style

PAGE_NUMBER = "00"
"""What a page number is measured as while pages are not known yet."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look. `link` is a bookmark or an address; `page_of` prints the page of a bookmark in its place."""

    text: str
    face: Face | None = None
    color: str | None = None
    link: str | None = None
    page_of: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its runs in order, and their width in points."""

    runs: tuple[Run, ...]
    width: float


def _words(runs: Sequence[Run]) -> Iterator[list[Run] | None]:
    """Yield words, each made of parts of one or more runs; None stands for a line break."""
    word: list[Run] = []
    for run in runs:
        if run.page_of is not None:
            word.append(replace(run, text=PAGE_NUMBER))
            continue
        for part in re.split(r"([ \n])", run.text):
            if part not in {" ", "\n"}:
                if part:
                    word.append(replace(run, text=part))
                continue
            yield word
            word = []
            if part == "\n":
                yield None
    yield word


def _width(run: Run, style: Style) -> float:
    return text_width(run.text, run.face or style.face, style.size)


def _chopped(word: list[Run], style: Style, width: float) -> list[list[Run]]:
    """Return a word that is wider than a line as pieces that are not."""
    pieces: list[list[Run]] = [[]]
    room = width
    for run in word:
        text = ""
        for character in run.text:
            step = text_width(character, run.face or style.face, style.size)
            if step > room and (text or pieces[-1]):
                pieces[-1] += [replace(run, text=text)] if text else []
                pieces.append([])
                text, room = "", width
            text += character
            room -= step
        pieces[-1] += [replace(run, text=text)] if text else []
    return pieces


class _Breaker:
    def __init__(self, style: Style, width: float) -> None:
        self.style = style
        self.width = width
        self.lines: list[Line] = []
        self._runs: list[Run] = []
        self._used = 0.0

    def add(self, word: list[Run]) -> None:
        needed = sum(_width(run, self.style) for run in word)
        if needed > self.width + 0.01:
            *pieces, word = _chopped(word, self.style, self.width)
            for piece in pieces:
                self.add(piece)
                self.end()
            needed = sum(_width(run, self.style) for run in word)
        space = text_width(" ", self._runs[-1].face or self.style.face, self.style.size) if self._runs else 0.0
        if self._runs and self._used + space + needed > self.width + 0.01:
            self.end()
            space = 0.0
        if self._runs:
            self._append(replace(self._runs[-1], text=" ", page_of=None))
        for run in word:
            self._append(run)
        self._used += space + needed

    def _append(self, run: Run) -> None:
        last = self._runs[-1] if self._runs else None
        if last is not None and last.page_of is None and replace(last, text="") == replace(run, text=""):
            self._runs[-1] = replace(last, text=last.text + run.text)
        else:
            self._runs.append(run)

    def end(self) -> None:
        self.lines.append(Line(tuple(self._runs), self._used))
        self._runs, self._used = [], 0.0

    @property
    def empty(self) -> bool:
        return not self._runs


def break_lines(runs: Sequence[Run], style: Style, width: float) -> list[Line]:
    """Return the lines of a text set in the style; a word that is too wide is broken anywhere."""
    breaker = _Breaker(style, width)
    for word in _words(runs):
        if word is None:
            breaker.end()
        elif word:
            breaker.add(word)
    if not breaker.empty or not breaker.lines:
        breaker.end()
    return breaker.lines


def balanced_width(runs: Sequence[Run], style: Style, width: float) -> float:
    """Return the smallest width that needs no more lines than the full one, so that no word is left alone."""
    count = len(break_lines(runs, style, width))
    low, high = width / count * 0.9, width
    while count > 1 and high - low > 2:
        middle = (low + high) / 2
        if len(break_lines(runs, style, middle)) > count:
            low = middle
        else:
            high = middle
    return high
