"""A document seen page by page before it is printed, saved or sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton
from kvik_desktop.shell.widgets.chip import Filter, FilterChips
from kvik_desktop.shell.widgets.page_area import PageArea, Zoom

LARGE = 150
"""From this size of type, in percent, a whole page is too small to be read."""


class PagePreview(QWidget):
    """Pages are pictures made elsewhere; a document that is made anew stays at the page one is at."""

    turned = Signal(int)
    """The user has turned to this page, the first being 1."""

    def __init__(
        self,
        ui: Ui,
        title: Text | str,
        *,
        empty: Text | str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``title`` is what a screen reader calls the document; ``empty`` says why there is none yet."""
        super().__init__(parent)
        self.ui = ui
        self._title = ui.tr(title)
        self._empty = ui.tr(empty or say("Der er ingen sider at vise endnu."))
        self._pages: tuple[bytes, ...] = ()
        self._page = 1
        self.back = IconButton(ui, "chevron-left", ui.tr(say("Forrige side")), "PgUp")
        self.on = IconButton(ui, "chevron-right", ui.tr(say("Næste side")), "PgDn")
        self._where = QLabel()
        self.zoom = FilterChips(
            ui,
            ui.tr(say("Størrelse")),
            [Filter("page", ui.tr(say("Hele siden"))), Filter("width", ui.tr(say("Fuld bredde")))],
        )
        self.area = PageArea(ui)
        self._lay_out()
        self.back.clicked.connect(lambda: self._turn(-1))
        self.on.clicked.connect(lambda: self._turn(1))
        self.area.turned.connect(self._turn)
        self.zoom.chosen.connect(self.area.set_zoom)
        begins: Zoom = "width" if ui.theme.percent >= LARGE else "page"
        self.zoom.set_key(begins)
        self.area.set_zoom(begins)
        self._show()

    @property
    def page(self) -> int:
        """The page that is seen, the first being 1."""
        return self._page

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._pages)

    def set_pages(self, pages: Sequence[bytes]) -> None:
        """Show a document, each page a picture as PNG; without a signal."""
        self._pages = tuple(pages)
        self.go_to(self._page)

    def go_to(self, page: int) -> None:
        """Show a page, the nearest where there is no such; without a signal."""
        self._page = min(max(page, 1), max(self.pages, 1))
        self._show()

    def _turn(self, step: int) -> None:
        before = self._page
        self.go_to(self._page + step)
        if self._page == before:
            return
        if step == -1:
            self.area.scroll_to_end()
        speak(self, self._where.text())
        self.turned.emit(self._page)

    def _show(self) -> None:
        for button, leads in ((self.back, self._page > 1), (self.on, self._page < self.pages)):
            if button.hasFocus() and not leads:
                self.area.setFocus()
            button.setEnabled(leads)
        if not self._pages:
            self._where.setText("")
            self.area.show_note(self._empty)
            return
        where = self.ui.tr(say("Side {n} af {of}", n=self._page, of=self.pages))
        self._where.setText(where)
        self.area.show_picture(self._pages[self._page - 1], f"{self._title}, {where}")

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        bar = QHBoxLayout()
        bar.setSpacing(px(8))
        for widget in (self.back, self._where, self.on):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.zoom)
        self._where.setMinimumWidth(px(96))
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(bar)
        layout.addWidget(self.area, 1)
