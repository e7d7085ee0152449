"""The two small charts of the arithmetic: a value held down by a cap, and the shares of the gate."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.domain.model import LEVELS
from cxaudit.i18n import _
from cxaudit.presentation.charts import Scale
from cxaudit.presentation.drawing import CircleOp, Drawing, LineOp, Op, RectOp, TextOp
from cxaudit.presentation.measure import text_width
from cxaudit.presentation.numbers import gap_text, percent_text
from cxaudit.presentation.steps import Gate, Held

HELD_HEIGHT = 76.0
SMALL, LABEL = 12.0, 13.0
GATE_HEAD, GATE_ROW = 18.0, 26.0


def held_chart(block: Held, width: float) -> Drawing:
    """Return one scale with the raw value, the arrow down to the cap, and the stop line."""
    scale = Scale(12, width - 12)
    raw, held = scale.x(block.raw), scale.x(block.held)
    words = {"raw": gap_text(block.raw), "held": gap_text(block.held)}
    return Drawing(
        width,
        HELD_HEIGHT,
        (*_track(scale, held), *_arrow(raw, held), *_names(raw, held, width, words)),
        _("Held down by a red flag"),
        _("The weighted mean is {raw}; the red flag holds it at {held}.").format(**words),
    )


def _track(scale: Scale, held: float) -> Iterator[Op]:
    y = 40.0
    yield RectOp(scale.left, y - 5, scale.right - scale.left, 10, "sunken", radius=5)
    for level in LEVELS:
        x = scale.x(level)
        yield LineOp(x, y + 8, x, y + 12, "control")
        yield TextOp(x, y + 26, str(level), SMALL, "muted", align="middle")
    yield RectOp(scale.left, y - 5, max(4.0, held - scale.left), 10, "accent", radius=5)


def _arrow(raw: float, held: float) -> Iterator[Op]:
    y = 40.0
    yield LineOp(held, y - 12, held, y + 12, "flag", 3)
    if raw - held > 24:
        yield LineOp(held + 8, y, raw - 6, y, "flag", 1.75, dashed=True)
        yield LineOp(held + 7, y, held + 13, y - 5, "flag", 2)
        yield LineOp(held + 7, y, held + 13, y + 5, "flag", 2)
    yield CircleOp(raw, y, 6, "surface", "flag", 2)


def _names(raw: float, held: float, width: float, words: dict[str, str]) -> Iterator[Op]:
    left = _("held {held}").format(**words)
    room = text_width(left, LABEL, strong=True)
    at = max(room, held - 6)
    yield TextOp(at, 18, left, LABEL, "flag", "semibold", "right")
    right = _("raw {raw}").format(**words)
    start = max(raw, at + 12)
    fits = start + text_width(right, LABEL) < width
    yield TextOp(start if fits else width, 18, right, LABEL, "ink", align="left" if fits else "right")


def gate_chart(block: Gate, width: float) -> Drawing:
    """Return a bar for each share s(k), with the two cuts as dashed lines."""
    scale_left, scale_right = 76.0, width - 56
    height = GATE_HEAD + GATE_ROW * len(block.shares)
    span = scale_right - scale_left
    ops: list[Op] = []
    for i, level in enumerate(sorted(block.shares, reverse=True)):
        share, y = block.shares[level], GATE_HEAD + (i + 0.5) * GATE_ROW
        ops.append(TextOp(0, y + 4, _("level \u2265 {level}").format(level=level), SMALL, "muted"))
        ops.append(RectOp(scale_left, y - 6, span, 12, "sunken", radius=3))
        if share:
            ops.append(RectOp(scale_left, y - 6, span * float(share), 12, "accent", radius=3))
        ops.append(TextOp(width, y + 5, percent_text(share), LABEL, "ink", "semibold", "right"))
    for cut in block.cuts:
        x = scale_left + span * float(cut)
        ops.append(LineOp(x, GATE_HEAD, x, height, "target", 1.5, dashed=True))
        ops.append(TextOp(x, 12, percent_text(cut), SMALL, "target_text", align="middle"))
    said = "; ".join(f"{k}: {percent_text(s)}" for k, s in sorted(block.shares.items()))
    title = _("Share at or above each level")
    return Drawing(width, height, tuple(ops), title, f"{title}: {said}.")
