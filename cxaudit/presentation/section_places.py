"""Where the sections of a report begin, and which of them a page belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import inf


def section_on(places: Mapping[str, int], page: int, at: str) -> str:
    """Return the section that a page belongs to; `at` is the one at hand, which stays where it can.

    `places` are the pages on which sections begin, in order. Where several begin on a page it is the first of them,
    where none does the one that runs on; `at` where there is none at all.
    """
    spans = dict(pairwise([*places, ""]))
    if at in places:
        until = places.get(spans[at], inf)
        if places[at] == page or places[at] < page < until:
            return at
    begin = [section for section, first in places.items() if first == page]
    before = [section for section, first in places.items() if first < page]
    return next(iter((*begin, *reversed(before))), at)


def shift_of(before: Mapping[str, int], after: Mapping[str, int], section: str) -> int:
    """Return by how many pages a section moved from one report to the next; 0 where it is not in both."""
    return after[section] - before[section] if section in before and section in after else 0
