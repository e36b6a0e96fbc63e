"""What the commands about packages share: facts in words and in the document, and the user's pins."""

from __future__ import annotations

import click
import msgspec

from kvik_desktop.cli.console import PATH, Json
from kvik_desktop.envelope.pins import Pins
from kvik_desktop.envelope.verdict import Fact, Facts
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.text import Text, say


def own_pins() -> Pins:
    """What this user has seen of trust lists."""
    return Pins(Places.of_user().keys)


def facts_json(facts: Facts) -> Json:
    """The five facts as the contract writes them."""
    document: Json = msgspec.to_builtins(facts)
    return document


def facts_line(facts: Facts) -> Text:
    """The five facts on one line, in the same order and words everywhere."""
    return say(
        "hel: {intact} · underskrevet: {authentic} · godkendt nøgle: {trusted} · nyeste udgave: {current} · "
        "komplet: {complete}",
        intact=_ANSWERS[facts.intact],
        authentic=_ANSWERS[facts.authentic],
        trusted=_ANSWERS[facts.trusted],
        current=_ANSWERS[facts.current],
        complete=_ANSWERS[facts.complete],
    )


_ANSWERS = {Fact.YES: say("ja"), Fact.NO: say("nej"), Fact.UNKNOWN: say("ved ikke")}

DB = click.option(
    "--db",
    metavar="URL",
    help="sqlite:///STI; ellers koordinatorens database i din egen mappe.",
)

OWN_MODELS = click.option(
    "--model",
    "own",
    multiple=True,
    type=PATH,
    metavar="FIL",
    help="Jeres egen modelpakke eller jeres tillæg; må skrives flere gange.",
)
