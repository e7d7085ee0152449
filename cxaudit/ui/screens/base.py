"""What every screen is: a page that renders a frozen view, says which keys work, and takes keys and actions.

A screen computes nothing. It is built at first need and kept:

    class PlanScreen(AssessmentScreen):
        place = "plan"

        def __init__(self, session: Session) -> None:
            super().__init__(session)
            self._body = Scroll(...)                       # whole pages scroll, nothing is ever clipped
            self.set_page(self._body)

        def refresh(self) -> None:                         # called when shown, and on session.changed while shown
            self._cards.render_view(plan_view(...))

        def first_focus(self) -> QWidget: ...              # gets the focus when the screen is entered
        def hints(self) -> tuple[Hint, ...]: ...           # the status line's keys; asked again when the focus moves
        def handle_key(self, event) -> bool: ...           # keys that the focused widget did not want
        def handle_action(self, action: str) -> bool: ...  # an id of `actions`, before the window's own answer
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.status_line import Hint

if TYPE_CHECKING:  # the first paint waits for no model
    from cxaudit.ui.session import Session
    from cxaudit.ui.wall.stage import WallStage


class Screen(QWidget):
    """A page of the window.

    Signals:
        hints_changed: other keys work now.
        action_wanted: an action of `actions.actions()` that a button of the screen asks for.
    """

    hints_changed = Signal()
    action_wanted = Signal(str)

    place = ""
    rail = True

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.page: QWidget | None = None

    def take_stage(self, stage: WallStage) -> None:
        """Get to know the wall of a workshop; most screens have no use for it."""

    def set_page(self, page: QWidget) -> None:
        """Fill the screen."""
        self.page = page
        self._box.addWidget(page)

    def enter(self) -> None:
        """Show what is now, and take the focus."""
        self.refresh()
        part = self.first_focus()
        if part is not None:
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Build the view from what is now and render it."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """Return what gets the focus when the screen is entered."""
        return None

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys that work now."""
        return ()

    def handle_key(self, event: QKeyEvent) -> bool:
        """Take a key that the focused widget did not want; return whether it was of use."""
        del event
        return False

    def handle_action(self, action: str) -> bool:
        """Take an action over from the window; return whether it was done."""
        del action
        return False

    def scroll_page(self, by: int) -> None:
        """Scroll by pages, where the screen scrolls."""
        if isinstance(self.page, Scroll):
            self.page.page(by)


class AssessmentScreen(Screen):
    """A screen on the assessment at hand: refreshed when it is shown, and at each change while it is shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        session.changed.connect(self._refresh_if_shown)

    def _refresh_if_shown(self) -> None:
        if self.isVisible() and self.session.has_assessment:
            self.refresh()
