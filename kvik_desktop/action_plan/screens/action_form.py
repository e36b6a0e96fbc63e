"""Everything more about one action: what a small team can leave out and a large plan needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.action_plan.screens.action_words import known_people, status_word
from kvik_desktop.action_plan.screens.measure_part import MeasurePart
from kvik_desktop.action_plan.screens.number_edit import NumberEdit
from kvik_desktop.action_plan.screens.pick_list import PickList
from kvik_desktop.action_plan.screens.status_chips import StatusChips
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.day_edit import DayEdit
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.proposal_edit import ProposalEdit
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText
from kvik_desktop.shell.widgets.search_choice import SearchChoice
from kvik_desktop.shell.widgets.text_area import TextArea
from kvik_desktop.shell.widgets.typing import TypingPause

NONE = ""
"""The key of no effect."""


class ActionForm(QWidget):
    """Tells field by field what is changed; what is being typed is never overwritten."""

    amended = Signal(str, dict)
    """An action's id, and fields of its own with their new values."""
    people_set = Signal(str, tuple)
    """An action's id, and who takes part."""
    needs_set = Signal(str, tuple, tuple)
    """An action's id, ids of the actions that must be done first, and what else must be there."""
    tied = Signal(str, str)
    """An action's id, and an area it is to come from."""
    untied = Signal(str, int)
    """An action's id, and the place of an area it no longer comes from."""
    noted = Signal(str, str)
    """An action's id, and a line for its log."""
    status_set = Signal(str, object)
    """An action's id, and a :class:`Status`."""
    measured = Signal(str, object, object)
    """An action's id, a day, and what was measured then."""
    unmeasured = Signal(str, object)
    """An action's id, and the day whose measurement is to go."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._planned: PlannedAction | None = None
        self._read_only = False
        self._dirty: dict[str, Callable[[], Any]] = {}
        self._pause = TypingPause(self, self._save)
        self._title = Heading(ui, "")
        self._facts = ReadingText(ui, "", "small", ink="text-2")
        self.status = StatusChips(ui)
        self.measures = MeasurePart(ui, is_told=False)
        self.description = TextArea(ui, least=2)
        self.theme = ProposalEdit(ui, ())
        self.start, self.follow_up = DayEdit(ui), DayEdit(ui)
        self.indicator, self.unit = QLineEdit(), QLineEdit()
        self.baseline, self.target = NumberEdit(ui), NumberEdit(ui)
        self.hours, self.money = NumberEdit(ui), NumberEdit(ui)
        self.phase, self.goal = ProposalEdit(ui, ()), ProposalEdit(ui, ())
        self.effect = Choice(ui, ())
        tr = ui.tr
        self.people, self.needs_words = TextArea(ui, least=1), TextArea(ui, least=1)
        self.roster = SearchChoice(
            ui, (), name=tr(say("Tilføj en deltager")), placeholder=tr(say("Tilføj fra deltagerlisten"))
        )
        self.needs = PickList(ui, tr(say("Venter på tiltag")), tr(say("Find et tiltag")))
        self.areas = PickList(ui, tr(say("Kommer fra")), tr(say("Find et område")))
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr(say("Skriv, og tryk Enter")))
        self._log = ReadingList(ui, (), size="small", ink="text-2")
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        head = QVBoxLayout()
        head.setSpacing(px(2))
        head.addWidget(self._title)
        head.addWidget(self._facts)
        column.addLayout(head)
        column.addWidget(self.status)
        field = self._field
        column.addWidget(field(say("Beskrivelse"), self.description))
        people = QVBoxLayout()
        people.setSpacing(px(4))
        people.addWidget(field(say("Deltagere, én på hver linje"), self.people))
        people.addWidget(self.roster)
        column.addLayout(people)
        column.addLayout(
            _beside(px(16), field(say("Start"), self.start), field(say("Følges op"), self.follow_up))
        )
        column.addWidget(field(say("Tema"), self.theme))
        column.addWidget(self.areas)
        column.addWidget(field(say("Det, I tæller eller måler"), self.indicator))
        figures = [
            field(say("Nu"), self.baseline),
            field(say("Mål"), self.target),
            field(say("Enhed"), self.unit),
        ]
        column.addLayout(_beside(px(8), *figures))
        column.addWidget(self.measures)
        column.addLayout(_beside(px(16), field(say("Timer"), self.hours), field(say("Kroner"), self.money)))
        column.addWidget(self.needs)
        column.addWidget(field(say("Andet, der skal være på plads først"), self.needs_words))
        column.addWidget(field(say("Fase"), self.phase))
        column.addWidget(field(say("Politisk mål"), self.goal))
        self._effect = field(say("Virkning, det skal føre til"), self.effect)
        column.addWidget(self._effect)
        column.addWidget(field(say("Noter"), self.note))
        column.addWidget(self._log)
        column.addStretch(1)

    def _field(self, label: Text, control: QWidget) -> Field[QWidget]:
        made: Field[QWidget] = Field(self.ui, self.ui.tr(label), control)
        if isinstance(control, NumberEdit):
            control.fault_changed.connect(made.set_error)
        return made

    def _listen(self) -> None:
        self.description.textChanged.connect(lambda: self._typed("description", self.description.toPlainText))
        for name, line in self._texts().items():
            line.textEdited.connect(lambda _, name=name, line=line: self._typed(name, line.text))
        for proposing in (self.theme, self.phase, self.goal):
            proposing.chosen.connect(lambda _, line=proposing: self._chosen(line))
        for name, day in (("start", self.start), ("follow_up", self.follow_up)):
            day.day_changed.connect(lambda value, name=name: self._tell({name: value}))
        for name, number in self._numbers().items():
            number.number_changed.connect(lambda value, name=name: self._tell({name: value}))
        self.effect.chosen.connect(lambda key: self._tell({"serves_effect": key or None}))
        self.people.textChanged.connect(lambda: self._typed("people", lambda: _lines(self.people)))
        self.needs_words.textChanged.connect(lambda: self._typed("needs", lambda: _lines(self.needs_words)))
        self.needs.added.connect(lambda key: self._tell_needs([*self._others(), str(key)]))
        self.needs.removed.connect(lambda key: self._tell_needs([o for o in self._others() if o != key]))
        self.areas.added.connect(lambda key: self.tied.emit(self._id, str(key)))
        self.areas.removed.connect(lambda place: self.untied.emit(self._id, place))
        self.note.returnPressed.connect(self._note)
        self.status.chosen.connect(self._tell_status)
        self.measures.given.connect(lambda *given: self.measured.emit(self._id, *given))
        self.measures.removed.connect(lambda day: self.unmeasured.emit(self._id, day))
        self.roster.chosen.connect(self._add_person)
        self._pause.watch(self.description, self.people, self.needs_words, *self._texts().values())

    def _texts(self) -> Mapping[str, QLineEdit]:
        return {
            "theme": self.theme,
            "indicator": self.indicator,
            "unit": self.unit,
            "phase": self.phase,
            "goal": self.goal,
        }

    def _numbers(self) -> Mapping[str, NumberEdit]:
        return {"baseline": self.baseline, "target": self.target, "hours": self.hours, "money": self.money}

    # What it shows

    @property
    def _id(self) -> str:
        assert self._planned is not None, "fields are filled in for an action"
        return self._planned.action.id

    def set_read_only(self) -> None:
        """Show everything, change nothing."""
        self._read_only = True
        for line in (
            *self._texts().values(),
            *self._numbers().values(),
            self.start,
            self.follow_up,
            self.note,
        ):
            line.setReadOnly(True)
        for area in (self.description, self.people, self.needs_words):
            area.setReadOnly(True)
        self.effect.setEnabled(False)
        for part in (self.status, self.roster):
            part.setEnabled(False)
        for listed in (self.needs, self.areas):
            listed.set_read_only(True)

    def show_action(self, planned: PlannedAction, plan: Plan) -> None:
        """Show an action; what has been typed of the one before is saved first."""
        if self._planned is None or planned.action.id != self._planned.action.id:
            self.flush()
            self.needs.set_error("")
        self._planned = planned
        tr, action = self.ui.tr, planned.action
        self.status.set_status(action.status)
        self.measures.show_action(planned, plan.today, read_only=self._read_only)
        self._title.setText(f"{action.number}. {action.title}")
        names = [plan.package.subcriterion(each.subcriterion) for each in planned.subcriteria]
        sources = ", ".join(f"{sub.id} {sub.name.in_language(tr.language)}" for sub in names)
        why = action.dropped_reason and tr(say("Droppet: {reason}", reason=action.dropped_reason))
        self._facts.setText(" · ".join(part for part in (why, sources) if part))
        self._facts.setVisible(bool(why or sources))
        self._fill_words(planned, plan)
        for day, value in ((self.start, action.start), (self.follow_up, action.follow_up)):
            if not day.hasFocus():
                day.set_day(value)
        for name, number in self._numbers().items():
            if not number.hasFocus():
                number.set_number(getattr(action, name))
        self._fill_lists(planned, plan)

    def _fill_words(self, planned: PlannedAction, plan: Plan) -> None:
        action, others = planned.action, [each.action for each in plan.actions]
        self._fill_area("description", self.description, action.description)
        for name, line in self._texts().items():
            kept = getattr(action, name) or ""
            if name not in self._dirty and line.text() != kept:
                line.setText(kept)
                line.setCursorPosition(0)  # a long text is read from its beginning
        self.theme.set_proposals(_used(each.theme for each in others))
        phases = [phase.in_language(self.ui.tr.language) for phase in plan.package.phases]
        in_use = [word for word in _used(each.phase for each in others) if word not in phases]
        self.phase.set_proposals([*phases, *in_use])
        goals = [goal.code or goal.text for goal in plan.goals] + [goal.code for goal in plan.package.goals]
        self.goal.set_proposals(_used([*goals, *(each.goal or "" for each in others)]))
        none = (NONE, self.ui.tr(say("Ingen valgt")))
        self.effect.set_choices(
            [none, *((each.id, each.text) for each in plan.effects)], action.serves_effect
        )
        self._effect.setVisible(bool(plan.effects))

    def _fill_lists(self, planned: PlannedAction, plan: Plan) -> None:
        words = tuple(need.text for need in planned.prerequisites if need.other is None)
        for name, area, lines in (
            ("people", self.people, planned.participants),
            ("needs", self.needs_words, words),
        ):
            if _lines(area) != lines:  # an empty line one is about to write in is no difference
                self._fill_area(name, area, "\n".join(lines))
        names = {each.action.id: f"{each.action.number}. {each.action.title}" for each in plan.actions}
        taken = set(_lines(self.people))
        self.roster.set_choices([(name, name) for name in known_people(plan) if name not in taken], None)
        self.roster.setVisible(bool(plan.people))
        waits = self._others()
        free = [(key, name) for key, name in names.items() if key not in (*waits, planned.action.id)]
        self.needs.show_picked([(other, names[other]) for other in waits], free)
        tied = {area.statement for area in planned.areas}
        areas = [
            (each.id, f"{', '.join(each.subcriteria)} {each.area.text}")
            for each in plan.areas
            if not {text.id for text in each.statements} <= tied
        ]
        picked = [(area.position, area.text) for area in planned.areas]
        self.areas.show_picked(picked, areas)
        self._log.set_sentences([self._line(at) for at in range(len(planned.notes) - 1, -1, -1)])
        self._log.setVisible(bool(planned.notes))

    def _fill_area(self, name: str, area: TextArea, text: str) -> None:
        if name not in self._dirty and area.toPlainText() != text:
            with QSignalBlocker(area):
                area.setPlainText(text)

    def _line(self, place: int) -> str:
        assert self._planned is not None
        note, tr = self._planned.notes[place], self.ui.tr
        word = tr(status_word(note.status)) if note.status else ""
        said = ": ".join(part for part in (word, note.text) if part)
        return f"{tr.date(note.at.astimezone().date())} {said}"

    def _others(self) -> list[str]:
        """The ids of the actions it waits for."""
        needs = self._planned.prerequisites if self._planned else ()
        return [need.other for need in needs if need.other is not None]

    # What the user does

    def _typed(self, name: str, value: Callable[[], Any]) -> None:
        self._dirty[name] = value
        self._pause.edited()

    def _chosen(self, line: ProposalEdit) -> None:
        name = next(name for name, each in self._texts().items() if each is line)
        self._typed(name, line.text)
        self._pause.flush()

    def flush(self) -> None:
        """Save now what is being typed."""
        self._pause.flush()
        for number in self._numbers().values():
            if number.hasFocus():
                number.read()

    def _save(self) -> None:
        typed, self._dirty = {name: value() for name, value in self._dirty.items()}, {}
        if "people" in typed:
            self.people_set.emit(self._id, typed.pop("people"))
        if "needs" in typed:
            self.needs_set.emit(self._id, tuple(self._others()), typed.pop("needs"))
        if "goal" in typed:
            typed["goal"] = typed["goal"] or None
        if typed:
            self._tell(typed)

    def _tell(self, fields: Mapping[str, Any]) -> None:
        self.amended.emit(self._id, dict(fields))

    def _tell_needs(self, others: Sequence[str]) -> None:
        self.needs_set.emit(self._id, tuple(others), _lines(self.needs_words))

    def refuse_needs(self, problem: Problem | None) -> None:
        """Tell beside the field what cannot be waited for; None where it is right again."""
        tr = self.ui.tr
        self.needs.set_error("" if problem is None else f"{tr(problem.message)} {tr(problem.action)}")

    def _tell_status(self, status: object) -> None:
        """The chips show what is kept: what is dropped needs a reason first."""
        assert self._planned is not None
        self.status.set_status(self._planned.action.status)
        self.status_set.emit(self._id, status)

    def _add_person(self, name: object) -> None:
        if name is not None:
            self.roster.set_key(None)
            self.people.setPlainText("\n".join([*_lines(self.people), str(name)]))
            self._pause.flush()

    def _note(self) -> None:
        if self.note.text().strip():
            self.noted.emit(self._id, self.note.text())
            self.note.clear()


def _lines(area: TextArea) -> tuple[str, ...]:
    return tuple(line.strip() for line in area.toPlainText().splitlines() if line.strip())


def _used(words: Any) -> list[str]:
    return sorted({word for word in words if word})


def _beside(gap: int, *parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for part in parts:
        row.addWidget(part, 1)
    return row
