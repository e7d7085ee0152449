"""Red flags in words: what fired, because of which answer, and whether it holds the score."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.questionnaire import Condition, Flag
from cxaudit.domain.scorecard import DimensionScore, FiredFlag
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.numbers import index_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import capital, choice, count_word, listing, sentence


@dataclass(frozen=True, slots=True)
class FlagView:
    """A red flag that fired: its title, what it does, the answers behind it, and what the pack tells about it."""

    id: str
    dimension: str
    dimension_title: str
    title: str
    sentence: str
    cause: str
    holds: bool
    why: str
    effect: str
    check: str
    cleared_when: str


def flag_views(reading: Reading) -> tuple[FlagView, ...]:
    """Return the flags that fired and are shown, those that hold a score first."""
    found = [
        _flag_view(reading, score, fired)
        for score in reading.card.dimensions.values()
        for fired in score.flags
        if fired.shown
    ]
    return tuple(sorted(found, key=lambda f: not f.holds))


def _flag_view(reading: Reading, score: DimensionScore, fired: FiredFlag) -> FlagView:
    flag = reading.flag(fired.id)
    return FlagView(
        id=flag.id,
        dimension=score.id,
        dimension_title=reading.dimension(score.id),
        title=flag.title,
        sentence=flag_sentence(reading, score, fired),
        cause=sentence(flag_cause(reading, flag)),
        holds=fired.holds,
        why=flag.why,
        effect=flag.effect,
        check=flag.check,
        cleared_when=flag.cleared_when,
    )


def met_conditions(reading: Reading, flag: Flag) -> tuple[Condition, ...]:
    """Return the flag's conditions that the points meet."""
    points = {p.id: p.point for p in reading.card.practices.values()}
    return tuple(c for c in flag.conditions if (point := points.get(c.practice)) is not None and point <= c.at_most)


def flag_cause(reading: Reading, flag: Flag) -> str:
    """Return what fired the flag: "Honest feedback (H3) is at level 1"."""
    by_level: dict[int | None, list[str]] = {}
    for condition in met_conditions(reading, flag):
        point = reading.card.practices[condition.practice].point
        by_level.setdefault(point, []).append(reading.practice(condition.practice))
    return listing(
        [
            ngettext("{names} is at level {level}", "{names} are at level {level}", len(names)).format(
                names=listing(names), level=level
            )
            for level, names in by_level.items()
        ]
    )


def flag_sentence(reading: Reading, score: DimensionScore, fired: FiredFlag) -> str:
    """Return what the flag does to the score, with the raw and the held-down value."""
    facts = {
        "dimension": reading.dimension(score.id),
        "raw": index_text(score.raw),
        "cap": index_text(Fraction(fired.cap)),
        "cause": flag_cause(reading, reading.flag(fired.id)),
    }
    if score.index is None:
        return _("{cause}. {dimension} has too few answers for a score.").format(**facts)
    if not fired.holds:
        return _("A red flag, not what holds the score: {cause}, and {dimension} is {raw}.").format(**facts)
    if score.cap is not None and fired.cap > score.cap:
        return _("{dimension} is {raw}. It would be held at {cap} here too, because {cause}.").format(**facts)
    return _("{dimension} is {raw}, held at {cap} because {cause}.").format(**facts)


def possible_flags(reading: Reading) -> tuple[str, ...]:
    """Return a sentence for each flag that an open answer might still raise."""
    sentences: list[str] = []
    for score in reading.card.dimensions.values():
        for fired in score.flags:
            if "index" not in fired.at:
                flag = reading.flag(fired.id)
                names = choice([reading.practice(c.practice) for c in flag.conditions if _open(reading, c)])
                text = _("Possible red flag, \u201c{title}\u201d: {names} has no certain answer.")
                sentences.append(text.format(title=flag.title, names=names))
    return tuple(sentences)


def possible_flags_text(reading: Reading) -> str:
    """Return one sentence on the flags that open answers might still raise; empty where there is none."""
    found = possible_flags(reading)
    if len(found) < 2:
        return "".join(found)
    text = _("{count} red flags may stand behind answers that are not certain.")
    return text.format(count=capital(count_word(len(found))))


def _open(reading: Reading, condition: Condition) -> bool:
    score = reading.card.practices.get(condition.practice)
    return score is not None and score.applicable and score.low <= condition.at_most


def flags_not_asked(reading: Reading) -> tuple[str, ...]:
    """Return the titles of flags that cannot fire because a practice that they read is not asked."""
    asked = reading.card.practices
    return tuple(f.title for f in reading.pack.flags if any(c.practice not in asked for c in f.conditions))
