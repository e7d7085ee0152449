"""Text: the one label. Plain text only, never markup; nothing else may build a QLabel."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from cxaudit.ui.theme import color, font, line_height, px, width_of
from cxaudit.ui.widgets.paint import painter
from cxaudit.ui.widgets.wrapped import wrapped


class Text(QLabel):
    """A label with a text style and a colour role of the tokens, and a real line height.

    `wrap` False keeps one line and its full width; `lines` above 0 elides after so many. Display and title texts
    are balanced, so that no word is left alone. `render_text` changes the text, `recolour` the role.
    """

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        role: str = "ink",
        *,
        lines: int = 0,
        wrap: bool = True,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(text)
        self._style, self._role, self._lines, self._wrap, self._align = style, role, lines, wrap, align
        self._laid: dict[int, list[str]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(text)
        kind = QSizePolicy.Policy
        policy = QSizePolicy(kind.Preferred if wrap else kind.Fixed, kind.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def render_text(self, text: str) -> None:
        """Show another text."""
        if text == self.text():
            return
        self._laid.clear()
        self.setText(text)
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def recolour(self, role: str) -> None:
        """Show the text in another role."""
        self._role = role
        self.update()

    @property
    def style_name(self) -> str:
        """Return the text style."""
        return self._style

    @property
    def shown_lines(self) -> list[str]:
        """Return the lines as they are painted."""
        return self._lay(self.width())

    @property
    def elided(self) -> bool:
        """Return whether part of the text is not shown."""
        return "".join("".join(self.shown_lines).split()) != "".join(self.text().split())

    def _lay(self, width: int) -> list[str]:
        if width not in self._laid:
            out = self._break_at(width)
            if self._style in {"display", "title"} and len(out) > 1 and not self._lines:
                out = self._break_at(self._narrowest(width, len(out)))
            self._laid[width] = out
        return self._laid[width]

    def _narrowest(self, width: int, lines: int) -> int:
        """Return the smallest width, to 16 px, that needs no more lines."""
        low, high = width // 32, width // 16
        while low < high:
            middle = (low + high) // 2
            if len(self._break_at(middle * 16)) > lines:
                low = middle + 1
            else:
                high = middle
        return min(width, high * 16)

    def _break_at(self, width: float) -> list[str]:
        if not self._wrap and not self._lines:
            return [self.text()]
        out: list[str] = []
        for paragraph in self.text().split("\n"):
            out += wrapped(paragraph, self._style, width) or ("",)
        if self._lines and len(out) > self._lines:
            rest = " ".join(out[self._lines - 1 :])
            metrics = QFontMetricsF(font(self._style))
            out = [*out[: self._lines - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
        return out

    def _fit(self) -> None:
        if self._wrap:
            self.setMinimumHeight(self.heightForWidth(self.width()))

    @override
    def heightForWidth(self, width: int, /) -> int:
        return max(1, len(self._lay(width))) * line_height(self._style)

    @override
    def hasHeightForWidth(self) -> bool:
        return self._wrap

    @override
    def sizeHint(self) -> QSize:
        width = max(int(width_of(part, self._style)) + 3 for part in self.text().split("\n"))
        if not self._wrap:
            return QSize(width, line_height(self._style))
        width = min(width, px(720))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        if self._wrap or self._lines:
            return QSize(px(40), line_height(self._style))
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        height = line_height(self._style)
        align = self._align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        with painter(self) as p:
            p.setFont(font(self._style))
            p.setPen(color(self._role))
            for k, line in enumerate(self._lay(self.width())):
                p.drawText(QRectF(0, k * height, self.width(), height), align, line)
