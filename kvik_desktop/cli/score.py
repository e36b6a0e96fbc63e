"""`kvik score`: a sheet of ratings worked out, as figures or as a table to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from kvik_desktop.cli.console import PATH, Console, Json, spoken
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Block, Method, ModelPackage
from kvik_desktop.model_package.reading import load, require_method
from kvik_desktop.model_package.score_table import read_ratings
from kvik_desktop.model_package.scoring import Figure, ScoreSheet, band_name, score


@click.command("score", help="Regn et skema ud: en tabel med en linje for hvert delkriterium.")
@click.argument("file", metavar="FIL.csv", type=PATH)
@click.option(
    "--model",
    "model_id",
    metavar="MODEL",
    default="kvik",
    help="kvik, kvik-kort eller en pakkefil; ellers kvik.",
)
@click.option(
    "--method",
    type=click.Choice([each.value for each in Method]),
    help="Metoden; ellers den, modellen anbefaler.",
)
@spoken
def score_command(console: Console, file: Path, model_id: str, method: str | None) -> None:
    """Every figure of the sheet."""
    package = load(model_id, console.tr.resources)
    chosen = Method(method) if method else package.recommended_method
    require_method(package, chosen)
    sheet = score(package, chosen, read_ratings(file, package, chosen))
    console.result(_document(package, sheet), list(_table(console, package, sheet)))


def _document(package: ModelPackage, sheet: ScoreSheet) -> Json:
    """The contract's JSON."""
    subcriteria = {sub.id: sheet.subcriteria[sub.id] for sub in package.subcriteria()}
    return {
        "model": package.id,
        "method": sheet.method.value,
        "subcriteria": {
            key: {"score": found.exact, **_reading(found, package.block_of(key))}
            for key, found in subcriteria.items()
        },
        "criteria": {
            criterion.id: {
                "mean": sheet.criteria[criterion.id].figure.exact,
                **_reading(sheet.criteria[criterion.id].figure, criterion.block),
                "scored": sheet.criteria[criterion.id].scored,
                "of": sheet.criteria[criterion.id].of,
            }
            for criterion in package.criteria
        },
        "enablers": {"mean": sheet.enablers.exact},
        "results": {"mean": sheet.results.exact},
        "overall": {
            "mean_of_criteria": sheet.mean_of_criteria.exact,
            "mean_of_subcriteria": sheet.mean_of_subcriteria.exact,
        },
    }


def _reading(found: Figure, block: Block) -> Json:
    return {"rounded": found.rounded, "band": band_name(found.band, block)}


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the table to read; without a block a figure has no step of the ladder."""

    name: str
    figure: Figure
    block: Block | None = None
    counted: Text | str = ""


def _table(console: Console, package: ModelPackage, sheet: ScoreSheet) -> Iterator[str]:
    """The figures as whole numbers, with the ladder's own words."""
    lines = list(_lines(console, package, sheet))
    width = max(len(line.name) for line in lines)
    for line in lines:
        rounded = "–" if line.figure.rounded is None else str(line.figure.rounded)
        word = ""
        if line.block is not None and line.figure.band is not None:
            word = package.scale.steps(line.block)[line.figure.band].name.in_language(console.language)
        yield f"{line.name:<{width}} {rounded:>4}  {word:<14} {console.tr(line.counted)}".rstrip()


def _lines(console: Console, package: ModelPackage, sheet: ScoreSheet) -> Iterator[_Line]:
    for criterion in package.criteria:
        mean = sheet.criteria[criterion.id]
        name = f"{criterion.id} {criterion.name.in_language(console.language)}"
        counted = say("{scored} af {of}", scored=mean.scored, of=mean.of)
        yield _Line(name, mean.figure, criterion.block, counted)
        for sub in criterion.subcriteria:
            name = f"  {sub.id} {sub.name.in_language(console.language)}"
            yield _Line(name, sheet.subcriteria[sub.id], criterion.block)
    yield _Line(console.tr(say("Indsatser")), sheet.enablers, Block.ENABLER)
    yield _Line(console.tr(say("Resultater")), sheet.results, Block.RESULT)
    yield _Line(console.tr(say("Gennemsnit af kriterier")), sheet.mean_of_criteria)
    yield _Line(console.tr(say("Gennemsnit af delkriterier")), sheet.mean_of_subcriteria)
