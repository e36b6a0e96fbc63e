"""Step 4, Forbedringer: all areas on one wall, placed by effect and ease; some of them become actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from kvik_desktop.action_plan import priorities
from kvik_desktop.action_plan.pages import Wall, wall_page
from kvik_desktop.action_plan.screens import improvements_foot
from kvik_desktop.action_plan.screens.action_words import READ_ONLY
from kvik_desktop.action_plan.screens.improvement_words import CHOOSING, HELP, PLACING, guidance
from kvik_desktop.action_plan.screens.page_title import PageTitle
from kvik_desktop.action_plan.screens.priority_pane import PriorityPane
from kvik_desktop.action_plan.screens.projected.showing import shown
from kvik_desktop.action_plan.screens.two_halves import TwoHalves
from kvik_desktop.action_plan.screens.vote_view import VoteView
from kvik_desktop.action_plan.screens.wall_acts import WallActs
from kvik_desktop.action_plan.screens.wall_choosing import Choosing
from kvik_desktop.action_plan.screens.wall_groups import By, Cards, grouped
from kvik_desktop.action_plan.screens.wall_placing import given, placed
from kvik_desktop.action_plan.screens.wall_side import WallSide
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.screens.guidance_panel import GuidancePanel
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Foot, Page
from kvik_desktop.shell.shortcuts import Shortcut
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.empty_state import EmptyState

LEAST, PANE_LEAST, PANE_MOST, BESIDE = 900, 324, 528, 600
"""At 100 %: of the content beside guidance, of the matrix' half, and of both halves beside each other."""
SHARE = 0.46

KEYS = (
    Shortcut("1-4", say("På et kort: effekt")),
    Shortcut("Skift+1-4", say("På et kort: lethed")),
    Shortcut("Mellemrum", say("På et kort: vælg det til eller fra")),
    Shortcut("M", say("På et kort: tag det op, og tryk M på det kort, det skal samles med")),
    Shortcut("Skift+M", say("På et samlet kort: skil det ad")),
    Shortcut("T", say("På et kort: giv det et tema")),
    Shortcut("Skift+T", say("På et kort under et tema: giv temaet et andet navn")),
    Shortcut("Delete", say("På et kort: fjern placeringen")),
    Shortcut("← → ↑ ↓", say("I matricen: flyt mærket et felt")),
)


VOTE = "prikker"
"""The place of the page that is no area."""


@dataclass
class Kept:
    """What outlives another language or look."""

    by: By = By.CRITERION
    more: bool = False
    """All ways of working are offered, though the team is small."""
    voting: bool = False
    """One is at the vote, not at the wall."""
    choosing: Choosing = field(default_factory=Choosing)


class ImprovementsPage(Page):
    """A card is placed at once on the screen; what is saved counts when it comes back."""

    kinds = frozenset({Kind.EVALUATION, Kind.CONSENSUS, Kind.AREAS, Kind.PLAN})
    help = HELP
    keys = KEYS
    projects = True

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, desk)
        self._wall: Wall | None = None
        self._wanted = ""
        self._kept = desk.kept(Kept)
        self._cards = Cards(ui.tr)
        self.title = self.top = PageTitle(ui, say("Hvad skal I gøre noget ved?"), PLACING)
        self.side = WallSide(ui)
        self.wall = self.side.wall
        self.vote = VoteView(ui, self.desk)
        self._acts = WallActs(ui, self.desk, self._await, self._refused)
        self.pane = PriorityPane(ui)
        self.guide = GuidancePanel(ui)
        self.guide.show_sections(guidance(ui.tr))
        self._halves = TwoHalves(
            ui, self.side, self.pane, least=PANE_LEAST, most=PANE_MOST, share=SHARE, beside=BESIDE
        )
        self.early, self.empty = self._early(), self._empty()
        self._stack = QStackedWidget()
        for view in (self._halves, self.early, self.empty, self.vote):
            self._stack.addWidget(view)
        self.set_panes(self._stack, guidance=self.guide, least=LEAST)
        self._listen()

    def _early(self) -> EmptyState:
        tr = self.ui.tr
        text = say("Når lederen har godkendt resultatet, ligger alle jeres forbedringsområder her.")
        title, act = say("Her samles det, I vil gøre bedre"), say("Gå til Konsensus")
        return EmptyState(self.ui, "flag", tr(title), tr(text), tr(act))

    def _empty(self) -> EmptyState:
        tr = self.ui.tr
        text = say("I kan lægge tiltag direkte i planen, eller åbne resultatet igen under Konsensus.")
        title, act = say("Der er ikke skrevet nogen forbedringsområder"), say("Gå til Handlingsplan")
        return EmptyState(self.ui, "flag", tr(title), tr(text), tr(act))

    def _listen(self) -> None:
        self.early.acted.connect(lambda: self.desk.go("3"))
        self.empty.acted.connect(lambda: self.desk.go("5"))
        wall, matrix, detail = self.wall, self.pane.matrix, self.pane.detail
        wall.came.connect(self._came)
        wall.effect_given.connect(lambda key, effect: self._give(key, effect=effect))
        wall.ease_given.connect(lambda key, ease: self._give(key, ease=ease))
        wall.put_back.connect(lambda key: self._give(key, effect=0, ease=0))
        wall.ticked.connect(self._tick)
        wall.themed.connect(lambda _: detail.ask_theme())
        wall.merged.connect(self._acts.merge)
        wall.parted.connect(self._part)
        wall.moved.connect(self._acts.move)
        wall.renamed.connect(self._acts.rename)
        self.side.ordered.connect(lambda by: self.order(By(by)))
        self.side.finder.textChanged.connect(lambda _: self._show_wall())
        self.vote.foot_changed.connect(self._show_foot)
        self.vote.left.connect(self.leave_vote)
        self.vote.shown.connect(self._show_dots)
        detail.parted.connect(lambda: self._part(wall.current))
        matrix.placed.connect(lambda key, effect, ease: self._give(key, effect=effect, ease=ease))
        matrix.taken_away.connect(lambda key: self._give(key, effect=0, ease=0))
        matrix.chosen.connect(self._come_to)
        detail.effect_given.connect(lambda effect: self._give(wall.current, effect=effect))
        detail.ease_given.connect(lambda ease: self._give(wall.current, ease=ease))
        detail.theme_given.connect(self._give_theme)

    # Where one is

    @property
    def place(self) -> str:
        """The area one is at, or the vote."""
        return VOTE if self._kept.voting else self.wall.current

    def go_to(self, place: str) -> None:
        """Go to an area, to the first area of a subcriterion, or to the vote."""
        if place == VOTE:
            self.go_vote()
            return
        self._wanted = place
        self.side.finder.clear()
        if self._kept.voting:
            self.leave_vote()
        else:
            self._come()

    def _come(self) -> None:
        if self._wall is None or not self._wanted:
            return
        wanted, self._wanted = self._wanted, ""
        found = (each.id for each in self._wall.areas if wanted in (each.id, *each.subcriteria))
        key = next(found, None)
        if key is not None:
            self._come_to(key)

    def _await(self, key: str) -> None:
        """Go to an area that is there now or when the wall has been asked for."""
        if self._wall is not None and any(each.id == key for each in self._wall.areas):
            self._come_to(key)
        else:
            self._wanted = key

    def _come_to(self, key: str) -> None:
        self.wall.set_current(key)
        self.wall.show_current()
        self._came(key)

    def _came(self, key: str) -> None:
        self._show_current()
        self.moved.emit()

    def first_focus(self) -> QWidget | None:
        """The card one is at, or what can be done where there are none."""
        view = self._stack.currentWidget()
        if isinstance(view, VoteView):
            return view.first_focus()
        return view.button if isinstance(view, EmptyState) else self.wall.view()

    # What the file says

    def refresh(self) -> None:
        """Ask for the areas."""
        self.desk.ask(wall_page).then(self._show)

    def _show(self, wall: Wall) -> None:
        self._wall, self._acts.evaluation = wall, wall.evaluation.id
        self._kept.voting = self._kept.voting and bool(wall.areas)
        view = self._halves if wall.areas else self.empty if wall.is_open else self.early
        self._stack.setCurrentWidget(self.vote if self._kept.voting else view)
        self.title.show_how(shown=bool(wall.areas) and not self._kept.voting)
        self._kept.choosing.follow(wall)
        self.vote.show_wall(wall)
        self._show_wall()
        self._come()
        self._show_foot()

    @property
    def _offers_more(self) -> bool:
        """Whether there is more than a list and the matrix: a small team asks for it, or uses it already."""
        wall = self._wall
        return wall is not None and (self._kept.more or wall.uses_more or not wall.is_small)

    def _show_wall(self) -> None:
        wall = self._wall
        if wall is None:
            return
        if self._kept.by is By.DOTS and not wall.votes:
            self._kept.by = By.CRITERION
        self.title.say_how(CHOOSING if self._kept.choosing.is_on else PLACING)
        by = self._kept.by if self._offers_more else By.CRITERION
        wanted = self.side.finder.text() if self._offers_more else ""
        ticked = frozenset(self._kept.choosing.ticked)
        groups = grouped(wall, by, self.ui.tr, self._cards.of(wall), wanted=wanted, ticked=ticked)
        self.side.show_bar(shown=self._offers_more, by=by, has_dots=bool(wall.votes))
        self.side.show_nothing(nothing=bool(wall.areas) and not groups)
        self.wall.may_merge = self._offers_more and not self.desk.read_only and wall.turnout is None
        self.wall.set_groups(groups, choosing=self._kept.choosing.is_on)
        self.pane.show_wall(wall)
        self.pane.detail.show_theme(shown=by is By.THEME or bool(wall.themes))
        self._show_current()

    def _show_current(self) -> None:
        if self._wall is not None:
            self.pane.show_current(self._wall, self.wall.current, read_only=self.desk.read_only)
            self._project()

    def _project(self) -> None:
        """Let the room follow."""
        wall = self._wall
        if wall is not None and wall.areas:
            by = self._kept.by if self._offers_more else By.CRITERION
            voting = self._kept.voting and wall.turnout is not None
            self.set_projection(shown(wall, by, self.wall.current, self.ui.tr, voting=voting))

    def _show_foot(self) -> None:
        tr, wall = self.ui.tr, self._wall
        if wall is None or not wall.areas:
            self.set_foot(Foot())
            return
        if self._kept.voting:
            self.set_foot(self.vote.foot)
            return
        acts = improvements_foot.Acts(
            self.choose,
            self._make_each,
            self._make_one,
            self.stop_choosing,
            self.show_more,
            self.go_vote,
            self._go_on,
        )
        if self._kept.choosing.is_on:
            self.set_foot(improvements_foot.choosing(tr, len(self._kept.choosing.ticked), acts))
            return
        read_only = tr(READ_ONLY) if self.desk.read_only else ""
        self.set_foot(improvements_foot.looking(tr, wall, acts, more=self._offers_more, read_only=read_only))

    def _go_on(self) -> None:
        self.desk.go("5")

    # Placing

    def _give(self, key: str, *, effect: int | None = None, ease: int | None = None) -> None:
        """Place an area; what is not given stays, 0 takes it away."""
        if self._wall is None or self.desk.read_only:
            self.refresh()
            return
        found = next((each for each in self._wall.areas if each.area.id == key), None)
        after = None if found is None else given(found, effect, ease)
        if after is None or after == found:
            return
        self._wall = placed(self._wall, after)  # at once, so that the next key builds on it
        self._show_wall()
        self._show_foot()
        now, evaluation = after.priority, self._wall.evaluation.id
        self.desk.telling(self._refused).do(priorities.place, evaluation, key, now.effect, now.ease)

    def _refused(self, problem: Problem) -> None:
        self.desk.tell(problem)
        self.refresh()

    def _give_theme(self, theme: str) -> None:
        if self._wall is None or self.desk.read_only or not self.wall.current:
            return
        self.desk.do(priorities.set_theme, self._wall.evaluation.id, [self.wall.current], theme)
        if (view := self.wall.view()) is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    # More than a list and the matrix

    def show_more(self) -> None:
        """Offer everything: merging, themes, other orders, dots."""
        self._kept.more = True
        self._show_wall()
        self._show_foot()
        self.side.orders.chips.setFocus(Qt.FocusReason.OtherFocusReason)

    def order(self, by: By) -> None:
        """Show the areas in another order."""
        self._kept.by = by
        self._show_wall()
        self.wall.show_current()
        self._show_foot()

    def _part(self, key: str) -> None:
        if self._wall is not None and any(each.id == key and each.parts for each in self._wall.areas):
            self._acts.part(key)

    def go_vote(self) -> None:
        """From the wall to the vote with dots."""
        self._kept.voting = True
        if self._wall is not None:
            self._show(self._wall)
            self.vote.take_focus()
            self.moved.emit()

    def leave_vote(self) -> None:
        """Back to the wall."""
        self.vote.leave()
        self._kept.voting = False
        self.moved.emit()
        if self._wall is not None:
            self._show(self._wall)
            if (view := self.wall.view()) is not None:
                view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_dots(self) -> None:
        """The dots are shown: the wall has those with most first."""
        self._kept.by = By.DOTS
        self.leave_vote()
        self.refresh()

    # Choosing

    def choose(self) -> None:
        """Begin to choose: what has great effect and is easy is proposed."""
        if self._wall is None or self.desk.read_only:
            return
        self._kept.choosing.begin(self._wall)
        self._show_wall()
        self._show_foot()
        if (view := self.wall.view()) is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_choosing(self) -> None:
        """Choose nothing."""
        self._kept.choosing.stop()
        if self._wall is not None:
            self._show_wall()
        self._show_foot()

    def _tick(self, key: str) -> None:
        if self._wall is None or self.desk.read_only:
            return
        self._kept.choosing.tick(key)
        self._show_wall()
        self._show_foot()

    @property
    def _chosen(self) -> Sequence[str]:
        assert self._wall is not None
        return self._kept.choosing.chosen(self._wall)

    def _make_each(self) -> None:
        self._acts.make_each(self._chosen, self.stop_choosing)

    def _make_one(self) -> None:
        self._acts.make_one(self._chosen, self.stop_choosing)
