"""Who begins: behind a quiet word, one who lies high and one who lies low, without names unless chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.workshop.voices import Voices


class VoicesPart(QWidget):
    """Nothing at all where everybody agrees; once opened it stays open from one subcriterion to the next."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.ask = LinkButton(ui, ui.tr(say("Hvem begynder?")), "chevron-right", trailing=True, small=True)
        self.ask.setCheckable(True)
        self.said = ReadingText(ui, "")
        self.said.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, ui.theme.px(8), 0, 0)
        layout.setSpacing(ui.theme.px(4))
        line = QHBoxLayout()
        line.addWidget(self.ask)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(self.said)
        self.ask.toggled.connect(self._turn)

    def _turn(self, on: bool) -> None:
        self.ask.set_icon("chevron-down" if on else "chevron-right", trailing=True)
        self.said.setVisible(on)

    def show_voices(self, voices: Voices | None) -> None:
        """Say who may begin here."""
        self.setVisible(voices is not None)
        if voices is not None:
            self.said.setText(self.ui.tr(sentence(voices)))


def sentence(voices: Voices) -> Text:
    """What the facilitator can say aloud."""
    if voices.named:
        high = say("{name}, der ligger højt", name=voices.high_name)
        low = say("{name}, der ligger lavt", name=voices.low_name)
    else:
        high = say("en af dem, der ligger højt ({n})", n=voices.high)
        low = say("en af dem, der ligger lavt ({n})", n=voices.low)
        high = high if voices.high > 1 else say("den, der ligger højt")
        low = low if voices.low > 1 else say("den, der ligger lavt")
    first, second = (high, low) if voices.high_first else (low, high)
    return say("Bed {first}, og så {second}, om at fortælle, hvad de har set.", first=first, second=second)
