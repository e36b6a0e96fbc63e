"""Drives the coordinator's pages with a coordinator's words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from kvik_desktop.central.screens.comparison_page import ComparisonPage
from kvik_desktop.central.screens.import_view import ImportView
from kvik_desktop.central.screens.inbox_page import InboxPage
from kvik_desktop.central.screens.key_check import KeyCheck
from kvik_desktop.central.screens.office_page import OfficePage
from kvik_desktop.central.screens.signing_dialog import SigningDialog
from kvik_desktop.envelope.keys import PublicKey
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.widgets.cells import CELL, KEY, Cell
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.quartile_plot import QuartilePlot
from tests.drivers.hand import Hand, Keys, Mouse, frame, pick, write
from tests.window import ToldChooser

P = TypeVar("P", bound=Page)


class Desk:
    """What all three pages have: the foot, files, and signing."""

    stop: int
    kind: type[OfficePage]

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        if not isinstance(self._page, self.kind):
            hand.go(self.stop)

    @property
    def _page(self) -> Page:
        room = self.hand.window.room
        assert room is not None
        assert room.page is not None
        return room.page

    def answer_chooser(self, *paths: Path) -> None:
        """What the user points at when next asked for files, a folder or a place."""
        chooser = self.hand.window.choose
        assert isinstance(chooser, ToldChooser)
        chooser.answers.append(list(paths))

    @property
    def next_words(self) -> str:
        """What the filled button says."""
        return frame(self.hand.window).foot.primary.text()

    @property
    def hint(self) -> str:
        """What the foot says beside the buttons."""
        foot = self._page.foot
        return foot.primary.asleep if foot.primary and foot.primary.asleep else foot.hint

    def other(self, words: str) -> None:
        """Press another button of the foot."""
        buttons = frame(self.hand.window).foot.buttons
        self.hand.press(next(button for button in buttons if button.text() == words))

    @property
    def said(self) -> str:
        """The line at the bottom of the content."""
        line = frame(self.hand.window)._line
        return " ".join(label.text() for label in line.findChildren(QLabel)) if line.isVisible() else ""

    @property
    def dialog(self) -> SigningDialog:
        """What asks for the passphrase."""
        page = self._page
        assert isinstance(page, OfficePage)
        assert page.signing is not None
        return page.signing

    def sign(self, passphrase: str, *, keep: bool = False) -> None:
        """Type the passphrase."""
        dialog = self.dialog
        assert dialog.isVisible()
        field = dialog.field.control
        if keep:
            QTest.keyClick(dialog.keep, Qt.Key.Key_Space)
        QTest.keyClicks(field, passphrase)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.hand.inputs += 1

    def compare(self, check: KeyCheck, key: PublicKey, *, wrong: bool = False) -> None:
        """Type the two groups that are hidden, as they are read aloud."""
        for group, field in zip(check.groups, check.fields, strict=True):
            self.hand.enter(field)
            write("99999" if wrong else key.digits[group])
        self.hand.press(check.approve)


class Inbox(Desk):
    """The first page."""

    stop, kind = 1, InboxPage

    @property
    def page(self) -> InboxPage:
        """The page as it is now: another language or look has another."""
        page = self._page
        assert isinstance(page, InboxPage)
        return page

    def rows(self) -> list[tuple[str, str, str]]:
        """Outcome, who and what of each row that is shown."""
        return [_three(row.cells) for row in self.page.model.rows]

    @property
    def heading(self) -> str:
        """Who has delivered."""
        return self.page.head.title.text()

    def choose(self, who: str, what: str = "") -> Inbox:
        """A row, by the institution or the file and what happened."""
        place = next(
            place for place, (_, name, happened) in enumerate(self.rows()) if name == who and what in happened
        )
        self._go_to_row(place)
        return self

    def _go_to_row(self, place: int) -> None:
        table = self.page.table
        if isinstance(self.hand, Keys):
            self.hand.enter(table)
            while table.currentIndex().row() != place:
                down = table.currentIndex().row() < place
                self.hand.key(Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        else:
            self.hand.choose(table, self.page.model.index(place, 0))

    def open(self) -> Inbox:
        """Enter on the chosen row, or a double click."""
        open_row(self.hand, self.page.table)
        return self

    @property
    def panel(self) -> list[str]:
        """Everything that is said beside the list."""
        return texts(self.page.panel.widget())

    @property
    def act(self) -> QPushButton:
        """The one act in place."""
        panel = self.page.panel
        act = panel.act if panel.check is None else panel.check.approve
        assert act is not None, "there is nothing to do here"
        return act

    def fetch(self, *paths: Path) -> Inbox:
        """Take files in."""
        self.answer_chooser(*paths)
        self.hand.primary()
        return self

    def fetch_folder(self, folder: Path) -> Inbox:
        """Take a folder in."""
        self.answer_chooser(folder)
        self.other("Hent en mappe…")
        return self

    def filter(self, word: str) -> Inbox:
        """Only one outcome."""
        chips = self.page.filters.chips
        chip = next(chip for chip in chips.chips if chip.text() == word)
        if isinstance(self.hand, Mouse):
            self.hand.press(chip)
            return self
        assert isinstance(self.hand, Keys)
        self.hand.reach(next(each for each in chips.chips if each.isChecked()))
        while not chip.isChecked():
            self.hand.key(Qt.Key.Key_Right)
        return self

    def find(self, words: str) -> Inbox:
        """Search for an institution."""
        self.hand.enter(self.page.filters.search)
        self.page.filters.search.selectAll()
        write(words)
        return self

    @property
    def note(self) -> list[str]:
        """What the newest import came to, as it is told over the list."""
        note = self.page.notes.note
        return texts(note) if note is not None else []

    def see_files(self) -> Inbox:
        """The verdict on each file of the newest import."""
        note = self.page.notes.note
        assert note is not None
        self.hand.press(note.buttons[0])
        return self

    @property
    def imported(self) -> ImportView:
        """That list."""
        view = self.page.imported
        assert view.isVisible()
        return view

    def verdicts(self) -> list[tuple[str, str, str]]:
        """Its rows."""
        return [_three(row.cells) for row in self.imported.model.rows]


def _three(cells: Sequence[Cell]) -> tuple[str, str, str]:
    return cells[0].text, cells[1].text, cells[2].text


def open_row(hand: Hand, table: QTableView) -> None:
    """Open the chosen row."""
    if isinstance(hand, Keys):
        hand.enter(table)
        hand.key(Qt.Key.Key_Return)
        return
    index = table.currentIndex()
    table.scrollTo(index)
    at = table.visualRect(index).center()
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def texts(widget: QWidget | None) -> list[str]:
    """Everything that is said in a part, in order."""
    assert widget is not None
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def cell(index: QModelIndex) -> Cell:
    """What a cell shows."""
    found = index.data(CELL)
    assert isinstance(found, Cell)
    return found


def key_of(index: QModelIndex) -> object:
    """What the program calls a row."""
    return index.data(KEY)


class Comparison(Desk):
    """The last page."""

    stop, kind = 3, ComparisonPage

    @property
    def page(self) -> ComparisonPage:
        """The page as it is now: another language or look has another."""
        page = self._page
        assert isinstance(page, ComparisonPage)
        return page

    @property
    def groups(self) -> list[str]:
        """What stands over the columns."""
        model = self.page.view.map.model()
        return [
            str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount())
        ]

    def cells(self, key: str) -> list[str]:
        """What stands in a row."""
        heat = self.page.view.map
        model, row = heat.model(), heat.keys.index(key)
        return [str(model.index(row, place).data()) for place in range(model.columnCount())]

    def choose(self, key: str, column: int = 0) -> Comparison:
        """Go to a cell."""
        heat = self.page.view.map
        index = heat.model().index(heat.keys.index(key), column)
        if isinstance(self.hand, Keys):
            self.hand.enter(heat)
            while heat.currentIndex().row() != index.row():
                down = heat.currentIndex().row() < index.row()
                self.hand.key(Qt.Key.Key_Down if down else Qt.Key.Key_Up)
            while heat.currentIndex().column() != index.column():
                right = heat.currentIndex().column() < index.column()
                self.hand.key(Qt.Key.Key_Right if right else Qt.Key.Key_Left)
        else:
            self.hand.choose(heat, index)
        return self

    def open(self) -> Comparison:
        """Enter on the chosen cell, or a double click."""
        open_row(self.hand, self.page.view.map)
        return self

    @property
    def panel(self) -> list[str]:
        """Everything that is said beside the table."""
        panel = self.page.panel
        return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]

    @property
    def spread(self) -> str:
        """The groups of the chosen row, as they are heard."""
        [plot] = [plot for plot in self.page.panel.findChildren(QuartilePlot) if plot.isVisible()]
        return plot.accessibleName()

    @property
    def standing(self) -> str:
        """From when the figures are."""
        line = self.page.view.standing
        return " ".join(text.text() for text in (line.text, line.why_not) if text.isVisible())

    def pick(self, choice: Choice, words: str) -> Comparison:
        """One of a few, in a drop-down."""
        pick(self.hand, choice, words)
        return self
