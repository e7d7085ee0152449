"""Shapes that a report has by the thousand, written without going through the library's path objects."""
# reportlab has no complete types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportUntypedBaseClass=false

from __future__ import annotations

from functools import lru_cache

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas

ROUND = 0.4472
"""Where the control points of a rounded corner lie, as a share of its radius: the library's own."""


class ShapeCanvas(Canvas):
    """A canvas that draws rounded rectangles and sets colours."""

    def draw_rounded(
        self, x: float, y: float, width: float, height: float, radius: float, *, stroke: bool, fill: bool
    ) -> None:
        """Draw a rectangle with rounded corners by its lower left corner."""
        left, near_left, in_left = _around(x, radius)
        right, near_right, in_right = _around(x + width, -radius)
        low, near_low, in_low = _around(y, radius)
        high, near_high, in_high = _around(y + height, -radius)
        self._code.append(
            f"n\n{in_left} {low} m\n{in_right} {low} l\n"
            f"{near_right} {low} {right} {near_low} {right} {in_low} c\n{right} {in_high} l\n"
            f"{right} {near_high} {near_right} {high} {in_right} {high} c\n{in_left} {high} l\n"
            f"{near_left} {high} {left} {near_high} {left} {in_high} c\n{left} {in_low} l\n"
            f"{left} {near_low} {near_left} {low} {in_left} {low} c\nh"
        )
        self._strokeAndFill(int(stroke), int(fill))

    def fill_with(self, color: tuple[float, float, float]) -> None:
        """Fill what follows with a colour, given by its parts from 0 to 1."""
        self._fillColorObj = color
        self._code.append(f"{_color(color)} rg")

    def stroke_with(self, color: tuple[float, float, float]) -> None:
        """Draw lines that follow in a colour."""
        self._strokeColorObj = color
        self._code.append(f"{_color(color)} RG")


@lru_cache(maxsize=4096)
def _around(edge: float, radius: float) -> tuple[str, str, str]:
    """Return an edge, its corners' control points and their ends, as written; shapes beside each other share edges."""
    return fp_str(edge), fp_str(edge + ROUND * radius), fp_str(edge + radius)


@lru_cache(maxsize=1024)
def _color(color: tuple[float, float, float]) -> str:
    return fp_str(*color)
