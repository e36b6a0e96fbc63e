"""Who answers: the participants with how far each is, never what anybody has answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.answering import Progress, Team
from kvik_desktop.evaluation.usecases import HandIn
from kvik_desktop.foundation.text import Text, say, say_n
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
        self._shown: tuple[HandIn, ...] = ()
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

    def show_team(self, team: Team) -> None:
        """Show how far everybody is."""
        tr = self.ui.tr
        is_open = team.evaluation.revealed is not None
        is_gone = team.evaluation.answers_deleted is not None
        has_any = bool(team.people)
        self._scroll.setVisible(has_any and not is_gone)
        self.empty.setVisible(not has_any)
        self._gone.setVisible(has_any and is_gone)
        self._count.setVisible(not is_open)
        self._title.setText(tr(say("Hvem er du?") if is_open else say("Hvem skal svare nu?")))
        self._text.setText(tr(_AFTER if is_open else _BEFORE))
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
        if team.people != self._shown:
            self._shown = team.people
            self._show_people(team.people)

    @property
    def rows(self) -> Sequence[Row]:
        """One for each participant."""
        return self._list.rows

    def _show_people(self, people: Sequence[HandIn]) -> None:
        focused = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        self._list.set_rows([self._row(each) for each in people])
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].setFocus()

    def _row(self, each: HandIn) -> Row:
        tr, person = self.ui.tr, each.participant
        progress, state = state_of(each)
        mark = "answered" if each.submitted else progress.value
        second = person.role or (tr(say("Leder")) if person.leader else "")
        row = Row(self.ui, person.name, second, mark=mark, state=tr(state), leads=True)
        row.clicked.connect(lambda *_: self.chosen.emit(person.id))
        return row

    def first_focus(self) -> QWidget | None:
        """The first who has not handed in."""
        if self._scroll.isHidden():
            return None if self.empty.isHidden() else self.empty.button
        for row, each in zip(self.rows, self._shown, strict=True):
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


_BEFORE = say(
    "Vælg dit navn. Kun du kan se dine svar, til I åbner dem sammen. Når du går fra, så skift person: så er "
    "dine svar skjult."
)
_AFTER = say("Svarene er åbnet, og nu kan ingen ændre dem. Vælg dit navn for at se dine egne.")
