"""Drives the choice between a file and its backups with a user's words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from kvik_desktop.desktop.recovery_page import RecoveryPage
from kvik_desktop.desktop.recovery_rows import CopyRow
from tests.drivers.hand import FAR, Keys
from tests.drivers.start import Starting


class Recovering:
    """The page that asks which edition to go on with."""

    def __init__(self, start: Starting) -> None:
        self.start, self.hand = start, start.hand

    @property
    def page(self) -> RecoveryPage:
        """The page as it is now."""
        sub = self.start.sub
        assert isinstance(sub, RecoveryPage)
        return sub

    @property
    def told(self) -> str:
        """What was found, in one string."""
        assert self.page.note is not None
        return f"{self.page.note.accessibleName()}. {self.page.note.accessibleDescription()}"

    @property
    def rows(self) -> list[CopyRow]:
        """The editions that are shown."""
        return [row for row in self.page.rows.rows if isinstance(row, CopyRow)]

    def seen(self) -> list[tuple[str, str, str]]:
        """Of each edition: what it is, when it was saved, how far it is."""
        return [(row.title, row.second, row.state) for row in self.rows]

    @property
    def chosen(self) -> CopyRow:
        """The one that is chosen."""
        [found] = [row for row in self.rows if row.isChecked()]
        return found

    def choose(self, place: int) -> Recovering:
        """Choose the edition at this place."""
        wanted = self.rows[place]
        if not isinstance(self.hand, Keys):
            self.hand.press(wanted)
            return self
        self.hand.reach(self.chosen)
        for _ in range(FAR):
            here = self.rows.index(self.chosen)
            if here == place:
                break
            self.hand.key(Qt.Key.Key_Down if here < place else Qt.Key.Key_Up)
        assert wanted.isChecked()
        return self

    def show_all(self) -> None:
        """Press what shows the rest."""
        self.hand.press(self.page.all)

    @property
    def button(self) -> str:
        """What the filled button says."""
        return self.page.foot.primary.text()

    @property
    def happens(self) -> str:
        """What is said that the choice does."""
        return self.page.told.text()

    def go_on(self) -> None:
        """Press the filled button."""
        self.start.primary()

    @property
    def opened(self) -> Path:
        """The file that is open now."""
        room = self.hand.window.room
        assert room is not None, "nothing is open"
        path: Path = room.desk.path
        return path
