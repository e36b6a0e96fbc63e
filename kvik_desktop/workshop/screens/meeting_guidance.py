"""The guidance beside the meeting: how to go about it, or the subcriterion's own once it can be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kvik_desktop.model_package.screens import guidance_words, score_words
from kvik_desktop.model_package.screens.guidance_panel import GuidancePanel
from kvik_desktop.model_package.screens.guidance_words import Section
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.board import Board, Line


class MeetingGuidance:
    """Fills the panel anew only where it is about something else: that takes its time."""

    def __init__(self, ui: Ui) -> None:
        self._tr = ui.tr
        self.panel = GuidancePanel(ui)
        self._shown = ""
        self._wanted: tuple[Line, Board] | None = None

    def show(self, key: str, sections: Sequence[Section]) -> None:
        """Show what is about no subcriterion."""
        self._shown, self._wanted = key, None
        self.panel.show_sections(list(sections))

    def want(self, line: Line, board: Board) -> None:
        """A subcriterion is at hand."""
        self._wanted = line, board

    def come(self, *, is_seen: bool) -> None:
        """Show the guidance of the subcriterion at hand, if somebody can see it."""
        if self._wanted is None or not is_seen:
            return
        line, board = self._wanted
        if self._shown != line.id:
            words = guidance_words.sections(line.subcriterion, board.sector, self._tr)
            panels = score_words.panels(board.package, line.block, line.method, self._tr.language)
            self._shown = line.id
            self.panel.show_sections(words, panels)

    def mark(self, scores: Mapping[str, int | None]) -> None:
        """Mark the steps that stand on the stairs."""
        if self._shown:
            self.panel.mark(scores)
