"""Raised cards typed in fast: one row a participant, Enter goes on to the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from kvik_desktop.evaluation.model import Participant
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.number_field import NumberField
from kvik_desktop.shell.widgets.score_control import Panel

NAME = 160
"""Width of the names, at 100 %."""


class CardRow:
    """The fields of one participant, and whether they have answered."""

    def __init__(self, ui: Ui, person: Participant, panels: Sequence[Panel]) -> None:
        self.person = person
        self.is_dirty = False
        self.sign = QLabel()
        self.said = QLabel()
        self.said.setProperty("look", "small")
        self.name = self._name(ui)
        self.fields = {panel.key: self._field(ui, panel) for panel in panels}
        self.cannot = QCheckBox(ui.tr(say("Kan ikke vurdere")))
        self.cannot.setAccessibleName(ui.tr(say("{name} kan ikke vurdere", name=person.name)))

    def _name(self, ui: Ui) -> QWidget:
        """Mark and name, and in words under it what the mark says."""
        name, words = QWidget(), QLabel(self.person.name)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("look", "label")
        words.setWordWrap(True)
        grid = QGridLayout(name)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(ui.theme.px(8))
        grid.setVerticalSpacing(0)
        grid.addWidget(self.sign, 0, 0)
        grid.addWidget(words, 0, 1)
        grid.addWidget(self.said, 1, 1)
        grid.setColumnStretch(1, 1)
        return name

    def _field(self, ui: Ui, panel: Panel) -> NumberField:
        title = say("{name} {phase}", name=self.person.name, phase=panel.name)
        return NumberField(ui, panel.steps[-1].high, title, small=True)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return self.name, *self.fields.values(), self.cannot

    @property
    def rating(self) -> Rating | None:
        """What is typed; None while something is missing."""
        scores = {key: field.score for key, field in self.fields.items()}
        return None if None in scores.values() else Rating(**scores)


class RoundCards(QWidget):
    """What is typed here was seen by everybody when the cards were up; it is shown nowhere else."""

    answered = Signal(str, object)
    """A participant's id and their Rating, empty for *cannot judge*."""

    def __init__(self, ui: Ui, panels: Sequence[Panel]) -> None:
        super().__init__()
        self.ui = ui
        self._panels = panels
        self._is_narrow = False
        self._is_typing: NumberField | None = None
        self.rows: list[CardRow] = []
        self._headings = [_small(panel.name) for panel in panels if len(panels) > 1]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(ui.theme.px(16))
        self._grid.setVerticalSpacing(ui.theme.px(8))
        self._grid.setColumnStretch(len(panels) + 2, 1)

    def begin(self, people: Sequence[Participant]) -> None:
        """Empty fields for these people."""
        for old in self.rows:
            for widget in old.widgets:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.rows = [CardRow(self.ui, person, self._panels) for person in people]
        for row in self.rows:
            row.cannot.clicked.connect(partial(self._cannot, row))
            for field in row.fields.values():
                self._listen(row, field)
        self._arrange()
        for before, after in pairwise(widget for row in self.rows for widget in row.widgets[1:]):
            QWidget.setTabOrder(before, after)

    def _arrange(self) -> None:
        """One line a participant, or three where the room is short: name, fields, *cannot judge*."""
        narrow, first = self._is_narrow, 0 if self._is_narrow else 1
        self._grid.setColumnMinimumWidth(0, 0 if narrow else self.ui.theme.px(NAME))
        for column, heading in enumerate(self._headings, first):
            self._grid.addWidget(heading, 0, column)
        for place, row in enumerate(self.rows):
            line, fields = 3 * place + 1, tuple(row.fields.values())
            across = len(fields) + 1 if narrow else 1
            self._grid.addWidget(row.name, line, 0, 1, across)
            for column, field in enumerate(fields, first):
                self._grid.addWidget(field, line + narrow, column)
            self._grid.addWidget(
                row.cannot, line + 2 * narrow, 0 if narrow else across + len(fields), 1, across
            )

    @property
    def _wide(self) -> int:
        """The width of a participant in one line."""
        if not self.rows:
            return 0
        fields = len(self._panels) * (self.rows[0].widgets[1].sizeHint().width() + self.ui.theme.px(16))
        return self.ui.theme.px(NAME + 16) + fields + self.rows[0].cannot.sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        """The fields of one participant."""
        fields = sum(field.sizeHint().width() for row in self.rows[:1] for field in row.fields.values())
        between = self.ui.theme.px(16) * (len(self._panels) - 1)
        return QSize(fields + between, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for all in one line."""
        super().resizeEvent(event)
        if (event.size().width() < self._wide) != self._is_narrow:
            self._is_narrow = not self._is_narrow
            self._arrange()

    def _listen(self, row: CardRow, field: NumberField) -> None:
        field.lineEdit().textEdited.connect(lambda _: self._begin_typing(field))
        field.chosen.connect(lambda _: self._typed(row, field))
        field.editingFinished.connect(lambda: self._commit(row))

    def show_answered(self, answered: frozenset[str]) -> None:
        """Say who has answered."""
        tr = self.ui.tr
        for row in self.rows:
            done = row.person.id in answered
            row.sign.setPixmap(mark(self.ui.theme, "answered" if done else "not-begun"))
            row.said.setText(tr(say("Har svaret") if done else say("Mangler")))

    def first_focus(self) -> QWidget | None:
        """The first field that is empty."""
        fields = self._fields()
        return next((field for field in fields if field.score is None), fields[0] if fields else None)

    def flush(self) -> None:
        """Hand on what is typed and not handed on."""
        for row in self.rows:
            self._commit(row)

    # What the user does

    def _begin_typing(self, field: NumberField) -> None:
        """What comes next in this field is typed, not stepped to with the arrows."""
        self._is_typing = field

    def _typed(self, row: CardRow, field: NumberField) -> None:
        row.is_dirty = True
        row.cannot.setChecked(False)
        one_digit_is_all = field.maximum() < len(self._panels[0].steps)
        if one_digit_is_all and self._is_typing is field:
            self._commit(row)
            self._go_on(field)
        self._is_typing = None

    def _commit(self, row: CardRow) -> None:
        rating = row.rating
        if row.is_dirty and rating is not None:
            row.is_dirty = False
            self.answered.emit(row.person.id, rating)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field."""
        field = next((field for field in self._fields() if field.hasFocus()), None)
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if field is not None and entered:
            self._go_on(field)
        else:
            super().keyPressEvent(event)

    def _cannot(self, row: CardRow) -> None:
        """Ticked it empties the fields; to take it back one types a score."""
        row.cannot.setChecked(True)
        row.is_dirty = False
        for field in row.fields.values():
            field.set_score(None)
        self.answered.emit(row.person.id, Rating())

    def _fields(self) -> list[NumberField]:
        return [field for row in self.rows for field in row.fields.values()]

    def _go_on(self, field: NumberField) -> None:
        fields = self._fields()
        place = fields.index(field) + 1
        if place < len(fields):
            fields[place].setFocus(Qt.FocusReason.TabFocusReason)
            fields[place].selectAll()


def _small(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", "small")
    return label
