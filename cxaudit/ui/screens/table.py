"""The pages of an open assessment, by id. Loaded with the first of them, not at start."""

from __future__ import annotations

from collections.abc import Callable

from cxaudit.ui.screens.base import AssessmentScreen
from cxaudit.ui.screens.console import ConsoleScreen
from cxaudit.ui.screens.plan import PlanScreen
from cxaudit.ui.screens.question import QuestionScreen
from cxaudit.ui.screens.report import ReportScreen
from cxaudit.ui.screens.results import ResultsScreen
from cxaudit.ui.screens.review import ReviewScreen
from cxaudit.ui.screens.start import StartScreen
from cxaudit.ui.screens.what_if import WhatIfScreen
from cxaudit.ui.session import Session

SCREENS: dict[str, Callable[[Session], AssessmentScreen]] = {
    "start": StartScreen,
    "question": QuestionScreen,
    "review": ReviewScreen,
    "results": ResultsScreen,
    "plan": PlanScreen,
    "report": ReportScreen,
    "what_if": WhatIfScreen,
    "workshop": ConsoleScreen,
}
