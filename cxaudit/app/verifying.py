"""What the check of a report against its own receipt found, and the protocol that makes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, cast

from cxaudit.app.brand import Brand

if TYPE_CHECKING:  # the window is painted before the models are loaded
    from cxaudit.app.attached_receipt import Receipt
    from cxaudit.domain.questionnaire import Pack

Json = object
"""Plain data: None, truth value, number, text, list, object."""

Compared = Literal["bytes", "pages", "digests"]
"""The file is the very one that its answers give; or each page was held against that; or against its digest only."""

Why = Literal["", "points", "program", "font", "scripts"]
"""Why pages were held against digests only: no answers attached, another program, a font or scripts not here."""


@dataclass(frozen=True, slots=True)
class NumberDiffers:
    """A number that is not what the answers give: where it stands in the receipt, what it says, what it should say.

    `said` or `recomputed` is None where there is none.
    """

    where: tuple[str, ...]
    said: str | None
    recomputed: str | None


@dataclass(frozen=True, slots=True)
class PageDiffers:
    """A page (from 1) that is not as the answers give it.

    `how`: other words (`says` in place of `should`, where that is known), another look with the same words, a page
    that is missing, or one too many.
    """

    page: int
    how: Literal["words", "look", "missing", "added"]
    says: str = ""
    should: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked and found. `numbers` and `pages` count what was compared."""

    path: Path
    receipt: Receipt
    pack: Pack
    numbers: int
    wrong: tuple[NumberDiffers, ...]
    pages: int
    compared: Compared
    why: Why
    altered: tuple[PageDiffers, ...]

    @property
    def confirmed(self) -> bool:
        """Return whether nothing differs."""
        return not self.wrong and not self.altered


class ReportVerifier(Protocol):
    """Checks a report against the receipt that is attached to it."""

    def __call__(self, path: Path, brand: Brand | None = None) -> Verification:
        """Recompute everything that a PDF report says and return what was found.

        `brand` is the one that the report was made with, where it has a font of its own. Raises InputError where the
        file is missing or cannot be read, ReceiptError where there is nothing to check it by, and UnknownPackError.
        """
        ...


def leaves(value: Json, where: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every single value of plain data with its place; an empty list or object is one value."""
    parts = _parts(value)
    if not parts:
        yield where, _shown(value)
    for name, part in parts:
        yield from leaves(part, (*where, name))


def differing(said: Json, found: Json) -> tuple[int, tuple[NumberDiffers, ...]]:
    """Return how many values were compared, and those that differ, in the order in which they were recomputed."""
    told, made = dict(leaves(said)), dict(leaves(found))
    places = (*made, *(where for where in told if where not in made))
    wrong = (NumberDiffers(w, told.get(w), made.get(w)) for w in places if told.get(w) != made.get(w))
    return len(places), tuple(wrong)


def _parts(value: Json) -> list[tuple[str, Json]]:
    """Return the parts of an object or a list with their names."""
    if isinstance(value, Mapping):
        return list(cast("Mapping[str, Json]", value).items())
    parts = cast("Sequence[Json]", value) if isinstance(value, list) else ()
    names = [_name(part, number) for number, part in enumerate(parts, 1)]
    if len(set(names)) < len(names):  # no second entry of the same name hides the first
        names = [str(number) for number in range(1, len(parts) + 1)]
    return list(zip(names, parts, strict=True))


def _name(part: Json, number: int) -> str:
    """Return what an entry of a list is called: the action it is about, else its place."""
    action = cast("Mapping[str, Json]", part).get("action") if isinstance(part, Mapping) else None
    return action if isinstance(action, str) else str(number)


def _shown(value: Json) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "none"
    return str(value) if isinstance(value, str | int | float) else "nothing"
