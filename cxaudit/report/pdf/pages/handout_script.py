"""The facilitator's script: question by question."""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.i18n import _
from cxaudit.presentation.handout_script import AnchorLine, Passage, ScriptLine
from cxaudit.report.pdf.blocks import Block, Figure, Stack, Text
from cxaudit.report.pdf.fonts import REGULAR, SEMIBOLD
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.pages.parts import numbered, title_block
from cxaudit.report.pdf.styles import BODY, H2, NOTE, NOTE_STRONG, Style
from cxaudit.report.pdf.tables import Box, Lanes

ALOUD = Style(REGULAR, 11, 15)
TALK = Style(REGULAR, 9, 12.5)
LABEL = Style(SEMIBOLD, 8, 10.5, "muted", before=5, after=1)


def title() -> str:
    """Return the section's title."""
    return _("Facilitator's script")


def script(lines: Sequence[ScriptLine]) -> Block:
    """Return the section."""
    lead = _("The line on the tinted ground is to be read aloud. Ask one of the questions, or both, after the cards.")
    return Stack([title_block(title(), title(), "script"), Text(lead, BODY), *(_line(line) for line in lines)])


def _line(line: ScriptLine) -> Block:
    """Return one question, kept together where a page allows."""
    name = [
        Run(f"{line.code}  ", color="brand"),
        Run(line.title),
        Run(f"   {line.minutes}", face=REGULAR, color="muted"),
    ]
    aloud = Box(Text(line.aloud, ALOUD), "sunken", "accent", 8, after=4)
    talk: list[Block] = []
    if line.probes:
        points = [(f"{number}", probe) for number, probe in enumerate(line.probes, 1)]
        talk += [Text(_("Ask"), LABEL.but(before=0)), *numbered(points, TALK)]
    for passage in line.passages:
        talk += _passage(passage)
    body = Lanes([Stack(talk), _levels(line)], 18, (290, 176))
    return Stack([Text(name, H2.but(before=13), "H2", keep_next=True), aloud, body], keep=True)


def _passage(passage: Passage) -> list[Block]:
    return [Text(passage.label, LABEL, keep_next=True), Text(passage.text, TALK)]


def _levels(line: ScriptLine) -> Block:
    question = [Text(line.question, NOTE_STRONG.but(after=4))] if line.question else []
    return Stack([*question, *(_anchor(anchor) for anchor in line.anchors)])


def _anchor(anchor: AnchorLine) -> Block:
    mark = Figure(anchor.badge)
    row = Lanes([mark, Text(anchor.text, NOTE.but(color="ink", after=0))], 5, (anchor.badge.width, 176))
    row.after = 2.5
    return row
