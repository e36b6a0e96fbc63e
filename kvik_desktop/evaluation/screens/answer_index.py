"""The list beside the questions: how far one is, and every criterion with its questions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from kvik_desktop.evaluation.answering import Sheet
from kvik_desktop.evaluation.screens.answer_finding import Finder
from kvik_desktop.evaluation.screens.answer_search import AnswerSearch
from kvik_desktop.evaluation.screens.index_rows import items, minutes_left, place_of
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import ModelPackage, Sector
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton
from kvik_desktop.shell.widgets.choice_list import ChoiceList


class AnswerIndex(QWidget):
    """One tab stop; arrows move, Enter and a click go."""

    chosen = Signal(str)
    """The user wants to go to this place."""
    search_wanted = Signal()

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._sheet: Sheet | None = None
        self._count = QLabel()
        self._count.setProperty("look", "heading")
        self._left = QLabel()
        self._left.setProperty("look", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(ui.tr(say("Besvaret")))
        self.seek = IconButton(ui, "search", ui.tr(say("Søg")), "Ctrl+F")
        self.seek.setProperty("look", "inset")
        self.seek.clicked.connect(self.search_wanted)
        self.search: AnswerSearch | None = None
        self._finder: tuple[object, Finder] | None = None
        self._place = ""
        self.view = ChoiceList(ui, say("Kriterier og delkriterier"))
        self.view.chosen.connect(self._go)
        self.setFocusProxy(self.view)
        self._lay_out()

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        words = QHBoxLayout()
        words.addWidget(self._count)
        words.addStretch(1)
        words.addWidget(self._left)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(12), px(8), 0)
        column.setSpacing(px(8))
        top = QVBoxLayout()
        top.setContentsMargins(px(8), 0, px(8), 0)
        top.setSpacing(px(4))
        top.addLayout(words)
        bar = QHBoxLayout()
        bar.setSpacing(px(8))
        bar.addWidget(self._bar, 1)
        bar.addWidget(self.seek)
        top.addLayout(bar)
        column.addLayout(top)
        column.addWidget(self.view, 1)

    def show_sheet(self, sheet: Sheet, place: str) -> None:
        """Show how far a participant is, while they are at a place."""
        tr = self.ui.tr
        self._sheet, self._place = sheet, place
        of = len(sheet.order)
        answered = of - len(sheet.missing)
        self._count.setText(tr(say("{n} af {of}", n=answered, of=of)))
        minutes = minutes_left(sheet)
        self._left.setText(tr(say("ca. {n} min. igen", n=minutes)) if minutes else "")
        self._bar.setRange(0, of)
        self._bar.setValue(answered)
        self.view.set_items(items(sheet, place, tr))
        if self.view.chosen_key != place:
            self.view.set_chosen(place)
        if self.search is not None:
            self.search.show_sheet(sheet, place)

    # Searching

    def open_search(self, sector: Sector) -> None:
        """Show where one searches in the place of the list, and begin there."""
        if self.search is None and self._sheet is not None:
            self.search = AnswerSearch(self.ui, self._finder_for(self._sheet.package, sector))
            self.search.chosen.connect(self.chosen)
            self.search.closed.connect(self.close_search)
            self._column.addWidget(self.search, 1)
            self.view.hide()
            self.search.show()
            self.search.show_sheet(self._sheet, self._place)
            self.setFocusProxy(self.search)
        if self.search is not None:
            self.search.field.selectAll()
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _finder_for(self, package: ModelPackage, sector: Sector) -> Finder:
        """The model is read the first time somebody searches."""
        known = (package.sha256, sector)
        if self._finder is None or self._finder[0] != known:
            self._finder = known, Finder(package, sector, self.ui.tr)
        return self._finder[1]

    def close_search(self) -> None:
        """The list is there again, and nothing of what was searched for is left."""
        search, self.search = self.search, None
        if search is None:
            return
        focused = search.focusWidget()
        had_focus = focused is not None and focused.hasFocus()
        self.setFocusProxy(self.view)
        self.view.show()
        if had_focus:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        search.forget()
        self._column.removeWidget(search)
        search.hide()
        search.deleteLater()

    def clear(self) -> None:
        """Nothing of how far somebody is, is left."""
        self.close_search()
        self._sheet = None
        self._count.clear()
        self._left.clear()
        self._bar.setValue(0)
        self.view.set_items(())
        self.view.set_chosen("")

    def _go(self, key: str) -> None:
        if self._sheet is not None:
            self.chosen.emit(place_of(self._sheet, key))
