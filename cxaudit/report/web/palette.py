"""The page's colours by role, on a light ground and on a dark one, as variables of its style sheet."""

from __future__ import annotations

from cxaudit.app.brand import Brand
from cxaudit.report.brand.colors import contrast
from cxaudit.report.brand.steps import step_colors
from cxaudit.report.palette import PALETTE

DARK: dict[str, str] = {
    "ink": "#E8EDF2",
    "muted": "#A5B2BF",
    "rule": "#3A4856",
    "hairline": "#2A3642",
    "surface": "#161E26",
    "sunken": "#1D2731",
    "accent": "#62B5E8",
    "accent_strong": "#8FCBF0",
    "on_accent": "#0B141B",
    "flag": "#FF9A8B",
    "flag_tint": "#3A1F1E",
    "warn": "#FFB077",
    "target": "#F08A3C",
    "target_text": "#FFB077",
    "good": "#5CC9A7",
    "level1": "#24323F",
    "level2": "#2B4A64",
    "level3": "#3A77A3",
    "level4": "#7FBDE4",
    "level5": "#D6ECFA",
    "level1_text": "#E8EDF2",
    "level2_text": "#E8EDF2",
    "level3_text": "#FFFFFF",
    "level4_text": "#0B141B",
    "level5_text": "#0B141B",
    "level_edge": "#7C96AC",
}
"""Those roles that are another colour on a dark ground; the same as on the screen."""

BRIGHT = 7.0
"""The contrast of titles on a dark ground."""


def light(brand: Brand) -> dict[str, str]:
    """Return every role on a light ground."""
    steps = {f"step{level}": color for level, color in enumerate(step_colors(brand), 1)}
    return {**PALETTE, **steps, "brand": brand.primary, "band": brand.primary}


def dark(brand: Brand) -> dict[str, str]:
    """Return the roles that are another on a dark ground; the brand's colour is lightened until it can be read."""
    return {**DARK, "brand": lightened(brand.primary, DARK["surface"])}


def lightened(color: str, ground: str) -> str:
    """Return the colour, or the nearest mix with white that is bright enough for titles on a dark ground."""
    parts, share = bytes.fromhex(color[1:]), 0
    shade = color
    while contrast(shade, ground) < BRIGHT:
        share += 1
        shade = "#" + "".join(f"{round(part + (255 - part) * share / 100):02X}" for part in parts)
    return shade


def variables(colors: dict[str, str]) -> str:
    """Return colours as declarations of variables."""
    return "".join(f"--{variable(role)}:{color};" for role, color in sorted(colors.items()))


def variable(role: str) -> str:
    """Return the name of a role in the style sheet."""
    return role.replace("_", "-")


def paints(roles: dict[str, str]) -> str:
    """Return the rules that paint text, shapes and grounds by role."""
    return "".join(
        f".c-{name}{{color:var(--{name})}}.f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}"
        f".g-{name}{{background:var(--{name})}}"
        for name in sorted(variable(role) for role in roles)
    )
