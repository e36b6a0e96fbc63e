"""The coordinator's own key and list: the digits for the letter, where both lie, and the way to others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.bundle.screens.digits import Digits
from kvik_desktop.bundle.screens.review_words import READ_ONLY
from kvik_desktop.central.register.own_list import OwnFiles
from kvik_desktop.central.screens.register_rows import Seen
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton, SecondaryButton
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.flow_row import FlowRow
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note, problem_note
from kvik_desktop.shell.widgets.reading_text import ReadingText


class OwnKeyView(QWidget):
    """Nothing here is secret: the digits are sent to everybody."""

    copying = Signal()
    """The digits are to lie on the clipboard."""
    choosing = Signal()
    """The user has a list elsewhere."""

    def __init__(self, ui: Ui, *, read_only: bool = False) -> None:
        super().__init__()
        self.ui = ui
        self._shown: object = None
        px, tr = ui.theme.px, ui.tr
        self._notes, self._digits = QVBoxLayout(), QVBoxLayout()
        self._who = ReadingText(ui, "")
        self._where = QVBoxLayout()
        self._where.setSpacing(px(4))
        self.copy = SecondaryButton(ui, tr(say("Kopiér cifrene")), "copy", small=True)
        self.copy.clicked.connect(self.copying)
        self.other = LinkButton(ui, tr(say("Brug en anden tillidsliste…")))
        self.other.set_asleep(tr(READ_ONLY) if read_only else "")
        self.other.clicked.connect(self._choose)
        scroll = ScrollColumn(ui, centred=False, margin=24)
        scroll.column.set_padding(24, 24)
        body = scroll.body
        body.addWidget(Heading(ui, tr(say("Din nøgle og tillidsliste")), "large"))
        body.addLayout(self._notes)
        body.addWidget(self._who)
        body.addLayout(self._digits)
        body.addWidget(FlowRow(ui, [self.copy]))
        body.addSpacing(px(8))
        body.addWidget(Heading(ui, tr(say("Her ligger de"))))
        body.addLayout(self._where)
        body.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_own(self, seen: Seen) -> None:
        """The list and the key as they are now."""
        listed = seen.register.trust_list
        if listed is None or self._shown == (listed, seen.files):
            return
        self._shown = (listed, seen.files)
        tr = self.ui.tr
        told = say(
            "Cifrene her er dit kontroltal. Skriv dem i brevet til institutionerne. Så kan de se, at en fil "
            "er fra {name}.",
            name=listed.coordinator.name,
        )
        self._who.setText(tr(told))
        refill(self._digits, [Digits(self.ui, listed.signing_key.digits)])
        refill(self._where, [ReadingText(self.ui, tr(line), ink="text-2") for line in _where(seen, listed)])

    def _choose(self) -> None:
        self.show_problem(None)
        self.choosing.emit()

    def show_done(self, title: Text, text: Text) -> None:
        """What was just done, and what is to be done with it now."""
        tr = self.ui.tr
        refill(self._notes, [Note(self.ui, "done", tr(title), tr(text))])

    def show_problem(self, problem: Problem | None) -> None:
        """What is wrong with a list that was chosen; None takes it away."""
        refill(self._notes, [] if problem is None else [problem_note(self.ui, problem)])


def _where(seen: Seen, listed: TrustList) -> list[Text]:
    files: OwnFiles | None = seen.files
    if files is None:
        return [say("Filerne er ikke fundet. Vis, hvor de ligger.")]
    return [
        say("Tillidslisten, version {n}: {path}", n=listed.version, path=files.trust_list),
        say("Nøglen: {path}", path=files.key),
    ]
