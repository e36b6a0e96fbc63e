"""Beside the comparison: how one row is spread in each group, or what sets the tables apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.central.screens.comparison_rows import Distribution, TableSeen
from kvik_desktop.central.screens.comparison_words import LOCK
from kvik_desktop.central.screens.spoken import Spoken
from kvik_desktop.foundation.text import say
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.button import SecondaryButton
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.quartile_plot import QuartilePlot
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll

EDGE = 24


class FigurePanel(Scroll):
    """Is built anew for each row; the keyboard comes to it as to one thing that is read."""

    wants_distribution = Signal()
    """Back from what sets the tables apart."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back: SecondaryButton | None = None
        px, content = ui.theme.px, QWidget()
        self.setWidget(content)
        self.words = Spoken(ui, gap=8)
        self.setFocusProxy(self.words)
        self._acts, column = QVBoxLayout(), QVBoxLayout(content)
        column.setContentsMargins(px(EDGE), px(16), px(EDGE), px(24))
        column.setSpacing(px(16))
        column.addWidget(self.words)
        column.addLayout(self._acts)
        column.addStretch(1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """There is nothing to compare yet."""
        hint = say("Her ser du, hvordan det valgte kriterium fordeler sig i hver gruppe.")
        self._show("", [ReadingText(self.ui, self.ui.tr(hint), ink="text-2")])

    def show_distribution(self, row: Distribution, steps: Sequence[Step]) -> None:
        """One row, group by group."""
        plot = QuartilePlot(self.ui)
        plot.set_groups(row.groups, steps)
        parts: list[QWidget] = [
            Heading(self.ui, row.title, "large"),
            ReadingText(self.ui, row.text, ink="text-2"),
            plot,
        ]
        if row.shares:
            parts.append(ReadingText(self.ui, row.shares, ink="text-2"))
        self._show(row.title, [*parts, Hairline(self.ui), self._lock()])

    def show_differences(self, tables: Sequence[TableSeen]) -> None:
        """Table by table what one has to know."""
        tr, title = self.ui.tr, self.ui.tr(say("Det, der skiller tallene"))
        why = say(
            "Tal kan kun holdes op mod hinanden, når model, metode og år er de samme. Derfor er der en "
            "tabel for hver. En selvvurdering er ikke prøvet af andre; et besøg gør den mere sikker."
        )
        parts: list[QWidget] = [Heading(self.ui, title, "large"), ReadingText(self.ui, tr(why), ink="text-2")]
        parts += [self._about(table) for table in tables]
        self.back = SecondaryButton(self.ui, tr(say("Tilbage til fordelingen")))
        self.back.clicked.connect(self.wants_distribution)
        self._show(title, parts, self.back)

    def _show(self, name: str, parts: Sequence[QWidget], act: QWidget | None = None) -> None:
        refill(self.words.column, parts)
        refill(self._acts, [act] if act else [])
        if act is not None:
            self._acts.setAlignment(act, Qt.AlignmentFlag.AlignLeft)
        said = [label.accessibleName() or label.text() for part in parts for label in _labels(part)]
        self.words.setAccessibleName(name or self.ui.tr(say("Fordelingen")))
        self.words.setAccessibleDescription(" ".join(said[1:]))
        self.verticalScrollBar().setValue(0)

    def _about(self, table: TableSeen) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, self.ui.theme.px(8), 0, 0)
        column.setSpacing(self.ui.theme.px(4))
        column.addWidget(Heading(self.ui, table.name))
        column.addWidget(ReadingList(self.ui, table.facts))
        return made

    def _lock(self) -> QWidget:
        px, made = self.ui.theme.px, QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, px(8), 0, 0)
        row.setSpacing(px(8))
        sign = QLabel()
        sign.setPixmap(pixmap(self.ui.theme, "lock", "text-2", 18))
        sign.setFixedHeight(self.ui.theme.line())
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(ReadingText(self.ui, self.ui.tr(LOCK), ink="text-2"), 1)
        return made


def _labels(part: QWidget) -> list[QLabel]:
    return [part] if isinstance(part, QLabel) else part.findChildren(QLabel)
