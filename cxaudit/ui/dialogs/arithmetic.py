"""The arithmetic of any number, as a sheet over the results: from a number down to the answers, exactly."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit import __version__
from cxaudit.app.workspace import Workspace
from cxaudit.domain.receipt import receipt_text
from cxaudit.i18n import _
from cxaudit.presentation.arithmetic import arithmetic_view, subjects
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.steps import ArithmeticView, Offer, Subject
from cxaudit.ui.session import Session
from cxaudit.ui.theme import color, px
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.layout import clear, row
from cxaudit.ui.widgets.paint import painter
from cxaudit.ui.widgets.sheet import Sheet
from cxaudit.ui.widgets.step_blocks import step
from cxaudit.ui.widgets.text import Text

_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class _Foot(QWidget):
    """The sheet's foot: copy, and the result in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.copy = Button(_("Copy as text"), icon_name="copy", size=BUTTON_SMALL)
        self.receipt = Button(_("Copy the receipt"), "quiet", icon_name="file-text", size=BUTTON_SMALL)
        self.summary = Text("", "label", align=Qt.AlignmentFlag.AlignRight)
        line = row(self.copy, self.receipt, self.summary, spacing=8, margins=(28, 12, 28, 16))
        line.setStretch(2, 1)
        self.setLayout(line)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            p.fillRect(QRectF(px(28), 0, self.width() - 2 * px(28), 1), color("hairline"))


class ArithmeticSheet(Sheet):
    """A number opened down to its arithmetic. PgUp and PgDn scroll and leaf, a table's row opens, Backspace goes back.

    Signals:
        shown: the subject (`Subject`) that is open now.
    """

    shown = Signal(object)

    def __init__(self, session: Session, subject: Subject, over: QWidget) -> None:
        self._content = QWidget()
        self._col = QVBoxLayout(self._content)
        self._col.setContentsMargins(px(28), 0, px(28), px(16))
        self._col.setSpacing(px(16))
        self._foot = _Foot()
        super().__init__("", self._content, over=over, foot=self._foot)
        self._session = session
        self._subject = subject
        self._trail: list[Subject] = []
        self._view: ArithmeticView | None = None
        for at, (icon_name, name, way) in enumerate(
            (("chevron-left", _("Previous number"), -1), ("chevron-right", _("Next number"), 1)), 1
        ):
            button = Button("", "quiet", icon_name=icon_name, size=BUTTON_SMALL, name=name)
            button.clicked.connect(lambda _on=False, way=way: self._leaf(way))
            self.head.insertWidget(at, button)
        self._foot.copy.clicked.connect(self._copy)
        self._foot.receipt.clicked.connect(self._copy_receipt)
        session.changed.connect(self._follow)
        self._render()

    def _follow(self) -> None:
        """Show the numbers as they are now, after an undo say; close where there are none any more."""
        workspace = self._session.workspace if self._session.has_assessment else None
        if not self.isVisible():
            return
        gone = self._subject.kind == "action" and workspace is not None and not _planned(workspace, self._subject.id)
        if workspace is None or gone:
            self.close()
        else:
            self._render()

    def open_subject(self, subject: Subject) -> None:
        """Open another number; Backspace comes back to this one."""
        self._trail.append(self._subject)
        self._subject = subject
        self._render()

    @property
    def subject(self) -> Subject:
        """Return what is open."""
        return self._subject

    @property
    def text(self) -> str:
        """Return the sheet as plain text."""
        return self._view.text if self._view is not None else ""

    def _render(self) -> None:
        workspace = self._session.workspace
        reading = Reading(workspace.pack, workspace.assessment, workspace.scorecard)
        view = self._view = arithmetic_view(reading, workspace.plan, workspace.ranks, self._subject)
        self.render_title(view.title)
        clear(self._col)
        self._col.addWidget(Text(view.subtitle, "small", "muted"))
        for part in view.steps:
            self._col.addWidget(step(part, self.open_subject, self._try))
        self._col.addStretch(1)
        self._foot.summary.render_text(view.summary)
        self.area.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(self._subject)

    def _go_on(self, way: int) -> None:
        """Scroll by a page; at the end go to the next number, at the top to the one before."""
        bar = self.area.verticalScrollBar()
        if bar.value() == (bar.maximum() if way > 0 else bar.minimum()):
            self._leaf(way)
        else:
            self.area.page(way)

    def _leaf(self, way: int) -> None:
        workspace = self._session.workspace
        order = [s for s, _name in subjects(Reading(workspace.pack, workspace.assessment, workspace.scorecard))]
        at = order.index(self._subject) + way if self._subject in order else 0
        self.open_subject(order[at % len(order)])

    def _try(self, offer: Offer) -> None:
        self.close()
        self._session.try_levels(dict(offer.levels))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text)

    def _copy_receipt(self) -> None:
        workspace = self._session.workspace
        QApplication.clipboard().setText(receipt_text(workspace.pack, workspace.assessment, __version__))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _PAGES:
            self._go_on(_PAGES[Qt.Key(key)])
            event.accept()
        elif key == Qt.Key.Key_Backspace and self._trail:
            self._subject = self._trail.pop()
            self._render()
            event.accept()
        else:
            super().keyPressEvent(event)


def _planned(workspace: Workspace, action: str) -> bool:
    return any(item.action == action for item in workspace.plan.items)


def show_arithmetic(session: Session, subject: Subject, over: QWidget) -> ArithmeticSheet:
    """Open a number's arithmetic over a screen."""
    sheet = ArithmeticSheet(session, subject, over)
    sheet.open()
    return sheet
