"""`kvik standards show|set`: the standards of the unit's sector, and what the unit can show for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from kvik_desktop.cli.console import Console, Json, spoken
from kvik_desktop.cli.opening import FILE, opened
from kvik_desktop.evaluation import standards as noting
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, EvidenceStatus, StandardEvidence
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.standards import Crosswalk, Standard, crosswalks_for, touched
from kvik_desktop.storage.evaluation_file import EvaluationFile

Noted = dict[tuple[str, str], StandardEvidence]
NOTHING_NOTED = "ingen"
STATUSES: dict[EvidenceStatus | None, Text] = {
    EvidenceStatus.DOCUMENTED: say("dokumenteret"),
    EvidenceStatus.PARTLY: say("delvist"),
    EvidenceStatus.MISSING: say("mangler"),
    None: say("ikke noteret"),
}


@click.group("standards", help="Standarder for akkreditering, som evalueringen berører.")
def standards_command() -> None:
    """The group of the two commands."""


@standards_command.command("show", help="Vis standarderne og de delkriterier, der siger noget om dem.")
@FILE
@spoken
def show_command(console: Console, file: Path) -> None:
    """Every standard of the unit's sector; never a score."""
    with opened(file, console, read_only=True) as (evaluation_file, evaluation):
        crosswalks = _crosswalks(console, evaluation_file, evaluation)
        package = evaluation_file.ask(evaluations.package_of, evaluation)
        noted = evaluation_file.ask(noting.noted_standards, evaluation.id)
    by_place = {(each.crosswalk, each.standard): each for each in noted}
    document = {"sets": [_set(each, package, by_place) for each in crosswalks]}
    console.result(
        document, [line for each in crosswalks for line in _lines(console, each, package, by_place)]
    )


@standards_command.command("set", help="Notér, hvad I kan vise for en standard.")
@FILE
@click.argument("standard", metavar="STANDARD")
@click.argument("status", type=click.Choice([*(each.value for each in EvidenceStatus), NOTHING_NOTED]))
@click.option("--note", default="", metavar="TEKST", help="Hvor dokumentationen er, eller hvad der mangler.")
@spoken
def set_command(console: Console, file: Path, standard: str, status: str, note: str) -> None:
    """Note the status of one standard, or take the note away."""
    found = None if status == NOTHING_NOTED else EvidenceStatus(status)
    with opened(file, console) as (evaluation_file, evaluation):
        crosswalks = _crosswalks(console, evaluation_file, evaluation)
        holding = (each for each in crosswalks if standard in {own.id for own in each.standards})
        crosswalk = next(holding, crosswalks[0])
        evaluation_file.do(noting.note_standard, evaluation.id, crosswalk, standard, found, note.strip())
    name = crosswalk.standard(standard).name.in_language(console.language)
    console.result(
        {"set": crosswalk.id, "standard": standard, "status": found and found.value, "note": note.strip()},
        [say("{name}: {status}.", name=name, status=STATUSES[found])],
    )


def _crosswalks(console: Console, file: EvaluationFile, evaluation: Evaluation) -> tuple[Crosswalk, ...]:
    """The crosswalks of the unit's sector. Raises Problem E_STANDARD where there is none."""
    sector = file.ask(evaluations.unit_of, evaluation).sector
    found = crosswalks_for(sector, console.tr.resources)
    if not found:
        raise Problem(
            "E_STANDARD",
            say("Der er ingen standarder for {sector}.", sector=sector.value),
            say("Standarderne følger med til det sociale område. Intet er ændret."),
        )
    return found


def _set(crosswalk: Crosswalk, package: ModelPackage, noted: Noted) -> Json:
    return {
        "id": crosswalk.id,
        "version": crosswalk.version,
        "name": {"da": crosswalk.name.da, "en": crosswalk.name.en},
        "standards": [
            _standard(each, touched(each, package), noted.get((crosswalk.id, each.id)))
            for each in crosswalk.standards
        ],
    }


def _standard(standard: Standard, subcriteria: tuple[str, ...], noted: StandardEvidence | None) -> Json:
    return {
        "id": standard.id,
        "name": {"da": standard.name.da, "en": standard.name.en},
        "group": standard.group,
        "touched_by": list(subcriteria),
        "status": noted and noted.status.value,
        "note": noted.note if noted else "",
    }


def _lines(
    console: Console, crosswalk: Crosswalk, package: ModelPackage, noted: Noted
) -> Iterator[Text | str]:
    yield say(
        "{model}, version {version}",
        model=crosswalk.name.in_language(console.language),
        version=crosswalk.version,
    )
    for each in crosswalk.standards:
        found = noted.get((crosswalk.id, each.id))
        yield say(
            "  {id}: {name} ({subcriteria}): {status}",
            id=each.id,
            name=each.name.in_language(console.language),
            subcriteria=", ".join(touched(each, package)),
            status=STATUSES[found.status if found else None],
        )
        if found and found.note:
            yield f"    {found.note}"
