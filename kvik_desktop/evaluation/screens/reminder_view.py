"""Reminders as text for a mail: to everybody who has not handed in, or to one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.evaluation.reminders import Reminder
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.text_area import TextArea


class ReminderView(QWidget):
    """The program sends nothing: the text is copied, and what is done with it is up to the user."""

    def __init__(self, ui: Ui, mails: Sequence[Reminder], parent: QWidget | None = None) -> None:
        """``mails`` are those to choose among, at least one."""
        super().__init__(parent)
        self.ui = ui
        self._mails = tuple(mails)
        tr = ui.tr
        names = [(place, self._name(mail)) for place, mail in enumerate(self._mails)]
        self.to = Field(ui, tr(say("Til")), Choice(ui, names, 0))
        self.to.control.chosen.connect(self._show)
        self.subject = Field(ui, tr(say("Emne")), QLineEdit())
        self.text = Field(ui, tr(say("Tekst")), TextArea(ui, least=6, most=14))
        self.subject.control.setReadOnly(True)
        self.text.control.setReadOnly(True)
        scroll = ScrollColumn(ui, centred=False)
        scroll.column.set_padding(32, 24)
        body = scroll.body
        body.addWidget(Heading(ui, tr(say("Påmind dem, der mangler")), "large"))
        said = say(
            "Kopiér teksten, og sæt den ind i en mail. Den siger, hvor langt man er, aldrig "
            "hvad man har svaret."
        )
        body.addWidget(ReadingText(ui, tr(said), ink="text-2"))
        for field in (self.to, self.subject, self.text):
            body.addWidget(field)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.setFocusProxy(self.to)
        self._show(0)

    def _name(self, mail: Reminder) -> str:
        if len(mail.to) == 1:
            return mail.to[0].name
        return self.ui.tr(say("Alle, der mangler ({n})", n=len(mail.to)))

    def _show(self, place: object) -> None:
        assert isinstance(place, int), "the choices are places among the mails"
        mail = self._mails[place]
        self.subject.control.setText(self.ui.tr(mail.subject))
        self.text.control.setPlainText(mail.body(self.ui.tr))

    def copy_text(self) -> None:
        """The mail's text lies on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.control.toPlainText())

    def copy_subject(self) -> None:
        """The mail's subject lies on the clipboard."""
        QGuiApplication.clipboard().setText(self.subject.control.text())
