"""Breaks styled text into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from cxaudit.report.pdf.bidi import has_rtl, last_letter
from cxaudit.report.pdf.breaks import clusters, may_break, pieces
from cxaudit.report.pdf.fonts import Face, text_width
from cxaudit.report.pdf.styles import Style

PAGE_NUMBER = "00"
"""What a page number is measured as while pages are not known yet."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look.

    `link` is a bookmark. With `page_of` the page of a bookmark comes behind the text, on the same line;
    where that page is not in the report, neither is printed.
    """

    text: str
    face: Face | None = None
    color: str | None = None
    link: str | None = None
    page_of: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its runs in order, and their width in points.

    `tail` is the space that breaking took, without which readers would hear two words as one; `before` the last letter
    of the paragraph's lines above.
    """

    runs: tuple[Run, ...]
    width: float
    tail: str = " "
    before: str = ""


Content: TypeAlias = str | Run | Sequence[Run]


def as_runs(content: Content) -> tuple[Run, ...]:
    """Return a text, a run or several as runs."""
    if isinstance(content, str):
        return (Run(content),)
    return (content,) if isinstance(content, Run) else tuple(content)


_Part = tuple[Run, str]
"""A run and the stretch of its text that is meant."""


@dataclass(slots=True)
class _Word:
    """What stays together: parts of one or more runs; `spaced` where a space parts it from the word before."""

    parts: list[_Part]
    spaced: bool = True


def _words(runs: Sequence[Run]) -> Iterator[_Word | None]:
    """Yield words; None stands for a line break."""
    word = _Word([])
    for run in runs:
        if run.page_of is not None:
            word.parts.append((run, run.text + PAGE_NUMBER))
            continue
        for part in re.split(r"([ \n])", run.text):
            if part in {" ", "\n"}:
                yield word
                word = _Word([])
                if part == "\n":
                    yield None
                continue
            for piece in pieces(part) if part else ():
                if word.parts and may_break(word.parts[-1][1][-1], piece[0]):
                    yield word
                    word = _Word([], spaced=False)
                word.parts.append((run, piece))
    yield word


class _Breaker:
    def __init__(self, style: Style, width: float, *, rtl: bool) -> None:
        self.rtl = rtl
        self.style = style
        self.width = width + 0.01
        self.lines: list[Line] = []
        self.before = ""
        self._parts: list[_Part] = []
        self._used = 0.0

    def _measure(self, run: Run, text: str) -> float:
        return text_width(text, run.face or self.style.face, self.style.size)

    def _width(self, parts: Sequence[_Part]) -> float:
        if len(parts) == 1:  # as nearly always
            return self._measure(*parts[0])
        return sum(self._measure(run, text) for run, text in parts)

    def add(self, word: _Word) -> None:
        needed = self._width(word.parts)
        if needed > self.width:
            *heads, parts = self._chopped(word.parts)
            for head in heads:
                self.add(_Word(head, word.spaced))
                self.end("")
                word = replace(word, spaced=False)
            word = _Word(parts, word.spaced)
            needed = self._width(parts)
        if self._parts:
            run = self._parts[-1][0]
            if run.page_of is not None:
                run = replace(run, text="", page_of=None, link=None)
            space = self._measure(run, " ") if word.spaced else 0.0
            if self._used + space + needed > self.width:
                self.end(" " if word.spaced else "")
            elif word.spaced:
                self._parts.append((run, " "))
                self._used += space
        self._parts += word.parts
        self._used += needed

    def _chopped(self, word: list[_Part]) -> list[list[_Part]]:
        """Return a word that is wider than a line as pieces that are not."""
        pieces: list[list[_Part]] = [[]]
        room = self.width
        for run, whole in word:
            text = ""
            for character in clusters(whole):
                step = self._measure(run, character)
                if step > room and (text or pieces[-1]):
                    pieces[-1] += [(run, text)] if text else []
                    pieces.append([])
                    text, room = "", self.width
                text += character
                room -= step
            pieces[-1] += [(run, text)] if text else []
        return pieces

    def end(self, tail: str = " ") -> None:
        """Close the line; neighbouring parts of one run become one."""
        runs: list[Run] = []
        for run, parts in groupby(self._parts, key=itemgetter(0)):
            text = "".join(part for _run, part in parts)
            whole = run.page_of is not None or text == run.text
            runs.append(run if whole else Run(text, run.face, run.color, run.link))
        self.lines.append(Line(tuple(runs), self._used, tail, self.before))
        if self.rtl:
            self.before = last_letter("".join(run.text for run in runs)) or self.before
        self._parts, self._used = [], 0.0

    @property
    def empty(self) -> bool:
        return not self._parts


def break_lines(runs: Sequence[Run], style: Style, width: float) -> list[Line]:
    """Return the lines of a text set in the style; a word that is too wide is broken anywhere."""
    breaker = _Breaker(style, width, rtl=any(has_rtl(run.text) for run in runs))
    for word in _words(runs):
        if word is None:
            breaker.end()
            breaker.before = ""
        elif word.parts:
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
