"""The verdict on each file of the newest import, in plain words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.central.model import ImportReport
from kvik_desktop.central.screens import import_list, inbox_words
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import CellModel
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.table import Table


class ImportView(QWidget):
    """Everything that was handed in, also what does not lie in the inbox: what came before, or is no file."""

    chosen = Signal(object)
    """The :class:`FileVerdict` of the row one is at."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._report: ImportReport | None = None
        tr, px = ui.tr, ui.theme.px
        self._title = Heading(ui, "", "large")
        self._sum = ReadingText(ui, "", ink="text-2")
        titles = [tr(say("Afgørelse")), tr(say("Fil")), tr(say("Hvad skete der?"))]
        self.model = CellModel(ui, titles)
        self.table = Table(ui, tr(say("Filerne i den seneste hentning")), edge=24)
        self.table.setModel(self.model)
        self.table.set_columns(152, 0, 0)
        self.table.chosen.connect(self.chosen)
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(16), px(24), px(16))
        head.setSpacing(px(4))
        head.addWidget(self._title)
        head.addWidget(self._sum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def show_report(self, report: ImportReport) -> None:
        """Another import; the same again is left alone."""
        if report is self._report:
            return
        self._report = report
        tr = self.ui.tr
        self._title.setText(tr(inbox_words.heading(report)))
        told = ", ".join(tr(text) for text in inbox_words.summary(report))
        self._sum.setText(told[:1].upper() + told[1:])
        self.model.set_rows(import_list.rows(report, tr))
        self.table.setCurrentIndex(self.model.index(0, 0))
