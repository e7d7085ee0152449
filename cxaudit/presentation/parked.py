"""What a workshop put aside: who takes it on by when, and what was dropped."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.i18n import _
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_words import long_date


@dataclass(frozen=True, slots=True)
class ParkedView:
    """One item: what, on which practice it came up (empty where on none), and who takes it on by when.

    `owner` says so where nobody does yet, or that it was `dropped`; `due` is a date in words, or empty.
    """

    text: str
    practice: str
    owner: str
    due: str
    dropped: bool

    @property
    def line(self) -> str:
        """Return who takes it on by when: "Marit, by 15 December 2026"."""
        return _("{owner}, by {date}").format(owner=self.owner, date=self.due) if self.due else self.owner


def parked_views(reading: Reading) -> tuple[ParkedView, ...]:
    """Return the parking lot in the order in which it filled, dropped items last."""
    workshop = reading.assessment.workshop
    views = [
        ParkedView(
            text=item.text.strip(),
            practice=reading.practice(item.practice) if item.practice in reading.pack.practices else "",
            owner=_("Dropped") if item.dropped else item.owner.strip() or _("No owner yet"),
            due=long_date(item.due),
            dropped=item.dropped,
        )
        for item in (workshop.parked if workshop else ())
    ]
    return tuple(sorted(views, key=lambda view: view.dropped))
