"""Design tokens: the only place where a colour, a size or a duration is written down.

A look is a frozen table of colour roles. Widgets ask for a role (`theme.color("accent")`), never for a colour.
All sizes are px at 100 % zoom, on a grid of 4; `theme.px` scales them.
"""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """One theme. Roles in the order of use; `control` edges what can be operated, `hairline` and `rule` only decorate.

    `outlined` looks (high contrast) add an edge to badges, tags and tracks, because their fills carry no meaning.
    """

    name: str
    canvas: str
    surface: str
    sunken: str
    hairline: str
    rule: str
    control: str
    ink: str
    muted: str
    accent: str
    accent_strong: str
    on_accent: str
    tint: str
    hover: str
    flag: str
    flag_tint: str
    warn: str
    warn_tint: str
    target: str
    target_text: str
    good: str
    good_tint: str
    level1: str
    level2: str
    level3: str
    level4: str
    level5: str
    level1_text: str
    level2_text: str
    level3_text: str
    level4_text: str
    level5_text: str
    level_edge: str
    now: str
    next: str
    later: str
    scrim: str
    shadow: int
    outlined: bool = False


LIGHT = Look(
    name="light",
    canvas="#F6F8FA",
    surface="#FFFFFF",
    sunken="#EEF2F6",
    hairline="#E2E7EC",
    rule="#C9D1D9",
    control="#7F8D9A",
    ink="#1B2733",
    muted="#566270",
    accent="#0072B2",
    accent_strong="#005A8C",
    on_accent="#FFFFFF",
    tint="#E8F2F9",
    hover="#F1F5F8",
    flag="#B42318",
    flag_tint="#FDF1EF",
    warn="#A84A00",
    warn_tint="#FFF6EC",
    target="#D55E00",
    target_text="#A84A00",
    good="#00785A",
    good_tint="#E9F5F1",
    level1="#E6EEF5",
    level2="#B9D3E8",
    level3="#83B3DA",
    level4="#2A6A9E",
    level5="#12395C",
    level1_text="#1B2733",
    level2_text="#1B2733",
    level3_text="#1B2733",
    level4_text="#FFFFFF",
    level5_text="#FFFFFF",
    level_edge="#5E7F9C",
    now="#0072B2",
    next="#00785A",
    later="#566270",
    scrim="#521B2733",
    shadow=30,
)

DARK = Look(
    name="dark",
    canvas="#0F151B",
    surface="#161E26",
    sunken="#1D2731",
    hairline="#2A3642",
    rule="#3A4856",
    control="#748493",
    ink="#E8EDF2",
    muted="#A5B2BF",
    accent="#62B5E8",
    accent_strong="#8FCBF0",
    on_accent="#0B141B",
    tint="#17303F",
    hover="#1B252E",
    flag="#FF9A8B",
    flag_tint="#3A1F1E",
    warn="#FFB077",
    warn_tint="#33261A",
    target="#F08A3C",
    target_text="#FFB077",
    good="#5CC9A7",
    good_tint="#17302A",
    level1="#24323F",
    level2="#2B4A64",
    level3="#3A77A3",
    level4="#7FBDE4",
    level5="#D6ECFA",
    level1_text="#E8EDF2",
    level2_text="#E8EDF2",
    level3_text="#FFFFFF",
    level4_text="#0B141B",
    level5_text="#0B141B",
    level_edge="#7C96AC",
    now="#62B5E8",
    next="#5CC9A7",
    later="#A5B2BF",
    scrim="#99000000",
    shadow=110,
)

CONTRAST = Look(
    name="high contrast",
    canvas="#000000",
    surface="#000000",
    sunken="#000000",
    hairline="#FFFFFF",
    rule="#FFFFFF",
    control="#FFFFFF",
    ink="#FFFFFF",
    muted="#FFFFFF",
    accent="#FFD60A",
    accent_strong="#FFE566",
    on_accent="#000000",
    tint="#1F1A00",
    hover="#1A1A1A",
    flag="#FF9A8B",
    flag_tint="#000000",
    warn="#FFC48A",
    warn_tint="#000000",
    target="#FF8A3D",
    target_text="#FFC48A",
    good="#6FE8BF",
    good_tint="#000000",
    level1="#000000",
    level2="#000000",
    level3="#000000",
    level4="#FFFFFF",
    level5="#FFFFFF",
    level1_text="#FFFFFF",
    level2_text="#FFFFFF",
    level3_text="#FFFFFF",
    level4_text="#000000",
    level5_text="#000000",
    level_edge="#FFFFFF",
    now="#FFD60A",
    next="#6FE8BF",
    later="#FFFFFF",
    scrim="#CC000000",
    shadow=0,
    outlined=True,
)


class WallLook(NamedTuple):
    """A look of the wall, which has two of its own: text stands out at least 7 to 1, as a lit room takes a part of it.

    `empty` draws seats without a vote and the dots of earlier rounds; `dark` is the wall when it is blank.
    """

    name: str
    back: str
    row: str
    ink: str
    muted: str
    accent: str
    band: str
    on_band: str
    empty: str
    dark: str = "#0B1117"


WALL_LIGHT = WallLook(
    name="light",
    back="#FFFFFF",
    row="#F3F6F9",
    ink="#0F1A24",
    muted="#3A4652",
    accent="#00568A",
    band="#0F1A24",
    on_band="#FFFFFF",
    empty="#6A7783",
)

WALL_DARK = WallLook(
    name="dark",
    back="#0B1117",
    row="#16202A",
    ink="#F4F7FA",
    muted="#C3CED9",
    accent="#8CCBF2",
    band="#F4F7FA",
    on_band="#0B1117",
    empty="#8A98A6",
)

WALL_TYPE = {"anchor": 0.045, "message": 0.052, "question": 0.06, "clock": 0.065, "digit": 0.085, "number": 0.22}
"""Text sizes on the wall as shares of its height; nothing is smaller than an anchor."""


class TypeStyle(NamedTuple):
    """A text style: size and line height in px, font weight, letter spacing in per cent."""

    size: int
    line: int
    weight: int
    tracking: float


TYPE = {
    "display": TypeStyle(34, 42, 600, 98),
    "title": TypeStyle(24, 32, 600, 98.5),
    "heading": TypeStyle(18, 26, 600, 99),
    "anchor": TypeStyle(16, 24, 400, 100),
    "strong": TypeStyle(15, 22, 600, 100),
    "body": TypeStyle(14, 20, 400, 100),
    "label": TypeStyle(14, 20, 600, 100),
    "small": TypeStyle(13, 18, 400, 100),
    "smallstrong": TypeStyle(13, 18, 600, 100),
    "caption": TypeStyle(12, 16, 400, 100),
    "captionstrong": TypeStyle(12, 16, 600, 101),
    "number": TypeStyle(28, 32, 600, 98),
    "timer": TypeStyle(64, 68, 600, 98),
}

RADIUS_CHIP = 6
RADIUS_CONTROL = 8
RADIUS_ROW = 10
RADIUS_CARD = 12
RADIUS_SHEET = 16
RING = 2
RING_GAP = 2
BUTTON = 40
BUTTON_LARGE = 48
BUTTON_SMALL = 32
FIELD = 40
ROW = 56
ROW_SLIM = 44
BADGE = 32
CHIP = 24
RAIL = 88
STATUS = 36
DRAWER = 404
LIST = 280
COLUMN = 760
HOME_COLUMN = 1056
LOW_WINDOW = 720
"""Below this height the spacing is compact."""

ADVANCE_GUARD_MS = 350
"""Answers are ignored this long after an advance."""
