"""The right side of the start page: for who is new, for other tasks, and how the program looks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.bar_button import BarButton
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.menu import LANGUAGE_NAMES, add_languages, add_looks
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.row import Row
from kvik_desktop.shell.window import Window

WIDTH = 400
FIRST_LINE = 97
"""From the top to the first heading, beside the files: their question stands in the same line."""
LONG = 16_777_215
"""As long as Qt lets anything be."""
Entry = tuple[str, str, Text, Text]
"""What is chosen, its icon, its title and what one gets."""

EXAMPLE: Entry = (
    "example",
    "book",
    say("Prøv med Eksempelskolen"),
    say("Du får en kopi med svar, plan og rapport. Intet kan gå galt."),
)
GROUPS: tuple[tuple[Text, tuple[Entry, ...]], ...] = (
    (
        say("Ny her?"),
        (
            EXAMPLE,
            (
                "guide",
                "help",
                say("Kom i gang på 5 minutter"),
                say("Se de syv trin, og hvad I skal have klar."),
            ),
        ),
    ),
    (
        say("Har du en anden opgave?"),
        (
            (
                "facilitator",
                "persons",
                say("Jeg er tovholder"),
                say("Hold styr på flere institutioner, og led mødet."),
            ),
            (
                "coordinator",
                "building",
                say("Jeg er koordinator"),
                say("Modtag pakker fra institutionerne, og se dem samlet."),
            ),
        ),
    ),
)


class SidePanel(QFrame):
    """Small ways in beside the two big ones."""

    chosen = Signal(str)
    """The first word of a row of ``GROUPS``."""

    def __init__(self, ui: Ui, window: Window) -> None:
        super().__init__()
        self.ui = ui
        self.setProperty("look", "window")
        self.rows: dict[str, Row] = {}
        self.choices = (self._languages(window), self._looks(window))
        px = ui.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for title, rows in GROUPS:
            column.addLayout(self._heading(ui.tr(title)))
            column.addSpacing(px(8))
            for choice in rows:
                column.addWidget(self._row(*choice))
            column.addSpacing(px(32))
        column.addStretch(1)
        column.addLayout(self._bottom())
        self.stand(beside=True)

    def stand(self, *, beside: bool) -> None:
        """Beside the files, where it begins in line with their question, or under them."""
        px = self.ui.theme.px
        self.setMinimumWidth(px(WIDTH) if beside else 0)
        self.setMaximumWidth(px(WIDTH) if beside else LONG)
        self.setContentsMargins(px(24), px(FIRST_LINE if beside else 32), px(24), px(16))

    def _heading(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(self.ui.theme.px(16), 0, self.ui.theme.px(16), 0)
        row.addWidget(Heading(self.ui, text))
        return row

    def _row(self, key: str, icon_name: str, title: Text, text: Text) -> Row:
        tr = self.ui.tr
        row = Row(self.ui, tr(title), tr(text), icon=icon_name, second_size="body", leads=True)
        row.clicked.connect(lambda: self.chosen.emit(key))
        self.rows[key] = row
        return row

    def _bottom(self) -> QHBoxLayout:
        ui, px = self.ui, self.ui.theme.px
        lock = QLabel()
        lock.setPixmap(pixmap(ui.theme, "lock", "text-2", 16))
        row = QHBoxLayout()
        row.setContentsMargins(px(16), 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(lock)
        row.addWidget(ReadingText(ui, ui.tr(say("Alt bliver på denne computer")), "small", ink="text-2"), 1)
        for button in self.choices:
            row.addWidget(button)
        return row

    def _languages(self, window: Window) -> QToolButton:
        word = LANGUAGE_NAMES[self.ui.tr.language]
        button = self._with_menu(BarButton(self.ui, "chevron-down", word, trailing=True))
        button.setProperty("low", True)
        button.setAccessibleName(self.ui.tr(say("Sprog: {language}", language=word)))
        add_languages(button.menu(), window)
        return button

    def _looks(self, window: Window) -> QToolButton:
        button = self._with_menu(IconButton(self.ui, "text-size", self.ui.tr(say("Udseende"))))
        button.setAccessibleName(self.ui.tr(say("Udseende: farver og skriftstørrelse")))
        add_looks(button.menu(), self.ui, window)
        return button

    def _with_menu(self, button: QToolButton) -> QToolButton:
        side = self.ui.theme.px(16)
        button.setIconSize(QSize(side, side))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button
