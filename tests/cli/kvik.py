"""Runs the `kvik` command in the test's own process and gives back what it said and how it ended."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kvik_desktop.cli.console import run_guarded
from kvik_desktop.cli.main import kvik


@dataclass(frozen=True)
class Said:
    """The exit code and both streams of one command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout."""
        return json.loads(self.out)


class Kvik:
    """Calls commands one after another."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Said:
        self._capsys.readouterr()
        code = run_guarded(kvik, [str(argument) for argument in arguments])
        said = self._capsys.readouterr()
        return Said(code, said.out, said.err)

    def json(self, *arguments: str | Path) -> Any:
        """The document of a command that must end well."""
        said = self(*arguments, "--json")
        assert said.code == 0, said.out + said.err
        return said.json

    def problem(self, *arguments: str | Path) -> Any:
        """The problem of a command that must end with one."""
        said = self(*arguments, "--json")
        assert said.code == 1, said.out + said.err
        return said.json["problem"]
