"""`kvik model`: the shipped model packages, and a package file checked."""

from __future__ import annotations

from pathlib import Path

import click

from kvik_desktop.cli.console import PATH, Console, Json, spoken
from kvik_desktop.foundation.files import read_limited
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.checking import LIMIT, check
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.reading import decode, shipped


@click.group("model", help="Vis de modelpakker, der følger med, eller kontrollér en.")
def model_command() -> None:
    """The group of the two commands."""


@model_command.command("list", help="Vis de modelpakker, der følger med.")
@spoken
def list_command(console: Console) -> None:
    """Every shipped package, one a line."""
    packages = shipped(console.tr.resources)
    document: Json = {"models": [_facts(package) for package in packages]}
    console.result(document, [_line(console, package) for package in packages])


@model_command.command("check", help="Kontrollér en modelpakke, og vis hver fejl med sit sted.")
@click.argument("file", metavar="FIL", type=PATH)
@spoken
def check_command(console: Console, file: Path) -> None:
    """Every fault of the file, or what it holds."""
    known = shipped(console.tr.resources)
    data = read_limited(file, LIMIT, "E_MODEL")
    faults = check(data, known)
    if faults:
        raise Problem(
            "E_MODEL",
            say("{name} har fejl.", name=file.name),
            say("Ret de nævnte steder, og kontrollér igen. Filen er ikke rørt."),
            faults,
        )
    package = decode(data, known)
    console.result(
        {"file": str(file), "model": _facts(package)},
        [say("{name} er uden fejl.", name=file.name), _line(console, package)],
    )


def _facts(package: ModelPackage) -> Json:
    return {
        "id": package.id,
        "version": package.version,
        "sha256": package.sha256,
        "name": {"da": package.name.da, "en": package.name.en},
        "methods": [method.value for method in package.methods],
        "recommended_method": package.recommended_method.value,
        "compared_with": package.compared_with,
        "criteria": len(package.criteria),
        "subcriteria": sum(1 for _ in package.subcriteria()),
    }


def _line(console: Console, package: ModelPackage) -> Text:
    return say(
        "{id} {version}: {name}. {criteria} kriterier, {subcriteria} delkriterier.",
        id=package.id,
        version=package.version,
        name=package.name.in_language(console.language),
        criteria=len(package.criteria),
        subcriteria=sum(1 for _ in package.subcriteria()),
    )
