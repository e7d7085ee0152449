"""Buttons: one primary per screen, secondary outlined, quiet, link, danger. Return and Space press them.

    Button(_("Write the report"), "primary", key="Ctrl E").clicked.connect(...)

An icon alone needs a `name`, which is its accessible name and its tooltip.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from cxaudit.ui.theme import px, width_of
from cxaudit.ui.tokens import BUTTON, BUTTON_LARGE, BUTTON_SMALL, RADIUS_CONTROL
from cxaudit.ui.widgets.marks import KEY_HEIGHT, draw_key, key_width
from cxaudit.ui.widgets.paint import box, icon, outline, painter, write

Kind = Literal["primary", "secondary", "quiet", "link", "danger"]
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressable(QAbstractButton):
    """Anything that can be pressed: by pointer, Space and, unlike Qt's abstract button, Return. Repeats are ignored.

    `radius` is the corner of its focus ring.
    """

    def __init__(self, text: str = "", *, radius: int = RADIUS_CONTROL) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setProperty("radius", radius)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURNS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():
                self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    @property
    def hovered(self) -> bool:
        """Return whether the pointer is over it and it can be pressed."""
        return self.isEnabled() and self.underMouse()


class _Paints(NamedTuple):
    fill: str | None
    edge: str | None
    role: str


class Button(Pressable):
    """A button with a word, an icon, a key cap, or several of these. A checkable one shows that it is on."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = "secondary",
        *,
        key: str = "",
        icon_name: str = "",
        size: int = BUTTON,
        name: str = "",
    ) -> None:
        super().__init__(text)
        self._kind: Kind = kind
        self._key, self._icon, self._size = key, icon_name, size
        self.setAccessibleName(text or name)
        if not text:
            self.setToolTip(name.replace("&", "&amp;").replace("<", "&lt;"))
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed, fixed)

    def render_text(self, text: str) -> None:
        """Show another word."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def render_on(self, *, on: bool, text: str) -> None:
        """Show whether what the button stands for is on, and its word."""
        self.setCheckable(on)
        self.setChecked(on)
        if text != self.text():
            self.render_text(text)

    def stretch(self) -> Button:
        """Take the whole width; returns itself."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return self

    @property
    def _style(self) -> str:
        if self._size >= BUTTON_LARGE:
            return "strong"
        return "label" if self._size >= BUTTON else "smallstrong"

    @property
    def _content(self) -> int:
        width = round(width_of(self.text(), self._style)) + 2 if self.text() else 0
        if self._icon:
            width += px(18) + (px(8) if self.text() else 0)
        if self._key:
            width += px(10) + key_width(self._key)
        return width

    @override
    def sizeHint(self) -> QSize:
        pad = {BUTTON_LARGE: 20, BUTTON: 16, BUTTON_SMALL: 12}.get(self._size, 16)
        pad = {"quiet": 10, "link": 0}.get(self._kind, pad)
        width = 2 * px(pad) + self._content if self.text() else px(self._size)
        return QSize(max(width, px(24)), px(self._size))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paints(self) -> _Paints:
        on = self.hovered or self.isDown()
        if not self.isEnabled():
            return _Paints("sunken" if self._kind == "primary" else None, "hairline", "muted")
        if self.isChecked():
            return _Paints("tint", "accent", "accent_strong")
        looks: dict[Kind, _Paints] = {
            "primary": _Paints("accent_strong" if on else "accent", None, "on_accent"),
            "secondary": _Paints("sunken" if self.isDown() else "hover" if on else "surface", "control", "ink"),
            "danger": _Paints("flag_tint" if on else "surface", "flag", "flag"),
            "link": _Paints(None, None, "accent_strong"),
            "quiet": _Paints("sunken" if on else None, outline() if on else None, "ink"),
        }
        return looks[self._kind]

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        look, height = self._paints(), self.height()
        x = 0.0 if self._kind == "link" else (self.width() - self._content) / 2
        with painter(self) as p:
            if look.fill or look.edge:
                box(p, QRectF(self.rect()), look.fill, look.edge, RADIUS_CONTROL)
            if self._icon:
                icon(p, self._icon, QRectF(x, (height - px(18)) / 2, px(18), px(18)), look.role, 2)
                x += px(26)
            if self.text():
                width = round(width_of(self.text(), self._style)) + 2
                write(p, QRectF(x, 0, width, height), self.text(), self._style, look.role)
                x += width + px(10)
            if self._key:
                strong = self._kind == "primary" or self.isChecked()
                cap = QRectF(round(x), (height - px(KEY_HEIGHT)) / 2, key_width(self._key), px(KEY_HEIGHT))
                draw_key(p, cap, self._key, look.role if strong else "muted", look.role if strong else "control")

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave, QEvent.Type.EnabledChange}:
            self.update()
        return super().event(event)
