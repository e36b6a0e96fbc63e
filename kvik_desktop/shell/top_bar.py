"""The top line: what the page shows at the left; undo, guidance and the program's menu at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell import shortcuts
from kvik_desktop.shell.bar_button import BarButton
from kvik_desktop.shell.session import Steps
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton

HEIGHT = 48


class TopBar(QWidget):
    """Never moves; only its left end belongs to the page."""

    undo = Signal()
    redo = Signal()
    index = Signal()
    guidance = Signal(bool)
    projector = Signal()
    blank = Signal()
    slide = Signal(int)
    """Another page of what is projected: 1 on, -1 back."""

    def __init__(self, ui: Ui, menu: QToolButton) -> None:
        super().__init__()
        self._ui = ui
        px = ui.theme.px
        self.setMinimumHeight(px(HEIGHT))
        self.setObjectName("top")
        self._index = BarButton(
            ui, "chevron-down", ui.tr(say("Vis listen")), shortcuts.INDEX.keys, trailing=True
        )
        self._index.clicked.connect(self.index)
        self._undo = IconButton(ui, "undo", ui.tr(shortcuts.UNDO.text), shortcuts.UNDO.keys)
        self._redo = IconButton(ui, "redo", ui.tr(shortcuts.REDO.text), shortcuts.REDO.keys)
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._guidance = BarButton(ui, "book", ui.tr(say("Vejledning")), shortcuts.GUIDANCE.keys)
        self._guidance.setCheckable(True)
        self._guidance.clicked.connect(self.guidance)
        self._projector = BarButton(ui, "screen", ui.tr(say("Projektor")), shortcuts.PROJECTOR.keys)
        self._blank = BarButton(ui, "screen-off", ui.tr(say("Sort skærm")), shortcuts.BLANK.keys)
        self._projector.clicked.connect(self.projector)
        self._blank.clicked.connect(self.blank)
        self._projector.setCheckable(True)
        self._blank.setCheckable(True)
        self._back = IconButton(ui, "chevron-left", "", shortcuts.SLIDE_BACK.keys)
        self._on = IconButton(ui, "chevron-right", "", shortcuts.SLIDE_ON.keys)
        self._back.clicked.connect(lambda: self.slide.emit(-1))
        self._on.clicked.connect(lambda: self.slide.emit(1))
        self._page_part: QWidget | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(px(16), px(4), px(16), px(4))
        self._layout.setSpacing(px(8))
        self._layout.addWidget(self._index)
        self._layout.addStretch(1)
        ours = (self._back, self._on, self._blank, self._projector, self._guidance)
        for button in (self._undo, self._redo, *ours, menu):
            self._layout.addWidget(button)
        self.show_steps(Steps())
        self.show_panes(has_guidance=False, guidance=False, has_index=False)
        self.show_projector(offered=False, on=False, blank=False, page=(0, 0))

    def show_part(self, part: QWidget | None) -> None:
        """What the page shows at the left."""
        if self._page_part is not None and self._page_part is not part:
            self._page_part.hide()
        self._page_part = part
        if part is not None:
            if part.parent() is not self:
                self._layout.insertWidget(1, part, 0)
            part.show()

    def show_steps(self, steps: Steps) -> None:
        """Name what can be undone and done again; what cannot is asleep."""
        self._name(self._undo, shortcuts.UNDO, steps.undo)
        self._name(self._redo, shortcuts.REDO, steps.redo)

    def _name(self, button: IconButton, key: shortcuts.Shortcut, step: Text | None) -> None:
        tr = self._ui.tr
        name = tr(key.text) if step is None else f"{tr(key.text)}: {tr(step)}"
        button.setEnabled(step is not None)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key.keys})")

    def show_panes(
        self, *, has_guidance: bool, guidance: bool, has_index: bool, name: Text | None = None
    ) -> None:
        """Whether the page has guidance and whether it is seen, and whether its list is folded."""
        if name is not None:
            self._guidance.call(self._ui.tr(name))
        self._guidance.setVisible(has_guidance)
        self._guidance.setChecked(guidance)
        self._index.setVisible(has_index)

    def show_projector(self, *, offered: bool, on: bool, blank: bool, page: tuple[int, int]) -> None:
        """Whether there is anything to project, and what the room sees now: which page of how many."""
        self._projector.setVisible(offered or on)
        self._projector.setChecked(on)
        self._blank.setVisible(on)
        self._blank.setChecked(blank)
        here, pages = page
        place = self._ui.tr(say("side {page} af {pages}", page=here + 1, pages=pages))
        for button, key in ((self._back, shortcuts.SLIDE_BACK), (self._on, shortcuts.SLIDE_ON)):
            button.setVisible(pages > 1)
            button.set_words(f"{self._ui.tr(key.text)}, {place}")
        self._back.setEnabled(here > 0)
        self._on.setEnabled(here < pages - 1)

    # Room

    def event(self, event: QEvent) -> bool:
        """Something in the line asks for another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._give_room()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line is another width."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Where room is short the page's part keeps its words, and our buttons are icons with names."""
        words = (self._blank, self._projector, self._guidance, self._index)
        ours = [button for button in words if not button.isHidden()]
        needed = self._layout.minimumSize().width() + sum(button.spared for button in ours)
        for button in ours:
            fits = needed <= self.width()
            if fits is bool(button.spared):
                button.show_words(shown=fits)
            needed -= button.spared
