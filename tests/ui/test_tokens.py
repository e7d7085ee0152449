"""Every pair of colours that the screens use is told apart by those who see little (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cxaudit.ui.tokens import CONTRAST, DARK, LIGHT, TYPE, WALL_DARK, WALL_LIGHT, WALL_TYPE, Look, WallLook

TEXT, MARK = 4.5, 3.0
WALL_TEXT = 7.0
"""Stray light in a lit room takes a part of it."""


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pairs(t: Look) -> Iterator[tuple[str, str, tuple[str, ...], float]]:
    """What, foreground, the backgrounds it stands on, the ratio it needs."""
    grounds = (t.canvas, t.surface, t.sunken, t.hover, t.tint)
    yield "ink", t.ink, (*grounds, t.flag_tint, t.warn_tint, t.good_tint), TEXT
    yield "muted", t.muted, grounds, TEXT
    yield "accent as text", t.accent, (t.canvas, t.surface, t.hover), TEXT
    yield "accent_strong", t.accent_strong, (t.tint, t.surface, t.sunken), TEXT
    yield "on_accent", t.on_accent, (t.accent, t.accent_strong), TEXT
    yield "flag", t.flag, (t.flag_tint, t.surface, t.canvas), TEXT
    yield "warn", t.warn, (t.warn_tint, t.tint, t.surface, t.canvas), TEXT
    yield "target_text", t.target_text, (t.surface, t.canvas), TEXT
    yield "good", t.good, (t.good_tint, t.surface, t.canvas), TEXT
    for lane in (t.now, t.next, t.later):
        yield "lane", lane, (t.canvas, t.surface), TEXT
    for level in range(1, 6):
        yield f"level {level}", getattr(t, f"level{level}_text"), (getattr(t, f"level{level}"),), TEXT
    yield "control edge", t.control, (t.canvas, t.surface, t.hover, t.sunken), MARK
    yield "focus ring", t.accent, grounds, MARK
    yield "bar on its track", t.accent, (t.sunken, t.surface), MARK
    yield "target ring", t.target, (t.surface, t.sunken, t.canvas), MARK
    yield "level edge", t.level_edge, (t.surface, t.canvas, t.sunken), MARK


@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST], ids=lambda look: look.name)
def test_every_pair_has_the_contrast_that_it_needs(look: Look) -> None:
    poor = [
        (what, round(ratio(colour, ground), 2), needed)
        for what, colour, grounds, needed in pairs(look)
        for ground in grounds
        if ratio(colour, ground) < needed
    ]
    assert poor == []


@pytest.mark.parametrize("look", [WALL_LIGHT, WALL_DARK], ids=lambda look: look.name)
def test_the_wall_has_the_contrast_that_a_lit_room_needs(look: WallLook) -> None:
    texts = [(text, ground) for text in (look.ink, look.muted, look.accent) for ground in (look.back, look.row)]
    assert min(ratio(text, ground) for text, ground in [*texts, (look.on_band, look.band)]) >= WALL_TEXT
    marks = [(mark, ground) for mark in (look.accent, look.empty) for ground in (look.back, look.row)]
    assert min(ratio(mark, ground) for mark, ground in marks) >= MARK


def test_nothing_on_the_wall_is_smaller_than_an_anchor() -> None:
    assert min(WALL_TYPE.values()) == WALL_TYPE["anchor"] == 0.045


def test_no_text_is_below_12_px() -> None:
    assert min(style.size for style in TYPE.values()) >= 12


def test_a_poor_pair_would_be_found() -> None:
    assert ratio("#FFFFFF", "#C9D1D9") < MARK
