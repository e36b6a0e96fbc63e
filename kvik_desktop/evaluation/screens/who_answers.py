"""Who answers: the participants with how far each is, never what anybody has answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.answering import Progress, Team
from kvik_desktop.evaluation.model import HandIn, Way
from kvik_desktop.evaluation.own_code.usecases import Door, Seat
from kvik_desktop.evaluation.preparing.recommending import SMALL
from kvik_desktop.evaluation.screens.index_rows import MINUTES
from kvik_desktop.evaluation.screens.way_words import named
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.model_package.model import Guidance
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import WIDE as COLUMN
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.row import EDGE, Row, RowList

CALM = 48
"""The margin of a page with a list and nothing beside it, at 100 %."""


class WhoAnswers(QWidget):
    """Enter or a click on a name begins that participant's turn; arrows go between the names."""

    chosen = Signal(str)
    """The id of the participant."""
    prepare = Signal()
    """There is nobody to choose yet: to where the list is made."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        self._shown: object = ()
        self._people: tuple[HandIn, ...] = ()
        self._title = Heading(ui, "", "large")
        self._text = ReadingText(ui, "", ink="text-2")
        self._count = Heading(ui, "")
        self._list = RowList(ui, tr(say("Deltagere")))
        self.empty = EmptyState(
            ui,
            "persons",
            tr(say("Ingen deltagere endnu")),
            tr(say("Skriv navnene på dem, der skal svare. Så kan de vælge sig selv her.")),
            tr(say("Gå til Forberedelse")),
        )
        self.empty.acted.connect(self.prepare)
        self._gone = EmptyState(
            ui,
            "shield-check",
            tr(say("De enkelte svar er slettet")),
            tr(say("Det, I blev enige om, er her stadig. Hvem der svarede hvad, kan ingen finde frem.")),
        )
        self._scroll = ScrollColumn(ui, wide=COLUMN + 2 * EDGE, margin=CALM - EDGE, centred=False)
        self._scroll.column.set_padding(32, 24)
        words = QVBoxLayout()
        words.setContentsMargins(px(EDGE), 0, px(EDGE), 0)  # as far in as the words of the rows
        words.setSpacing(px(8))
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addSpacing(px(16))
        words.addWidget(self._count)
        body = self._scroll.body
        body.setSpacing(px(8))
        body.addLayout(words)
        body.addWidget(self._list)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        for instead in (self.empty, self._gone):
            column.addWidget(instead)
            instead.hide()

    def show_seat(self, seat: Seat) -> None:
        """Show how far everybody is."""
        tr, team = self.ui.tr, seat.team
        is_open = team.evaluation.revealed is not None
        is_gone = team.evaluation.answers_deleted is not None
        has_any = bool(team.people)
        self._scroll.setVisible(has_any and not is_gone)
        self.empty.setVisible(not has_any)
        self._gone.setVisible(has_any and is_gone)
        self._count.setVisible(not is_open)
        title, text = _AFTER if is_open else _before(team)
        self._title.setText(tr(title))
        self._text.setText(tr(text))
        self._count.setText(
            tr(
                say_n(
                    "{n} af {of} har afleveret",
                    "{n} af {of} har afleveret",
                    team.handed_in,
                    of=len(team.people),
                )
            )
        )
        shown = (team.people, seat.doors, seat.ways)
        if shown != self._shown:
            self._shown, self._people = shown, team.people
            self._show_people(seat)

    @property
    def rows(self) -> Sequence[Row]:
        """One for each participant."""
        return self._list.rows

    def _show_people(self, seat: Seat) -> None:
        focused = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        self._list.set_rows([self._row(each, seat.doors, seat.ways) for each in seat.team.people])
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].setFocus()

    def _row(self, each: HandIn, doors: Mapping[str, Door], ways: Mapping[str, frozenset[Way]]) -> Row:
        tr, person = self.ui.tr, each.participant
        progress, state = state_of(each)
        mark = "answered" if each.submitted else progress.value
        second = person.role or (tr(say("Leder")) if person.leader else "")
        door = DOORS.get(doors[person.id])
        came = ways.get(person.id, frozenset()) - {Way.LAPTOP}
        quiet = ([named(ways[person.id], tr)] if came else []) + ([tr(door)] if door is not None else [])
        row = Row(
            self.ui,
            person.name,
            second,
            mark=mark,
            state=tr(state),
            state_second=" · ".join(quiet),
            leads=True,
        )
        row.clicked.connect(lambda *_: self.chosen.emit(person.id))
        return row

    def first_focus(self) -> QWidget | None:
        """The first who has not handed in."""
        if self._scroll.isHidden():
            return None if self.empty.isHidden() else self.empty.button
        for row, each in zip(self.rows, self._people, strict=True):
            if each.submitted is None:
                return row
        return self.rows[0] if self.rows else None


def state_of(each: HandIn) -> tuple[Progress, Text]:
    """How far one participant is, in words that say nothing of what was answered."""
    if each.submitted is not None:
        return Progress.ANSWERED, say("Afleveret {when}", when=each.submitted.astimezone())
    whole = each.answered - each.incomplete
    if not each.answered:
        return Progress.NOT_BEGUN, say("Ikke begyndt")
    return Progress.IN_PROGRESS, say("{n} af {of} besvaret", n=whole, of=each.of)


def suits(team: Team) -> bool:
    """Whether answering in turn is a good way: few questions, or few people."""
    return team.package.guidance is Guidance.SHORT or len(team.people) < SMALL


def _before(team: Team) -> tuple[Text, Text]:
    """Whose turn it is, or that nobody's is any more."""
    if team.handed_in == len(team.people):
        return _DONE
    return say("Hvem skal svare nu?"), _in_turn(team)


def _in_turn(team: Team) -> Text:
    if suits(team) or all(each.answered for each in team.people):
        return _BEFORE
    of = sum(1 for _ in team.package.subcriteria())
    hours = -(-len(team.people) * of * MINUTES // 60)
    slow = say_n(
        "I er {people}, så efter tur tager det omkring {n} time i alt. Så er det hurtigere at dele ud.",
        "I er {people}, så efter tur tager det omkring {n} timer i alt. Så er det hurtigere at dele ud.",
        hours,
        people=len(team.people),
    )
    return say("{before} {slow}", before=_BEFORE, slow=slow)


_BEFORE = say(
    "Vælg dit navn. Kun du kan se dine svar, til I åbner dem sammen. Når du går fra, så skift person: så er "
    "dine svar skjult."
)
DOORS = {Door.LOCKED: say("Låst med en kode"), Door.RESET: say("Koden er nulstillet")}
_DONE = (
    say("Alle har svaret"),
    say("Nu kan I åbne svarene sammen. Til da er de skjult. Vælg dit navn, hvis du vil se dine egne igen."),
)
_AFTER = (
    say("Hvem er du?"),
    say("Svarene er åbnet, og nu kan ingen ændre dem. Vælg dit navn for at se dine egne."),
)
