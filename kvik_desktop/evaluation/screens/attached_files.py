"""The files beside an answer: their names, the way to a copy of each, and the way to one more.

No file is ever opened here. Whoever wants to read one saves a copy where they choose and opens that
themselves: so nothing in it is run by the program, and no copy lies in a folder for temporary files.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.evaluation.evidence.model import LARGEST, Attachment, FileType
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.rounding import half_up
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton, LinkButton
from kvik_desktop.shell.widgets.note import problem_note
from kvik_desktop.shell.widgets.reading_text import ReadingText

TYPES = say(
    "{types}. Højst {limit} MB hver.",
    types=", ".join(each.value for each in FileType),
    limit=LARGEST // 2**20,
)


class AttachedFiles(QWidget):
    """Rows are made only for the files there are."""

    wanted = Signal()
    """Another file is to be chosen."""
    copied = Signal(str)
    """A copy of the file with this id is wanted."""
    removed = Signal(str)
    """The file with this id is to go."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.rows: list[AttachedRow] = []
        self._files: tuple[Attachment, ...] = ()
        self._read_only = False
        tr, px = ui.tr, ui.theme.px
        self._notes = QVBoxLayout()
        self._column = QVBoxLayout()
        self.add = LinkButton(ui, tr(say("Vedlæg en fil…")), "clip")
        self.add.setAccessibleDescription(tr(TYPES))
        self.add.setToolTip(tr(TYPES))
        self.add.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(self._column)
        column.addLayout(self._notes)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def files(self) -> tuple[Attachment, ...]:
        """What is shown."""
        return self._files

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Show these; focus goes to the way to one more where its row is gone."""
        if tuple(files) == self._files:
            return
        had_focus = any(row.isAncestorOf(self.focusWidget()) for row in self.rows if self.focusWidget())
        self._files = tuple(files)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(each) for each in files]
        for row in self.rows:
            self._column.addWidget(row)
            row.show()
        if had_focus:
            self.add.setFocus()

    def _row(self, file: Attachment) -> AttachedRow:
        row = AttachedRow(self.ui, file, read_only=self._read_only)
        row.copy.clicked.connect(lambda *_: self.copied.emit(file.id))
        row.remove.clicked.connect(lambda *_: self.removed.emit(file.id))
        return row

    def set_read_only(self, read_only: bool) -> None:
        """Only copies can be taken."""
        self._read_only = read_only
        self.add.setVisible(not read_only)
        for row in self.rows:
            row.remove.setVisible(not read_only)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """What was wrong with the files that were not attached, each with what to do."""
        while (item := self._notes.takeAt(0)) is not None:
            note = item.widget()
            if note is not None:
                note.hide()
                note.deleteLater()
        for problem in problems:
            note = problem_note(self.ui, problem, closable=True)
            self._notes.addWidget(note)
            note.show()

    def clear(self) -> None:
        """Nothing of what anybody attached is left."""
        self.show_files(())
        self.show_problems(())


class AttachedRow(QWidget):
    """One file."""

    def __init__(self, ui: Ui, file: Attachment, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr, px = ui.tr, ui.theme.px
        sign = QLabel()
        sign.setPixmap(pixmap(ui.theme, "clip", "text-2", 16))
        sign.setFixedSize(px(16), ui.theme.line())
        self.name = ReadingText(ui, file.name)
        self.facts = QLabel(tr(facts(file)))
        self.facts.setProperty("look", "small")
        self.copy = IconButton(ui, "download", tr(say("Gem en kopi af {name}…", name=file.name)))
        self.remove = IconButton(ui, "close", tr(say("Fjern {name}", name=file.name)))
        self.remove.setVisible(not read_only)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(file.name)


def facts(file: Attachment) -> Text:
    """A file's type and size."""
    kind = file.type.value.upper()
    if file.size < 1000:
        return say("{type}, {n} byte", type=kind, n=file.size)
    if file.size < 10**6:
        return say("{type}, {n} kB", type=kind, n=half_up(Fraction(file.size, 1000)))
    return say("{type}, {n} MB", type=kind, n=half_up(Fraction(file.size, 10**6), 1))
