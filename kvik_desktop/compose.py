"""The only place that knows everything: it puts together what the rooms need without knowing each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kvik_desktop.action_plan import store as action_plan_store
from kvik_desktop.action_plan.status_meetings import store as status_meetings_store
from kvik_desktop.bundle import store as bundle_store
from kvik_desktop.central import store as central_store
from kvik_desktop.central.own_models import store as own_models_store
from kvik_desktop.central.published import store as published_store
from kvik_desktop.central.register import store as register_store
from kvik_desktop.evaluation import store as evaluation_store
from kvik_desktop.evaluation.collecting.answer_page import store as answer_page_store
from kvik_desktop.evaluation.collecting.handed_out import store as handed_out_store
from kvik_desktop.evaluation.evidence import store as evidence_store
from kvik_desktop.evaluation.own_code import store as own_code_store
from kvik_desktop.evaluation.preparing import store as preparing_store
from kvik_desktop.foundation.change import Change
from kvik_desktop.foundation.clock import Clock, SystemClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.storage.base import CENTRAL, FILE
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.central_database import CentralDatabase
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.opening import Access
from kvik_desktop.storage.schema import CENTRAL_MARK, FILE_MARK, Schema
from kvik_desktop.storage.work import Work
from kvik_desktop.workshop import store as workshop_store
from kvik_desktop.workshop.timekeeping import store as timekeeping_store
from kvik_desktop.workshop.visit import store as visit_store

FILE_TABLES = (
    evaluation_store,
    evidence_store,
    own_code_store,
    answer_page_store,
    handed_out_store,
    preparing_store,
    workshop_store,
    timekeeping_store,
    visit_store,
    action_plan_store,
    status_meetings_store,
    bundle_store,
)
"""The rooms that keep something in an evaluation file: importing them declares their tables."""

CENTRAL_TABLES = (central_store, published_store, own_models_store, register_store)
"""The rooms that keep something in the coordinator's database."""

FILE_SCHEMA = Schema(FILE, version=12, steps="kvik_desktop.storage.migrations.fil", mark=FILE_MARK)
CENTRAL_SCHEMA = Schema(
    CENTRAL, version=3, steps="kvik_desktop.storage.migrations.central", mark=CENTRAL_MARK
)


def cabinet(clock: Clock | None = None, places: Places | None = None) -> Cabinet:
    """Where this user's evaluation files are kept."""
    found = places or Places.of_user()
    return Cabinet(FILE_SCHEMA, clock or SystemClock(), found.backups)


def create_file(
    path: Path, first: Callable[[Work], Change[Any]], clock: Clock | None = None
) -> EvaluationFile:
    """A new evaluation file that appears together with what ``first`` does, or not at all."""
    return EvaluationFile.create(path, cabinet(clock), first)


def open_file(path: Path, access: Access = Access.WRITE, clock: Clock | None = None) -> EvaluationFile:
    """An evaluation file; see :meth:`EvaluationFile.open`."""
    return EvaluationFile.open(path, cabinet(clock), access)


def open_central(url: str | None = None, clock: Clock | None = None) -> CentralDatabase:
    """The coordinator's database at ``url``, or the user's own; made where it is not there."""
    default = f"sqlite:///{Places.of_user().central_database}"
    return CentralDatabase.open(url or default, clock or SystemClock(), CENTRAL_SCHEMA)
