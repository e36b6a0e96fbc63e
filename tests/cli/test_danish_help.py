"""Help and wrong usage are told in the user's language, click's own words too."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from kvik_desktop.cli.danish_help import HEADINGS, PHRASES
from kvik_desktop.cli.main import kvik as program
from tests.cli.kvik import Kvik

ENGLISH = (*PHRASES, *(f"{heading}:" for heading in HEADINGS), "Usage:", "required", "default:")


def _commands(command: click.Command, *path: str) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            found = command.get_command(click.Context(command), name)
            assert found is not None
            yield from _commands(found, *path, name)


def test_the_help_of_every_command_is_danish(kvik: Kvik) -> None:
    for path in _commands(program):
        said = kvik(*path, "--help")
        assert (said.code, said.err) == (0, "")
        assert said.out.startswith(" ".join(["Brug: kvik", *path, "[VALG]"]))
        assert "Vis denne hjælp." in said.out
        assert [words for words in ENGLISH if words in said.out] == [], path


def test_what_must_be_there_is_marked_and_what_is_named_is_danish(kvik: Kvik) -> None:
    said = kvik("new", "--help").out
    assert re.search(r"--unit NAVN +Enhedens navn\.  \[kræves\]", said)
    assert "new [VALG] FIL.kvikdb" in said


def test_a_group_alone_shows_its_commands(kvik: Kvik) -> None:
    said = kvik("trust")
    assert said.code == 2
    assert "Kommandoer:" in said.err


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("doctor", "a.kvikdb", "b.kvikdb"), "En kopi nævnes kun sammen med --restore."),
        (("export", "a.kvikdb", "--key", "a.key"), "--out mangler."),
        (("score",), "FIL.csv mangler."),
        (
            ("trust", "invite", "l", "--key", "k", "--out", "o", "--campaign", "c", "--opens", "i går"),
            "i går er",
        ),
    ],
)
def test_wrong_usage_is_told_in_the_commands_own_words(
    kvik: Kvik, arguments: tuple[str, ...], what: str
) -> None:
    said = kvik(*arguments)
    assert said.code == 2
    assert said.err.startswith(what)
    command = " ".join(arguments[:2] if arguments[0] == "trust" else arguments[:1])
    assert said.err.endswith(f"Se, hvordan kommandoen bruges: kvik {command} --help\n")
