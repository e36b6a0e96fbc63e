"""Voting with dots: how many each has, who has given them, giving them in turn or typing them in, showing."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.action_plan import votes
from kvik_desktop.action_plan.dots import FEWEST, MOST, How, Turnout, usual
from kvik_desktop.action_plan.pages import Wall
from kvik_desktop.action_plan.screens import vote_foot
from kvik_desktop.action_plan.screens.dot_sheet import DotSheet
from kvik_desktop.action_plan.screens.improvement_words import voted
from kvik_desktop.action_plan.screens.slip_entry import SlipEntry
from kvik_desktop.evaluation.model import Participant
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Foot
from kvik_desktop.shell.session import FACILITATOR
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter, FilterChips
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText
from kvik_desktop.shell.widgets.row import Row, RowList
from kvik_desktop.shell.widgets.scroll import Scroll

TOP, GAP = 24, 16
LOW = 260
"""Under this height there is no air to spare, at 100 %."""
WIDE = 720
"""Of what is read and pressed here, at 100 %."""


class VoteView(QWidget):
    """Shows who has given dots and never where, until all are shown."""

    foot_changed = Signal()
    left = Signal()
    """Back to the wall."""
    shown = Signal()
    """The dots are there for everybody to see."""

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__()
        self.ui = ui
        self._desk = desk
        self._wall: Wall | None = None
        self._person: Participant | None = None
        tr = ui.tr
        self._heading, self._said = Heading(ui, "", "large"), ReadingText(ui, "", ink="text-2")
        self.number = QSpinBox()
        self.number.setRange(FEWEST, MOST)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number = Field(ui, tr(say("Prikker til hver")), self.number)
        self._number.setMaximumWidth(ui.theme.px(160))
        self._history = ReadingList(ui, (), size="small", ink="text-2")
        ways = (
            Filter(How.TURN, tr(say("Efter tur"))),
            Filter(How.SLIP, tr(say("Sedler"))),
            Filter(How.HANDS, tr(say("Håndsoprækning"))),
        )
        self.ways = FilterChips(ui, tr(say("Hvordan gives prikkerne?")), ways, How.TURN)
        self.people = RowList(ui, tr(say("Hvem har givet prikker")))
        self.slips = SlipEntry(ui)
        self.sheet = DotSheet(ui)
        self._lay_out()
        self.ways.chosen.connect(self._choose_way)
        self.slips.given.connect(self._give_slip)
        self.sheet.changed.connect(self.foot_changed)

    def _lay_out(self) -> None:
        """Where there is a sheet it has all the room below; else what there is stands above."""
        px = self.ui.theme.px
        inside, self._rest = QWidget(), Scroll()
        rest = QVBoxLayout(inside)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(px(16))
        for part in (self._number, self._history, self.people, self.slips):
            rest.addWidget(part)
        rest.addStretch(1)
        self._rest.setWidgetResizable(True)
        self._rest.setWidget(inside)
        self._rest.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rest.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QStackedWidget()
        self._body.addWidget(self._rest)
        self._body.addWidget(self.sheet)
        self._column = column = QVBoxLayout(self)
        self._air(TOP, GAP)
        for widget in (self._heading, self._said, self.ways):
            column.addWidget(widget)
        column.addWidget(self._body, 1)
        self._body.setMaximumWidth(px(WIDE))

    def _air(self, top: int, gap: int) -> None:
        px = self.ui.theme.px
        self._column.setContentsMargins(px(32), px(top), px(32), px(8))
        self._column.setSpacing(px(gap))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the air gives way before what is to be read."""
        super().resizeEvent(event)
        is_low = event.size().height() < self.ui.theme.px(LOW)
        self._air(GAP // 2 if is_low else TOP, GAP // 2 if is_low else GAP)

    # What is shown

    @property
    def turnout(self) -> Turnout | None:
        """Who has given dots; None while no vote is open."""
        return None if self._wall is None else self._wall.turnout

    def show_wall(self, wall: Wall) -> None:
        """Show the vote as it stands; what somebody is putting on the sheet stays."""
        before, self._wall = self._wall, wall
        if before is None or (before.turnout is None and len(before.areas) != len(wall.areas)):
            self.number.setValue(usual(len(wall.areas)))
        if self.turnout is None:
            self._person = None
        elif self._is_on_sheet and not self.sheet.dots:
            self._begin_sheet()
        self._history.set_sentences([self.ui.tr(voted(vote)) for vote in wall.votes])
        self.slips.show_wall(wall)
        self._show_people()
        self._show_parts()

    def _show_people(self) -> None:
        assert self._wall is not None
        there = self.turnout
        given = there.given if there else frozenset()
        known = [(row.title, row.state) for row in self.people.rows]
        counted = there is not None and there.hands
        rows = [self._row(each, done=each.id in given, counted=counted) for each in self._wall.people]
        if known == [(row.title, row.state) for row in rows]:
            for row in rows:
                row.deleteLater()
            return
        at = next((place for place, row in enumerate(self.people.rows) if row.hasFocus()), None)
        self.people.set_rows(rows)
        if at is not None and at < len(rows):
            rows[at].setFocus()

    def _row(self, person: Participant, *, done: bool, counted: bool) -> Row:
        left = say("Med i håndsoprækningen") if counted else say("Mangler")
        state = self.ui.tr(say("Har givet") if done else left)
        sign = "answered" if done else "not-begun"
        row = Row(self.ui, person.name, person.role, mark=sign, state=state, leads=True)
        row.clicked.connect(partial(self._begin, person))
        return row

    @property
    def _is_on_sheet(self) -> bool:
        return self._person is not None or (self.turnout is not None and self.ways.key == How.HANDS)

    def _show_parts(self) -> None:
        tr, is_open = self.ui.tr, self.turnout is not None
        heading, said = self._words()
        self._heading.setText(tr(heading))
        self._said.setText(tr(said))
        self.ways.setVisible(is_open and self._person is None)
        self._number.setVisible(not is_open)
        self._history.setVisible(not is_open)
        self.people.setVisible(is_open and self.ways.key == How.TURN)
        self.slips.setVisible(is_open and self.ways.key == How.SLIP)
        self._body.setCurrentWidget(self.sheet if self._is_on_sheet else self._rest)
        self.foot_changed.emit()

    def _words(self) -> tuple[Text, Text]:
        there = self.turnout
        if self._person is not None:
            name = say("{name} giver prikker", name=self._person.name)
            how = say(
                "Kun du ser dine prikker. Mellemrum eller + giver en prik, - tager en tilbage. Du må give "
                "flere til det samme område."
            )
            again = there is not None and self._person.id in there.given
            anew = say("{how} Du har givet prikker før. De nye erstatter dem.", how=how)
            return name, anew if again else how
        if there is None:
            return say("Hvad er vigtigst for jer?"), say(
                "Hver får nogle prikker og sætter dem på de områder, I skal gøre noget ved først. Ingen ser, "
                "hvad de andre giver, før I viser prikkerne. Så huskes kun, hvor mange hvert område fik."
            )
        of = len(self._wall.people) if self._wall is not None else 0
        each = say("Hver har {dots}.", dots=_dots(there.vote.dots))
        if self.ways.key == How.HANDS:
            return say("Håndsoprækning"), _whose_hands(there, of, each)
        hidden = say("{each} Ingen ser, hvor de sidder, før I viser dem.", each=each)
        if there.hands:
            return say("Hænderne er talt"), hidden
        if there.slips:
            return say("{n} har givet prikker", n=there.ballots), hidden
        return say("{n} af {of} har givet prikker", n=there.ballots, of=of), hidden

    def first_focus(self) -> QWidget | None:
        """Where one goes on."""
        if self._is_on_sheet:
            return self.sheet.view
        if self.turnout is None:
            return self.number
        return self.slips.line if self.ways.key == How.SLIP else next(iter(self.people.rows), None)

    def take_focus(self) -> None:
        """Go to where one goes on."""
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever was at it is not any more, and the window has given their turn back."""
        super().hideEvent(event)
        if self._person is not None:
            self._person, self.sheet.dots = None, {}
            self._show_parts()

    # What the user does

    @property
    def foot(self) -> Foot:
        """What can be done now."""
        tr, wall, there = self.ui.tr, self._wall, self.turnout
        if wall is None:
            return Foot()
        read_only = self._desk.read_only
        if self._person is not None:
            return vote_foot.turn(tr, self._following(), self._save, self.leave)
        if there is None:
            return vote_foot.before(tr, self._begin_vote, self.left.emit, read_only=read_only)
        if self.ways.key == How.HANDS and self.sheet.dots:
            return vote_foot.hands(tr, self._save_hands, self._clear_hands)
        acts = vote_foot.Acts(self._show_dots, self.left.emit, self._give_up)
        return vote_foot.voting(tr, there, len(wall.people), acts, read_only=read_only)

    @property
    def _evaluation(self) -> str:
        assert self._wall is not None, "acts are offered with a wall"
        return self._wall.evaluation.id

    def _begin_vote(self) -> None:
        begun = self._desk.do(votes.begin, self._evaluation, self.number.value())
        begun.then(lambda _: self.take_focus())

    def _choose_way(self, _key: str) -> None:
        if self._is_on_sheet:
            self._begin_sheet()
        self._show_parts()

    def _begin(self, person: Participant) -> None:
        if self._desk.read_only:
            return
        self._person = person
        self._desk.turn(person.id)
        self._begin_sheet()
        self._show_parts()
        self.take_focus()

    def _begin_sheet(self) -> None:
        wall, there = self._wall, self.turnout
        if wall is not None and there is not None:
            people = 1 if self._person is not None else there.rest(len(wall.people))
            self.sheet.begin(wall, there.vote.dots * people)

    def leave(self) -> None:
        """Nobody gives dots now; what was not kept is gone, as it was nobody else's to see."""
        if self._person is not None:
            self._person = None
            self.sheet.dots = {}
            self._desk.turn(FACILITATOR)
            self._show_parts()
            self.take_focus()

    def _following(self) -> Participant | None:
        """Who comes after the one who gives dots now, among those who have not."""
        wall, there = self._wall, self.turnout
        if self._person is None or wall is None or there is None:
            return None
        here = [person.id for person in wall.people].index(self._person.id)
        around = (*wall.people[here + 1 :], *wall.people[:here])
        return next((person for person in around if person.id not in there.given), None)

    def _save(self) -> None:
        person, following = self._person, self._following()
        if person is None:
            return

        def kept(_value: object) -> None:
            if following is None:
                self.leave()
            else:
                self._begin(following)

        self._desk.do(votes.give, self._evaluation, person.id, dict(self.sheet.dots)).then(kept)

    def _give_slip(self, dots: dict[str, int]) -> None:
        self._desk.do(votes.give_slip, self._evaluation, dots)

    def _save_hands(self) -> None:
        kept = self._desk.do(votes.give_hands, self._evaluation, dict(self.sheet.dots))
        kept.then(lambda _: self._clear_hands())

    def _clear_hands(self) -> None:
        self.ways.set_key(How.TURN)
        self.sheet.dots = {}
        self._show_parts()
        self.take_focus()

    def _show_dots(self) -> None:
        self._desk.do(votes.show, self._evaluation).then(lambda _: self.shown.emit())

    def _give_up(self) -> None:
        said = self.ui.tr(say("Afstemningen er opgivet"))
        undoable = self.turnout is not None and not self.turnout.ballots
        done = self._desk.do(votes.give_up, self._evaluation)
        done.then(lambda _: self._desk.say(said, undoable=undoable))


def _whose_hands(there: Turnout, people: int, each: Text) -> Text:
    """Whose hands are counted: nobody gives dots in two ways."""
    rest = there.rest(people)
    if not rest:
        return say("Alle har givet prikker. Der er ingen hænder at tælle.")
    if not there.alone:
        return say(
            "{each} Læs områderne op ét ad gangen, og skriv, hvor mange hænder der kommer op.", each=each
        )
    return say_n(
        "Læs områderne op ét ad gangen. {alone} har givet selv, så tæl kun hånden fra den ene, der mangler.",
        "Læs områderne op ét ad gangen. {alone} har givet selv, så tæl kun hænder fra de {n}, der mangler.",
        rest,
        alone=there.alone,
    )


def _dots(n: int) -> Text:
    return say("én prik") if n == 1 else say("{n} prikker", n=n)
