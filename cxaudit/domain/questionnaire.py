"""The questionnaire pack: dimensions, practices, flags, actions and the rubric that scores them.

A pack is data. Ids are permanent; answers are kept by practice id, never by code, label or position.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from cxaudit.domain.fact_check import Fact
from cxaudit.domain.fields import (
    Code,
    Digest,
    Effort,
    FractionText,
    Locale,
    MayBeEmpty,
    Mode,
    Owner,
    PracticeId,
    Short,
    Slug,
    Tag,
    Text,
    Version,
)
from cxaudit.domain.model import HI, LO, Frozen, Grown, Level, Limit


def release(version: str) -> tuple[int, ...]:
    """Return a version as numbers (major, minor, patch), which sort as versions do."""
    return tuple(map(int, version.split(".")))


class Script(Frozen):
    """What a facilitator says: a line to read aloud, two questions that probe, the usual objection and a fair answer.

    `minutes` is what the question takes in a room.
    """

    read_aloud: Text
    probes: Annotated[tuple[Text, ...], Field(min_length=2, max_length=2)]
    objection: Text
    answer: Text
    minutes: Annotated[int, Field(ge=1, le=30)] = 4


class LevelName(Grown):
    """One step of the ladder: its name, what it means, what shows it (empty where nothing has to).

    Evidence older than `max_age_months` at the assessment's date is marked stale: a mark, without effect on scores.
    """

    later = frozenset({"max_age_months"})

    name: Short
    meaning: Text
    shown_by: MayBeEmpty = ""
    max_age_months: Annotated[int, Field(ge=1, le=1200)] | None = None


class Rubric(Frozen):
    """How levels become scores. Fractions are text ("17/20"), so that no file holds a float.

    `most` and `nearly_all` are ISO/IEC 33020's "largely" and "fully": shares that must be exceeded.
    """

    most: FractionText = "1/2"
    nearly_all: FractionText = "17/20"
    claimed_above: Level = 3
    target: Level = 4
    effort_s: Annotated[int, Field(ge=1, le=100)] = 1
    effort_m: Annotated[int, Field(ge=1, le=100)] = 3
    effort_l: Annotated[int, Field(ge=1, le=100)] = 8
    now_effort: Annotated[int, Field(ge=1, le=1000)] = 12
    now_actions: Annotated[int, Field(ge=1, le=100)] = 5
    next_effort: Annotated[int, Field(ge=1, le=1000)] = 36

    @cached_property
    def cuts(self) -> tuple[Fraction, Fraction]:
        """Return (`most`, `nearly_all`) as fractions."""
        return Fraction(self.most), Fraction(self.nearly_all)

    def effort_points(self, effort: Effort) -> int:
        """Return the effort points of a class."""
        return {"S": self.effort_s, "M": self.effort_m, "L": self.effort_l}[effort]


class Practice(Grown):
    """One observable habit, asked by one question with five anchors (levels 1 to 5, in order).

    `example` is that of a small organisation where there is an `example_large` too. `debate` tells fairly where the
    sources disagree.
    """

    later = frozenset({"example_large", "debate", "fact", "script"})

    id: PracticeId
    code: Code
    revision: Annotated[int, Field(ge=1, le=999)]
    title: Short
    quick: bool
    question: Text
    anchors: Annotated[tuple[Short, ...], Field(min_length=HI, max_length=HI)]
    looks_like: Text
    not_this: Text
    example: Text
    example_large: MayBeEmpty = ""
    debate: MayBeEmpty = ""
    fact: Fact | None = None
    script: Script | None = None
    weight: Annotated[int, Field(ge=1, le=3)] = 1
    weight_reason: MayBeEmpty = ""
    may_not_apply: bool = False
    sources: Annotated[tuple[Short, ...], Field(max_length=20)]

    @property
    def dimension(self) -> str:
        """Return the id of the dimension that the practice belongs to."""
        return self.id.partition(".")[0]


class DimensionHead(Frozen):
    """One area of the model: what it is called and what it is about."""

    id: Slug
    title: Short
    about: Text


class Dimension(DimensionHead):
    """One area of the model, with its practices in order."""

    practices: Annotated[tuple[Practice, ...], Field(min_length=1, max_length=12)]


class Condition(Frozen):
    """Part of a flag's rule: the practice is at `at_most` or below."""

    practice: PracticeId
    at_most: Limit


class Flag(Frozen):
    """An anti-pattern that holds a dimension's score at `cap` while its rule is met.

    `match` says whether all conditions must hold, or any. `check` is the flag's own question,
    shown as help beside the answer that fired it.
    """

    id: Slug
    title: Short
    dimension: Slug
    cap: Limit
    match: Literal["all", "any"] = "all"
    conditions: Annotated[tuple[Condition, ...], Field(min_length=1, max_length=12)]
    why: Text
    check: Text
    effect: Text
    cleared_when: Text
    sources: Annotated[tuple[Short, ...], Field(max_length=20)]


class Action(Frozen):
    """What closes the band from `start` to `end` of one practice.

    Each entry of `requires` is a list of alternatives: one of them is enough. The action of the band just
    below is required too. An action that is `independent` waits for nothing.
    """

    id: Slug
    title: Short
    practice: PracticeId
    start: Annotated[int, Field(ge=LO, le=HI - 1)]
    end: Annotated[int, Field(ge=LO + 1, le=HI)]
    why: Text
    first_step: Text
    owner: Owner
    effort: Effort
    requires: Annotated[tuple[Annotated[tuple[Slug, ...], Field(min_length=1)], ...], Field(max_length=20)] = ()
    independent: bool = False
    done_when: Text
    sources: Annotated[tuple[Short, ...], Field(max_length=20)]


class Source(Frozen):
    """Something the pack cites: its tag, and who said it where."""

    id: Tag
    author: Short
    title: Text
    where: MayBeEmpty = ""


class Claim(Frozen):
    """One thing that a source says, in our own words; practices, flags, facts and actions cite it by its id."""

    id: Tag
    source: Tag
    text: Text


class VignetteRating(Frozen):
    """How the pack's authors rate one practice of a vignette, and why."""

    practice: PracticeId
    level: Level
    why: Text


class Vignette(Frozen):
    """A short fictional firm to practise on; ratings of it never score or rescale anything."""

    id: Slug
    title: Short
    text: Text
    ratings: Annotated[tuple[VignetteRating, ...], Field(min_length=1, max_length=12)]


class PackHead(Frozen):
    """What a pack says of itself: its name, the rules of rating, the ladder, the owners and the rubric.

    `retired` lists ids of practices, flags and actions that earlier versions held; none is ever used again.
    """

    id: Slug
    version: Version
    locale: Locale
    title: Short
    licence: Short
    authors: Annotated[tuple[Short, ...], Field(min_length=1, max_length=50)]
    rating_rules: Annotated[tuple[Text, ...], Field(min_length=1, max_length=12)]
    rating_notes: Annotated[tuple[Text, ...], Field(max_length=20)] = ()
    levels: Annotated[tuple[LevelName, ...], Field(min_length=HI, max_length=HI)]
    owners: dict[Owner, Short]
    rubric: Rubric
    retired: Annotated[tuple[Annotated[str, StringConstraints(max_length=120)], ...], Field(max_length=400)] = ()


class Pack(PackHead, Grown):
    """One published version of a questionnaire.

    `content` is the SHA-256 over everything but the two digests; `scoring` the one over what scores (no text).
    """

    later = frozenset({"claims", "vignettes"})

    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1, max_length=12)]
    flags: Annotated[tuple[Flag, ...], Field(max_length=60)]
    actions: Annotated[tuple[Action, ...], Field(max_length=400)]
    sources: Annotated[tuple[Source, ...], Field(max_length=400)]
    claims: Annotated[tuple[Claim, ...], Field(max_length=400)] = ()
    vignettes: Annotated[tuple[Vignette, ...], Field(max_length=12)] = ()
    content: Digest
    scoring: Digest

    @cached_property
    def practices(self) -> dict[str, Practice]:
        """Return every practice by id, in the pack's order."""
        return {p.id: p for d in self.dimensions for p in d.practices}

    @cached_property
    def by_code(self) -> dict[str, Practice]:
        """Return every practice by short code, in the pack's order."""
        return {p.code: p for p in self.practices.values()}

    @cached_property
    def actions_by_id(self) -> dict[str, Action]:
        """Return every action by id, in the pack's order."""
        return {a.id: a for a in self.actions}

    @cached_property
    def dimensions_by_id(self) -> dict[str, Dimension]:
        """Return every dimension by id, in the pack's order."""
        return {d.id: d for d in self.dimensions}

    @property
    def release(self) -> tuple[int, ...]:
        """Return the version as numbers (major, minor, patch), which sort as versions do."""
        return release(self.version)

    def asked(self, mode: Mode) -> tuple[Practice, ...]:
        """Return the practices that a mode asks, in the pack's order."""
        return tuple(p for p in self.practices.values() if p.quick or mode == "full")
