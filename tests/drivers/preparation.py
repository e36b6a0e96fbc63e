"""Drives step 1 with a leader's words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton

from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.preparing.path import Part
from kvik_desktop.evaluation.screens.person_row import PersonRow
from kvik_desktop.evaluation.screens.preparation_page import PreparationPage
from kvik_desktop.model_package.model import Method, Sector
from kvik_desktop.shell.widgets.keyed_model import ITEM
from tests.drivers.hand import Hand, Keys, frame, write


class Preparing:
    """The page of preparation, and the hand that works on it."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        room = hand.window.room
        assert room is not None
        if not isinstance(room.page, PreparationPage):
            hand.go(1)
        assert isinstance(room.page, PreparationPage)
        self.page: PreparationPage = room.page

    def go_to(self, part: Part) -> Preparing:
        """A row of the list beside the questions."""
        if self.page.place != part.value:
            model = self.page.index.model()
            rows = [model.index(row, 0) for row in range(model.rowCount())]
            wanted = next(index for index in rows if index.data(ITEM).key == part.value)
            self.hand.choose(self.page.index, wanted)
        return self

    def said(self) -> dict[str, str]:
        """By question what the list says of it."""
        model = self.page.index.model()
        found = [model.index(row, 0).data(ITEM) for row in range(model.rowCount())]
        return {item.name: item.second for item in found}

    # People

    def names(self) -> list[str]:
        """The list from above."""
        return [row.name.text() for row in self.rows()]

    def rows(self) -> list[PersonRow]:
        """The rows from above."""
        rows = self.page.people.rows.values()
        return sorted(rows, key=lambda row: row.person.position)

    def row(self, name: str) -> PersonRow:
        """The row of one participant."""
        return next(row for row in self.rows() if row.person.name == name)

    def add(self, name: str, role: str = "") -> Preparing:
        """Write one more, and press Enter."""
        new = self.go_to(Part.PEOPLE).page.people.new
        self.hand.enter(new.name)
        write(name)
        if role:
            self.hand.enter(new.role)
            write(role)
        self._enter()
        return self

    def _enter(self) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
        self.hand.inputs += 1

    def paste(self, text: str) -> Preparing:
        """Put something from elsewhere in the field for a name."""
        new = self.go_to(Part.PEOPLE).page.people.new
        self.hand.enter(new.name)
        QApplication.clipboard().setText(text)
        QTest.keyClick(new.name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self.hand.inputs += 1
        return self

    def take_preview(self) -> Preparing:
        """Add those whom the preview shows."""
        self._enter()
        return self

    def to_answers(self) -> Preparing:
        """Past what can wait, to the first answer."""
        if isinstance(self.hand, Keys):
            self.hand.go(2)
            return self
        return self.next() if "svar" in self.next_words else self.other("Gå til svarene")

    def propose_days(self) -> Preparing:
        """Let the program fill in the days that are missing."""
        self.hand.press(self.go_to(Part.DAYS).page.days.propose)
        return self

    def tick(self, item: str) -> Preparing:
        """Tick something off in the ten steps."""
        lines = {key: line for part in self.go_to(Part.STEPS).page.steps.parts.values()
                 for key, line in part.lines.items()}  # fmt: skip
        self.hand.press(lines[item].box)
        return self

    def rename(self, name: str, to: str) -> Preparing:
        """Write another name over the one that stands there."""
        field = self.row(name).name
        self.hand.enter(field)
        field.selectAll()
        write(to)
        self._enter()
        self.page.flush()
        return self

    def toggle_leader(self, name: str) -> Preparing:
        """Make somebody leader, or not."""
        self.hand.press(self.row(name).leader)
        return self

    def remove(self, name: str) -> Preparing:
        """Take somebody off the list."""
        self.hand.press(self.row(name).remove)
        return self

    # The other questions

    def call_it(self, name: str) -> Preparing:
        """Another name of the unit."""
        field = self.go_to(Part.UNIT).page.unit.name.control
        self.hand.enter(field)
        field.selectAll()
        write(name)
        self.page.flush()
        return self

    def choose_sector(self, sector: Sector) -> Preparing:
        """What the unit is."""
        return self._choose_radio(self.go_to(Part.UNIT).page.unit.sector.buttons[sector])

    def choose_model(self, name: str) -> Preparing:
        """Another model, by its name."""
        buttons = self.go_to(Part.MODEL).page.model.model.buttons.values()
        return self._choose_radio(next(button for button in buttons if button.text() == name))

    def choose_method(self, method: Method) -> Preparing:
        """Another method."""
        return self._choose_radio(self.go_to(Part.MODEL).page.model.method.buttons[method.value])

    def _choose_radio(self, button: QRadioButton) -> Preparing:
        self.hand.choose_radio(button)
        return self

    def set_day(self, milestone: Milestone, day: date) -> Preparing:
        """Type a day."""
        field = self.go_to(Part.DAYS).page.days.days[milestone].control
        self.hand.enter(field)
        field.selectAll()
        write(f"{day.day}.{day.month}.{day.year}")
        self._enter()
        return self

    # Foot

    @property
    def next_words(self) -> str:
        """What the filled button says."""
        return frame(self.hand.window).foot.primary.text()

    @property
    def hint(self) -> str:
        """What the foot says beside the buttons."""
        foot = self.page.foot
        return foot.primary.asleep if foot.primary and foot.primary.asleep else foot.hint

    def next(self) -> Preparing:
        """Do what the filled button says."""
        self.hand.primary()
        return self

    def other(self, words: str) -> Preparing:
        """Press another button of the foot."""
        buttons = frame(self.hand.window).foot.buttons
        self.hand.press(next(button for button in buttons if button.text() == words))
        return self
