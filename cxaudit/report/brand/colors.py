"""Brand colours: read, and darkened until they can be read on white."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls

LEAST = 4.5
"""The contrast that text needs against what it stands on (WCAG 2.2, 1.4.3)."""
STEP = 1 / 256


def parsed(text: str) -> str | None:
    """Return a colour as "#RRGGBB" in capitals; None where it is none. "#abc" is short for "#AABBCC"."""
    found = re.fullmatch(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", text.strip())
    if found is None:
        return None
    digits = found[1].upper()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def legible(color: str, ground: str = "#FFFFFF") -> str:
    """Return the colour, or the nearest darker shade of the same hue that has 4.5:1 on the ground."""
    hue, lightness, saturation = rgb_to_hls(*_parts(color))
    while contrast(color, ground) < LEAST and lightness > 0:
        lightness = max(0.0, lightness - STEP)
        color = "#" + "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, lightness, saturation))
    return color


def text_on(color: str) -> str:
    """Return what text stands on a colour in: white or ink, and black where a middle tone leaves neither legible."""
    return next(text for text in ("#FFFFFF", "#1B2733", "#000000") if contrast(text, color) >= LEAST)


def _parts(color: str) -> tuple[float, float, float]:
    return int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255


def _luminance(color: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
