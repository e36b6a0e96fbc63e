"""`kvik verify`: the verdict on each file, in the order given; nothing is taken in."""

from __future__ import annotations

from pathlib import Path

import click

from kvik_desktop.bundle.checks import Reader
from kvik_desktop.central.arrivals import shown, text_of
from kvik_desktop.cli.console import PATH, Console, Json, spoken
from kvik_desktop.cli.packages import OWN_MODELS, facts_json, facts_line, own_pins
from kvik_desktop.envelope.container import MAX_BYTES
from kvik_desktop.envelope.packages import open_list
from kvik_desktop.envelope.payloads import OWN_CHECKS
from kvik_desktop.envelope.trust import NO_TRUST
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.envelope.verdict import Outcome, Verdict
from kvik_desktop.envelope.verification import verify_file
from kvik_desktop.foundation.files import read_limited
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.files import package_in
from kvik_desktop.model_package.reading import shipped


@click.command("verify", help="Kontrollér pakker. Hver fil får sin egen afgørelse, og intet indlæses.")
@click.argument("files", metavar="FIL…", type=PATH, nargs=-1, required=True)
@click.option(
    "--trust", type=PATH, metavar="LISTE.kvik", help="Tillidslisten; uden den er ingen nøgle godkendt."
)
@OWN_MODELS
@spoken
def verify_command(
    console: Console, files: tuple[Path, ...], trust: Path | None, own: tuple[Path, ...]
) -> int:
    """Judge every file; 0 only where all are accepted."""
    listed = _seen(console, trust) if trust else None
    groups = {each.id: each.smallest_group for each in listed.campaigns} if listed else {}
    models = shipped(console.tr.resources)
    reader = Reader((*models, *(package_in(path, models) for path in own)), groups)
    checks = {**OWN_CHECKS, **reader.checks}
    believed = listed.as_trust() if listed else NO_TRUST
    documents: list[Json] = []
    lines: list[Text] = []
    accepted = True
    for path in files:
        verdict = verify_file(path, received=console.clock.now(), checks=checks, trust=believed)
        documents.append(_document(console, path, verdict))
        lines += _lines(path, verdict)
        accepted = accepted and verdict.outcome is Outcome.ACCEPTED
    console.result({"files": documents}, lines)
    return 0 if accepted else 1


def _seen(console: Console, path: Path) -> TrustList:
    """The list, remembered as the newest; where nothing can be remembered, it is believed all the same."""
    listed = open_list(read_limited(path, MAX_BYTES)).trust_list
    try:
        own_pins().accept(listed)
    except Problem as problem:
        if problem.code != "E_FILE_WRITE":
            raise
        what = say("Tillidslisten er brugt, men kan ikke huskes her: {why}", why=problem.message)
        console.say(what)
    return listed


def _document(console: Console, path: Path, verdict: Verdict) -> Json:
    return {
        "file": text_of(path),
        "outcome": verdict.outcome.value,
        "code": verdict.code,
        "message": console.tr(verdict.message),
        "facts": facts_json(verdict.facts),
    }


_OUTCOMES = {
    Outcome.ACCEPTED: say("Godkendt"),
    Outcome.QUARANTINED: say("Karantæne"),
    Outcome.REJECTED: say("Afvist"),
}


def _lines(path: Path, verdict: Verdict) -> list[Text]:
    file = shown(text_of(path))
    outcome = _OUTCOMES[verdict.outcome]
    first = say("{outcome}: {file}", outcome=outcome, file=file)
    if verdict.code is not None:
        first = say("{outcome} {code}: {file}", outcome=outcome, code=verdict.code, file=file)
    return [
        first,
        say("  {what} {todo}", what=verdict.message, todo=verdict.action),
        say("  {facts}", facts=facts_line(verdict.facts)),
    ]
