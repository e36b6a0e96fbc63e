"""`kvik demo`: the whole main job with three invented institutions, from answers to the overview."""

from __future__ import annotations

from pathlib import Path

import click

from kvik_desktop.cli.central import import_document
from kvik_desktop.cli.console import PATH, Console, Json, spoken
from kvik_desktop.cli.demo_coordinator import DemoCoordinator
from kvik_desktop.cli.demo_institution import DemoInstitution
from kvik_desktop.example import NAMES
from kvik_desktop.foundation.files import already_there, cannot_write
from kvik_desktop.foundation.text import Text, say, say_n


@click.command("demo", help="Kør hele forløbet med tre opdigtede institutioner.")
@click.option(
    "--out",
    required=True,
    metavar="MAPPE",
    type=PATH,
    help="En mappe, som ikke findes endnu eller er tom.",
)
@spoken
def demo_command(console: Console, out: Path) -> None:
    """Play the whole job and say where everything lies."""
    _make_empty(out)
    coordinator = DemoCoordinator.begin(console, out / "koordinator")
    institutions = [DemoInstitution(console, out, name) for name in NAMES]
    for institution in institutions:
        institution.evaluate()
        institution.write_reports()
        coordinator.approve(institution.enrol(coordinator.invitation(institution.model_id)))
    for institution in institutions:
        institution.deliver(coordinator.trust_list, coordinator.inbox)
    taken_in = coordinator.take_in()
    coordinator.write_overview()
    files = sorted(path for path in out.rglob("*") if path.is_file())
    document: Json = {
        "out": str(out),
        "institutions": [institution.summary() for institution in institutions],
        "central": import_document(console, taken_in),
        "files": [str(path) for path in files],
    }
    console.result(document, [*(each.line() for each in institutions), *_lines(out, files)])


def _lines(out: Path, files: list[Path]) -> list[Text | str]:
    """Where everything lies, and what to try next."""
    desk = out / "koordinator"
    return [
        say_n("{n} fil ligger i {out}:", "{n} filer ligger i {out}:", len(files), out=str(out)),
        *(f"  {path.relative_to(out)}" for path in files),
        say("Åbn en rapport, eller kontrollér pakkerne:"),
        f"  kvik verify {desk / 'indbakke'}/*.kvik --trust {desk / 'tillidsliste.kvik'}",
    ]


def _make_empty(out: Path) -> None:
    """Make the folder. Raises Problem E_FILE_EXISTS where there is something in it, E_FILE_WRITE."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise already_there(out)
    except OSError as error:
        raise cannot_write(out, error) from error
