"""Saved and checked: the file, the five facts, what to do now, and the editions before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.bundle.handing_in import HandingIn
from kvik_desktop.bundle.screens.digits import Digits
from kvik_desktop.bundle.screens.facts import FactList, FactName, fact_lines
from kvik_desktop.bundle.screens.numbered import Numbered
from kvik_desktop.bundle.screens.saved_words import sentences, steps, title, told
from kvik_desktop.bundle.standing import Kept
from kvik_desktop.envelope.verdict import Fact
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.report.screens.printing import open_file
from kvik_desktop.report.screens.sides import Sides
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.cells import Cell, CellModel, TableRow
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.table import Table

WAITS: tuple[FactName, ...] = ("trusted",)
"""What somebody else has to say yes to."""


@dataclass(frozen=True, slots=True)
class JustSaved:
    """What is known only right after a package was saved."""

    sha256: str
    path: Path
    unchanged: bool
    warnings: tuple[Text, ...]


class SavedView(QWidget):
    """Everything is read again from what the file holds, so it is as true tomorrow."""

    foot_changed = Signal()
    wanted = Signal(str)
    """``gennemse``, ``kopi`` or ``opfoelgning``."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        px, tr = ui.theme.px, ui.tr
        self._just: JustSaved | None = None
        self.sign = QLabel()
        self.sign.setFixedSize(QSize(px(48), px(48)))
        self.sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = Heading(ui, "", "large")
        self._told = ReadingText(ui, "", ink="text-2")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(px(8))
        self.file_name = ReadingText(ui, "", weight=500)
        self._file_detail = ReadingText(ui, "", "small", ink="text-2")
        self.show_folder = LinkButton(ui, tr(say("Vis i mappen")), "folder")
        self.show_folder.clicked.connect(self._show_folder)
        self.facts = FactList(ui)
        self._model = CellModel(ui, (tr(say("Udgave")), tr(say("Gemt")), tr(say("Fil"))))
        self.editions = Table(ui, tr(say("Udgaver, der er gemt")))
        self.editions.setModel(self._model)
        self.editions.set_columns(96, 176, 0)
        self._editions_title = Heading(ui, tr(say("Udgaver, der er gemt")))
        self._steps = QVBoxLayout()
        self._digits = QVBoxLayout()
        self.copy = LinkButton(ui, tr(say("Kopiér kontroltallet")), "copy")
        self.copy.clicked.connect(self._copy)
        self._kept: Kept | None = None
        self._lay_out()

    # How it lies

    def _lay_out(self) -> None:
        sides = Sides(self.ui, self._main(), self._beside(), fold=960, right_width=336, right_look="window")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(sides)

    def _main(self) -> QWidget:
        px = self.ui.theme.px
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(px(40), px(32), px(40), px(24))
        column.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self._told)
        head = QHBoxLayout()
        head.setSpacing(px(16))
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addSpacing(px(16))
        column.addLayout(self._notes)
        column.addSpacing(px(8))
        column.addWidget(self._file_line())
        column.addSpacing(px(24))
        column.addWidget(self.facts)
        column.addSpacing(px(24))
        column.addWidget(self._editions_title)
        column.addWidget(self.editions)
        column.addStretch(1)
        return half

    def _file_line(self) -> QFrame:
        px = self.ui.theme.px
        frame = QFrame()
        frame.setProperty("look", "sunk")
        row = QHBoxLayout(frame)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        row.setSpacing(px(16))
        picture = QLabel()
        picture.setPixmap(pixmap(self.ui.theme, "file", "text-2", 20))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.file_name)
        words.addWidget(self._file_detail)
        row.addWidget(picture)
        row.addLayout(words, 1)
        row.addWidget(self.show_folder)
        return frame

    def _beside(self) -> QWidget:
        px, tr = self.ui.theme.px, self.ui.tr
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(px(24), px(40), px(24), px(24))
        column.setSpacing(px(8))
        column.addWidget(Heading(self.ui, tr(say("Sådan afleverer I"))))
        column.addLayout(self._steps)
        column.addSpacing(px(16))
        column.addWidget(Heading(self.ui, tr(say("Kontroltal"))))
        column.addLayout(self._digits)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return half

    # What is shown

    def show_handing_in(self, found: HandingIn, just: JustSaved | None) -> None:
        """Show the newest edition, and what is known of its saving where that was just now."""
        kept = found.standing.newest
        assert kept is not None, "shown once there is an edition"
        self._kept = kept
        self._just = just if just is not None and just.sha256 == kept.delivery.sha256 else None
        self._show_head(kept)
        self._show_notes(found)
        self._show_file(kept)
        words = sentences(kept, found.standing.unit.name)
        self.facts.set_lines(fact_lines(kept.facts, words, WAITS))
        self._show_editions(found)
        self._show_steps(kept)
        self.foot_changed.emit()

    def _show_head(self, kept: Kept) -> None:
        tr, fresh = self.ui.tr, self._just is not None
        approved = kept.facts.trusted is Fact.YES
        self.sign.setPixmap(mark(self.ui.theme, "approved" if approved else "waiting", 32))
        self.title.setText(tr(title(kept, is_fresh=fresh)))
        unchanged = self._just is not None and self._just.unchanged
        self._told.setText(tr(told(kept, is_fresh=fresh, unchanged=unchanged)))

    def _show_notes(self, found: HandingIn) -> None:
        tr = self.ui.tr
        _clear(self._notes)
        for warning in self._just.warnings if self._just else ():
            self._notes.addWidget(Note(self.ui, "caution", tr(warning)))
        kept = found.standing.newest
        if kept is not None and found.standing.is_changed and not kept.is_withdrawal:
            again = (tr(say("Gennemse en ny udgave")), lambda: self.wanted.emit("gennemse"))
            told_of = say("Det, I har ændret siden, er ikke afleveret. Den næste pakke bliver udgave {n}.",
                          n=found.standing.next_edition)  # fmt: skip
            changed = say("I har ændret noget siden udgave {n}", n=kept.delivery.edition)
            self._notes.addWidget(Note(self.ui, "caution", tr(changed), tr(told_of), [again]))

    def _show_file(self, kept: Kept) -> None:
        tr = self.ui.tr
        name = kept.delivery.file or tr(say("Pakken"))
        size = max(1, round(len(kept.delivery.package) / 1000))
        edition = say("udgave {n}", n=kept.delivery.edition)
        parts = [tr(say("{n} kB", n=size)), tr(edition)]
        if self._just is not None:
            name = self._just.path.name
            parts.insert(0, str(self._just.path.parent))
        self.file_name.setText(name)
        self._file_detail.setText(" · ".join(parts))
        self.show_folder.setVisible(self._just is not None)

    def _show_editions(self, found: HandingIn) -> None:
        tr = self.ui.tr
        rows = [
            TableRow(
                each.delivery.sha256,
                (
                    Cell(str(each.delivery.edition), mark="approved" if each.is_newest else ""),
                    Cell(tr.value(each.delivery.created.astimezone())),
                    Cell(each.delivery.file or "–", tr(_kind(each))),
                ),
            )
            for each in found.standing.editions
        ]
        self._model.set_rows(rows)
        several = len(rows) > 1 or self._just is None
        self._editions_title.setVisible(several)
        self.editions.setVisible(several)
        high = sum(self.editions.rowHeight(row) for row in range(len(rows)))
        head = self.editions.horizontalHeader().sizeHint().height()
        self.editions.setFixedHeight(head + high + 4)

    def _show_steps(self, kept: Kept) -> None:
        tr = self.ui.tr
        _clear(self._steps)
        for number, (what, how) in enumerate(steps(kept), start=1):
            self._steps.addWidget(Numbered(self.ui, number, tr(what), tr(how)))
        _clear(self._digits)
        self._digits.addWidget(Digits(self.ui, kept.signer.digits))

    # What is done

    def _show_folder(self) -> None:
        if self._just is not None:
            open_file(self._just.path.parent)

    def _copy(self) -> None:
        if self._kept is not None:
            QGuiApplication.clipboard().setText(" ".join(self._kept.signer.digits))

    @property
    def foot(self) -> Foot:
        """A copy, and on to the follow-up."""
        tr = self.ui.tr
        copy = Act(tr(say("Gem en kopi…")), lambda: self.wanted.emit("kopi"), icon="upload")
        on = Act(tr(say("Videre til opfølgning")), lambda: self.wanted.emit("opfoelgning"))
        return Foot(primary=on, secondary=(copy,))


def _kind(kept: Kept) -> Text | str:
    if kept.is_withdrawal:
        return say("Tilbagekaldelse")
    return say("Den gælder nu") if kept.is_newest else ""


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
