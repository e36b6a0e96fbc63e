"""Drives handing out and taking in with a secretary's words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.screens.collecting.choice_view import ChoiceView
from kvik_desktop.evaluation.screens.collecting.collecting import Collecting as View
from tests.drivers.answering import Answering
from tests.drivers.hand import Hand, frame, pick


class Collecting(Answering):
    """Step 2 of somebody who gives sheets out and gets them back."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand)
        self.view: View = self.page.collecting

    # Handing out

    def hand_out(self) -> Collecting:
        """To where sheets are made."""
        self.other("Del skemaer ud…")
        return self

    def by(self, way: Way) -> Collecting:
        """Choose a way."""
        self.hand.choose_radio(self.view.hand_out.ways.buttons[way])
        return self

    def about(self, words: str) -> Collecting:
        """What is to stand on paper."""
        pick(self.hand, self.view.hand_out.extent.control, words)
        return self

    def only_to(self, *names: str) -> Collecting:
        """Tick these alone."""
        people = self.view.hand_out.people
        self.hand.press(people.nobody)
        for box in people.boxes.values():
            if box.text() in names:
                self.hand.press(box)
        return self

    def given(self) -> dict[str, str]:
        """By name what is said of what each has."""
        boxes = self.view.hand_out.people.boxes.values()
        return {box.text(): box.accessibleDescription() for box in boxes}

    def mail(self) -> str:
        """What lies on the clipboard after copying."""
        self.hand.press(self.view.hand_out.mail.copy)
        return QApplication.clipboard().text()

    # Taking in

    def take_in(self) -> Collecting:
        """To where files are taken in."""
        self.other("Hent svar ind…")
        return self

    def drop(self, paths: Sequence[Path]) -> Collecting:
        """Let files and folders fall on the window."""
        self.hand.window.take(paths)
        return self

    def verdicts(self) -> dict[str, str]:
        """By file what is said of it."""
        return {line.texts[0]: " ".join(line.texts[1:]) for line in self.view.take_in.lines}

    def conflicts(self) -> list[str]:
        """What is said of each who must choose."""
        return [card.accessibleName() for card in self.view.take_in.cards]

    def sit_down(self) -> Collecting:
        """The first who must choose sits down."""
        self.hand.press(self.view.take_in.cards[0].look)
        return self

    def back(self) -> Collecting:
        """To the names."""
        buttons = frame(self.hand.window).foot
        words = [button for button in buttons.buttons if button.text() == "Tilbage til navnene"]
        self.hand.press(words[0]) if words else self.hand.primary()
        return self

    # Choosing

    @property
    def choice(self) -> ChoiceView:
        """The two answers, side by side."""
        assert self.view.choice is not None, "nothing is to be chosen"
        return self.view.choice

    def pick(self, subcriterion: str, *, file: bool) -> Collecting:
        """One of the two answers to a question."""
        point = next(each for each in self.choice.points if each.subcriterion == subcriterion)
        self.hand.choose_radio((point.comes if file else point.here).button)
        return self
