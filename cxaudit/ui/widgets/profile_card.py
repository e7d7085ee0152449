"""The left half of the results: the profile as chart or table, red flags, what blocks the next level, remarks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxaudit.i18n import _
from cxaudit.presentation.charts import ProfileView
from cxaudit.presentation.results import ResultsView
from cxaudit.presentation.steps import Cell, Subject, Table
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import BUTTON_SMALL, RADIUS_CONTROL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Banner, Card
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.finding_rows import FlagRow
from cxaudit.ui.widgets.layout import clear, column, holder, row
from cxaudit.ui.widgets.legend import Legend
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.number_table import NumberTable
from cxaudit.ui.widgets.profile_chart import INSET, ProfileChart
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.text import Text
from cxaudit.ui.widgets.turning import Turning

HEAD_TURN = 496


def profile_table(view: ProfileView) -> Table:
    """Return the profile as a table whose rows open the dimensions."""
    rows = tuple(tuple(Cell(text) for text in line) for line in view.rows)
    return Table(view.heads, rows, tuple(Subject("dimension", b.dimension) for b in view.bars))


class ProfileColumn(QWidget):
    """The profile and what holds it down.

    Signals:
        arithmetic_wanted: the arithmetic of the dimension at hand is to be opened.
        targets_wanted: the targets are to be changed.
        table_opened: the `Subject` of a row of the table.
        flag_wanted: the index of the red flag that is to be explained.
    """

    arithmetic_wanted = Signal()
    targets_wanted = Signal()
    table_opened = Signal(object)
    flag_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.chart = ProfileChart()
        self.legend = Legend()
        self.firm = Text("", "caption", "muted")
        self.targets_button = Button("", "quiet", size=BUTTON_SMALL)
        self.targets_button.clicked.connect(self.targets_wanted)
        self.arithmetic_button = Button(
            _("Open the arithmetic"), "link", key="A", icon_name="calculator", size=BUTTON_SMALL
        )
        self.arithmetic_button.clicked.connect(self.arithmetic_wanted)
        self.segments = Segments((_("Chart"), _("Table")), _("Profile shown as"))
        self.segments.chosen.connect(self._choose)
        self._head_stop = Roving(self, (self.targets_button, self.arithmetic_button), way="horizontal")
        self._flag_stop = Roving(self)
        self._table = QVBoxLayout()
        self._table.setContentsMargins(px(INSET), 0, px(INSET), 0)
        self._table_holder = QWidget()
        self._table_holder.setLayout(self._table)
        self._table_holder.hide()
        self._banners = QVBoxLayout()
        self._banners.setContentsMargins(0, 0, 0, 0)
        self._banners.setSpacing(px(12))
        controls = holder(row(self.targets_button, self.segments, 4, self.arithmetic_button))
        head = Turning(HEAD_TURN, (Text(_("Profile"), "strong"), 1), (controls, 0), spacing=4)
        head.align(controls, Qt.AlignmentFlag.AlignLeft)
        foot = holder(column(self.legend, self.firm, spacing=4, margins=(8, 0, 8, 0)))
        card = Card(
            holder(column(head, margins=(8, 0, 8, 0))), self.chart, self._table_holder, foot, margins=(12, 12, 12, 16)
        )
        self.setLayout(column(card, self._banners, None, spacing=12))

    def _choose(self, at: int) -> None:
        self.chart.setVisible(at == 0)
        self.legend.setVisible(at == 0)
        self._table_holder.setVisible(at == 1)

    def render_view(self, view: ResultsView) -> None:
        """Show the profile, the flags and the blocker."""
        self.chart.render_view(view.profile)
        self.legend.render_parts(view.profile.legend)
        self.firm.render_text("\n".join(view.firm))
        self.firm.setVisible(bool(view.firm))
        self.targets_button.render_text(view.targets)
        self.targets_button.setAccessibleName(_("{targets}: change the targets").format(targets=view.targets))
        clear(self._table)
        table = NumberTable(profile_table(view.profile))
        table.opened.connect(self.table_opened)
        self._table.addWidget(table)
        self._render_banners(view)

    def _render_banners(self, view: ResultsView) -> None:
        clear(self._banners)
        findings = view.findings
        buttons: list[QWidget] = []
        for at, flag in enumerate(findings.flags[: view.banners]):
            why = Button(_("Why"), size=BUTTON_SMALL)
            why.setAccessibleName(_("Why: {title}").format(title=flag.title))
            why.clicked.connect(partial(self.flag_wanted.emit, at))
            buttons.append(why)
            self._banners.addWidget(Banner("flag", flag.title, flag.sentence, why))
        rows = [FlagRow(at, flag) for at, flag in enumerate(findings.flags) if at >= view.banners]
        for flag_row in rows:
            flag_row.clicked.connect(partial(self.flag_wanted.emit, flag_row.at))
        self._flag_stop.reset([*buttons, *rows])
        if rows:
            self._banners.addWidget(_more_flags(view.more_flags, rows))
        if findings.block:
            self._banners.addWidget(Banner("info", findings.block_title, findings.block))
        if view.remarks:
            lines = (Text(remark, "small", "muted") for remark in view.remarks)
            self._banners.addWidget(
                Card(Text(_("Bear in mind"), "smallstrong"), *lines, margins=(20, 12, 20, 12), spacing=2)
            )


def _more_flags(title: str, rows: list[FlagRow]) -> Card:
    """Return the red flags that have no banner of their own, as one list with a red edge."""
    head = row(Icon("octagon-alert", 20, "flag"), Text(title, "label"), spacing=12, margins=(8, 0, 8, 0))
    head.setStretch(1, 1)
    below = holder(column(*rows, spacing=2, margins=(32, 0, 0, 0)))
    return Card(head, below, margins=(8, 12, 8, 8), spacing=2, radius=RADIUS_CONTROL, stripe="flag")
