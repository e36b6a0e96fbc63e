"""The seven steps of an institution's evaluation: their pages, and what the rail says of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from kvik_desktop.action_plan.looking_back import last_time
from kvik_desktop.action_plan.screens.follow_up_page import FollowUpPage
from kvik_desktop.action_plan.screens.improvements_page import ImprovementsPage
from kvik_desktop.action_plan.screens.later_rooms import LaterRooms
from kvik_desktop.action_plan.screens.plan_page import PlanPage
from kvik_desktop.bundle.progress import STEP_NAMES, Progress, Step, StepProgress, StepState, progress
from kvik_desktop.bundle.screens.delivery_page import DeliveryPage
from kvik_desktop.bundle.screens.take_along_page import KEY as TAKE_ALONG
from kvik_desktop.bundle.screens.take_along_page import NAME as TAKE_ALONG_NAME
from kvik_desktop.bundle.screens.take_along_page import TakeAlongPage
from kvik_desktop.compose import cabinet
from kvik_desktop.desktop.papers import paper_pdf
from kvik_desktop.desktop.texts import texts
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.evaluation.screens.preparation_page import PreparationPage
from kvik_desktop.foundation.text import say
from kvik_desktop.report.screens.minutes_out import MinutesOut
from kvik_desktop.report.screens.privacy_page import ANSWERS, DAY, PrivacyPage
from kvik_desktop.report.screens.privacy_page import KEY as PRIVACY
from kvik_desktop.report.screens.privacy_page import NAME as PRIVACY_NAME
from kvik_desktop.report.screens.trend_view import TrendView
from kvik_desktop.report.screens.visit_page import KEY as VISIT
from kvik_desktop.report.screens.visit_page import NAME as VISIT_NAME
from kvik_desktop.report.screens.visit_page import VisitPage
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.workspace import Jump, Remark, Status, Stop, StopState, Workspace
from kvik_desktop.storage.erasing import erase
from kvik_desktop.storage.work import Work
from kvik_desktop.workshop.screens.consensus_page import ConsensusPage

PAGES: Mapping[Step, Callable[[Ui, Desk[Any]], Page]] = {
    Step.PREPARATION: partial(PreparationPage, paper_pdf=paper_pdf),
    Step.ANSWERS: AnsweringPage,
    Step.CONSENSUS: partial(ConsensusPage, last_time=last_time),
    Step.IMPROVEMENTS: ImprovementsPage,
    Step.PLAN: PlanPage,
    Step.DELIVERY: DeliveryPage,
    Step.FOLLOW_UP: partial(FollowUpPage, later=LaterRooms(TrendView, MinutesOut)),
}

STOPS = tuple(Stop(str(step.value), STEP_NAMES[step], PAGES[step], step.value) for step in Step)


def status(work: Work) -> Status:
    """What the rail says of the evaluation at hand."""
    evaluation = evaluations.current(work)
    found = progress(work, evaluation.id)
    states = {str(each.step.value): _state(each, found) for each in found.steps}
    unit = evaluations.unit_of(work, evaluation)
    return Status(unit.name, evaluation.title, states, str(found.current.value), _remark(work))


def _remark(work: Work) -> Remark | None:
    """That answers were to be deleted by now; nothing is done about it by itself."""
    for late in privacy.overdue(work):
        delete = Jump(say("Slet svarene…"), PRIVACY, f"{ANSWERS}/{late.evaluation}")
        move = Jump(say("Sæt en ny dag"), PRIVACY, DAY)
        jumps = ((delete, late.may_delete), (move, late.may_move))
        return Remark(late.message, late.action, tuple(jump for jump, may in jumps if may))
    return None


def _state(step: StepProgress, of: Progress) -> StopState:
    """A step's state; of all steps that wait only the first says for what, so that the rail stays calm."""
    waiting = [each.step for each in of.steps if each.state is StepState.WAITING]
    is_told = bool(step.missing) and (step.step not in waiting or step.step is waiting[0])
    return StopState(step.state.value, step.missing[0] if is_told else None)


def erase_kept(path: Path) -> None:
    """Delete a closed file with its backups here. Raises what ``storage.erasing.erase`` raises."""
    erase(path, cabinet())


ASIDES = (
    Stop(PRIVACY, PRIVACY_NAME, PrivacyPage, icon="lock"),
    Stop(VISIT, VISIT_NAME, VisitPage, icon="eye"),
    Stop(TAKE_ALONG, TAKE_ALONG_NAME, TakeAlongPage, icon="lock"),
)
INSTITUTION = Workspace("institution", STOPS, status, ASIDES, erase_kept, texts)
