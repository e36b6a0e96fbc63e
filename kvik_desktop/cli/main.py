"""The group of commands; each is imported only when it is called, so that `kvik --help` stays quick."""

from __future__ import annotations

import importlib
import io
import sys
from collections.abc import Mapping

import click

from kvik_desktop import __version__
from kvik_desktop.cli.console import run_guarded
from kvik_desktop.cli.danish_help import DanishContext, with_danish_help
from kvik_desktop.foundation.text import LANGUAGES

COMMANDS: Mapping[str, tuple[str, str]] = {
    "demo": ("demo", "Kør hele forløbet med tre opdigtede institutioner."),
    "model": ("model", "Vis de modelpakker, der følger med, og kontrollér dine egne."),
    "score": ("score", "Regn et skema ud."),
    "new": ("new", "Lav en ny evalueringsfil."),
    "participants": ("participants", "Hent deltagerlisten ind."),
    "forms": ("forms", "Lav et skema til hver deltager, som de svarer på."),
    "answers": ("answers", "Hent individuelle svar ind."),
    "reveal": ("meeting", "Åbn alle svar på én gang. Det kan ikke fortrydes."),
    "round": ("meeting", "Åbn og luk en ny runde for ét delkriterium."),
    "consensus": ("meeting", "Fastlæg de fælles vurderinger."),
    "accept": ("meeting", "Godkend resultatet. Så ligger det fast."),
    "reopen": ("meeting", "Åbn et godkendt resultat igen, med en begrundelse."),
    "plan": ("plan", "Hent handlingsplanen ind, eller godkend den."),
    "standards": ("standards", "Standarder for akkreditering, og hvad I kan vise for dem."),
    "show": ("show", "Vis, hvor langt evalueringen er."),
    "report": ("report", "Lav rapporten som PDF, Word, Excel eller webside."),
    "export": ("export", "Lav den underskrevne resultatpakke."),
    "verify": ("verify", "Kontrollér pakker."),
    "trust": ("trust", "Lav nøgler, og før tillidslisten."),
    "central": ("central", "Koordinatorens database."),
    "doctor": ("doctor", "Kontrollér en fil, eller hent en sikkerhedskopi tilbage."),
    "bench": ("bench", "Mål programmets hastighed."),
}
"""Command name → (module in this folder, one line of help). The module holds a command of that name."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only when it is used."""

    context_class = DanishContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the journey."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"kvik_desktop.cli.{COMMANDS[cmd_name][0]}")
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return with_danish_help(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in `--help`, without importing any of them."""
        with formatter.section("Kommandoer"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Selvevaluering med KVIK, uden netværk. Skriv --help efter en kommando, og se, hvad den kan.",
)
@click.option(
    "--sprog", type=click.Choice(LANGUAGES), default="da", help="Beskeder på dansk (da) eller engelsk (en)."
)
@click.version_option(__version__, prog_name="kvik")
@click.pass_context
def kvik(context: click.Context, sprog: str) -> None:
    """Remember the language for the command that follows."""
    context.ensure_object(dict)["sprog"] = sprog


def run(arguments: list[str] | None = None) -> None:
    """Run one command and leave with its exit code: 0 done, 1 a named problem, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _prepare_streams(as_json="--json" in given)
    sys.exit(run_guarded(kvik, given))


def _prepare_streams(*, as_json: bool) -> None:
    """A document is UTF-8 wherever it goes, and no character that cannot be shown ends the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # None where it is closed
            document = as_json and stream is sys.stdout
            stream.reconfigure(encoding="utf-8" if document else stream.encoding, errors="backslashreplace")
