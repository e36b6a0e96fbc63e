"""What stands beside the answers: how one goes about it, or all that helps with the question at hand."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.evaluation.answering import Sheet, Team
from kvik_desktop.evaluation.screens import answering_words
from kvik_desktop.evaluation.screens.collecting import guides
from kvik_desktop.model_package.model import Sector
from kvik_desktop.model_package.screens import guidance_words, score_words
from kvik_desktop.model_package.screens.guidance_panel import GuidancePanel
from kvik_desktop.shell.ui import Ui


class AnswerGuidance:
    """Fills the panel only where it is to say something else."""

    def __init__(self, ui: Ui) -> None:
        self.panel = GuidancePanel(ui)
        self._tr = ui.tr
        self._shown: object = None

    def show_team(self, team: Team, place: str = "") -> None:
        """What to know before a name is chosen, at a place beside the names, and where one hands in."""
        shown = (team.package, team.evaluation.method, team.evaluation.revealed, place)
        if self._shown != shown:
            self._shown = shown
            self.panel.mark({})  # whose steps these were may have left
            guide = guides.sections(place, self._tr) if place else answering_words.sections(team, self._tr)
            self.panel.show_sections(guide)

    def show_question(
        self, sheet: Sheet, sector: Sector, place: str, scores: Mapping[str, int | None]
    ) -> None:
        """The guidance of a question, and the steps of its stair with what is given marked."""
        if self._shown != place:
            self._shown = place
            sub = sheet.package.subcriterion(place)
            words = guidance_words.sections(sub, sector, self._tr)
            block, method = sheet.package.block_of(place), sheet.evaluation.method
            panels = score_words.panels(sheet.package, block, method, self._tr.language)
            self.panel.show_sections(words, panels)
        self.panel.mark(scores)
