"""How the counts get into the audit afterwards."""

from __future__ import annotations

from cxaudit.presentation.handout_entry import EntryPage
from cxaudit.report.pdf.blocks import Block, Stack, Text
from cxaudit.report.pdf.pages.parts import bullets, numbered, title_block
from cxaudit.report.pdf.styles import BODY, H2
from cxaudit.report.pdf.tables import Box, Narrow


def entry(view: EntryPage) -> Block:
    """Return the section."""
    steps = [(str(number), step) for number, step in enumerate(view.steps, 1)]
    sample = Box(Stack([Text(line, BODY.but(after=0)) for line in view.sample]), "sunken", after=8)
    blocks = [
        Text(view.window_title, H2, "H2", keep_next=True),
        *numbered(steps, BODY),
        Text(view.file_title, H2, "H2", keep_next=True),
        Text(view.file_lead, BODY, keep_next=True),
        sample,
        *bullets(view.file_notes, BODY),
    ]
    return Stack([title_block(view.title, view.title, "entry", view.lead), *(Narrow(block) for block in blocks)])
