"""`kvik model`: the shipped model packages, and a file of texts checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import msgspec

from kvik_desktop.cli.console import PATH, Console, Json, spoken
from kvik_desktop.foundation.files import read_limited, write_atomically
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.rounding import whole
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.checking import Findings
from kvik_desktop.model_package.document import LIMIT
from kvik_desktop.model_package.files import (
    OVERLAY,
    PACKAGE,
    Known,
    check_file,
    format_of,
    lix_of,
    package_in,
    version_faults,
)
from kvik_desktop.model_package.glossary import shipped_glossary
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.overlay import load_over
from kvik_desktop.model_package.promises import Promises, broken_promise
from kvik_desktop.model_package.reading import load, shipped
from kvik_desktop.model_package.wording import Reading


@click.group("model", help="Vis de modelpakker, der følger med, og kontrollér dine egne.")
def model_command() -> None:
    """The group of commands about models and their texts."""


@model_command.command("list", help="Vis de modelpakker, der følger med.")
@spoken
def list_command(console: Console) -> None:
    """Every shipped package, one a line."""
    packages = shipped(console.tr.resources)
    document: Json = {"models": [_facts(package) for package in packages]}
    console.result(document, [_line(console, package) for package in packages])


@model_command.command(
    "check", help="Kontrollér en modelpakke, et tillæg eller en anden fil med tekster, og vis hver fejl."
)
@click.argument("file", metavar="FIL", type=PATH)
@click.option("--lix", "with_lix", is_flag=True, help="Vis også, hvor svær hver tekst er at læse.")
@spoken
def check_command(console: Console, file: Path, with_lix: bool) -> None:
    """Every fault of the file, or what it holds and what a reader would miss."""
    known = Known(shipped(console.tr.resources), shipped_glossary(console.tr.resources).by_id)
    data = read_limited(file, LIMIT, "E_MODEL")
    findings = check_file(data, known)
    package = None if findings.faults else _made(file, data, known)
    if package is not None and Promises(Places.of_user().models, known.packages).is_broken(package):
        findings = Findings(version_faults(data, broken_promise(package)))
    readings = lix_of(data) if with_lix else ()
    if findings.faults:
        if not console.as_json:
            console.result({}, [_lix_line(each) for each in readings])
        raise Problem(
            "E_MODEL",
            say("{name} har fejl.", name=file.name),
            say("Ret de nævnte steder, og kontrollér igen. Filen er ikke rørt."),
            findings.faults,
        )
    document: Json = {"file": str(file), "format": format_of(data)}
    lines: list[Text | str] = [say("{name} er uden fejl.", name=file.name)]
    if package is not None and format_of(data) == PACKAGE:
        document["model"] = _facts(package)
        lines.append(_line(console, package))
    if with_lix:
        document["lix"] = [_lix_json(each) for each in readings]
    document["remarks"] = console.details(findings.remarks)
    lines += _remarks(console, findings.remarks)
    console.result(document, [*lines, *(_lix_line(each) for each in readings)])


@model_command.command("apply", help="Læg et tillæg oven på sin model, og gem resultatet som en pakke.")
@click.argument("overlay", metavar="TILLÆG", type=PATH)
@click.option("--model", "model_id", metavar="MODEL", help="En pakkefil; ellers den model, tillægget nævner.")
@click.option("--out", required=True, metavar="FIL.json", type=PATH, help="Den nye pakke.")
@spoken
def apply_command(console: Console, overlay: Path, model_id: str | None, out: Path) -> None:
    """The package as a file, for the campaign's invitation and for those who shall use it."""
    resources = console.tr.resources
    base = None if model_id is None else load(model_id, resources)
    packages = shipped(resources)
    _, package = load_over(overlay, base, packages)
    promises = Promises(Places.of_user().models, packages)
    promises.require(package)
    write_atomically(out, msgspec.json.format(package.content, indent=2) + b"\n", replace=False)
    promises.keep(package)
    saved = say("Pakken er gemt: {file}", file=out.name)
    console.result({"file": str(out), "model": _facts(package)}, [saved, _line(console, package)])


def _made(file: Path, data: bytes, known: Known) -> ModelPackage | None:
    """The package in a file without faults, or that of the overlay in it; None for other texts."""
    return package_in(file, known.packages) if format_of(data) in (PACKAGE, OVERLAY) else None


def _remarks(console: Console, remarks: Sequence[Detail]) -> Iterator[Text | str]:
    if remarks:
        yield say("Det her er ikke fejl, men en gruppe kan komme til at savne det:")
        yield from (console.place(remark) for remark in remarks)


def _lix_line(reading: Reading) -> Text:
    return say(
        "lixtal {lix} (højst {limit}), linje {line}: {place}",
        lix=whole(reading.lix),
        limit=reading.limit,
        line=reading.node.line,
        place=reading.node.path,
    )


def _lix_json(reading: Reading) -> Json:
    return {
        "line": reading.node.line,
        "column": reading.node.path,
        "lix": whole(reading.lix),
        "limit": reading.limit,
    }


def _facts(package: ModelPackage) -> Json:
    return {
        "id": package.id,
        "version": package.version,
        "sha256": package.sha256,
        "name": {"da": package.name.da, "en": package.name.en},
        "methods": [method.value for method in package.methods],
        "recommended_method": package.recommended_method.value,
        "compared_with": package.compared_with,
        "guidance": package.guidance and package.guidance.value,
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
