"""`kvik central`: the coordinator's database: taking packages in, who has delivered, figures and overview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from kvik_desktop.central import usecases
from kvik_desktop.central.arrivals import find, shown
from kvik_desktop.central.model import FileVerdict, ImportReport, Outcome
from kvik_desktop.cli.central_figures import benchmark
from kvik_desktop.cli.central_report import report
from kvik_desktop.cli.central_status import status
from kvik_desktop.cli.console import PATH, Console, Json, spoken
from kvik_desktop.cli.packages import DB, OWN_MODELS, facts_json, own_pins
from kvik_desktop.compose import open_central
from kvik_desktop.envelope.container import MAX_BYTES
from kvik_desktop.envelope.packages import open_list
from kvik_desktop.envelope.verdict import Code
from kvik_desktop.foundation.files import read_limited
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.model_package.files import package_in
from kvik_desktop.model_package.reading import shipped


@click.group("central", help="Koordinatorens database: indbakke, status, opgørelser og overblik.")
def central_command() -> None:
    """The group; each act is a command of its own."""


@click.command("import", help="Hent pakker ind fra filer og mapper: en afgørelse for hver fil.")
@click.argument("paths", metavar="STI...", type=PATH, nargs=-1, required=True)
@DB
@click.option(
    "--trust", type=PATH, metavar="LISTE", help="Tillidslisten; ellers den nyeste, databasen har set."
)
@OWN_MODELS
@spoken
def import_(
    console: Console, paths: tuple[Path, ...], db: str | None, trust: Path | None, own: tuple[Path, ...]
) -> None:
    """Take in what can be taken in; one bad file never stops the rest."""
    models = shipped(console.tr.resources)
    packages = [package_in(path, models) for path in own]
    listed = _list_bytes(trust)
    files = list(find(paths))
    with (
        open_central(db, console.clock) as database,
        console.progress(len(files), say("Henter pakker ind")) as step,
    ):
        done = usecases.import_paths(
            database, files, models, listed, lambda verdicts: step(len(verdicts)), own=packages
        )
    console.result(import_document(console, done), _lines(done))


@click.command(
    "feedback",
    help="Send opgørelser tilbage til institutionerne (kommer senere).",
    context_settings={"ignore_unknown_options": True},
)
@click.argument("rest", nargs=-1, type=click.UNPROCESSED)
@DB
@spoken
def feedback(_console: Console, rest: Sequence[str], db: str | None) -> NoReturn:
    """A later version sends signed benchmark packages."""
    del rest, db
    raise Problem(
        "E_NOT_YET",
        say("Tilbagemelding til institutionerne kommer i en senere udgave."),
        say("Brug indtil da opgørelsen (kvik central benchmark) eller overblikket (kvik central report)."),
    )


for command in (import_, status, benchmark, report, feedback):
    central_command.add_command(command)


def _list_bytes(trust: Path | None) -> bytes | None:
    """The list as it lies in its file, once the user's own memory of lists has accepted it."""
    if trust is None:
        return None
    data = read_limited(trust, MAX_BYTES)
    own_pins().accept(open_list(data).trust_list)
    return data


def import_document(console: Console, done: ImportReport) -> Json:
    """What an import came to, as the contract's JSON."""
    return {
        "total": len(done.files),
        "accepted": done.count(Outcome.ACCEPTED),
        "duplicates": done.count(Outcome.DUPLICATE),
        "stale": done.count(Outcome.STALE),
        "quarantined": done.count(Outcome.QUARANTINED),
        "rejected": done.count(Outcome.REJECTED),
        "superseded": done.superseded,
        "released": done.released,
        "refused": done.refused,
        "models": [{"id": each.id, "version": each.version} for each in done.models],
        "checked": done.checked,
        "unfit": done.unfit,
        "files": [_file(console, each) for each in done.files],
    }


def _file(console: Console, verdict: FileVerdict) -> Json:
    return {
        "file": verdict.path,
        "outcome": verdict.outcome.value,
        "code": verdict.code,
        "message": console.tr(verdict.message),
        "facts": facts_json(verdict.facts),
    }


_WORDS = {
    Outcome.QUARANTINED: say("Karantæne"),
    Outcome.REJECTED: say("Afvist"),
    Outcome.STALE: say("Forældet"),
}


def _lines(done: ImportReport) -> list[Text]:
    lines = [
        say_n("{n} fil:", "{n} filer:", len(done.files)),
        say(
            "  {accepted} godkendt, {duplicates} modtaget før, {stale} forældet, {quarantined} i karantæne, "
            "{rejected} afvist.",
            accepted=done.count(Outcome.ACCEPTED),
            duplicates=done.count(Outcome.DUPLICATE),
            stale=done.count(Outcome.STALE),
            quarantined=done.count(Outcome.QUARANTINED),
            rejected=done.count(Outcome.REJECTED),
        ),
    ]
    if done.superseded:
        lines.append(
            say_n(
                "  {n} udgave er erstattet af en nyere.",
                "  {n} udgaver er erstattet af nyere.",
                done.superseded,
            )
        )
    if done.released:
        lines.append(
            say_n(
                "  {n} pakke er kommet ud af karantænen.",
                "  {n} pakker er kommet ud af karantænen.",
                done.released,
            )
        )
    if done.refused:
        lines.append(
            say_n(
                "  {n} pakke tæller ikke længere: dens nøgle er spærret.",
                "  {n} pakker tæller ikke længere: deres nøgler er spærret.",
                done.refused,
            )
        )
    lines += _about_models(done)
    for verdict in done.files:
        if verdict.outcome in _WORDS:
            lines += [
                say(
                    "{outcome} {code}: {file}",
                    outcome=_WORDS[verdict.outcome],
                    code=verdict.code,
                    file=shown(verdict.path),
                ),
                say("  {what} {todo}", what=verdict.message, todo=verdict.action),
            ]
    return lines


def _about_models(done: ImportReport) -> Iterator[Text]:
    """What the municipality's own models have meant; the same for many files is said once."""
    for model in done.models:
        yield say("  {id} {version} kendes fra nu af.", id=model.id, version=model.version)
    if done.checked:
        yield say_n(
            "  {n} pakke, der var hentet ind før, er nu kontrolleret efter jeres egen model.",
            "  {n} pakker, der var hentet ind før, er nu kontrolleret efter jeres egen model.",
            done.checked,
        )
    if done.unfit:
        yield say_n(
            "  {n} af dem passer ikke til modellen og tæller ikke længere.",
            "  {n} af dem passer ikke til modellen og tæller ikke længere.",
            done.unfit,
        )
    strangers = [verdict for verdict in done.files if verdict.code is Code.W_MODEL]
    if strangers:
        yield say_n("{n} pakke med egne spørgsmål:", "{n} pakker med egne spørgsmål:", len(strangers))
        yield say("  {what} {todo}", what=strangers[0].message, todo=strangers[0].action)
