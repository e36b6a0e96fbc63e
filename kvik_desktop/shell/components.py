"""The component page: every shared widget in all its states, for those who build pages and judge the look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Language, Text, Translator, say
from kvik_desktop.foundation.tokens import Theme as ThemeName
from kvik_desktop.shell import (
    components_controls,
    components_ground,
    components_lists,
    components_messages,
    components_scores,
)
from kvik_desktop.shell.look.marks import program_mark, window_icon
from kvik_desktop.shell.look.stylesheet import apply
from kvik_desktop.shell.look.theme import LARGEST, SMALLEST, Theme
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading

PAGES = (components_ground, components_scores, components_controls, components_lists, components_messages)
"""Modules with a ``sections(ui)``: titles and what stands under them, in the order of the page."""

COLUMN = 400
"""The least width of a column, at 100 %."""
MOST_COLUMNS = 3


@dataclass(frozen=True)
class Look:
    """How the page is shown."""

    theme: ThemeName = "light"
    percent: int = SMALLEST
    language: Language = "da"
    family: str = ""

    def ui(self, resources: Resources) -> Ui:
        """What widgets are built with in this look."""
        theme = Theme.read(resources, self.theme, self.percent, family=self.family)
        return Ui(Translator(self.language, resources), theme)


class ComponentPage(QWidget):
    """A section is wide, across the page, when its widget has the property ``wide``."""

    def __init__(self, ui: Ui, columns: int = MOST_COLUMNS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.sections: list[tuple[Text, QWidget]] = [
            section for page in PAGES for section in page.sections(ui)
        ]
        px = ui.theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(32), px(24), px(32), px(48))
        self._column.setSpacing(px(32))
        waiting: list[QWidget] = []
        for title, widget in self.sections:
            section = _section(ui, title, widget)
            if widget.property("wide"):
                self._row(waiting, columns)
                self._column.addWidget(section)
                waiting = []
            else:
                waiting.append(section)
        self._row(waiting, columns)
        self._column.addStretch(1)

    def _row(self, sections: Sequence[QWidget], columns: int) -> None:
        """Sections in columns, each under the one that is shortest so far."""
        if not sections:
            return
        row = QHBoxLayout()
        row.setSpacing(self.ui.theme.px(32))
        stacks = [QVBoxLayout() for _ in range(min(columns, len(sections)))]
        heights = [0] * len(stacks)
        for stack in stacks:
            stack.setSpacing(self.ui.theme.px(32))
            row.addLayout(stack, 1)
        for section in sections:
            place = heights.index(min(heights))
            stacks[place].addWidget(section)
            heights[place] += section.sizeHint().height()
        for stack in stacks:
            stack.addStretch(1)
        self._column.addLayout(row)


def _section(ui: Ui, title: Text, widget: QWidget) -> QWidget:
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(ui.theme.px(12))
    column.addWidget(Heading(ui, ui.tr(title)))
    column.addWidget(Hairline(ui))
    column.addWidget(widget)
    return section


class Chooser(QFrame):
    """The line above the page: theme, size of type and language."""

    chosen = Signal(object)
    """Another :class:`Look`."""

    def __init__(self, ui: Ui, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "window")
        px, tr = ui.theme.px, ui.tr
        row = QHBoxLayout(self)
        row.setContentsMargins(px(32), px(8), px(32), px(8))
        row.setSpacing(px(8))
        mark = QLabel()
        mark.setPixmap(program_mark(ui.theme, 24))
        row.addWidget(mark)
        row.addWidget(Heading(ui, tr(say("Byggesten"))), 1)
        sizes = [(size, f"{size} %") for size in range(SMALLEST, LARGEST + 1, 25)]
        for name, field, choices in (
            (say("Tema"), "theme", [("light", tr(say("Lyst"))), ("dark", tr(say("Mørkt")))]),
            (say("Skriftstørrelse"), "percent", sizes),
            (say("Sprog"), "language", [("da", "Dansk"), ("en", "English")]),
        ):
            choice = Choice(ui, choices, getattr(look, field), name=tr(name))
            choice.setProperty("low", True)
            choice.chosen.connect(lambda key, field=field: self.chosen.emit(replace(look, **{field: key})))
            row.addWidget(choice)


class ComponentWindow(QMainWindow):
    """Another look builds the page anew, as in the program."""

    def __init__(self, app: QApplication, resources: Resources, look: Look) -> None:
        super().__init__()
        self._app, self._resources = app, resources
        self.resize(1366, 768)
        self.show_in(look)

    def show_in(self, look: Look) -> None:
        """Dress the application and show the page."""
        ui = look.ui(self._resources)
        apply(self._app, ui.theme)
        self.setWindowTitle(ui.tr(say("Byggesten")))
        self.setWindowIcon(window_icon(ui.theme))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        chooser = Chooser(ui, look)
        chooser.chosen.connect(self.show_in)
        column.addWidget(chooser)
        column.addWidget(Hairline(ui))
        scroll = QScrollArea()
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns = max(1, min(MOST_COLUMNS, self.width() // ui.theme.px(COLUMN)))
        self.page = ComponentPage(ui, columns)
        scroll.setWidget(self.page)
        column.addWidget(scroll, 1)
        self.setCentralWidget(whole)


def run(theme: ThemeName, percent: int, language: Language) -> int:
    """Show the component page until it is closed; the exit code."""
    app = QApplication([])
    window = ComponentWindow(app, Resources(), Look(theme, percent, language))
    window.show()
    return app.exec()
