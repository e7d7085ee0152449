"""The finding in one sentence: the title of the results, and of the report's summary."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from cxaudit.domain.scorecard import DimensionScore
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.numbers import index_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import capital, count_word, inside, listing

FEW = 2
"""Up to so many dimensions are named in the title."""


def headline(reading: Reading) -> str:
    """Return the finding as one sentence without a full stop."""
    scored = [d for d in reading.ranked() if d.index is not None]
    if not scored:
        return _nothing_scored(reading)
    title = _at_target(reading) if reading.card.gap.total == 0 else _behind(reading, scored)
    missing = sum(d.index is None and d.status != "not applicable" for d in reading.card.dimensions.values())
    if missing:
        tail = ngettext("{count} dimension is not scored", "{count} dimensions are not scored", missing)
        return _("{title}; {tail}").format(title=title, tail=tail.format(count=count_word(missing)))
    return title


def _nothing_scored(reading: Reading) -> str:
    applicable = [p for p in reading.card.practices.values() if p.applicable]
    if not applicable:
        return _("Nothing to score: no question applies here")
    if any(p.point is not None for p in applicable):
        return _("Too few answers to score any dimension")
    if any(p.unknown for p in applicable):
        return _("Nothing to score yet: no answer is known")
    return _("Nothing to score yet: no question is answered")


def _at_target(reading: Reading) -> str:
    """Word a gap of 0; a flag that still holds a score comes first."""
    held = [d for d in reading.ranked() if any(f.holds for f in d.flags)]
    if held:
        return _hold_back(reading, held)
    if any(p.applicable and p.point is None for p in reading.card.practices.values()):
        return _("All that is answered is at its target")
    if any(f.shown for d in reading.ranked() for f in d.flags):
        return _("Everything is at its target, but a red flag stands")
    return _("Everything is at its target: nothing to close")


def _behind(reading: Reading, scored: Sequence[DimensionScore]) -> str:
    if len(scored) == 1:
        name, index = reading.dimension(scored[0].id), index_text(scored[0].index)
        return _("{name} stands at {index}").format(name=name, index=index)
    cut = _cut([d.index or Fraction(0) for d in scored])
    if cut == 0:
        text = _("All {count} dimensions stand at {index}")
        return text.format(count=count_word(len(scored)), index=index_text(scored[0].index))
    behind = [d for d in scored[:cut] if _has_gap(reading, d)]
    if not behind:
        worst = reading.pack.practices[reading.card.gap.largest[0]].dimension
        return _("{name} is farthest from its target").format(name=reading.dimension(worst))
    if len(behind) <= FEW:
        return _hold_back(reading, behind)
    ahead = scored[cut:]
    if len(ahead) > FEW or len(behind) < cut:
        text = _("{count} of {total} dimensions hold you back")
        return text.format(count=capital(count_word(len(behind))), total=count_word(len(scored)))
    text = ngettext(
        "{names} is ahead; the other {count} hold you back",
        "{names} are ahead; the other {count} hold you back",
        len(ahead),
    )
    return text.format(names=_names(reading, ahead), count=count_word(len(behind)))


def _cut(indices: Sequence[Fraction]) -> int:
    """Return how many of the rising indices hold back: up to the wider step after one or two, else the widest."""
    steps = {k: indices[k] - indices[k - 1] for k in range(1, len(indices))}
    # 0: there is no step, all stand the same
    near = {k: step for k, step in steps.items() if k <= FEW and step}
    pool = near or {k: step for k, step in steps.items() if step}
    return max(pool, key=lambda k: (pool[k], k), default=0)


def _has_gap(reading: Reading, score: DimensionScore) -> bool:
    gaps = reading.card.gap.practices
    return any(f.holds for f in score.flags) or any(gaps[p.id].gap for p in reading.known(score.id))


def _hold_back(reading: Reading, scores: Sequence[DimensionScore]) -> str:
    text = ngettext("{names} holds you back", "{names} hold you back", len(scores))
    return text.format(names=_names(reading, scores))


def _names(reading: Reading, scores: Sequence[DimensionScore]) -> str:
    """Return the dimensions in the pack's order: "Metric hygiene and employee link"."""
    ids = {d.id for d in scores}
    first, *rest = [d.title for d in reading.pack.dimensions if d.id in ids]
    return listing([first, *(inside(t, reading.pack.locale) for t in rest)])
