"""The seven steps of an institution's evaluation: their pages, and what the rail says of them."""

from __future__ import annotations

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.workspace import Status, Stop, StopState, Workspace
from kvik_desktop.storage.work import Work
from kvik_desktop.evaluation import usecases as evaluations

STOPS = (
    Stop("1", say("Forberedelse"), Page, 1),
    Stop("2", say("Individuel vurdering"), Page, 2),
    Stop("3", say("Konsensus"), Page, 3),
    Stop("4", say("Forbedringer"), Page, 4),
    Stop("5", say("Handlingsplan"), Page, 5),
    Stop("6", say("Rapport og aflevering"), Page, 6),
    Stop("7", say("Opfølgning"), Page, 7),
)


def _status(work: Work) -> Status:
    current = evaluations.current(work)
    return Status(
        current.unit.name,
        current.evaluation.title,
        {"1": StopState("done"), "2": StopState("open", say("Venter på jer"))},
        "1",
    )


INSTITUTION = Workspace("institution", STOPS, _status)
