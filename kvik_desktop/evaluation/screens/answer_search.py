"""Searching while one answers: a field, and under it the questions where the words stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.evaluation.answering import Sheet
from kvik_desktop.evaluation.screens.answer_finding import Finder
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem
from kvik_desktop.shell.widgets.choice_list import ChoiceList
from kvik_desktop.shell.widgets.keyed_model import ITEM

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerSearch(QWidget):
    """Made when it is asked for and thrown away when it is closed: no words of anybody's are left in it."""

    chosen = Signal(str)
    """The user wants to go to this question."""
    closed = Signal()

    def __init__(self, ui: Ui, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._finder = finder
        self._sheet: Sheet | None = None
        tr, px = ui.tr, ui.theme.px
        self.field = QLineEdit()
        self.field.setProperty("low", True)
        self.field.setPlaceholderText(tr(say("Søg")))
        self.field.setAccessibleName(tr(say("Søg i spørgsmål, vejledning og dine egne svar")))
        self.field.textEdited.connect(lambda _: self._find())
        self._close = IconButton(ui, "close", tr(say("Luk søgningen")), "Esc")
        self._close.clicked.connect(self.closed)
        self._count = QLabel(tr(say("Spørgsmål, vejledning og dine egne svar")))
        self._count.setProperty("look", "small")
        self._count.setWordWrap(True)
        self.found = ChoiceList(ui, say("Fundet"))
        self.found.chosen.connect(self.chosen)
        line = QHBoxLayout()
        line.setSpacing(px(4))
        line.addWidget(self.field, 1)
        line.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(line)
        column.addWidget(self._count)
        column.addWidget(self.found, 1)
        self.setFocusProxy(self.field)

    def show_sheet(self, sheet: Sheet, place: str) -> None:
        """Search in these answers, while one is at a place."""
        self._sheet = sheet
        if self.field.text().strip():
            self._find()
        if self.found.chosen_key != place:
            self.found.set_chosen(place)

    def _find(self) -> None:
        if self._sheet is None:
            return
        tr, language = self.ui.tr, self.ui.tr.language
        found = self._finder.find(self.field.text(), self._sheet)
        items = []
        for each in found:
            sub = self._sheet.package.subcriterion(each.subcriterion)
            second = f"{each.where}: {each.excerpt}" if each.where else each.excerpt
            name = sub.name.in_language(language)
            items.append(
                ChoiceItem(
                    sub.id, name, mark=self._sheet.progress(sub.id).value, number=sub.id, second=second
                )
            )
        self.found.set_items(items)
        if not self.field.text().strip():
            self._count.setText(tr(say("Spørgsmål, vejledning og dine egne svar")))
        elif not found:
            self._count.setText(tr(say("Ikke fundet. Prøv med et kortere ord.")))
        else:
            self._count.setText(tr(say_n("Fundet i {n} spørgsmål", "Fundet i {n} spørgsmål", len(found))))

    def forget(self) -> None:
        """Nothing that was searched for or found is left, also before Qt has thrown the search away."""
        self._sheet = None
        self.field.setText("")
        self.found.set_items(())

    # Keys

    def event(self, event: QEvent) -> bool:
        """Escape is ours as long as the search is open."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Down and Enter in the field go to what was found."""
        model = self.found.model()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif self.field.hasFocus() and event.key() in (*ENTERS, Qt.Key.Key_Down) and not event.modifiers():
            if model.rowCount():
                self.found.setFocus(Qt.FocusReason.OtherFocusReason)
                self.found.setCurrentIndex(model.index(0, 0))
                if event.key() in ENTERS:
                    self.chosen.emit(self._first)
        else:
            super().keyPressEvent(event)

    @property
    def _first(self) -> str:
        key: str = self.found.model().index(0, 0).data(ITEM).key
        return key
