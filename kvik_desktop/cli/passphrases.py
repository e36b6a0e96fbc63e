"""Passphrases for commands: asked for on a terminal or read from a file, never given on the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kvik_desktop.cli.console import PATH, Console
from kvik_desktop.foundation.files import read_limited
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say

_LIMIT = 4 * 2**10

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def passphrase_option(name: str = "", of: str = "nøglen") -> Decorator:
    """``--passphrase-file``, or ``--NAME-passphrase-file`` for a second key."""
    prefix = f"{name}-" if name else ""
    return click.option(
        f"--{prefix}passphrase-file",
        type=PATH,
        metavar="FIL",
        help=f"En fil med adgangssætningen til {of} på første linje; ellers spørges der.",
    )


def ask_passphrase(console: Console, file: Path | None, key: Path, *, new: bool = False) -> str:
    """The passphrase of a key: from its file, else typed; a ``new`` one is typed twice.

    Raises Problem E_PASSPHRASE where there is neither a file nor somebody at a terminal.
    """
    if file is not None:
        return _first_line(file)
    if not sys.stdin.isatty():
        raise Problem(
            "E_PASSPHRASE",
            say("Adgangssætningen til {name} mangler.", name=key.name),
            say("Skriv den i en fil, og peg på filen (--passphrase-file). Intet er ændret."),
        )
    if not new:
        return _typed(console, say("Adgangssætning til {name}", name=key.name))
    while True:
        chosen = _typed(console, say("Vælg en adgangssætning til {name}", name=key.name))
        if chosen == _typed(console, say("Skriv den igen")):
            return chosen
        console.say(say("De to var ikke ens. Prøv igen."))


def _typed(console: Console, question: Text) -> str:
    typed: str = click.prompt(console.tr(question), hide_input=True, err=True)
    return typed


def _first_line(file: Path) -> str:
    try:
        text = read_limited(file, _LIMIT, "E_PASSPHRASE").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(
            "E_PASSPHRASE",
            say("{name} er ikke en tekstfil.", name=file.name),
            say("Gem adgangssætningen som ren tekst (UTF-8) på filens første linje. Intet er ændret."),
        ) from None
    return text.splitlines()[0] if text else ""
