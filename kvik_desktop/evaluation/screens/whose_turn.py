"""Whose turn it is, and who can see what is written: the page's part of the top line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kvik_desktop.evaluation.model import Participant
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton, SecondaryButton

ONLY_YOU = (say("Kun du kan se dine svar, til I åbner dem sammen"), say("Kun du kan se svarene"))
OPENED = (say("Svarene er åbnet. Her ser du dine egne."), say("Svarene er åbnet"))
"""In words, and in fewer."""


class WhoseTurn(QWidget):
    """The participant's name leads back to the list, and so hides everything."""

    left = Signal()
    """Somebody else is to answer, or nobody."""
    lock_wanted = Signal()
    """Who answers wants an own code, or another."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        px = ui.theme.px
        self.person = SecondaryButton(ui, "", "person", small=True)
        self.person.clicked.connect(self.left)
        self.lock = IconButton(ui, "lock", ui.tr(say("Lås mine svar med min egen kode…")))
        self.lock.clicked.connect(self.lock_wanted)
        self._sign = QLabel()
        self._sign.setPixmap(pixmap(ui.theme, "lock", "text-2", 16))
        self._words = _Shrinking(ui)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(8), 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.person)
        row.addSpacing(px(8))
        row.addWidget(self.lock)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)

    def show_person(self, person: Participant | None, *, can_lock: bool = False) -> None:
        """Whose turn it is; None is nobody's."""
        self.lock.setVisible(can_lock)
        self._sign.setVisible(not can_lock)
        self.person.setVisible(person is not None)
        if person is not None:
            tr = self.ui.tr
            self.person.setText(person.name)
            self.person.setAccessibleName(tr(say("{name} svarer. Skift person", name=person.name)))
            self.person.setToolTip(tr(say("Skift person. Så kan andre ikke se dine svar.")))

    def show_secret(self, sentences: Sequence[Text]) -> None:
        """Who can see what, the longest sentence first."""
        self._words.show_words([self.ui.tr(sentence) for sentence in sentences])


class _Shrinking(QLabel):
    """The longest sentence there is room for, or none; the first stays as name and tooltip."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._sentences: Sequence[str] = ()
        self.setProperty("look", "small")
        self.setFont(ui.theme.font("small"))
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_words(self, sentences: Sequence[str]) -> None:
        """Other sentences."""
        self._sentences = sentences
        self.setAccessibleName(sentences[0])
        self.setToolTip(sentences[0])
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """All of the words, whether they are shown or not."""
        return QSize(max(map(self._wide, self._sentences), default=0), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """None of them."""
        return QSize(0, super().minimumSizeHint().height())

    def _wide(self, sentence: str) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(sentence) + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(next((each for each in self._sentences if self._wide(each) <= self.width()), ""))
