"""The jump list: every question with its answer, one Tab stop, Return goes there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.app.flow import REVIEW, Flow
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _
from cxaudit.presentation.review import level_state
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import CHIP
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.layout import column
from cxaudit.ui.widgets.marks import LevelState, draw_level, level_name
from cxaudit.ui.widgets.paint import RIGHT, box, outline, painter, write
from cxaudit.ui.widgets.roving import Roving


class _Line(Pressable):
    def __init__(self, number: int | None, text: str, level: LevelState, *, here: bool) -> None:
        super().__init__(text)
        self._number, self._here = number, here
        self._level: LevelState = level
        self.setAccessibleName(text if number is None else f"{number}. {text}: {level_name(level)}")
        self.setFixedHeight(px(36))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            if self._here or self.hovered:
                box(p, QRectF(self.rect()), "tint" if self._here else "hover", outline("accent"))
            room = QRectF(px(48), 0, self.width() - px(96), self.height())
            write(p, room, self.text(), "label" if self._here else "body")
            if self._number is not None:
                write(p, QRectF(0, 0, px(36), self.height()), str(self._number), "body", "muted", RIGHT)
                chip = QRectF(self.width() - px(36), (self.height() - px(CHIP)) / 2, px(CHIP), px(CHIP))
                draw_level(p, chip, self._level, neutral=True)


def ask_question(parent: QWidget, pack: Pack, assessment: Assessment, flow: Flow) -> str | None:
    """Return the practice id or `flow.REVIEW` that was chosen, or None."""
    dialog = Dialog(parent, _("Jump to a question"), width=520)
    chosen: list[str] = []

    def choose(place: str) -> None:
        chosen.append(place)
        dialog.accept()

    places = [*flow.asked]
    lines: list[QWidget] = []
    for number, practice in enumerate(flow.asked, 1):
        level = level_state(assessment.answer(practice))
        line = _Line(number, pack.practices[practice].title, level, here=practice == flow.at)
        line.clicked.connect(partial(choose, practice))
        lines.append(line)
    if flow.review_open(pack, assessment):
        places.append(REVIEW)
        line = _Line(None, _("Review list"), None, here=flow.in_review)
        line.clicked.connect(partial(choose, REVIEW))
        lines.append(line)
    dialog.content.addLayout(column(*lines, spacing=0))
    dialog.most = max(px(160), parent.height() - px(160))
    roving = Roving(dialog)
    roving.reset(lines, places.index(flow.at) if flow.at in places else 0)
    if roving.current is not None:
        roving.current.setFocus(Qt.FocusReason.OtherFocusReason)
    dialog.exec()
    return chosen[0] if chosen else None
