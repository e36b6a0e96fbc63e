"""The command reference in the README: every command, option and column is there, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from kvik_desktop.action_plan import plan_table
from kvik_desktop.cli.main import kvik
from kvik_desktop.evaluation.collecting import answer_table, roster_table
from kvik_desktop.foundation.csv_tables import Columns
from kvik_desktop.model_package import score_table
from kvik_desktop.workshop import agreed_table
from tests.house import CHECKOUT

README = (CHECKOUT / "README.md").read_text("utf-8")
EVERYWHERE = {"--json", "--sprog", "--help", "-h"}
ROWS = dict(re.findall(r"^\| `(kvik [a-z -]*[a-z])[^`]*` \| (.*)$", README, re.MULTILINE))


def _leaves(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from _leaves(found, f"{path} {name}")
    else:
        yield path, command


def test_every_command_is_described_and_no_other() -> None:
    assert {path for path, _ in _leaves(kvik, "kvik")} == set(ROWS)


def test_every_option_is_described_and_no_other() -> None:
    for path, command in _leaves(kvik, "kvik"):
        options = {
            name for option in command.params if isinstance(option, click.Option) for name in option.opts
        }
        described = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", ROWS[path]))
        assert options - EVERYWHERE == described, path


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("skema til `score`", score_table.COLUMNS),
        ("deltagere", roster_table.COLUMNS),
        ("svar", answer_table.COLUMNS),
        ("fælles vurderinger", agreed_table.COLUMNS),
        ("handlingsplan", plan_table.COLUMNS),
    ],
)
def test_every_column_is_described(table: str, columns: Columns) -> None:
    row = next(line for line in README.splitlines() if line.startswith(f"| {table} |"))
    described = re.findall(r"`(\w+)`", row.removeprefix(f"| {table} |").replace(_VALUES, ""))
    assert sorted(described) == sorted((*columns.required, *columns.optional))


_VALUES = "(`planned`, `in_progress`, `done`, `dropped`)"


@pytest.mark.parametrize("script", ["start.sh", "test.sh", "byg.sh"])
def test_the_scripts_that_are_named_are_there(script: str) -> None:
    assert f"sh pakning/{script}" in README
    assert (CHECKOUT / "pakning" / script).exists()


def test_ci_runs_what_the_readme_names() -> None:
    lines = (CHECKOUT / ".ci" / "run").read_text("utf-8").splitlines()
    commands = [line for line in lines if not line.startswith("#")]
    assert len(commands) == 1
    assert "pakning/test.sh" in commands[0]
