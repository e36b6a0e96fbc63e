"""The help of commands in Danish: click's own words are exchanged where they are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

HEADINGS: Mapping[str, str] = {"Options": "Valg", "Commands": "Kommandoer"}
PHRASES: Mapping[str, str] = {
    "[OPTIONS]": "[VALG]",
    "COMMAND [ARGS]...": "KOMMANDO …",
    "[required]": "[kræves]",
    "Show this message and exit.": "Vis denne hjælp.",
    "Show the version and exit.": "Vis programmets udgave.",
}
"""What click writes of its own accord. The texts of our commands are Danish already."""


class DanishFormatter(click.HelpFormatter):
    """Writes help as click lays it out, with headings and set phrases in Danish."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = "Brug: ") -> None:
        """The first line: how the command is written."""
        super().write_usage(prog, _in_danish(args), prefix)

    def write_heading(self, heading: str) -> None:
        """The line above a list."""
        super().write_heading(HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of options or commands with what they do."""
        super().write_dl([(name, _in_danish(text)) for name, text in rows], col_max, col_spacing)


class DanishContext(click.Context):
    """A context whose help is Danish."""

    formatter_class = DanishFormatter


def with_danish_help(command: click.Command) -> click.Command:
    """The same command; its help, and that of the commands under it, is Danish."""
    command.context_class = DanishContext
    if isinstance(command, click.Group):
        for each in command.commands.values():
            with_danish_help(each)
    return command


def _in_danish(text: str) -> str:
    for english, danish in PHRASES.items():
        text = text.replace(english, danish)
    return text
