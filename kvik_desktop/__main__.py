"""The start of the program without a command: says how this edition is used, or tests itself."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator

import click

import kvik_desktop
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import LANGUAGES, Text, Translator, say

USAGE = say(
    "KVIK Desktop {version}\n"
    "\n"
    "Denne udgave har ikke noget vindue endnu. Hele forløbet køres med kommandoen kvik:\n"
    "\n"
    "  kvik demo --out MAPPE   kør det hele igennem med tre opdigtede institutioner\n"
    "  kvik new FIL.kvikdb --unit NAVN --sector skole   begynd jeres egen evaluering\n"
    "  kvik --help             se alle kommandoer\n"
    "\n"
    "Har du hentet kildekoden, så skriv »sh pakning/start.sh« i stedet for »kvik«.",
    version=kvik_desktop.__version__,
)

COMPONENTS = "kvik_desktop.shell.components"
"""The component page, loaded only when it is asked for: nothing else here needs Qt."""
THEMES = {"lys": "light", "moerk": "dark"}


@click.command(add_help_option=False)
@click.option("--selftest", is_flag=True)
@click.option("--komponenter", "components", is_flag=True)
@click.option("--tema", "theme", type=click.Choice(list(THEMES)), default="lys")
@click.option("--skrift", "percent", type=click.IntRange(100, 200), default=100)
@click.option("--sprog", "language", type=click.Choice(LANGUAGES), default="da")
@click.version_option(kvik_desktop.__version__, prog_name="KVIK Desktop")
def start(*, selftest: bool, components: bool, theme: str, percent: int, language: str) -> None:
    """Open the program, or with ``--komponenter`` the page of its widgets in the look that is asked for."""
    tr = Translator()
    if components:
        sys.exit(importlib.import_module(COMPONENTS).run(THEMES[theme], percent, language))
    if not selftest:
        click.echo(tr(USAGE))
        return
    faults = [*_missing_parts(), *_missing_resources()]
    for fault in faults:
        click.echo(tr(fault), err=True)
    if not faults:
        click.echo(tr(say("Alle programmets dele er til stede.")))
    sys.exit(bool(faults))


def _missing_parts() -> Iterator[Text]:
    """Every module of ours that cannot be imported here: a frozen program may lack a library."""
    ours = pkgutil.walk_packages(kvik_desktop.__path__, "kvik_desktop.")
    for name in ["PySide6.QtWidgets", *(module.name for module in ours)]:
        try:
            importlib.import_module(name)
        except ImportError as error:
            yield say("{part} kan ikke indlæses: {reason}", part=name, reason=str(error))


def _missing_resources() -> Iterator[Text]:
    resources = Resources()
    for folder in ("modelpakker", "skabeloner", "skrifter", "ikoner", "stil"):
        if not any(resources.path(folder).glob("*")):
            yield say("Mappen ressourcer/{folder} er tom.", folder=folder)
    for language in LANGUAGES:
        try:
            Translator(language)(say("Alle programmets dele er til stede."))
        except OSError as error:
            yield say("Sproget {language} kan ikke indlæses: {reason}", language=language, reason=str(error))


if __name__ == "__main__":
    start()
