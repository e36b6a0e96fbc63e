"""Drives the report with its reader's words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from kvik_desktop.report.screens.report_view import ReportView
from kvik_desktop.shell.widgets.note import Note
from tests.drivers.delivery import Delivering
from tests.drivers.hand import Hand, Keys


class Reporting:
    """The report in step 6, and the hand that works on it."""

    def __init__(self, hand: Hand) -> None:
        self.step = Delivering(hand)
        self.hand = hand
        if self.step.place not in ("", "rapport"):
            self.step.go("rapport")

    @property
    def view(self) -> ReportView:
        """What is seen."""
        return self.step.page.report

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self.view.preview.pages

    def language(self, key: str) -> Reporting:
        """Another language of the report."""
        chips = {chip.text(): chip for chip in self.view.language.chips}
        wanted = chips[{"da": "Dansk", "en": "Engelsk"}[key]]
        if isinstance(self.hand, Keys):
            checked = next(chip for chip in chips.values() if chip.isChecked())
            self.hand.reach(checked)
            while not wanted.isChecked():
                self.hand.key(Qt.Key.Key_Right)
        else:
            self.hand.press(wanted)
        return self

    def save(self, ending: str, path: Path | None) -> Reporting:
        """Save it in a form; the chooser answers with the path."""
        self.step.told(path)
        self.hand.press(self.view.save_rows[ending])
        return self

    def print(self) -> Reporting:
        """Print it."""
        self.hand.press(self.view.print_row)
        return self

    def missing(self) -> Note | None:
        """What is said to be missing."""
        notes = self.view.findChildren(Note)
        return next((note for note in notes if not note.isHidden()), None)
