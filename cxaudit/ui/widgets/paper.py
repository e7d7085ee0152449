"""The summary page of the report as a sheet of paper: painted from the report's own view, white in every theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.report_screen import ReportScreenView
from cxaudit.presentation.report_summary import PointView, SummaryView
from cxaudit.ui import fonts
from cxaudit.ui.theme import color, paper, px
from cxaudit.ui.widgets.drawing_view import paint_op
from cxaudit.ui.widgets.paint import box, painter, shadow

WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 57.0
_BODY = WIDTH - 2 * MARGIN
_ROOM = 14
"""px at 100 % around the sheet, for its shadow."""


class _Pen:
    """Writes lines down a page, in points."""

    def __init__(self, p: QPainter) -> None:
        self.p, self.y = p, MARGIN

    def write(self, text: str, size: float, role: str = "ink", *, strong: bool = False, most: int = 3) -> None:
        """Write a text in at most so many lines over the whole width, and go below it."""
        self.y = self.write_at(MARGIN, self.y, _BODY, text, size, role, strong=strong, most=most)

    def write_at(
        self, x: float, y: float, width: float, text: str, size: float, role: str, *, strong: bool, most: int
    ) -> float:
        """Write a text in a column and return where the next line would start."""
        face = QFont(fonts.FAMILY)
        face.setPointSizeF(size)
        face.setPixelSize(round(size))
        face.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        metrics = QFontMetricsF(face)
        self.p.setFont(face)
        self.p.setPen(color(role))
        rest = text.split()
        for at in range(most):
            line = rest
            while at < most - 1 and len(line) > 1 and metrics.horizontalAdvance(" ".join(line)) > width:
                line = line[:-1]
            words = metrics.elidedText(" ".join(line), Qt.TextElideMode.ElideRight, width)
            self.p.drawText(QRectF(x, y, width + 2, size * 1.4), Qt.AlignmentFlag.AlignVCenter, words)
            y += size * 1.35
            rest = rest[len(line) :]
            if not rest:
                break
        return y

    def rule(self) -> None:
        """Draw a hairline over the whole width."""
        self.p.fillRect(QRectF(MARGIN, self.y, _BODY, 0.75), color("rule"))

    def draw(self, drawing: Drawing, x: float, y: float) -> None:
        """Paint a chart at a place."""
        self.p.save()
        self.p.translate(x, y)
        for op in drawing.ops:
            paint_op(self.p, op)
        self.p.restore()


def _paint_summary(pen: _Pen, view: ReportScreenView) -> None:
    summary = view.summary
    pen.p.fillRect(QRectF(MARGIN, 44, _BODY, 3), color("accent"))
    pen.write(view.header, 8, "muted", most=1)
    pen.y += 10
    pen.write(summary.title, 20, strong=True, most=2)
    pen.y += 2
    pen.write(summary.lead, 11, "muted", most=3)
    pen.y += 10
    _paint_numbers(pen, summary)
    for flag in summary.flags:
        box(pen.p, QRectF(MARGIN, pen.y, _BODY, 40), "flag_tint", None, 3)
        pen.p.fillRect(QRectF(MARGIN, pen.y, 3, 40), color("flag"))
        top = pen.write_at(MARGIN + 12, pen.y + 6, _BODY - 20, flag.title, 10, "ink", strong=True, most=1)
        pen.write_at(MARGIN + 12, top, _BODY - 20, flag.sentence, 9, "ink", strong=False, most=1)
        pen.y += 48
    top = pen.y
    half = _BODY * 0.54
    y = _paint_points(pen, top, half, _("Strengths"), summary.strengths, summary.no_strengths)
    y = _paint_points(pen, y + 8, half, _("Gaps"), summary.gaps, summary.no_gaps)
    pen.draw(summary.radar(_BODY - half - 12, 176), MARGIN + half + 12, top)
    pen.y = max(y, top + 182) + 8
    _paint_moves(pen, summary)


def _paint_numbers(pen: _Pen, summary: SummaryView) -> None:
    width = _BODY / len(summary.numbers)
    bottom = pen.y
    for at, number in enumerate(summary.numbers):
        x = MARGIN + at * width
        pen.p.fillRect(QRectF(x, pen.y, width - 12, 0.75), color("rule"))
        y = pen.write_at(x, pen.y + 6, width - 12, number.value, 18, "ink", strong=True, most=1)
        y = pen.write_at(x, y, width - 12, number.label, 8, "muted", strong=False, most=1)
        bottom = max(bottom, pen.write_at(x, y, width - 12, number.detail, 8, "muted", strong=False, most=2))
    pen.y = bottom + 10


def _paint_points(pen: _Pen, y: float, width: float, title: str, points: tuple[PointView, ...], none: str) -> float:
    y = pen.write_at(MARGIN, y, width, title, 12, "ink", strong=True, most=1) + 2
    if not points:
        return pen.write_at(MARGIN, y, width, none, 9, "muted", strong=False, most=2)
    for point in points:
        box(pen.p, QRectF(MARGIN, y + 5, 4, 4), "accent", None, 2)
        y = pen.write_at(MARGIN + 12, y, width - 12, f"{point.title}, {point.level}", 9.5, "ink", strong=True, most=1)
        y = pen.write_at(MARGIN + 12, y, width - 12, point.answer, 9, "muted", strong=False, most=1)
    return y


def _paint_moves(pen: _Pen, summary: SummaryView) -> None:
    pen.write(_("First moves"), 12, strong=True, most=1)
    pen.y += 2
    if not summary.moves:
        pen.write(summary.no_moves, 9, "muted")
        pen.y += 4
    for move in summary.moves:
        pen.rule()
        pen.y += 4
        pen.write_at(MARGIN, pen.y, 18, move.rank, 10, "accent", strong=True, most=1)
        pen.write_at(MARGIN + _BODY - 86, pen.y, 86, move.owner, 9, "muted", strong=False, most=1)
        y = pen.write_at(MARGIN + 20, pen.y, _BODY - 116, move.title, 10, "ink", strong=True, most=1)
        pen.y = pen.write_at(MARGIN + 20, y, _BODY - 116, move.first_step, 9, "muted", strong=False, most=1) + 4
    pen.rule()
    if summary.settle:
        pen.y += 8
        pen.write(_("Settle this first"), 12, strong=True, most=1)
        pen.write(summary.settle, 9.5, most=2)


class Paper(QWidget):
    """One page, as large as its room allows."""

    def __init__(self) -> None:
        super().__init__()
        self._view: ReportScreenView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def render_view(self, view: ReportScreenView) -> None:
        """Show a report's summary page."""
        self._view = view
        self.setAccessibleName(_("The summary page: {title}").format(title=view.summary.title))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(440), px(600))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(400))

    def _sheet(self) -> QRectF:
        room = px(_ROOM)
        width, height = self.width() - 2 * room, self.height() - 2 * room
        scale = min(width / WIDTH, height / HEIGHT)
        return QRectF((self.width() - WIDTH * scale) / 2, room, WIDTH * scale, HEIGHT * scale)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._view is None:
            return
        sheet = self._sheet()
        with painter(self) as p, paper():
            shadow(p, sheet, 2)
            p.fillRect(sheet, color("surface"))
            p.translate(sheet.topLeft())
            p.scale(sheet.width() / WIDTH, sheet.width() / WIDTH)
            p.setClipRect(QRectF(0, 0, WIDTH, HEIGHT))
            pen = _Pen(p)
            _paint_summary(pen, self._view)
            pen.write_at(MARGIN, HEIGHT - 48, _BODY, self._view.footer, 8, "muted", strong=False, most=1)
            if self._view.watermark:
                self._paint_watermark(p, self._view.watermark)

    def _paint_watermark(self, p: QPainter, text: str) -> None:
        face = QFont(fonts.FAMILY)
        face.setPixelSize(110)
        face.setWeight(QFont.Weight.DemiBold)
        p.setFont(face)
        shade = color("rule")
        shade.setAlphaF(0.45)
        p.setPen(shade)
        p.translate(WIDTH / 2, HEIGHT / 2)
        p.rotate(-45)
        p.drawText(QRectF(-300, -80, 600, 160), Qt.AlignmentFlag.AlignCenter, text)
