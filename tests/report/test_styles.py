"""The palette can be read, and nothing is set too small."""

from __future__ import annotations

import pytest

from cxaudit.report.palette import PALETTE
from cxaudit.report.pdf import styles
from cxaudit.report.pdf.canvas import mixed, rgb
from cxaudit.report.pdf.styles import Style

PAIRS = [
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink", "flag_tint"),
    ("ink", "watermark"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("brand", "surface"),
    ("accent", "surface"),
    ("accent_strong", "surface"),
    ("good", "surface"),
    ("flag", "surface"),
    ("flag", "flag_tint"),
    ("flag", "sunken"),
    ("warn", "surface"),
    ("target_text", "surface"),
    ("on_accent", "accent"),
    ("on_accent", "good"),
    ("on_accent", "muted"),
    ("on_brand", "brand"),
    ("brand_soft", "brand"),
    *((f"level{n}_text", f"level{n}") for n in range(1, 6)),
]


def _luminance(role: str) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb(role)]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(text: str, ground: str) -> float:
    light, dark = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("mark", ["target", "accent", "level_edge", "flag"])
def test_marks_can_be_seen(mark: str) -> None:
    assert contrast(mark, "surface") >= 3.0


def test_nothing_is_smaller_than_seven_and_a_half() -> None:
    sizes = [value.size for value in vars(styles).values() if isinstance(value, Style)]
    assert len(sizes) > 10
    assert min(sizes) >= 7.5


def test_columns_fill_the_page() -> None:
    assert styles.columns(12) == pytest.approx(styles.FULL)
    assert pytest.approx(styles.FULL) == styles.BODY_WIDTH + styles.GUTTER + styles.NOTE_WIDTH


def test_roles_of_charts_are_known() -> None:
    assert set(PALETTE) >= {"rule", "hairline", "sunken", "target"}


def test_opacity_becomes_a_plain_colour() -> None:
    assert mixed("#000000", 0.2) == "#CCCCCC"
    assert mixed("accent", 1) == PALETTE["accent"]
