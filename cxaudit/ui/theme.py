"""Tokens to Qt: the current look and zoom, the palette, a short style sheet for stock controls.

Widgets call `color(role)`, `px(size)` and `font(style)` while they paint or are built. `apply` switches the whole
program; after a change of zoom the screens are built anew, because sizes are read when a widget is built.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from cxaudit.app.ports import Theme
from cxaudit.ui import fonts
from cxaudit.ui.tokens import CONTRAST, DARK, LIGHT, TYPE, Look

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)


@dataclass(slots=True)
class _Current:
    look: Look = LIGHT
    zoom: int = 100


_current = _Current()


def look() -> Look:
    """Return the look in use."""
    return _current.look


def zoom() -> int:
    """Return the zoom in per cent."""
    return _current.zoom


def color(role: str) -> QColor:
    """Return the colour of a role (a field of `tokens.Look`) in the look in use."""
    return QColor(str(getattr(_current.look, role)))


@contextmanager
def paper() -> Generator[None]:
    """Paint as on paper: in the light look, whatever the look in use."""
    used, _current.look = _current.look, LIGHT
    try:
        yield
    finally:
        _current.look = used


def px(size: float) -> int:
    """Return a size of the design (px at 100 %) at the zoom in use."""
    return round(size * _current.zoom / 100)


def font(style: str) -> QFont:
    """Return the font of a text style at the zoom in use."""
    return fonts.font(style, _current.zoom)


def line_height(style: str) -> int:
    """Return the line height of a text style in px at the zoom in use."""
    return px(TYPE[style].line)


def width_of(text: str, style: str) -> float:
    """Return the width of one line of text in px."""
    return QFontMetricsF(font(style)).horizontalAdvance(text)


def palette(t: Look) -> QPalette:
    """Return a look as a palette."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, value in (
        (roles.Window, t.canvas),
        (roles.Base, t.surface),
        (roles.AlternateBase, t.sunken),
        (roles.Text, t.ink),
        (roles.WindowText, t.ink),
        (roles.ButtonText, t.ink),
        (roles.Button, t.surface),
        (roles.Highlight, t.accent),
        (roles.HighlightedText, t.on_accent),
        (roles.PlaceholderText, t.muted),
        (roles.ToolTipBase, t.ink),
        (roles.ToolTipText, t.surface),
        (roles.Mid, t.control),
        (roles.Link, t.accent),
        (roles.Accent, t.accent),
    ):
        made.setColor(role, QColor(value))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.muted))
    return made


def sheet(t: Look) -> str:
    """Return the style sheet of the stock controls; our own widgets paint themselves from tokens."""
    return f"""
    QMenuBar {{ background: {t.canvas}; color: {t.ink}; padding: {px(2)}px {px(8)}px; border: 0; }}
    QMenuBar::item {{ padding: {px(4)}px {px(8)}px; border-radius: {px(6)}px; background: transparent; }}
    QMenuBar::item:selected {{ background: {t.tint}; color: {t.accent_strong}; }}
    QMenu {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.control}; padding: {px(6)}px; }}
    QMenu::item {{ padding: {px(6)}px {px(28)}px {px(6)}px {px(24)}px; border-radius: {px(6)}px; }}
    QMenu::item:selected {{ background: {t.tint}; color: {t.accent_strong}; }}
    QMenu::item:disabled {{ color: {t.muted}; }}
    QMenu::separator {{ height: 1px; background: {t.hairline}; margin: {px(6)}px {px(8)}px; }}
    QLineEdit, QPlainTextEdit {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.control};
        border-radius: {px(8)}px; padding: 0 {px(10)}px; min-height: {px(38)}px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent};
        placeholder-text-color: {t.muted}; }}
    QPlainTextEdit {{ padding: {px(6)}px; }}
    QLineEdit:hover, QPlainTextEdit:hover {{ border-color: {t.ink}; }}
    QLineEdit[invalid="true"] {{ border: 2px solid {t.flag}; padding: 0 {px(9)}px; }}
    QLineEdit:disabled {{ color: {t.muted}; background: {t.canvas}; border-color: {t.hairline}; }}
    QScrollArea, QScrollArea > QWidget > QWidget#body {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ width: {px(12)}px; background: transparent; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {t.control}; border-radius: {px(2)}px; margin: {px(4)}px;
        min-height: {px(32)}px; }}
    QScrollBar:horizontal {{ height: {px(12)}px; background: transparent; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {t.control}; border-radius: {px(2)}px; margin: {px(4)}px;
        min-width: {px(32)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QPushButton {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.control}; font-weight: 600;
        border-radius: {px(8)}px; padding: {px(8)}px {px(16)}px; min-height: {px(20)}px; }}
    QPushButton:hover {{ background: {t.hover}; }}
    QPushButton:focus, QAbstractItemView:focus {{ outline: 0; }}
    QToolTip {{ background: {t.ink}; color: {t.surface}; border: 0; padding: {px(6)}px {px(8)}px; }}
    """


def look_for(choice: Theme) -> Look:
    """Return the look for a setting; "system" follows the desktop."""
    if choice == "system":
        hints = QGuiApplication.styleHints()
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}[choice]


def apply(new: Look, percent: int = 100) -> None:
    """Switch the running program to a look and a zoom, and repaint it."""
    _current.look = new
    _current.zoom = percent
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    app.setFont(font("body"))
    app.setFont(font("small"), "QMenuBar")  # pyright: ignore[reportArgumentType] - the stub says bytes, only text works
    app.setPalette(palette(new))
    app.setStyleSheet(sheet(new))
    for widget in app.allWidgets():
        widget.update()
