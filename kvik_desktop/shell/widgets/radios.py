"""One of a few that are all seen at once: radio buttons under one question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.flow_row import FlowRow


def keep_one_stop(group: QButtonGroup) -> None:
    """Tab comes to the chosen button alone, also when the program chose it; to the first where none is."""
    group.buttonToggled.connect(lambda *_: _one_stop(group))
    _one_stop(group)


def _one_stop(group: QButtonGroup) -> None:
    stop = group.checkedButton() or next(iter(group.buttons()), None)
    for button in group.buttons():
        is_stop = button is stop
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)


class Radios(QWidget):
    """A key is what the program calls a choice; arrows go between them, Tab goes on to what comes next."""

    chosen = Signal(object)
    """The user has chosen; the key."""

    def __init__(
        self,
        ui: Ui,
        question: str,
        choices: Sequence[tuple[object, str]],
        key: object = None,
        *,
        columns: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        """``key`` is what is chosen from the beginning, None for nothing.

        With 0 ``columns`` as many stand beside each other as there is room for.
        """
        super().__init__(parent)
        self.ui = ui
        self.setAccessibleName(question)
        self.buttons = {one: QRadioButton(text) for one, text in choices}
        self._group = QButtonGroup(self)
        row = self._grid(columns) if columns else FlowRow(ui, [*self.buttons.values()], gap=24)
        self._lay_out(question, row)
        for one, button in self.buttons.items():
            button.setAccessibleDescription(question)
            button.setChecked(one == key)
            self._group.addButton(button)
        keep_one_stop(self._group)
        self._group.buttonClicked.connect(lambda _: self.chosen.emit(self.key))

    def _grid(self, columns: int) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.ui.theme.px(24))
        grid.setVerticalSpacing(0)
        for place, button in enumerate(self.buttons.values()):
            grid.addWidget(button, place // columns, place % columns)
        return whole

    def _lay_out(self, question: str, buttons: QWidget) -> None:
        label = QLabel(question)
        label.setProperty("look", "small-label")
        label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.ui.theme.px(4))
        column.addWidget(label)
        column.addWidget(buttons)
        column.addStretch(1)

    @property
    def key(self) -> object:
        """What is chosen, None for nothing."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), None)

    def set_key(self, key: object) -> None:
        """Choose without a signal; a key that is not there changes nothing."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)
