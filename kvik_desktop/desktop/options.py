"""The program started with an option: its own test, the page of its widgets, its version."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click

import kvik_desktop
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import LANGUAGES, Text, Translator, say

COMPONENTS = "kvik_desktop.shell.components"
"""The component page, loaded only when it is asked for: nothing else here needs Qt."""
WINDOW = "kvik_desktop.desktop.app"
FURNISHING = "kvik_desktop.desktop.furnishing"
QT_WORDS = "kvik_desktop.shell.look.qt_words"
QT = "PySide6.QtWidgets"
LATE = ("alembic.operations", "alembic.runtime.migration", "icalendar", "tzdata.zoneinfo")
"""What is loaded only when it is needed, so that importing our own modules does not show whether it is here;
the time zones are those of systems that have none, as Windows."""
THEMES = {"lys": "light", "moerk": "dark"}


@click.command(add_help_option=False)
@click.option("--selftest", is_flag=True)
@click.option("--komponenter", "components", is_flag=True)
@click.option("--tema", "theme", type=click.Choice(list(THEMES)), default="lys")
@click.option("--skrift", "percent", type=click.IntRange(100, 200), default=100)
@click.option("--sprog", "language", type=click.Choice(LANGUAGES), default="da")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.version_option(kvik_desktop.__version__, prog_name="KVIK Desktop")
def start(
    *, selftest: bool, components: bool, theme: str, percent: int, language: str, files: tuple[Path, ...]
) -> None:
    """Test the program, or with ``--komponenter`` show its widgets in the look that is asked for."""
    if components:
        sys.exit(importlib.import_module(COMPONENTS).run(THEMES[theme], percent, language))
    if selftest:
        sys.exit(_test())
    sys.exit(importlib.import_module(WINDOW).run(files))


def _test() -> int:
    tr = Translator()
    faults = [*_missing_parts(), *_missing_resources()]
    if not faults:
        faults = list(_missing_window())
    for fault in faults:
        click.echo(tr(fault), err=True)
    if not faults:
        click.echo(tr(say("Alle programmets dele er til stede.")))
    return int(bool(faults))


def _missing_window() -> Iterator[Text]:
    """The window is built once where nobody sees it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not importlib.import_module(FURNISHING).is_shown():
        yield say("Vinduet bliver bygget, men der er intet at se i det.")
    for language in LANGUAGES:
        if not importlib.import_module(QT_WORDS).is_there(language):
            yield say("Qt mangler sine ord på sproget {language}.", language=language)


def _missing_parts() -> Iterator[Text]:
    """Every module that cannot be imported here: a frozen program may lack a library. Without Qt only Qt."""
    if fault := _fault_in(QT):
        yield fault
        return
    ours = pkgutil.walk_packages(kvik_desktop.__path__, "kvik_desktop.")
    for name in [*LATE, *(module.name for module in ours)]:
        if fault := _fault_in(name):
            yield fault


def _fault_in(module: str) -> Text | None:
    try:
        importlib.import_module(module)
    except ImportError as error:
        return say("{part} kan ikke indlæses: {reason}", part=module, reason=str(error))
    return None


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
