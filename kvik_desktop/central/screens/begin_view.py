"""Making the trust list: who the coordinator is, and the two keys with their places and passphrases."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.bundle.screens.new_passphrase import NewPassphrase
from kvik_desktop.central.register.keeping import Beginning
from kvik_desktop.envelope.fields import MAX_TEXT
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.shell.choosing import Chooser
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import problem_note
from kvik_desktop.shell.widgets.place_field import PlaceField
from kvik_desktop.shell.widgets.reading_text import ReadingText

NAME_WIDE = 360
NOWHERE = Path()
"""The place of the recovery key before one is chosen."""


@dataclass(frozen=True)
class Draft:
    """What is typed and chosen but the passphrases, for the view in another language or size."""

    name: str
    folder: Path
    recovery_folder: Path


class BeginView(QWidget):
    """What is typed is read once, when list and keys are made, and then cleared."""

    edited = Signal()

    def __init__(self, ui: Ui, choose: Chooser, draft: Draft) -> None:
        """``draft`` is what was typed in the view before this, or what is usual."""
        super().__init__()
        self.ui, self._choose = ui, choose
        self.folder, self.recovery_folder = draft.folder, draft.recovery_folder
        px, tr = ui.theme.px, ui.tr
        self.name = Field(
            ui,
            tr(say("Hvad skal institutionerne kende dig som?")),
            QLineEdit(draft.name),
            tr(say("Fx kommunens navn. Det står på alt, hvad du sender.")),
        )
        self.name.setMaximumWidth(px(NAME_WIDE))
        self.name.control.setMaxLength(MAX_TEXT)
        self.name.control.textEdited.connect(self._edited)
        self.where = PlaceField(ui, tr(say("Her kommer listen og din nøgle til at ligge")))
        self.where.show_path(draft.folder)
        self.where.asked.connect(self._choose_folder)
        self.passphrase = NewPassphrase(ui)
        self.recovery_where = PlaceField(ui, tr(say("Her kommer genopretningsnøglen til at ligge")))
        self.recovery_where.button.setText(tr(say("Vælg et sted…")))
        if draft.recovery_folder == NOWHERE:
            self.recovery_where.control.path.setText(tr(say("Ikke valgt endnu, fx en USB-nøgle")))
        else:
            self.recovery_where.show_path(draft.recovery_folder)
        self.recovery_where.asked.connect(self._choose_recovery_folder)
        self.recovery_passphrase = NewPassphrase(ui)
        self._lay_out()

    def _lay_out(self) -> None:
        px, tr = self.ui.theme.px, self.ui.tr
        self._notes = QVBoxLayout()
        self._scroll = ScrollColumn(self.ui, centred=False, margin=24)
        self._scroll.column.set_padding(24, 24)
        body = self._scroll.body
        body.addWidget(Heading(self.ui, tr(say("Lav din tillidsliste")), "large"))
        body.addLayout(self._notes)
        body.addWidget(self.name)
        self._add_key(
            say("Din nøgle"),
            say("Med den underskriver du listen og alt, hvad du sender. Den bliver på denne computer."),
            self.where,
            self.passphrase,
        )
        self._add_key(
            say("Genopretningsnøglen"),
            say(
                "Med den kan du få en ny nøgle, hvis den første bliver mistet eller stjålet. Læg den og dens "
                "adgangssætning et andet sted, fx på en USB-nøgle i et pengeskab."
            ),
            self.recovery_where,
            self.recovery_passphrase,
        )
        body.addStretch(1)
        for each, whose in (
            (self.passphrase, say("din nøgle")),
            (self.recovery_passphrase, say("genopretningsnøglen")),
        ):
            each.edited.connect(self._edited)
            for field in (each.first, each.second):
                name = f"{field.control.accessibleName()}: {tr(whose)}"
                field.control.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        body.setSpacing(px(16))

    def _add_key(self, title: Text, text: Text, place: PlaceField, passphrase: NewPassphrase) -> None:
        px, tr = self.ui.theme.px, self.ui.tr
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(Heading(self.ui, tr(title)))
        words.addWidget(ReadingText(self.ui, tr(text)))
        self._scroll.body.addSpacing(px(8))
        self._scroll.body.addLayout(words)
        self._scroll.body.addWidget(place)
        self._scroll.body.addWidget(passphrase)

    # Places

    def _choose_folder(self) -> None:
        found = self._choose.folder(self.ui.tr(say("Hvor skal listen og din nøgle ligge?")))
        if found is not None:
            self.folder = found
            self.where.show_path(found)

    def _choose_recovery_folder(self) -> None:
        found = self._choose.folder(self.ui.tr(say("Hvor skal genopretningsnøglen ligge?")))
        if found is not None:
            self.recovery_folder = found
            self.recovery_where.show_path(found)
            self.edited.emit()

    def _edited(self) -> None:
        self.name.set_error("")
        self.edited.emit()

    # What was chosen

    def draft(self) -> Draft:
        """What is kept for another view."""
        return Draft(self.name.control.text(), self.folder, self.recovery_folder)

    @property
    def missing(self) -> Text | None:
        """What is to be filled in first."""
        if not self.name.control.text().strip():
            return say("Skriv først navnet øverst.")
        if self.recovery_folder == NOWHERE:
            return say("Vælg først et sted til genopretningsnøglen.")
        if not (self.passphrase.is_written and self.recovery_passphrase.is_written):
            return say("Vælg først de to adgangssætninger.")
        return None

    def beginning(self) -> Beginning | None:
        """What was chosen; None where it cannot be used, and then the fields say why."""
        tr = self.ui.tr
        if self.recovery_folder == self.folder:
            told = say("Vælg et andet sted end listens. Ellers går begge nøgler tabt på én gang.")
            self.recovery_where.set_error(tr(told))
            self._show(self.recovery_where.button)
            return None
        passphrase = self.passphrase.chosen()
        if passphrase is None:
            self._show(self.passphrase.first.control)
            return None
        recovery = self.recovery_passphrase.chosen()
        if recovery is None:
            self._show(self.recovery_passphrase.first.control)
            return None
        if recovery == passphrase:
            told = say("Vælg en anden sætning end til den første nøgle.")
            self.recovery_passphrase.first.set_error(tr(told))
            self._show(self.recovery_passphrase.first.control)
            return None
        name = self.name.control.text().strip()
        return Beginning(name, self.folder, passphrase, self.recovery_folder, recovery)

    def _show(self, widget: QWidget) -> None:
        self._scroll.ensureWidgetVisible(widget, 0, self.ui.theme.px(48))
        if not self.isAncestorOf(self.focusWidget() or self):
            widget.setFocus()

    def refuse(self, problem: Problem) -> None:
        """Say what went wrong where it can be put right, else over the form."""
        words = f"{self.ui.tr(problem.message)} {self.ui.tr(problem.action)}"
        if problem.code == "E_VALUE":
            self.name.set_error(words)
            self.name.control.setFocus()
            self._scroll.verticalScrollBar().setValue(0)
            return
        refill(self._notes, [problem_note(self.ui, problem)])
        self._scroll.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Nothing of what was typed as passphrases is left."""
        self.passphrase.clear()
        self.recovery_passphrase.clear()
        refill(self._notes)
