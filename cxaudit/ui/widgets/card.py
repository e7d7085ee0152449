"""Cards and what stands in them: card, banner, hairline, empty state."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.ui.theme import color, px
from cxaudit.ui.tokens import RADIUS_CARD, RADIUS_CONTROL
from cxaudit.ui.widgets.layout import Item, Margins, column, fill
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.paint import box, outline, painter
from cxaudit.ui.widgets.text import Text

BannerKind = Literal["flag", "warn", "info", "good"]


class Card(QFrame):
    """A box of items (see `layout`) on the surface. `col` is its layout, vertical unless `horizontal`."""

    def __init__(
        self,
        *items: Item,
        margins: Margins = (20, 16, 20, 16),
        spacing: int = 8,
        fill_role: str = "surface",
        edge: str | None = "hairline",
        radius: int = RADIUS_CARD,
        stripe: str = "",
        horizontal: bool = False,
    ) -> None:
        super().__init__()
        self._fill, self._edge, self._radius, self._stripe = fill_role, edge, radius, stripe
        ways = QBoxLayout.Direction
        self.col = QBoxLayout(ways.LeftToRight if horizontal else ways.TopToBottom, self)
        fill(self.col, *items, spacing=spacing, margins=margins)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            box(p, QRectF(self.rect()), self._fill, self._edge, self._radius)
            if self._stripe:
                clip = QPainterPath()
                clip.addRoundedRect(QRectF(self.rect()), px(self._radius), px(self._radius))
                p.setClipPath(clip)
                p.fillRect(QRectF(0, 0, px(4), self.height()), color(self._stripe))


class Banner(Card):
    """A message that stays until its cause is gone: stripe, icon, title, one sentence, at most one button.

    flag: a red flag fired, or an error (octagon); warn: claimed, provisional; info: neutral; good: saved.
    """

    def __init__(self, kind: BannerKind, title: str, body: str = "", button: QWidget | None = None) -> None:
        role, ground, icon_name = {
            "flag": ("flag", "flag_tint", "octagon-alert"),
            "warn": ("warn", "warn_tint", "triangle-alert"),
            "info": ("accent_strong", "tint", "info"),
            "good": ("good", "good_tint", "circle-check"),
        }[kind]
        super().__init__(
            margins=(16, 12, 16, 12),
            spacing=12,
            fill_role=ground,
            edge=outline(role),
            radius=RADIUS_CONTROL,
            stripe=role,
            horizontal=True,
        )
        self._role = role
        self.setAccessibleName(f"{title}. {body}".strip())
        words = column(Text(title, "label"), *((Text(body, "small"),) if body else ()), spacing=2)
        self.col.addWidget(Icon(icon_name, 20, role), 0, Qt.AlignmentFlag.AlignTop)
        self.col.addLayout(words, 1)
        if button is not None:
            self.col.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._edge = outline(self._role)  # of the look in use
        super().paintEvent(event)


class Rule(QWidget):
    """A hairline, inset by px at both ends."""

    def __init__(self, inset: int = 0) -> None:
        super().__init__()
        self._inset = inset
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            inset = px(self._inset)
            p.fillRect(QRectF(inset, 0, self.width() - 2 * inset, 1), color("hairline"))


class Empty(QWidget):
    """An empty state: one icon, one sentence, one thing to do."""

    def __init__(self, icon_name: str, title: str, body: str, button: QWidget | None = None) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        col = column(None, spacing=8, margins=(16, 16, 16, 16))
        parts: list[QWidget] = [Icon(icon_name, 32), Text(title, "strong", align=middle)]
        parts += [Text(body, "small", "muted", align=middle)]
        parts += [button] if button else []
        for part in parts:
            col.addWidget(part, 0, middle if not isinstance(part, Text) else Qt.AlignmentFlag(0))
        col.addStretch(1)
        self.setLayout(col)
