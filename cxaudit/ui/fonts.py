"""Inter, loaded from the resources folder, and the text styles as Qt fonts.

Only the two weights that the window uses are loaded.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from cxaudit import assets
from cxaudit.ui.tokens import TYPE

FAMILY = "Inter"
_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")


def load() -> None:
    """Make Inter known to Qt. A file that cannot be loaded raises FileNotFoundError."""
    for name in _FILES:
        path = assets.resources() / "fonts" / name
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


@lru_cache(maxsize=128)
def font(style: str, percent: int = 100) -> QFont:
    """Return the font of a text style (see `tokens.TYPE`) at a zoom in per cent."""
    size, _line, weight, tracking = TYPE[style]
    made = QFont(FAMILY)
    made.setPixelSize(round(size * percent / 100))
    made.setWeight(QFont.Weight(weight))
    made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, tracking)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
