"""Where every view of the meeting begins, so that its question stands still from one to the next."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

SIDE, TOP = 28, 16
"""At 100 %: from the agenda to what is read, and from the top line to the question."""


def question_over(question: QWidget, sentence: QWidget) -> QVBoxLayout:
    """A view's question with what is so right under it."""
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(question)
    words.addWidget(sentence)
    return words
