"""What one can do about accreditation standards: note what the unit can show for each of them."""

from __future__ import annotations

from kvik_desktop.evaluation import store
from kvik_desktop.evaluation.model import EvidenceStatus, StandardEvidence
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.standards import Crosswalk
from kvik_desktop.storage.work import Transaction, Work

LONGEST_NOTE = 400
"""Characters; a note says where something is, and stands in a narrow column of the report."""


def note_standard(
    work: Work,
    evaluation: str,
    crosswalk: Crosswalk,
    standard: str,
    status: EvidenceStatus | None,
    note: str = "",
) -> Change[StandardEvidence | None]:
    """Note what the unit can show for a standard; None takes the note away.

    It is about the unit's papers and no score, so it may be done at any time. Raises Problem E_STANDARD for
    a standard that the crosswalk does not have and for a note longer than LONGEST_NOTE.
    """
    named = crosswalk.standard(standard)
    if len(note) > LONGEST_NOTE:
        raise Problem(
            "E_STANDARD",
            say("Noten er på {n} tegn, og der er plads til {most}.", n=len(note), most=LONGEST_NOTE),
            say("Skriv kort, hvor dokumentationen er, eller hvad der mangler. Intet er ændret."),
        )
    noted = None
    if status is None:
        store.standard_evidence.remove(work, evaluation, crosswalk.id, standard)
    else:
        noted = StandardEvidence(evaluation, crosswalk.id, standard, status, note)
        store.standard_evidence.put(work, noted)
    return changed(Kind.EVALUATION, value=noted, undo=say("dokumentation for {name}", name=named.name.da))


def noted_standards(work: Transaction, evaluation: str) -> tuple[StandardEvidence, ...]:
    """What the unit has noted about standards."""
    return store.noted_standards(work, evaluation)
