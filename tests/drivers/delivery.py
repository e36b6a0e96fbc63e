"""Drives what leaves the machine, the key and the package with a sender's words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kvik_desktop.bundle.screens.delivery_page import DeliveryPage
from kvik_desktop.bundle.screens.facts import FACT_NAMES, FactName
from kvik_desktop.bundle.screens.find_card import DecidedLine, FindCard
from kvik_desktop.bundle.screens.find_list import ClosedFind, Part
from kvik_desktop.bundle.screens.passphrase_dialog import PassphraseDialog
from kvik_desktop.envelope.keys import PublicKey
from kvik_desktop.shell.widgets.note import Note
from tests.drivers.hand import Hand, Keys, frame, wait_until, write
from tests.window import ToldChooser

STEP = 6


class Delivering:
    """Step 6, and the hand that works on it."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        room = hand.window.room
        assert room is not None
        if not isinstance(room.page, DeliveryPage):
            hand.go(STEP)

    @property
    def page(self) -> DeliveryPage:
        """The page as it is now: another language or look has another."""
        room = self.hand.window.room
        assert room is not None and isinstance(room.page, DeliveryPage)
        return room.page

    @property
    def place(self) -> str:
        """Where in the step one is."""
        return self.page.place

    def go(self, place: str) -> Delivering:
        """A link of the top line."""
        self.hand.press(self.page.crumbs.links[place])
        return self

    def told(self, path: Path | None) -> None:
        """What the next file dialog answers."""
        chooser = self.hand.window.choose
        assert isinstance(chooser, ToldChooser)
        chooser.answers.append([path] if path is not None else [])

    def problem(self) -> str:
        """What is told to have gone wrong, on the place that is seen; empty where nothing has."""
        notes = self.page.findChildren(Note)
        return next(
            (note.accessibleName() for note in notes if note.isVisible() and note.kind == "problem"), ""
        )

    # Texts

    def sent(self) -> dict[str, str]:
        """Every text that would leave now, by place."""
        review = self.page.review.review
        return {} if review is None else review.preview.sent.written()

    def texts(self) -> dict[str, str]:
        """By place whether it waits, is open or has its answer."""
        words = {FindCard: "open", ClosedFind: "waits", DecidedLine: "decided"}
        return {part.found.place: words[type(part)] for part in self.page.review.finds.parts}

    def part(self, place: str) -> Part:
        """What stands for a text."""
        return next(part for part in self.page.review.finds.parts if part.found.place == place)

    def card(self, place: str) -> FindCard:
        """The card of a text, opened."""
        part = self.part(place)
        if isinstance(part, ClosedFind):
            self.hand.press(part)
        card = self.part(place)
        assert isinstance(card, FindCard), f"{place} has its answer"
        return card

    def answer(self, place: str, number: int) -> Delivering:
        """Give a text its first, second or third answer: by digit, or by the button."""
        card = self.card(place)
        if isinstance(self.hand, Keys):
            self.hand.reach(card.answers[0])
            self.hand.key(Qt.Key(Qt.Key.Key_0 + number))
        else:
            self.hand.press(card.answers[number - 1])
        return self

    def rewrite(self, place: str, text: str) -> Delivering:
        """Write a text anew, from the editor that its first answer has opened."""
        card = self.card(place)
        if not card.is_editing:
            self.answer(place, 1)
        card.editor.selectAll()
        write(text)
        self.hand.press(card.use)
        return self

    def take_back(self, place: str) -> Delivering:
        """Ask about a text again."""
        line = self.part(place)
        assert isinstance(line, DecidedLine)
        self.hand.press(line.undo)
        return self

    def leave_out_every_find(self) -> Delivering:
        """The second answer to every text that waits."""
        while waiting := [place for place, state in self.texts().items() if state != "decided"]:
            self.answer(waiting[0], 2)
        return self

    def switch(self, part: str) -> Delivering:
        """Let a part go, or stay."""
        switch = self.page.review.rows[part].switch
        assert switch is not None
        self.hand.press(switch)
        return self

    # Sender and receiver

    def choose_passphrase(self, first: str, second: str | None = None) -> Delivering:
        """Type the passphrase of a new key, twice."""
        key = self.page.parties.key
        for field, text in ((key.first, first), (key.second, first if second is None else second)):
            self._fill(field.control, text)
        return self

    def fetch(self, path: Path) -> Delivering:
        """Fetch an invitation or a list."""
        self.told(path)
        self.hand.press(self.page.parties.receiver.fetch)
        return self

    def compare(self, key: PublicKey) -> Delivering:
        """Type the two groups that are asked for, as the letter has them."""
        compare = self.page.parties.receiver.compare
        assert compare is not None, "nothing is to be compared"
        for group, field in zip(compare.groups, compare.fields, strict=True):
            self._fill(field.control, key.digits[group])
        self.hand.press(compare.go_on)
        return self

    def campaign(self, key: str) -> Delivering:
        """Choose a campaign, by the arrows of its field."""
        field = self.page.parties.receiver.campaign.control
        self.hand.enter(field)
        field.hidePopup()
        for _ in range(field.count()):
            if field.key == key:
                break
            QTest.keyClick(field, Qt.Key.Key_Down)
        return self

    def _fill(self, field: QLineEdit, text: str) -> None:
        self.hand.enter(field)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        write(text)

    # The package

    def save(self, path: Path | None) -> Delivering:
        """What the filled button says, and where to."""
        self.told(path)
        self.hand.primary()
        return self

    @property
    def dialog(self) -> PassphraseDialog:
        """The dialog that asks for the passphrase."""
        dialog = self.page.saving.dialog
        assert dialog is not None, "nothing is asked"
        dialog.activateWindow()  # no window manager does it here
        wait_until(dialog.isActiveWindow, "the dialog is not at hand")
        return dialog

    def sign(self, passphrase: str) -> Delivering:
        """Type the passphrase, and Enter."""
        field = self.dialog.field.control
        QTest.keyClicks(field, passphrase)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.hand.inputs += 1
        return self

    def give_up(self) -> Delivering:
        """Escape, in the dialog."""
        QTest.keyClick(self.dialog, Qt.Key.Key_Escape)
        return self

    # What is seen

    @property
    def title(self) -> str:
        """What the saved page says first."""
        return self.page.saved.title.text()

    def facts(self) -> list[tuple[FactName, str]]:
        """The facts as they stand, with the mark's word."""
        tr = self.page.ui.tr
        names = {tr(name): key for key, name in FACT_NAMES.items()}
        found = []
        for row in self.page.saved.facts.rows:
            name, _, rest = row.accessibleName().partition(": ")
            found.append((names[name], rest.partition(". ")[0]))
        return found

    def editions(self) -> list[tuple[str, str]]:
        """Edition and file of each row, newest first."""
        rows = self.page.saved.edition_rows
        return [(row.cells[0].text, row.cells[2].text) for row in rows]

    def other(self, words: str) -> Delivering:
        """Press another button of the foot."""
        buttons = frame(self.hand.window).foot.buttons
        self.hand.press(next(button for button in buttons if button.text() == words))
        return self

    @property
    def next_words(self) -> str:
        """What the filled button says."""
        return frame(self.hand.window).foot.primary.text()

    @property
    def asleep(self) -> str:
        """Why it sleeps; empty where it does not."""
        primary = self.page.foot.primary
        return primary.asleep if primary else ""
