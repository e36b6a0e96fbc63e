"""Beginning the next evaluation from the follow-up of the last: what it is to be called, and on to step 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kvik_desktop.action_plan.screens import follow_foot
from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.evaluation.next_evaluation import start_next_alike
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.page import Foot

if TYPE_CHECKING:
    from kvik_desktop.action_plan.screens.follow_up_page import FollowUpPage


class NextActs:
    """Asks at the bottom of the page, which stays as it is meanwhile."""

    def __init__(self, page: FollowUpPage) -> None:
        self._page = page
        self.asking = False

    @property
    def foot(self) -> Foot:
        """While it is asked."""
        page = self._page
        return follow_foot.asking(page.ui.tr, page.next_title.text, self._begin, self.stop)

    def ask(self) -> None:
        """Propose a title that no evaluation has."""
        page, found = self._page, self._page.found
        assert found is not None, "acts belong to a page that is shown"
        self.asking = True
        year = (found.next_day or found.today).year
        named = [page.ui.tr(say("Selvevaluering {year}", year=each)) for each in (year, year + 1)]
        page.next_title.ask((), next(title for title in named if title != found.now.title))
        page.show_foot()

    def stop(self) -> None:
        """Not now."""
        page = self._page
        self.asking = False
        page.next_title.hide()
        page.show_foot()
        page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        page, found = self._page, self._page.found
        assert found is not None, "acts belong to a page that is shown"
        done = page.desk.do(start_next_alike, found.now.id, page.next_title.text, page.ui.tr.resources)
        self.stop()
        done.then(self._begun)

    def _begun(self, evaluation: Evaluation) -> None:
        page = self._page
        said = say("»{title}« er begyndt", title=evaluation.title)
        page.desk.go("1")
        page.desk.say(page.ui.tr(said), undoable=True)
