"""`kvik new`: a new evaluation file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from kvik_desktop.cli.console import PATH, Console, spoken
from kvik_desktop.cli.opening import FILE
from kvik_desktop.compose import create_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Level, visible
from kvik_desktop.evaluation.usecases import NewUnit
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package import overlay as overlays
from kvik_desktop.model_package.model import Method, ModelPackage, Sector
from kvik_desktop.model_package.promises import Promises
from kvik_desktop.model_package.reading import load, shipped

USUAL_MODEL = "kvik"


@click.command("new", help="Lav en ny evalueringsfil.")
@FILE
@click.option("--unit", required=True, metavar="NAVN", help="Enhedens navn.")
@click.option("--sector", required=True, type=click.Choice([each.value for each in Sector]), help="Området.")
@click.option(
    "--model",
    "model_id",
    metavar="MODEL",
    help="kvik, kvik-kort eller en pakkefil; ellers kvik eller den, tillægget er lavet til.",
)
@click.option("--overlay", metavar="FIL", type=PATH, help="Et tillæg med egne spørgsmål, mål og indikatorer.")
@click.option(
    "--method",
    type=click.Choice([each.value for each in Method]),
    help="Metoden; ellers den, modellen anbefaler.",
)
@click.option("--id", "unit_id", metavar="ID", help="Enhedens id hos koordinatoren (8-40 tegn: a-z 0-9 -).")
@click.option(
    "--level",
    type=click.Choice([each.value for each in Level]),
    default=Level.INSTITUTION.value,
    help="Niveauet; ellers institution.",
)
@click.option("--municipality", metavar="KODE", help="Kommunens kode, fx 671.")
@click.option("--size", default="", metavar="TEKST", help="Størrelsen, fx »84 børn, 19 ansatte«.")
@click.option("--title", metavar="TEKST", help="Evalueringens titel; ellers »Selvevaluering« og året.")
@spoken
def new_command(
    console: Console,
    file: Path,
    unit: str,
    sector: str,
    model_id: str | None,
    overlay: Path | None,
    method: str | None,
    unit_id: str | None,
    level: str,
    municipality: str | None,
    size: str,
    title: str | None,
) -> None:
    """Make the file with its first evaluation: either whole or not at all."""
    package = _package(model_id, overlay, Sector(sector), console.tr.resources)
    promises = Promises(Places.of_user().models, shipped(console.tr.resources))
    promises.require(package)
    chosen = Method(method) if method else package.recommended_method
    described = NewUnit(
        _name(unit), Sector(sector), unit_id, Level(level), municipality=municipality, size=size
    )
    heading = title or f"Selvevaluering {local_day(console.clock.now()).year}"
    first = partial(evaluations.begin, unit=described, package=package, method=chosen, title=heading)
    with create_file(file, first, console.clock) as created:
        evaluation = created.ask(evaluations.current)
        kept = created.ask(evaluations.unit_of, evaluation)
    promises.keep(package)
    console.result(
        {
            "file": str(file),
            "evaluation": evaluation.id,
            "title": evaluation.title,
            "unit": {
                "id": kept.id,
                "name": kept.name,
                "sector": kept.sector.value,
                "level": kept.level.value,
            },
            "model": {"id": package.id, "version": package.version, "sha256": package.sha256},
            "method": evaluation.method.value,
        },
        [
            say("{file} er lavet til {unit}.", file=file.name, unit=kept.name),
            say("Næste: hent deltagerne ind med kvik participants import."),
        ],
    )


def _package(
    model_id: str | None, overlay: Path | None, sector: Sector, resources: Resources
) -> ModelPackage:
    """The model that is asked for, with the overlay laid over it."""
    if overlay is None:
        return load(model_id or USUAL_MODEL, resources)
    base = None if model_id is None else load(model_id, resources)
    added, package = overlays.load_over(overlay, base, shipped(resources))
    overlays.require_sector(added, sector)
    return package


def _name(unit: str) -> str:
    name = visible(unit)
    if not 0 < len(name) <= 200:
        raise Problem(
            "E_UNIT",
            say("Enheden skal have et navn på højst 200 tegn."),
            say("Skriv navnet efter --unit. Intet er gemt."),
        )
    return name
