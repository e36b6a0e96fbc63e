"""What a command says and how it ends: results on stdout, words on stderr, exit code 0, 1 or 2."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, cast

import click

from kvik_desktop import __version__
from kvik_desktop.foundation.clock import Clock, SystemClock
from kvik_desktop.foundation.files import cannot_write
from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.text import LANGUAGES, Language, Text, Translator, say

P = ParamSpec("P")
Json = dict[str, Any]
PATH = click.Path(path_type=Path, readable=False)
"""A path on the command line. That it cannot be read is a named problem and no wrong usage."""

log = logging.getLogger(__name__)

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""What moves the cursor, colours the terminal or turns the text around, and shows nothing itself."""


@dataclass(frozen=True)
class Console:
    """Speaks to the one who called: in their language, or as one JSON document."""

    as_json: bool
    tr: Translator
    clock: Clock

    @property
    def language(self) -> Language:
        """The language of everything that is said."""
        return self.tr.language

    def say(self, text: Text | str) -> None:
        """A sentence on stderr, whatever the form of the result."""
        click.echo(self._shown(text), err=True)

    def result(self, document: Json, lines: Sequence[Text | str] = ()) -> None:
        """The result on stdout: the document with ``--json``, else the lines."""
        written = [_document(document)] if self.as_json else [self._shown(line) for line in lines]
        try:
            for line in written:
                click.echo(line)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise cannot_write(Path("stdout"), error) from error

    def texts(self, problem: Problem) -> Json:
        """A problem as the contract's JSON."""
        return {
            "code": problem.code,
            "message": self.tr(problem.message),
            "action": self.tr(problem.action),
            "details": self.details(problem.details),
        }

    def details(self, details: Sequence[Detail]) -> list[Json]:
        """Places in the input as the contract's JSON."""
        return [
            {"line": detail.line, "column": detail.column, "message": self.tr(detail.message)}
            for detail in details
        ]

    def place(self, detail: Detail) -> str:
        """A place in the input on one line, a little to the right."""
        place = [str(detail.line)] if detail.line else []
        place += [detail.column] if detail.column else []
        return f"  {' · '.join([*place, self.tr(detail.message)])}"

    def problem(self, problem: Problem) -> None:
        """A named problem: sentences on stderr, and the document on stdout with ``--json``."""
        if self.as_json:
            try:
                click.echo(_document({"problem": self.texts(problem)}))
            except OSError:
                _stop_writing()
        self.say(problem.message)
        self.say(problem.action)
        for detail in problem.details:
            self.say(self.place(detail))

    def _shown(self, text: Text | str) -> str:
        """The text for a terminal: somebody's own words can do nothing there but be read."""
        return _UNSEEN.sub("�", self.tr(text))

    @contextmanager
    def progress(self, total: int, label: Text) -> Iterator[Callable[[int], None]]:
        """A progress bar on a terminal, silence elsewhere; call the yielded function with each step."""
        if not sys.stderr.isatty():
            yield lambda _step: None
            return
        with click.progressbar(length=total, label=self.tr(label), file=sys.stderr) as bar:
            yield bar.update


class WrongUsage(click.UsageError):
    """Options that do not fit together, told by the command itself in the reader's language."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.message)
        self.what = what


def _require_text(context: click.Context, options: Mapping[str, Any]) -> None:
    """Raise click.BadParameter for bytes that are no text where the system is; only paths may hold them."""
    for param in context.command.params:
        value = options.get(param.name or "")
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, str) and each != each.encode(errors="replace").decode():
                raise click.BadParameter("no text", ctx=context, param=param)


def _document(content: Json) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)


def spoken(command: Callable[Concatenate[Console, P], int | None]) -> Callable[P, int | None]:
    """Give a command its ``--json`` and ``--sprog`` and the console they make, as first argument."""

    def with_console(*args: P.args, **kwargs: P.kwargs) -> int | None:
        options = cast("dict[str, Any]", kwargs)
        context = click.get_current_context()
        _require_text(context, options)
        parent = context.find_object(dict) or {}
        language = options.pop("sprog") or parent.get("sprog", "da")
        as_json = bool(options.pop("as_json"))
        return command(Console(as_json, Translator(language), SystemClock()), *args, **kwargs)

    with_console.__doc__ = command.__doc__
    with_console.__name__ = command.__name__
    params = getattr(command, "__click_params__", [])
    with_console.__click_params__ = params  # type: ignore[attr-defined]  # where click keeps options
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Skriv ét JSON-dokument på stdout."),
        click.option(
            "--sprog",
            type=click.Choice(LANGUAGES),
            default=None,
            help="Beskeder på dansk (da) eller engelsk (en).",
        ),
    ):
        option(with_console)
    return with_console


def run_guarded(command: click.Command, arguments: list[str]) -> int:
    """Run ``command`` and turn every ending into an exit code; the one place that catches everything."""
    try:
        return _run(command, arguments, _console_for(arguments))
    except OSError:  # nobody hears what is said
        _stop_writing()
        return 1


def _run(command: click.Command, arguments: list[str], console: Console) -> int:
    try:
        outcome = command.main(arguments, prog_name="kvik", standalone_mode=False)
    except Problem as problem:
        console.problem(problem)
        return 1
    except click.exceptions.Abort:
        console.problem(_INTERRUPTED)
        return 1
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except click.UsageError as error:
        console.say(_usage(error))
        return 2
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  (the crash path: our bug, told plainly and kept for us)
        console.problem(_crash(error))
        return 1
    return outcome if isinstance(outcome, int) else 0


_INTERRUPTED = Problem(
    "E_INTERRUPTED",
    say("Afbrudt. Det, der var gemt, er der stadig."),
    say("Kør kommandoen igen, når du vil."),
)


def _stop_writing() -> None:
    """Whoever read stdout has gone, or it cannot be kept: what is still to be written goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _usage(error: click.UsageError) -> Text:
    """Wrong usage in the reader's language: what is wrong, and where the right form stands."""
    context = error.ctx
    path = context.command_path if context else "kvik"
    match error:
        case WrongUsage(what=said):
            what = said
        case click.MissingParameter(param=click.Option() as missing):
            what = say("{name} mangler.", name="/".join(missing.opts))
        case click.MissingParameter(param=click.Argument() as missing) if context:
            what = say("{name} mangler.", name=missing.make_metavar(context))
        case click.NoSuchOption(option_name=name):
            what = say("{name} kendes ikke her.", name=name)
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices)) as param):
            name = "/".join(param.opts)
            what = say("{name} skal være en af disse: {known}.", name=name, known=", ".join(choices))
        case click.BadParameter(param=click.Parameter() as param):
            what = say("{name} kan ikke bruges, som det er skrevet.", name="/".join(param.opts))
        case _:
            what = say("Kommandoen kendes ikke, eller der står for meget eller for lidt efter den.")
    return say("{what} Se, hvordan kommandoen bruges: {path} --help", what=what, path=path)


def _console_for(arguments: list[str]) -> Console:
    """The console of a command line that may be wrong: just as much as is needed to report it."""
    english = "--sprog=en" in arguments or "--sprog en" in " ".join(arguments)
    return Console("--json" in arguments, Translator("en" if english else "da"), SystemClock())


def _crash(error: Exception) -> Problem:
    """Our bug as a sentence, with a report that names the place in the code and nothing of the content."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"kvik {__version__}", type(error).__name__]
    lines += [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    report = _kept("\n".join(lines) + "\n")
    return Problem(
        "E_BUG",
        say("Der er en fejl i programmet ({kind}).", kind=type(error).__name__),
        say(
            "Det, der var gemt, er der stadig. Send filen {file} til dem, der står for programmet. "
            "Den viser, hvor i programmet det gik galt, og rummer ingen af jeres tekster.",
            file=report,
        ),
    )


def _kept(report: str) -> str:
    """Where the report lies; a dash where there is no room for it."""
    try:
        with tempfile.NamedTemporaryFile("w", prefix="kvik-fejl-", suffix=".txt", delete=False) as file:
            file.write(report)
    except OSError:
        return "–"
    return file.name
