"""Signs something: asks for the passphrase, and stays while the key works."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import PrimaryButton, SecondaryButton
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.password_field import password_field
from kvik_desktop.shell.widgets.progress_line import ProgressLine
from kvik_desktop.shell.widgets.reading_text import ReadingText

WIDTH = 440


class PassphraseDialog(QDialog):
    """The passphrase is handed on once and kept nowhere."""

    given = Signal(str)

    def __init__(self, parent: QWidget, ui: Ui, text: str, act: str, working: str) -> None:
        """``act`` is what the button does, ``working`` what is said meanwhile."""
        super().__init__(parent)
        self.ui = ui
        px, tr = ui.theme.px, ui.tr
        self.setWindowTitle(tr(say("Underskriv")))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.field = Field(ui, tr(say("Adgangssætning")), password_field())
        self.field.control.textEdited.connect(lambda _text: self.field.set_error(""))
        self.go_on = PrimaryButton(ui, act)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self._give)
        self.cancel = SecondaryButton(ui, tr(say("Lad være")))
        self.cancel.clicked.connect(self.reject)
        self.progress = ProgressLine(ui, working, stoppable=False)
        self.progress.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(24), px(24), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(Heading(ui, self.windowTitle()))
        layout.addWidget(ReadingText(ui, text))
        layout.addWidget(self.field)
        layout.addWidget(self.progress)
        layout.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go_on)
        layout.addLayout(foot)
        QWidget.setTabOrder(self.cancel, self.go_on)  # as they stand, not as they were made
        self._width = min(px(WIDTH), parent.width())

    def event(self, event: QEvent) -> bool:
        """It is as high as what it says, also when more is said; Qt's own guess cuts words that wrap."""
        may_grow = event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest)
        done = super().event(event)  # after its deletion nothing of it is left to ask
        layout = self.layout() if may_grow else None
        if layout is not None:
            self.setFixedSize(self._width, layout.totalHeightForWidth(self._width))
        return done

    def _give(self) -> None:
        passphrase = self.field.control.text()
        if not passphrase:
            self.field.set_error(self.ui.tr(say("Skriv adgangssætningen til nøglen.")))
            self.field.control.setFocus()
            return
        self.work()
        self.given.emit(passphrase)

    def work(self) -> None:
        """It is on its way: nothing can be changed until it is done."""
        self._show_working(working=True)

    def refuse(self, problem: Problem) -> None:
        """The passphrase was wrong: it is asked for again."""
        self._show_working(working=False)
        self.field.control.clear()
        self.field.set_error(f"{self.ui.tr(problem.message)} {self.ui.tr(problem.action)}")
        self.field.control.setFocus()

    def _show_working(self, *, working: bool) -> None:
        self.progress.setVisible(working)
        for widget in (self.field, self.go_on, self.cancel):
            widget.setEnabled(not working)

    def reject(self) -> None:
        """Escape and the button; not while the key works."""
        if self.cancel.isEnabled():
            self.finish(QDialog.DialogCode.Rejected)

    def finish(self, result: QDialog.DialogCode = QDialog.DialogCode.Accepted) -> None:
        """Close, and forget what was typed."""
        self.field.control.clear()
        self.done(result.value)
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own cross is Escape."""
        event.ignore()
        self.reject()
