"""What a person chose for the report of an audit: its sections, their order, and texts in their own words."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cxaudit.domain.fields import Line, Prose, Slug
from cxaudit.domain.model import Frozen


class EditedText(Frozen):
    """A text of the report in a person's own words.

    `own` is what the program said there when it was written, `basis` the numbers under it then, as they were shown:
    where either is another today, the score under the text has moved.
    """

    text: Prose
    own: Prose = ""
    basis: Line = ""


class ReportChoices(Frozen):
    """What was chosen for the report.

    `sections` are the ids of those that are in, in order; None for all, in the report's own order. `texts` are edited
    texts by their key (`summary.lead`, say).
    """

    sections: Annotated[tuple[Slug, ...], Field(max_length=40)] | None = None
    texts: Annotated[dict[Line, EditedText], Field(max_length=400)] = Field(default_factory=dict)


AS_WRITTEN = ReportChoices()
"""The report as the program writes it."""
