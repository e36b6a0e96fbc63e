"""Everything that can be looked for in an evaluation's file: the texts its pages are given now, no others.

So nothing is found before it is revealed, and never what one person has answered, the facilitator's private
notes or what was seen on a visit: no page of these steps is given them, and they are searched where they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.pages import Following, Plan, Wall, follow_up_page, plan_page, wall_page
from kvik_desktop.action_plan.screens.follow_up_page import ENDING
from kvik_desktop.action_plan.screens.follow_words import MEETINGS
from kvik_desktop.action_plan.status_meetings.model import StatusMeeting
from kvik_desktop.bundle.progress import STEP_NAMES, Step
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.shell.passages import Passage
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop.board import Board, Line, Waiting, shown
from kvik_desktop.workshop.screens.moves_row import Move

QUESTIONS = say("Spørgsmålene")
THEME, HEADING = say("Tema"), say("Overskrift")
AREA = say("Forbedringsområde")
KINDS: Mapping[StatementKind, Text] = {
    StatementKind.EVIDENCE: say("Dokumentation"),
    StatementKind.STRENGTH: say("Styrke"),
    StatementKind.AREA: AREA,
    StatementKind.IDEA: say("Idé"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pages of the steps are given."""

    meeting: Waiting | Board
    wall: Wall
    plan: Plan
    following: Following


def texts(work: Transaction, translate: Translator) -> tuple[Passage, ...]:
    """All that can be found now, in the order of the steps."""
    return passages(Shown(shown(work), wall_page(work), plan_page(work), follow_up_page(work)), translate)


def passages(pages: Shown, translate: Translator) -> tuple[Passage, ...]:
    """The texts of what the pages are given."""
    return (
        *_questions(pages, translate),
        *_meeting(pages, translate),
        *_areas(pages.wall, translate),
        *_plan(pages, translate),
        *_follow_up(pages, translate),
    )


@dataclass(frozen=True, slots=True)
class _At:
    """A place in a step, what is there, and the texts about it; a text with no words is none."""

    translate: Translator
    step: Step
    place: str
    name: str
    number: str = ""

    def itself(self, kind: Text | str = "", text: str = "", group: Text | None = None) -> Passage:
        """The thing that stands there, found by its number and name as well."""
        return self._passage(kind, text, group=group, is_named=True)

    def about(self, kind: Text, *written: str) -> Iterator[Passage]:
        """What is written about it."""
        for text in filter(None, written):
            yield self._passage(kind, text)

    def _passage(
        self, kind: Text | str, text: str, *, group: Text | None = None, is_named: bool = False
    ) -> Passage:
        return Passage(
            self.translate(group or STEP_NAMES[self.step]),
            str(self.step.value),
            self.place,
            self.name,
            self.number,
            self.translate(kind),
            text,
            is_named,
        )


def _questions(pages: Shown, translate: Translator) -> Iterator[Passage]:
    """Before the reveal one comes to where they are answered."""
    is_open = isinstance(pages.meeting, Board)
    for sub in pages.wall.package.subcriteria():
        name = sub.name.in_language(translate.language)
        step, place = (Step.CONSENSUS, sub.id) if is_open else (Step.ANSWERS, "")
        at = _At(translate, step, place, name, sub.id)
        yield at.itself(text=sub.question.in_language(translate.language), group=QUESTIONS)


def _meeting(pages: Shown, translate: Translator) -> Iterator[Passage]:
    """What the group has gathered, and why it agreed as it did."""
    if not isinstance(pages.meeting, Board):
        return
    lines = {line.id: line for line in pages.meeting.lines}
    for sub in pages.meeting.package.subcriteria():
        yield from _gathered(pages.meeting, lines[sub.id], translate)
        consensus = lines[sub.id].consensus
        if consensus is not None:
            at = _at_move(lines[sub.id], Move.AGREEMENT, translate)
            yield from at.about(say("Begrundelse"), consensus.reason)
            yield from at.about(say("Parkeret"), consensus.note)


def _gathered(board: Board, line: Line, translate: Translator) -> Iterator[Passage]:
    """Each text as it stands, and as it was before it was merged or written anew; areas move to the wall."""
    for kind, those in line.statements.items():
        at = _at_move(line, Move.EVIDENCE if kind is StatementKind.EVIDENCE else Move.TEXTS, translate)
        yield from at.about(HEADING, *dict.fromkeys(each.heading for each in those))
        for each in those:
            before = [original.text for original in board.originals.get(each.id, ())]
            now = [] if kind is StatementKind.AREA and board.is_accepted else [each.text]
            yield from at.about(KINDS[kind], *now, *(text for text in before if text != each.text))


def _at_move(line: Line, move: Move, translate: Translator) -> _At:
    name = line.subcriterion.name.in_language(translate.language)
    return _At(translate, Step.CONSENSUS, f"{line.id}/{int(move)}", name, line.id)


def _areas(wall: Wall, translate: Translator) -> Iterator[Passage]:
    themes = {each.priority.theme: each.id for each in reversed(wall.areas)}
    for theme in wall.themes:
        yield _At(translate, Step.IMPROVEMENTS, themes[theme], theme).itself(THEME)
    for each in wall.areas:
        sub = wall.package.subcriterion(each.area.subcriterion)
        name = sub.name.in_language(translate.language)
        at = _At(translate, Step.IMPROVEMENTS, each.id, name, sub.id)
        parts = (part.text for part in each.parts)
        yield from at.about(AREA, *dict.fromkeys([each.area.text, *parts]))


def _plan(pages: Shown, translate: Translator) -> Iterator[Passage]:
    for planned in pages.plan.actions:
        yield from _action(planned, Step.PLAN, translate)


def _action(planned: PlannedAction, step: Step, translate: Translator) -> Iterator[Passage]:
    """An action by its title, and all its fields of words."""
    action = planned.action
    at = _at_action(planned, step, translate)
    yield at.itself()
    yield from at.about(THEME, action.theme)
    yield from at.about(say("Beskrivelse"), action.description)
    yield from at.about(say("Ansvarlig"), action.responsible)
    yield from at.about(say("Deltagere"), *planned.participants)
    yield from at.about(say("Sådan kan vi se det"), action.success)
    yield from at.about(say("Indikator"), action.indicator)
    yield from at.about(say("Fase"), action.phase)
    yield from at.about(say("Begrundelse"), action.dropped_reason)
    yield from at.about(AREA, *(each.text for each in planned.areas))
    yield from at.about(say("Forudsætning"), *(each.text for each in planned.prerequisites))
    yield from at.about(say("Måling"), *(each.note for each in planned.measurements))


def _at_action(planned: PlannedAction, step: Step, translate: Translator) -> _At:
    return _At(translate, step, planned.action.id, planned.action.title, str(planned.action.number))


def _follow_up(pages: Shown, translate: Translator) -> Iterator[Passage]:
    """The logs and minutes; with the actions themselves where the plan's page has not got them."""
    in_plan = {planned.action.id for planned in pages.plan.actions}
    for planned in pages.following.actions:
        if planned.action.id not in in_plan:
            yield from _action(planned, Step.FOLLOW_UP, translate)
        at = _at_action(planned, Step.FOLLOW_UP, translate)
        yield from at.about(say("Log"), *(note.text for note in planned.notes))
    meetings = pages.following.meetings
    for held in meetings.held:
        yield from _minutes(held.meeting, f"{MEETINGS}/{held.meeting.id}", translate)
    if meetings.open is not None:
        yield from _minutes(meetings.open, ENDING, translate)


def _minutes(meeting: StatusMeeting, place: str, translate: Translator) -> Iterator[Passage]:
    name = translate(say("Statusmøde den {day}", day=meeting.day))
    at = _At(translate, Step.FOLLOW_UP, place, name)
    yield from at.about(say("Deltagere"), meeting.present)
    yield from at.about(say("Referat"), meeting.note)
