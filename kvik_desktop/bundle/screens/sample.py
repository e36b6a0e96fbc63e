"""One subcriterion of a package exactly as its reader gets it: figures, distribution and texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.bundle.draft import Draft
from kvik_desktop.bundle.payload import SubcriterionResult, SubcriterionTexts
from kvik_desktop.bundle.screens.histogram import Histogram
from kvik_desktop.foundation.rounding import half_up
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.model_package.model import STEPS, Method, ModelPackage
from kvik_desktop.model_package.scoring import band_range
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText

SCORE_WIDE = 88
"""The column of the agreed score, at 100 %."""


def result_of(draft: Draft, subcriterion: str) -> SubcriterionResult:
    """The figures of a subcriterion."""
    found = (sub for criterion in draft.result.criteria for sub in criterion.subcriteria)
    return next(sub for sub in found if sub.id == subcriterion)


def texts_of(draft: Draft, subcriterion: str) -> SubcriterionTexts:
    """The texts of a subcriterion; empty lists where nothing goes."""
    found = (row for row in draft.texts.subcriteria if row.id == subcriterion)
    return next(found, SubcriterionTexts(subcriterion, (), (), ()))


def score_words(result: SubcriterionResult, package: ModelPackage, method: Method) -> str:
    """The agreed score, rounded half up; a dash where it was parked."""
    value = result.rating.value(package.block_of(result.id), method)
    return "–" if value is None else str(half_up(value, 0))


def counted(result: SubcriterionResult) -> Text:
    """How many gave a score."""
    return say_n("{n} svar", "{n} svar", result.n)


def lists_of(draft: Draft, subcriterion: str) -> list[tuple[Text, tuple[str, ...]]]:
    """Headings and texts, those that go."""
    result, texts = result_of(draft, subcriterion), texts_of(draft, subcriterion)
    found: list[tuple[Text, tuple[str, ...]]] = [
        (say("Begrundelse"), (result.reason,) if result.reason else ()),
        (say("Dokumentation"), texts.evidence),
        (say("Styrker"), texts.strengths),
        (say("Forbedringsområder"), texts.areas),
    ]
    return [(name, lines) for name, lines in found if lines]


class Sample(QWidget):
    """Built anew for each subcriterion: it shows the very payload that is sent."""

    def __init__(
        self, ui: Ui, draft: Draft, subcriterion: str, package: ModelPackage, method: Method
    ) -> None:
        super().__init__()
        px, tr = ui.theme.px, ui.tr
        result = result_of(draft, subcriterion)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        score = Heading(ui, score_words(result, package, method), "large")
        score.setFixedWidth(px(SCORE_WIDE))
        left.addStretch(1)
        left.addWidget(score)
        left.addWidget(ReadingText(ui, tr(counted(result)), "small", ink="text-2"))
        head.addLayout(left)
        head.addWidget(_distribution(ui, result, method), 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        phases = result.rating.phases
        if phases:
            words = (
                f"{package.scale.phase(phase).name.in_language(tr.language)} {value}"
                for phase, value in phases.items()
            )
            column.addWidget(ReadingText(ui, " · ".join(words), ink="text-2"))
        for name, lines in lists_of(draft, subcriterion):
            part = QVBoxLayout()
            part.setSpacing(px(2))
            part.setContentsMargins(0, px(8), 0, 0)
            part.addWidget(ReadingText(ui, tr(name), weight=500))
            part.addWidget(_texts(ui, lines))
            column.addLayout(part)


def _texts(ui: Ui, lines: Sequence[str]) -> QWidget:
    return ReadingList(ui, lines) if len(lines) > 1 else ReadingText(ui, lines[0])


def _distribution(ui: Ui, result: SubcriterionResult, method: Method) -> QWidget:
    if result.histogram is None:
        return ReadingText(
            ui, ui.tr(say("Hvordan svarene fordelte sig, er ikke med i pakken.")), ink="text-2"
        )
    steps = [Step(*band_range(band, method), "", "") for band in range(STEPS)]
    return Histogram(ui, steps, result.histogram)
