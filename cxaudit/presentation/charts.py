"""The profile: one bar a dimension, lowest first, as a display list for screen and paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.model import HI, LEVELS, LO
from cxaudit.domain.scorecard import DimensionScore
from cxaudit.i18n import _
from cxaudit.presentation.drawing import CircleOp, Drawing, LineOp, Op, RectOp, TextOp
from cxaudit.presentation.measure import lines, text_width
from cxaudit.presentation.numbers import NONE, index_text, range_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import DASH, listing


@dataclass(frozen=True, slots=True)
class Note:
    """A few words beside a figure, with their colour role."""

    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One dimension as drawn. `shown` is where the solid part ends, `raw` is set only where a flag holds the index.

    `gap` is its part of the whole gap where that is to stand between bar and target.
    """

    dimension: str
    title: str
    index: Fraction | None
    shown: Fraction | None
    raw: Fraction | None
    low: Fraction | None
    high: Fraction | None
    target: int | None
    notes: tuple[Note, ...]
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Metrics:
    """The sizes of a profile chart, in px at 100 % or points."""

    label: float
    figure: float
    note: float
    row: float
    axis: float
    track: float
    text: float
    number: float
    small: float
    ring: float


SCREEN = Metrics(label=144, figure=40, note=72, row=50, axis=28, track=18, text=14, number=18, small=12, ring=7)
PAPER = Metrics(label=104, figure=26, note=58, row=34, axis=20, track=12, text=9.5, number=12, small=8, ring=4.6)
STUB = 4.0


@dataclass(frozen=True, slots=True)
class ProfileView:
    """The profile: its bars, what the legend has to explain, and the same as a table (heads, rows)."""

    bars: tuple[Bar, ...]
    level_names: tuple[str, ...]
    title: str
    description: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """Return (mark, words) for the marks that occur; marks are shown, claimed, held, range, target."""
        bars = self.bars
        targets = {b.target for b in bars if b.target is not None}
        target = _("target {level}").format(level=min(targets)) if len(targets) == 1 else _("target")
        marks = (
            ("shown", _("shown"), any(b.index is not None for b in bars)),
            ("claimed", _("claimed, no evidence"), any(b.shown != b.index for b in bars)),
            ("held", _("held down by a flag"), any(b.raw is not None for b in bars)),
            ("range", _("range"), any(_spread(b) for b in bars)),
            ("target", target, bool(targets)),
        )
        return tuple((mark, words) for mark, words, occurs in marks if occurs)


def profile_view(reading: Reading) -> ProfileView:
    """Return the profile of an assessment, lowest index first."""
    bars = tuple(_bar(reading, d) for d in reading.ranked())
    heads = (_("Dimension"), _("Index"), _("Range"), _("Before flags"), _("Level"), _("Target"))
    return ProfileView(
        bars=bars,
        level_names=tuple(reading.level(k) for k in LEVELS),
        title=_("Profile"),
        description=described(bars, _("{dimensions}, lowest first. {facts}.")),
        heads=heads,
        rows=tuple(_row(reading, d) for d in reading.ranked()),
    )


def _row(reading: Reading, score: DimensionScore) -> tuple[str, ...]:
    level = NONE if score.level is None else reading.level(score.level)
    target = NONE if score.status == "not applicable" else str(reading.target(score.id))
    span = range_text(score.low, score.high)
    return (reading.dimension(score.id), index_text(score.index), span, index_text(score.raw), level, target)


def _bar(reading: Reading, score: DimensionScore) -> Bar:
    held = score.raw is not None and score.index is not None and score.index < score.raw
    shown = reading.shown_index(score)
    return Bar(
        dimension=score.id,
        title=reading.dimension(score.id),
        index=score.index,
        shown=shown,
        raw=score.raw if held else None,
        low=score.low,
        high=score.high,
        target=None if score.status == "not applicable" else reading.target(score.id),
        notes=tuple(_notes(score, held=held, claimed=shown != score.index)),
    )


def _notes(score: DimensionScore, *, held: bool, claimed: bool) -> Iterator[Note]:
    """Yield what stands beside the figure, the most important first."""
    if score.status == "not applicable":
        yield Note(_("does not apply"), "muted")
        return
    if score.status == "insufficient":
        yield Note(_("not scored"), "warn")
    if held:
        yield Note(_("raw {raw}").format(raw=index_text(score.raw)), "flag")
    if claimed:
        yield Note(_("claimed"), "warn")
    if score.low is not None and score.low != score.high:
        yield Note(f"{index_text(score.low)}{DASH}{index_text(score.high)}", "muted")


def _spread(bar: Bar) -> bool:
    return bar.low is not None and bar.high is not None and bar.low < bar.high


def described(bars: Sequence[Bar], text: str) -> str:
    """Return what bars show, one after the other; `text` is told their names and facts."""
    said: list[str] = []
    for bar in bars:
        facts = [index_text(bar.index)] if bar.index is not None else []
        facts += [n.text for n in bar.notes]
        if bar.target is not None:
            facts.append(_("target {level}").format(level=bar.target))
        if bar.gap:
            facts.append(_("gap {gap}").format(gap=bar.gap))
        said.append(f"{bar.title}: {', '.join(facts)}")
    return text.format(dimensions=listing([b.title for b in bars]), facts="; ".join(said))


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a level lies between the left and the right end of a track."""

    left: float
    right: float

    def x(self, level: Fraction | int) -> float:
        """Return the x of a level (1 to 5)."""
        return self.left + float(level - LO) / (HI - LO) * (self.right - self.left)


def profile_scale(width: float, metrics: Metrics = SCREEN) -> Scale:
    """Return the scale of a profile chart of a width."""
    return Scale(metrics.label + 8, width - metrics.figure - metrics.note - 12)


def profile_height(view: ProfileView, metrics: Metrics = SCREEN) -> float:
    """Return the height of a profile chart."""
    return metrics.axis + metrics.row * len(view.bars)


def profile_chart(view: ProfileView, width: float, metrics: Metrics = SCREEN, chosen: str = "") -> Drawing:
    """Return the profile as a drawing; `chosen` is the id of a dimension to bring out."""
    scale, height = profile_scale(width, metrics), profile_height(view, metrics)
    ops: list[Op] = []
    for level, name in zip(LEVELS, _axis_names(view, scale, metrics), strict=True):
        x = scale.x(level)
        ops.append(LineOp(x, metrics.axis, x, height - 6, "hairline"))
        ops.append(TextOp(x, metrics.small + 1, name, metrics.small, "muted", align="middle"))
    for i, bar in enumerate(view.bars):
        middle = metrics.axis + (i + 0.5) * metrics.row
        ops.extend(_bar_ops(bar, scale, middle, metrics))
        ops.extend(_text_ops(bar, width, middle, metrics, chosen=bar.dimension == chosen))
    return Drawing(width, height, tuple(ops), view.title, view.description)


def _axis_names(view: ProfileView, scale: Scale, metrics: Metrics) -> tuple[str, ...]:
    """Return the levels' names, or the digits alone where the names would touch."""
    step = scale.x(LO + 1) - scale.x(LO)
    if all(text_width(name, metrics.small) + 4 <= step for name in view.level_names):
        return view.level_names
    return tuple(str(level) for level in LEVELS)


def _bar_ops(bar: Bar, scale: Scale, middle: float, metrics: Metrics) -> Iterator[Op]:
    top, height, radius = middle - metrics.track / 2, metrics.track, metrics.track * 0.22
    yield RectOp(scale.left, top, scale.right - scale.left, height, "sunken", radius=radius)
    if bar.index is not None and bar.shown is not None:
        end, solid = scale.x(bar.index), scale.x(bar.shown)
        if bar.raw is not None:
            yield RectOp(
                end - 4, top + 0.75, scale.x(bar.raw) - end + 4, height - 1.5, None, "flag", 1.5, radius, dashed=True
            )
        if end > solid:
            yield RectOp(solid - 4, top, end - solid + 4, height, "accent", "accent", 1.5, radius, hatch=True)
        yield RectOp(scale.left, top, max(STUB, solid - scale.left), height, "accent", radius=radius)
        if bar.raw is not None:
            yield LineOp(end, top - 4, end, top + height + 4, "flag", 3)
    if bar.low is not None and bar.high is not None and _spread(bar):
        yield from whisker(scale.x(bar.low), scale.x(bar.high), top + height + metrics.track / 3)
    if bar.target is not None and bar.gap:
        yield from _gap_ops(bar, bar.target, scale, middle, metrics)
    if bar.target is not None:
        yield from ring(scale.x(bar.target), middle, metrics.ring)


def _gap_ops(bar: Bar, target: int, scale: Scale, middle: float, metrics: Metrics) -> Iterator[Op]:
    """Yield the way from a bar's end to its target, and the gap over it."""
    reached, end = scale.x(max(bar.raw or LO, bar.index or LO)), scale.x(target)
    if reached < end:
        yield LineOp(reached, middle, end, middle, "target", 1.25)
    text = _("gap {gap}").format(gap=bar.gap)
    yield TextOp(
        (min(reached, end) + end) / 2, middle - metrics.track / 2 - 2.5, text, 7.5, "target_text", align="middle"
    )


def _text_ops(bar: Bar, width: float, middle: float, metrics: Metrics, *, chosen: bool) -> Iterator[Op]:
    role = "accent_strong" if chosen else "ink"
    names = lines(bar.title, metrics.label, metrics.text, 2, strong=True)
    for text, y in zip(names, _baselines(len(names), middle, metrics.text), strict=True):
        yield TextOp(0, y, text, metrics.text, role, "semibold")
    at = width - metrics.note
    yield TextOp(
        at - 8, middle + metrics.number * 0.36, index_text(bar.index), metrics.number, "ink", "semibold", "right"
    )
    notes = bar.notes[:2]
    for note, y in zip(notes, _baselines(len(notes), middle, metrics.small), strict=True):
        yield TextOp(at, y, note.text, metrics.small, note.role)


def _baselines(n: int, middle: float, size: float) -> list[float]:
    """Return the baselines of n lines centred about `middle`."""
    step = size * 1.3
    return [middle + size * 0.36 + (i - (n - 1) / 2) * step for i in range(n)]


def whisker(x0: float, x1: float, y: float, role: str = "muted", cap: float = 3.5) -> Iterator[Op]:
    """Yield a range: a line with an end stroke on both sides."""
    yield LineOp(x0, y, x1, y, role, 1.75)
    for x in (x0, x1):
        yield LineOp(x, y - cap, x, y + cap, role, 1.75)


def ring(x: float, y: float, radius: float) -> Iterator[Op]:
    """Yield a target: a ring on a halo, so that it reads on bar and track alike."""
    yield CircleOp(x, y, radius + 3, "surface")
    yield CircleOp(x, y, radius, "surface", "target", 2.5)
