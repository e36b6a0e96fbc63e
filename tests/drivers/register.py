"""Drives the register with a coordinator's words: who is known, who asks, and the coordinator's own list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from kvik_desktop.central.screens.register_page import RegisterPage
from kvik_desktop.envelope.keys import PublicKey
from kvik_desktop.envelope.trust_list import Reason
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.note import Note
from tests.drivers.coordinator import Desk, open_row, texts
from tests.drivers.hand import Keys, Mouse, pick, write


class Register(Desk):
    """The second page, and the hand that works on it."""

    stop, kind = 2, RegisterPage

    @property
    def page(self) -> RegisterPage:
        """The page as it is now: another language or look has another."""
        page = self._page
        assert isinstance(page, RegisterPage)
        return page

    # The list

    def rows(self) -> list[tuple[str, str, str]]:
        """Name, how the key stands, and what was delivered last of each row that is shown."""
        return [
            (row.cells[0].text, row.cells[2].text, row.cells[3].second) for row in self.page.list.model.rows
        ]

    @property
    def heading(self) -> str:
        """How many are on the list."""
        return self.page.list.head.title.text()

    def choose(self, who: str) -> Register:
        """A row, by the institution."""
        place = next(place for place, row in enumerate(self.rows()) if row[0] == who)
        table = self.page.list.table
        if isinstance(self.hand, Keys):
            self.hand.enter(table)
            while table.currentIndex().row() != place:
                down = table.currentIndex().row() < place
                self.hand.key(Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        else:
            self.hand.choose(table, self.page.list.model.index(place, 0))
        return self

    @property
    def chosen(self) -> str:
        """Whose row is chosen."""
        return self.rows()[self.page.list.table.currentIndex().row()][0]

    def open(self) -> Register:
        """Enter on the chosen row, or a double click."""
        open_row(self.hand, self.page.list.table)
        return self

    @property
    def panel(self) -> list[str]:
        """Everything that is said beside the list."""
        return texts(self.page.panel.widget())

    def filter(self, word: str) -> Register:
        """Only some of them."""
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

    def find(self, words: str) -> Register:
        """Search for an institution."""
        self._write(self.page.filters.search, words)
        return self

    def fetch(self, *paths: Path) -> Register:
        """Take enrolments in."""
        self.answer_chooser(*paths)
        self.other("Hent tilmeldinger…")
        return self

    @property
    def note(self) -> list[str]:
        """What the newest import came to, as it is told over the list."""
        note = self.page.list.notes.note
        return texts(note) if note is not None else []

    @property
    def problem(self) -> str:
        """What is told to have gone wrong in what is seen; empty where nothing has."""
        notes = self.page.findChildren(Note)
        return next((note.accessibleName() for note in notes if note.isVisible()), "")

    # One institution

    def approve(self, key: PublicKey, passphrase: str) -> Register:
        """Compare the digits on the telephone, and sign."""
        check = self.page.panel.check
        assert check is not None, "there is nothing to compare"
        self.compare(check, key)
        self.sign(passphrase)
        return self

    def ask_revoke(self) -> Register:
        """Open the form."""
        panel = self.page.panel
        assert panel.revoke is not None
        self.hand.press(panel.revoke)
        return self

    def revoke(self, reason: Reason | None, since: date | None = None) -> Register:
        """Fill the form in, and go on to the passphrase."""
        form = self.page.panel.form
        assert form is not None, "it is not asked"
        if reason is not None:
            self.hand.choose_radio(form.reasons.buttons[reason])
        if since is not None:
            self._write(form.since.control, f"{since:%d.%m.%Y}")
        self.hand.press(form.revoke)
        return self

    def write_cut(self, path: Path) -> Register:
        """Write what the chosen one needs of the list."""
        cut = self.page.panel.cut
        assert cut is not None
        self.answer_chooser(path)
        self.hand.press(cut)
        return self

    # Inviting

    def invite(self) -> Register:
        """Open the form."""
        assert self.next_words == "Inviter…"
        self.hand.primary()
        return self

    def new_campaign(self, title: str, first: date | None = None, last: date | None = None) -> Register:
        """Another campaign than those on the list."""
        view = self.page.forms.invite
        self._pick(view.campaign.control, "En ny kampagne")
        self._write(view.title.control, title)
        for field, day in ((view.opens.control, first), (view.closes.control, last)):
            if day is not None:
                self._write(field, f"{day:%d.%m.%Y}")
        return self

    def to_unlisted(self, name: str, sector: str) -> Register:
        """Somebody who is not on the list."""
        view = self.page.forms.invite
        self.hand.choose_radio(view.whom.buttons["ny"])
        self._write(view.name.control, name)
        self._pick(view.sector.control, sector)
        return self

    def to_listed(self, name: str) -> Register:
        """Somebody on the list, by typing the name."""
        view = self.page.forms.invite
        self.hand.choose_radio(view.whom.buttons["kendt"])
        self._write(view.listed.control.field, name)
        popup = QApplication.activePopupWidget()
        QTest.keyClick(popup or view.listed.control.field, Qt.Key.Key_Down)
        QTest.keyClick(popup or view.listed.control.field, Qt.Key.Key_Return)
        self.hand.inputs += 2
        return self

    def save_invitation(self, path: Path) -> Register:
        """Ask for the file."""
        self.answer_chooser(path)
        self.hand.primary()
        return self

    # The own list

    def begin(self) -> Register:
        """Open the form that makes a list."""
        assert self.next_words == "Lav tillidslisten"
        self.hand.primary()
        return self

    def fill_in(self, name: str, passphrase: str, recovery: Path, recovery_passphrase: str) -> Register:
        """Who one is, both passphrases, and where the recovery key is to lie."""
        view = self.page.forms.begin
        self._write(view.name.control, name)
        for field in (view.passphrase.first, view.passphrase.second):
            self._write(field.control, passphrase)
        self.answer_chooser(recovery)
        self.hand.press(view.recovery_where.button)
        for field in (view.recovery_passphrase.first, view.recovery_passphrase.second):
            self._write(field.control, recovery_passphrase)
        return self

    def said_on(self, view: QWidget) -> list[str]:
        """Everything that is seen on a form."""
        return [label.text() for label in view.findChildren(QLabel) if label.isVisible() and label.text()]

    def _write(self, field: QLineEdit, words: str) -> None:
        self.hand.enter(field)
        field.selectAll()
        write(words)

    def _pick(self, choice: Choice, words: str) -> None:
        pick(self.hand, choice, words)
