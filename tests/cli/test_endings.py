"""How a command ends when the world around it is not as it should be: streams, files, Ctrl+C, a bug."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import click
import pytest

from kvik_desktop.cli.console import Console, run_guarded, spoken
from tests.cli.kvik import Kvik

RUN = [sys.executable, "-c", "from kvik_desktop.cli.main import run; run()"]
SHEET = "subcriterion;score\n1.1;50\n"


def run(*arguments: str | Path, encoding: str = "utf-8", stdout: int = subprocess.PIPE) -> Any:
    """The command in a process of its own, whose streams have this encoding."""
    return subprocess.run(
        [*RUN, *map(str, arguments)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONIOENCODING": encoding},
    )


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-8"])
def test_a_document_is_utf_8_wherever_it_goes(tmp_path: Path, encoding: str) -> None:
    said = run("score", tmp_path / "Źródło 🙂.csv", "--json", encoding=encoding)
    assert said.returncode == 1
    assert "Źródło 🙂.csv" in json.loads(said.stdout)["problem"]["message"]


@pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
def test_what_a_terminal_cannot_show_is_written_out(tmp_path: Path, encoding: str) -> None:
    said = run("verify", tmp_path / "Źródło.kvik", encoding=encoding)
    assert said.returncode == 1
    assert rb"\u0179r\xf3d\u0142o.kvik" in said.stdout.replace("ó".encode(encoding), rb"\xf3")
    assert said.stderr == b""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
@pytest.mark.parametrize("command", ["score", "verify"])
def test_a_name_that_is_no_text_is_told_all_the_same(tmp_path: Path, command: str) -> None:
    said = run(command, tmp_path / os.fsdecode(b"\xff.csv"), "--json")
    assert said.returncode == 1
    assert json.loads(said.stdout)
    assert b"E_BUG" not in said.stdout


def test_nothing_in_a_table_or_a_name_controls_the_terminal(kvik: Kvik, tmp_path: Path) -> None:
    path = tmp_path / "ark\x1b]0;x\x07.csv"
    path.write_text("subcriterion;score\n1.1;\x1b[31m\x9b2J\u202e50\n", encoding="utf-8")
    said = kvik("score", path)
    assert said.code == 1
    assert "�[31m�2J�50" in said.err
    assert [sign for sign in said.err + said.out if not sign.isprintable() and sign != "\n"] == []
    held = tmp_path / "sted.kvikdb"
    kvik.json("new", held, "--unit", "Åbrinken", "--sector", "social")
    kvik.json("standards", "set", held, "ledelse", "delvist", "--note", "mappe\x1b[2J 3")
    assert "    mappe�[2J 3" in kvik("standards", "show", held).out


def test_a_reader_that_has_gone_is_no_bug(tmp_path: Path) -> None:
    for arguments in (["score", tmp_path / "ingen.csv", "--json"], ["model", "list", "--json"], ["--help"]):
        reader, writer = os.pipe()
        os.close(reader)
        said = run(*arguments, stdout=writer)
        os.close(writer)
        assert (said.returncode, b"Traceback" in said.stderr, b"Exception" in said.stderr) == (
            1,
            False,
            False,
        )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_a_document_that_cannot_be_kept_is_a_named_problem(tmp_path: Path) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    said = run("model", "list", "--json", stdout=full)
    assert (said.returncode, said.stderr.decode().splitlines()[0]) == (
        1,
        "stdout kan ikke gemmes: der er ikke plads på drevet.",
    )
    said = run("score", tmp_path / "ingen.csv", "--json", stdout=full)
    assert said.returncode == 1
    assert said.stderr.decode().startswith("ingen.csv kan ikke læses")
    os.close(full)


def test_a_file_one_may_not_read_is_no_wrong_usage(
    kvik: Kvik, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "skema.csv"
    sheet.write_text(SHEET)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    assert kvik("score", sheet).code == 0, "whether it can be read is found out by reading it"


@click.command
@spoken
def interrupted(_console: Console) -> None:
    """Somebody presses Ctrl+C."""
    raise KeyboardInterrupt


@click.command
@spoken
def broken(_console: Console) -> None:
    """A bug of ours."""
    raise ZeroDivisionError("hemmeligt")


def test_an_interrupted_command_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(interrupted, ["--json"]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["problem"]["code"] == "E_INTERRUPTED"
    assert "Det, der var gemt, er der stadig." in said.err


def test_a_bug_is_told_plainly_and_its_report_holds_no_content(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert run_guarded(broken, ["--json"]) == 1
    problem = json.loads(capsys.readouterr().out)["problem"]
    [report] = tmp_path.iterdir()
    assert problem["code"] == "E_BUG"
    assert str(report) in problem["action"]
    assert "test_endings.py" in report.read_text()
    assert "hemmeligt" not in report.read_text() + json.dumps(problem)


def test_a_bug_is_told_where_there_is_no_room_for_its_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "ingen"))
    assert run_guarded(broken, ["--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problem"]["code"] == "E_BUG"


def test_that_no_backup_could_be_made_is_told_and_stops_nothing(
    kvik: Kvik, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, people = tmp_path / "skolen.kvikdb", tmp_path / "deltagere.csv"
    people.write_text("name;role\nAnna;leder\n")
    kvik.json("new", file, "--unit", "Skolen", "--sector", "skole")
    (tmp_path / "optaget").write_text("her er ingen mappe")
    monkeypatch.setenv("KVIK_DATA", str(tmp_path / "optaget"))
    said = kvik("participants", "import", file, people)
    assert said.code == 0
    assert said.err.startswith("Der er ikke lavet en sikkerhedskopi: sikkerhedskopier kan ikke gemmes")
    assert len(kvik.json("show", file)["participants"]) == 1


def test_bytes_that_are_no_text_are_wrong_usage(tmp_path: Path) -> None:
    for option in ("--unit", "--title"):
        broken_text = ["--unit", "Skolen", "--sector", "skole", option, os.fsdecode(b"\xe6")]
        said = run("new", tmp_path / "ny.kvikdb", *broken_text)
        assert (said.returncode, said.stderr.decode().split()[0]) == (2, option)
    assert list(tmp_path.iterdir()) == []
