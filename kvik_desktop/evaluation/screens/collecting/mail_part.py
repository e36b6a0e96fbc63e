"""What one can write to each person, ready to be copied into a mail."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.evaluation.collecting.handed_out.mail import Mail, mail
from kvik_desktop.evaluation.collecting.handed_out.model import Handing
from kvik_desktop.evaluation.model import Way
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import SecondaryButton
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.text_area import TextArea


class MailPart(QWidget):
    """The clipboard gets the words of the mail and nothing else."""

    copied = Signal(str)
    """The name of the one whose mail lies on the clipboard."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        px, tr = ui.theme.px, ui.tr
        self._of: Handing | None = None
        self._way = Way.ANSWER_PAGE
        self.who = Choice(ui, [])
        self.who.chosen.connect(lambda _: self._show())
        self.text = TextArea(ui, least=6, most=18, name=tr(say("Mailens tekst")))
        self.text.setReadOnly(True)
        self.copy = SecondaryButton(ui, tr(say("Kopiér teksten")), "copy")
        self.copy.clicked.connect(self._copy)
        acts = QHBoxLayout()
        acts.addWidget(self.copy)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Heading(ui, tr(say("Det kan du skrive, når du deler skemaet ud"))))
        column.addWidget(Field(ui, tr(say("Til")), self.who))
        column.addWidget(self.text)
        column.addLayout(acts)

    def show_mails(self, of: Handing, way: Way) -> None:
        """Mails for a way that is chosen now; a person keeps the way of what they were given last."""
        self._of, self._way = of, way
        chosen = self.who.key
        self.who.set_choices([(each.participant.id, each.participant.name) for each in of.people], chosen)
        self.setVisible(bool(of.people))
        self._show()

    def _mail(self) -> Mail | None:
        if self._of is None:
            return None
        for each in self._of.people:
            if each.participant.id == self.who.key:
                way = each.sheets[0].way if each.sheets else self._way
                return mail(each.participant, way, self._of.unit, self._of.deadline)
        return None

    def _show(self) -> None:
        found = self._mail()
        body = f"{self.ui.tr(found.subject)}\n\n{found.body(self.ui.tr)}" if found else ""
        if body != self.text.toPlainText():
            self.text.setPlainText(body)

    def _copy(self) -> None:
        found = self._mail()
        if found is not None:
            QApplication.clipboard().setText(self.text.toPlainText())
            self.copied.emit(found.to.name)
