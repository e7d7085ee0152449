"""Which sections of the report are in, and in which order: taking, leaving and moving one, as pure steps.

A choice is a tuple of ids in order, or None for all in the report's own order (see `report_sections`). Fixed sections
are always in; the cover stays first.
"""

from __future__ import annotations

from cxaudit.presentation.report_sections import REPORT_SECTIONS, chosen_sections

Choice = tuple[str, ...] | None

OWN = tuple(section.id for section in REPORT_SECTIONS)
FIXED = frozenset(section.id for section in REPORT_SECTIONS if section.fixed)
FIRST = "cover"


def in_order(choice: Choice) -> tuple[str, ...]:
    """Return the ids of the sections that are in, in order."""
    return tuple(section.id for section in chosen_sections(choice, ()))


def listed(choice: Choice) -> tuple[str, ...]:
    """Return every section's id: those in, in their order, and each that is not after the one it follows by itself."""
    order = list(in_order(choice))
    for section in OWN:
        if section not in order:
            order.insert(_place(order, section), section)
    return tuple(order)


def toggled(choice: Choice, section: str) -> Choice:
    """Return the choice with a section taken in, or left out; a fixed one stays in."""
    order = list(in_order(choice))
    if section in FIXED:
        return choice
    if section in order:
        order.remove(section)
    else:
        order.insert(_place(order, section), section)
    return _settled(order)


def moved(choice: Choice, section: str, by: int) -> Choice:
    """Return the choice with a section moved by so many places among those that are in; the cover never moves."""
    order = list(in_order(choice))
    if section not in order or section == FIRST:
        return choice
    here = order.index(section)
    order.insert(max(1, min(len(order) - 1, here + by)), order.pop(here))
    return _settled(order)


def _place(order: list[str], section: str) -> int:
    """Return where a section goes that is not in: behind the nearest one that precedes it in the report's own order."""
    before = reversed(OWN[: OWN.index(section)])
    return order.index(next(known for known in before if known in order)) + 1


def _settled(order: list[str]) -> Choice:
    return None if tuple(order) == OWN else tuple(order)
