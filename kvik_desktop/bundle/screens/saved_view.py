"""Saved and checked: the file, the five facts, what to do now, and the editions before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
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
from kvik_desktop.report.screens.refill import refill
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

SIGN, INSIDE_SIGN = 48, 24
"""The disc before the title and what stands in it, at 100 %."""

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
        self._next_edition = 0
        self.sign = QLabel()
        self.sign.setFixedSize(QSize(px(SIGN), px(SIGN)))
        self.title = Heading(ui, "", "large")
        self._told = ReadingText(ui, "", ink="text-2")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(px(8))
        self.file_name = ReadingText(ui, "", weight=500)
        self._file_detail = ReadingText(ui, "", "small", ink="text-2")
        self.show_folder = LinkButton(ui, tr(say("Vis i mappen")), "folder")
        self.show_folder.clicked.connect(self._show_folder)
        self.facts = FactList(ui)
        self.fetch = LinkButton(ui, tr(say("Har modtageren sendt en ny tillidsliste? Hent den")))
        self.fetch.clicked.connect(lambda: self.wanted.emit("afsender"))
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
        self.edition_rows: list[TableRow] = []
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
        column.addWidget(self._file_line())
        column.addSpacing(px(24))
        column.addWidget(self.facts)
        column.addSpacing(px(8))
        column.addWidget(self.fetch, 0, Qt.AlignmentFlag.AlignLeft)
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
        self.sign.setPixmap(_sign(self.ui, approved=kept.facts.trusted is Fact.YES))
        self.fetch.setVisible(kept.facts.trusted is Fact.UNKNOWN)
        self.title.setText(tr(title(kept, is_fresh=fresh)))
        unchanged = self._just is not None and self._just.unchanged
        self._told.setText(tr(told(kept, is_fresh=fresh, unchanged=unchanged)))

    def _show_notes(self, found: HandingIn) -> None:
        tr = self.ui.tr
        standing, kept = found.standing, found.standing.newest
        self._next_edition = standing.next_edition if standing.is_changed else 0
        notes = [Note(self.ui, "caution", tr(warning)) for warning in self._warnings]
        if kept is not None and standing.is_changed and not kept.is_withdrawal:
            changed = say("I har ændret noget siden udgave {n}", n=kept.delivery.edition)
            told_of = say("Det er ikke afleveret. Den næste pakke bliver udgave {n}.", n=self._next_edition)
            notes.append(Note(self.ui, "caution", tr(changed), tr(told_of)))
        refill(self._notes, notes)
        self._notes.setContentsMargins(0, 0, 0, self.ui.theme.px(16) if notes else 0)

    @property
    def _warnings(self) -> tuple[Text, ...]:
        return self._just.warnings if self._just else ()

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
        self.edition_rows = rows
        self._model.set_rows(rows)
        several = len(rows) > 1 or self._just is None
        self._editions_title.setVisible(several)
        self.editions.setVisible(several)
        high = sum(self.editions.rowHeight(row) for row in range(len(rows)))
        head = self.editions.horizontalHeader().sizeHint().height()
        self.editions.setFixedHeight(head + high + 4)

    def _show_steps(self, kept: Kept) -> None:
        tr = self.ui.tr
        told_of = enumerate(steps(kept), start=1)
        refill(self._steps, [Numbered(self.ui, n, tr(what), tr(how)) for n, (what, how) in told_of])
        refill(self._digits, [Digits(self.ui, kept.signer.digits)])

    # What is done

    def first_focus(self) -> QWidget:
        """What one may want first: the folder with the file, where it was saved just now."""
        return self.show_folder if self._just is not None else self.copy

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
        on = Act(
            tr(say("Videre til opfølgning")), lambda: self.wanted.emit("opfoelgning"), icon="chevron-right"
        )
        if not self._next_edition:
            return Foot(primary=on, secondary=(copy,))
        again = say("Gennemse udgave {n}", n=self._next_edition)
        review = Act(tr(again), lambda: self.wanted.emit("gennemse"), icon="chevron-right")
        return Foot(review, secondary=(copy, replace(on, icon="")))


def _sign(ui: Ui, *, approved: bool) -> QPixmap:
    """A pale disc with a tick, or with the mark of what waits."""
    theme, ratio = ui.theme, QGuiApplication.primaryScreen().devicePixelRatio()
    side = theme.px(SIGN)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    inside = pixmap(theme, "check", "green", INSIDE_SIGN) if approved else mark(theme, "waiting", INSIDE_SIGN)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("green-soft" if approved else "amber-soft"))
    painter.drawEllipse(0, 0, side, side)
    left = (side - theme.px(INSIDE_SIGN)) // 2
    painter.drawPixmap(left, left, inside)
    painter.end()
    return picture


def _kind(kept: Kept) -> Text | str:
    if kept.is_withdrawal:
        return say("Tilbagekaldelse")
    return say("Den gælder nu") if kept.is_newest else ""
