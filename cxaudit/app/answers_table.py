"""Reads typed values out of a parsed answers file and keeps every complaint, so that all are told at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from json import dumps
from typing import Literal, TypeAlias, TypeVar, cast

from cxaudit.app.fact_entry import decimal
from cxaudit.domain.errors import Problem
from cxaudit.domain.model import HI, LO
from cxaudit.domain.workshop import Vote
from cxaudit.i18n import _

LINE = 500
PROSE = 20_000
PANEL = 1000
MANY = 100

Path: TypeAlias = tuple[str | int, ...]
Choice = TypeVar("Choice", bound=str)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BARE = re.compile(r"[A-Za-z0-9_-]{1,80}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LARGE = 10**12
_SHOWN = 60


class Table:
    """One table of the file: its values, where it stands, and the list of complaints that all tables share."""

    def __init__(self, values: Mapping[str, object], path: Path, problems: list[Problem]) -> None:
        """Wrap a table; complaints are appended to `problems`."""
        self._values = values
        self._path = path
        self._problems = problems
        self._before = len(problems)

    def has(self, key: str) -> bool:
        """Return whether the key is there."""
        return key in self._values

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys in the file's order."""
        return tuple(self._values)

    @property
    def sound(self) -> bool:
        """Return whether nothing was complained about since the table was opened."""
        return len(self._problems) == self._before

    def faulty(self, key: str) -> bool:
        """Return whether the key was complained about."""
        return any(p.where == self.where(key) for p in self._problems[self._before :])

    def where(self, key: str | None = None) -> str:
        """Return the key path of one key, or of the table itself."""
        return key_path(self._path if key is None else (*self._path, key))

    def wrong(self, key: str | None, what: str, mend: str = "") -> None:
        """Complain about one key, or about the table itself."""
        self._problems.append(Problem(self.where(key), what, mend))

    def only(self, known: Sequence[str]) -> None:
        """Complain about every key that is not known."""
        for key in self._values:
            if key not in known:
                self.unknown(key, known, _("Known here: {names}.").format(names=", ".join(known)))

    def unknown(self, key: str, known: Iterable[str], otherwise: str = "") -> None:
        """Complain that a key is not known, with the nearest known one where there is one, else with `otherwise`."""
        self.wrong(key, _("There is no such key."), self.near(key, known) or otherwise)

    def near(self, key: str, known: Iterable[str]) -> str:
        """Return what may be meant by a wrong key; nothing once there are many complaints, for that takes its time."""
        return did_you_mean(key, known) if len(self._problems) < MANY else ""

    def tables(self, mend: str = "") -> Iterator[tuple[str, Table]]:
        """Yield the tables inside this one by name; other values are complained about, with `mend`."""
        for name, value in self._values.items():
            if isinstance(value, Mapping):
                yield name, self.table(name)
            else:
                self.wrong(name, _("A table is expected here, not {value}.").format(value=shown(value)), mend)

    def table(self, key: str) -> Table:
        """Return the table at `key`, an empty one where it is missing or wrong."""
        value = self._values.get(key, {})
        if isinstance(value, Mapping):
            return Table(cast("Mapping[str, object]", value), (*self._path, key), self._problems)
        self.wrong(key, _("A table is expected here, not {value}.").format(value=self.shown(key)))
        return Table({}, (*self._path, key), self._problems)

    def rows(self, key: str) -> Iterator[Table]:
        """Yield the tables of the list at `key` ([[answers.H3.rounds]]); other values are complained about."""
        value = self._values.get(key, [])
        if not isinstance(value, list):
            words = _("A list of tables is expected here, not {value}.")
            self.wrong(key, words.format(value=self.shown(key)))
            return
        for place, row in enumerate(cast("list[object]", value), 1):
            path = (*self._path, key, place)
            if isinstance(row, Mapping):
                yield Table(cast("Mapping[str, object]", row), path, self._problems)
            else:
                what = _("A table is expected here, not {value}.").format(value=shown(row))
                self._problems.append(Problem(key_path(path), what))

    def nested(self, key: str) -> bool:
        """Return whether the value at `key` is a table."""
        return isinstance(self._values.get(key), Mapping)

    def shown(self, key: str) -> str:
        """Return the value at `key` as a message shows it."""
        return shown(self._values.get(key))

    def text(self, key: str, limit: int = PROSE) -> str:
        """Return the text at `key` without the blanks around it; empty where it is missing or wrong."""
        value = self._values.get(key, "")
        if not isinstance(value, str):
            self.wrong(key, _("{value} is not a text.").format(value=shown(value)), _("Put it in quotes."))
            return ""
        if _SURROGATE.search(value):
            self.wrong(key, _("The text holds half a character."), _("Type it again."))
            return ""
        text = value.strip()
        if len(text) > limit:
            words = _("The text has {count} characters; {limit} is the most.")
            self.wrong(key, words.format(count=len(text), limit=limit), _("Shorten it."))
            return ""
        if limit == LINE and len(text.splitlines()) > 1:
            self.wrong(key, _("The text has more than one line."), _("Write it on one line."))
            return ""
        return text

    def choice(self, key: str, choices: Sequence[Choice]) -> Choice:
        """Return the one of a few texts at `key`, the first where it is missing or wrong."""
        if key not in self._values:
            return choices[0]
        value = self._values[key]
        for choice in choices:
            if value == choice:
                return choice
        names = ", ".join(f'"{c}"' for c in choices)
        mend = _("Give one of {names}.").format(names=names)
        self.wrong(key, _("{value} is not known here.").format(value=shown(value)), mend)
        return choices[0]

    def one_of(self, key: str, choices: Sequence[Choice]) -> Choice | None:
        """Return the one of a few texts at `key`, None where it is missing or wrong."""
        found = self.choice(key, choices) if key in self._values else None
        return None if self.faulty(key) else found

    def whole(self, key: str, most: int) -> int | None:
        """Return the whole number from 0 to `most` at `key`, None where it is missing or wrong."""
        value = self._values.get(key)
        if key not in self._values:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most:
            return value
        mend = _("Give a whole number from {lowest} to {highest}.").format(lowest=0, highest=most)
        self.wrong(key, _("{value} cannot be used here.").format(value=shown(value)), mend)
        return None

    def plain(self, key: str) -> str:
        """Return a text, number or date at `key` as somebody would type it; empty where it is something else."""
        value = self._values.get(key, "")
        if isinstance(value, (bool, datetime)):
            return self.text(key)
        if isinstance(value, int) and abs(value) >= _LARGE:
            self.wrong(key, _("{value} cannot be used here.").format(value=shown(value)), _("Give a smaller one."))
            return ""
        if isinstance(value, float):
            return decimal(str(value))
        if isinstance(value, (int, date)):
            return str(value)
        return self.text(key)

    def level(self, key: str) -> int | None:
        """Return the level at `key`; None where it is missing or wrong."""
        value = self._values.get(key)
        if key not in self._values or _is_level(value):
            return cast("int | None", value)
        mend = _("Give a whole number from {lowest} to {highest}.").format(lowest=LO, highest=HI)
        self.wrong(key, _("{value} is not a level.").format(value=shown(value)), mend)
        return None

    def true(self, key: str) -> bool:
        """Return whether `key` is there; anything but true is complained about."""
        if key in self._values and self._values[key] is not True:
            mend = _("Write true, or leave the key out.")
            self.wrong(key, _("{value} says nothing here.").format(value=self.shown(key)), mend)
        return key in self._values

    def day(self, key: str) -> str | None:
        """Return the date at `key` as ISO 8601 text; None where it is missing or wrong."""
        value = self._values.get(key)
        if key not in self._values:
            return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        if isinstance(value, str) and _is_day(value):
            return value
        mend = _("Write it as year-month-day, as in 2026-11-20.")
        self.wrong(key, _("{value} is not a date.").format(value=shown(value)), mend)
        return None

    def votes(self, key: str) -> tuple[Vote, ...] | None:
        """Return the votes at `key`; None where they are missing or wrong."""
        value = self._values.get(key)
        if key not in self._values:
            return None
        if not isinstance(value, list):
            self.wrong(key, _("{value} is not a list of votes.").format(value=shown(value)), _vote_help())
            return None
        votes = cast("list[object]", value)
        if not 1 <= len(votes) <= PANEL:
            words = _("The list has {count} votes; 1 to {most} are possible.")
            self.wrong(key, words.format(count=len(votes), most=PANEL))
            return None
        for i, vote in enumerate(votes):
            if not (_is_level(vote) or vote in ("dk", "na", "-")):
                what = _("{value} is not a vote.").format(value=shown(vote))
                self._problems.append(Problem(key_path((*self._path, key, i + 1)), what, _vote_help()))
        return cast("tuple[int | Literal['dk', 'na', '-'], ...]", tuple(votes))


def key_path(path: Path) -> str:
    """Return a path as a key path: bare keys as they are, others in quotes, places in a list (from 1) in brackets."""
    words = ""
    for step in path:
        if isinstance(step, int):
            words += f"[{step}]"
        else:
            words += f"{'.' if words else ''}{step if _BARE.fullmatch(step) else _quoted(step)}"
    return words


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a sentence with the known word that is nearest, or an empty text."""
    folded = {k.casefold(): k for k in known}
    near = get_close_matches(word[:_SHOWN].casefold(), folded, n=1, cutoff=0.7)
    return _("Did you mean {word}?").format(word=folded[near[0]]) if near else ""


def shown(value: object) -> str:
    """Return a value as the file writes it, long ones cut short."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if abs(value) < _LARGE else _("a very large number")
    if isinstance(value, (list, dict)):
        return _("a list") if isinstance(value, list) else _("a table")
    return "null" if value is None else str(value)


def _quoted(text: str) -> str:
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
    return dumps(_SURROGATE.sub("?", cut), ensure_ascii=False)


def _is_level(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and LO <= value <= HI


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return _DAY.fullmatch(text) is not None


def _vote_help() -> str:
    return _('A vote is 1 to 5, "dk" (do not know), "na" (does not apply) or "-" (not reached).')
