"""Revoking a key in its place: why, and from which day; none can undo it, so the words come first."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.central.screens.register_words import REASONS
from kvik_desktop.envelope.trust_list import Reason
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import QuietButton, SecondaryButton
from kvik_desktop.shell.widgets.day_edit import DayEdit
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.flow_row import FlowRow
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.radios import Radios
from kvik_desktop.shell.widgets.reading_text import ReadingText

FIELD_WIDE = 184


class RevokePart(QWidget):
    """Nothing is chosen beforehand: the two reasons mean different days."""

    revoking = Signal(object, object)
    """A :class:`Reason`, and the first day (``date``) on which the key was not safe; None is from now."""
    given_up = Signal()
    asking = Signal(object)
    """The part (``QWidget``) that the user is to look at now."""

    def __init__(self, ui: Ui, today: date) -> None:
        super().__init__()
        self.ui = ui
        self._today = today
        px, tr = ui.theme.px, ui.tr
        warning = say(
            "En spærring kan ikke fortrydes. Det, der kommer med nøglen bagefter, tæller ikke med. Kan en "
            "anden have fået den, tæller det, der er kommet siden den dag, du skriver, heller ikke med "
            "længere. Institutionen kan tilmelde sig igen med en ny nøgle."
        )
        self.reasons = Radios(
            ui, tr(say("Hvad er der sket med nøglen?")), [(key, tr(text)) for key, text in REASONS.items()]
        )
        self.reasons.chosen.connect(self._chosen)
        hint = tr(say("Kender du ikke dagen, så vælg en tidlig."))
        self.since = Field(ui, tr(say("Fra hvilken dag er den ikke sikker?")), DayEdit(ui), hint)
        self.since.control.day_changed.connect(lambda _day: self.since.set_error(""))
        self.since.control.setMaximumWidth(px(FIELD_WIDE))
        self.since.hide()
        self._wrong = ReadingText(ui, "", "small", ink="red")
        self._wrong.hide()
        self.revoke = SecondaryButton(ui, tr(say("Spær nøglen")), "forbidden", small=True)
        self.revoke.clicked.connect(self._revoke)
        self.cancel = QuietButton(ui, tr(say("Lad være")), small=True)
        self.cancel.clicked.connect(self.given_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Heading(ui, tr(say("Spær nøglen"))))
        column.addWidget(ReadingText(ui, tr(warning)))
        column.addWidget(self.reasons)
        column.addWidget(self._wrong)
        column.addWidget(self.since)
        column.addWidget(FlowRow(ui, [self.revoke, self.cancel]))

    def first_focus(self) -> QWidget:
        """The first reason."""
        return next(iter(self.reasons.buttons.values()))

    def _chosen(self, reason: object) -> None:
        self._tell("")
        self.since.setVisible(reason is Reason.COMPROMISED)
        self.asking.emit(self.revoke)

    def _tell(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _revoke(self) -> None:
        tr, reason = self.ui.tr, self.reasons.key
        if not isinstance(reason, Reason):
            self._tell(tr(say("Vælg, hvad der er sket.")))
            self.first_focus().setFocus()
            self.asking.emit(self.reasons)
            return
        if reason is Reason.LOST:
            self.revoking.emit(reason, None)
            return
        fault = self._fault()
        if fault is not None:
            self.since.set_error(tr(fault))
            self.since.control.setFocus()
            self.asking.emit(self.since)
            return
        self.revoking.emit(reason, self.since.control.day)

    def _fault(self) -> Text | str | None:
        edit = self.since.control
        if edit.fault:
            return edit.fault
        if edit.day is None:
            return say("Skriv den første dag, hvor den ikke var sikker.")
        if edit.day > self._today:
            return say("Dagen er ikke kommet endnu. Skriv i dag eller en tidligere dag.")
        return None
