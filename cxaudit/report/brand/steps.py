"""The cover's picture in the colours of a brand: five steps, from its first tone to its second."""

from __future__ import annotations

from cxaudit.app.brand import PRIMARY, SECONDARY, Brand
from cxaudit.domain.model import HI
from cxaudit.report.palette import PALETTE

OWN = tuple(PALETTE[f"step{level}"] for level in range(1, HI + 1))
"""The program's own steps."""


def step_colors(brand: Brand) -> tuple[str, ...]:
    """Return the colours of the steps, the lowest first."""
    if (brand.primary, brand.secondary) == (PRIMARY, SECONDARY):
        return OWN
    return tuple(_between(brand.primary, brand.secondary, level / HI) for level in range(1, HI + 1))


def _between(one: str, other: str, share: float) -> str:
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(start + (end - start) * share):02X}" for start, end in pairs)
