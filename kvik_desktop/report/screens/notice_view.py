"""The notice to participants as it will look on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.page_preview import PagePreview
from kvik_desktop.shell.widgets.reading_text import ReadingText


class NoticeView(QWidget):
    """The page itself; saving and printing are in the foot."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        px, tr = ui.theme.px, ui.tr
        self.preview = PagePreview(ui, say("Oplysning til deltagerne"), empty=say("Siden laves …"))
        self.preview.setMinimumHeight(px(120))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(24), px(32), px(16))
        column.setSpacing(px(8))
        column.addWidget(Heading(ui, tr(say("Oplysning til deltagerne")), "large"))
        column.addWidget(
            ReadingText(
                ui,
                tr(say("Giv den til alle, før de svarer. De tomme linjer udfylder I selv.")),
                ink="text-2",
            )
        )
        column.addWidget(self.preview, 1)
        self.setFocusProxy(self.preview.area)

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show the pages as pictures."""
        self.preview.set_pages(list(pages))
