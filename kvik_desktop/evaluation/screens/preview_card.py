"""What was understood of a list that was pasted or fetched, shown before anybody is added."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kvik_desktop.evaluation.preparing.people_preview import Fate, Preview, PreviewLine
from kvik_desktop.evaluation.screens.check_line import CheckLine
from kvik_desktop.evaluation.usecases import NewParticipant
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

FATES: Mapping[Fate, Text] = {
    Fate.NEW: say("Ny"),
    Fate.CORRECTED: say("Står på listen og får en anden rolle"),
    Fate.KNOWN: say("Står allerede på listen og ændres ikke"),
}


class PreviewCard(QFrame):
    """One box for each who would come; one without tick leaves its person out. Enter takes, Escape drops."""

    accepted = Signal()
    dropped = Signal()
    grown = Signal()
    """It has another size."""
    changed = Signal()
    """Somebody has been left out, or is with again."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        px = ui.theme.px
        self.setProperty("look", "sunk")
        self.preview = Preview(())
        self.lines: list[tuple[PreviewLine, CheckLine]] = []
        self._title = Heading(ui, "")
        self._hint = ReadingText(ui, "", ink="text-2")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._skipped = ReadingText(ui, "", "small", ink="text-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(4))
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addLayout(self._list)
        column.addWidget(self._skipped)
        self.hide()

    @property
    def people(self) -> tuple[NewParticipant, ...]:
        """Those who are to be added or corrected."""
        return tuple(line.person for line, box in self.lines if _is_wanted(line) and box.box.isChecked())

    def show_preview(self, preview: Preview) -> None:
        """Show what was understood, and let it be answered at once."""
        self.clear()
        self.preview = preview
        tr = self.ui.tr
        count = len(preview.lines)
        self._title.setText(tr(say_n("Vi har fundet {n} person", "Vi har fundet {n} personer", count)))
        self._hint.setText(tr(_hint_of(preview)))
        self.setAccessibleName(f"{self._title.text()}. {self._hint.text()}")
        for line in preview.lines:
            box = CheckLine(self.ui, tr(words_of(line.person)), tr(FATES[line.fate]))
            box.set_checked(_is_wanted(line))
            box.set_fixed(not _is_wanted(line))
            box.ticked.connect(lambda _: self.changed.emit())
            self.lines.append((line, box))
            self._list.addWidget(box)
        skipped = "; ".join(tr(say("»{text}«", text=each)) for each in preview.skipped)
        self._skipped.setText(tr(say("Sprunget over: {lines}", lines=skipped)))
        self._skipped.setVisible(bool(skipped))
        self.show()

    def clear(self) -> None:
        """Nothing is shown."""
        for _, box in self.lines:
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.lines = []
        self.preview = Preview(())
        self.hide()

    def first_focus(self) -> QWidget | None:
        """The first box."""
        return self.lines[0][1].box if self.lines else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is another size to see."""
        super().resizeEvent(event)
        self.grown.emit()

    def event(self, event: QEvent) -> bool:
        """Escape is ours as long as a list is shown."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is ticked; Escape drops it all."""
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


def _is_wanted(line: PreviewLine) -> bool:
    return line.fate is not Fate.KNOWN


def words_of(person: NewParticipant) -> Text:
    """A person in one line."""
    if person.leader and person.role.casefold() != "leder":
        return say("{name}, {role} (leder)", name=person.name, role=person.role or "–")
    if person.role:
        return say("{name}, {role}", name=person.name, role=person.role)
    return say("{name}", name=person.name)


def _hint_of(preview: Preview) -> Text:
    if not preview.lines:
        return say("Vi fandt ingen navne. Skriv dem i stedet ét ad gangen.")
    if not preview.wanted:
        return say("Alle står allerede på listen, så der er ingen at tilføje.")
    return say("Se, om det passer. Fjern krydset ved dem, der ikke skal med.")
