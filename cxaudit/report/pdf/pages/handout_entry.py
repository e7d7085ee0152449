"""How the counts get into the audit afterwards."""

from __future__ import annotations

from cxaudit.presentation.handout_entry import EntryPage
from cxaudit.report.pdf.blocks import Block, Stack, Text
from cxaudit.report.pdf.pages.parts import bullets, numbered, title_block
from cxaudit.report.pdf.styles import BODY, H2
from cxaudit.report.pdf.tables import Box, Lanes, Narrow


def entry(view: EntryPage) -> Block:
    """Return the section."""
    steps = [(str(number), step) for number, step in enumerate(view.steps, 1)]
    sample = Box(Stack([Text(line, BODY.but(after=0)) for line in view.sample]), "sunken")
    notes = Stack(bullets(view.file_notes, BODY))
    return Stack(
        [
            title_block(view.title, view.title, "entry", view.lead),
            Text(view.window_title, H2, "H2", keep_next=True),
            *(Narrow(block) for block in numbered(steps, BODY)),
            Text(view.file_title, H2, "H2", keep_next=True),
            Text(view.file_lead, BODY, keep_next=True),
            Lanes([sample, notes], 18, (215, 250)),
        ]
    )
