"""The whole main job in one command, judged by the files it leaves and by OpenSSH."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from kvik_desktop.envelope import keys
from kvik_desktop.envelope.container import unpack
from tests.cli.kvik import Kvik


@pytest.fixture
def demo(kvik: Kvik, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Any]:
    """The folder of a whole demo, and its document; keys are opened at once."""
    monkeypatch.setattr(keys, "KDF_ROUNDS", 1)
    out = tmp_path / "demo"
    return out, kvik.json("demo", "--out", out)


def test_the_demo_leaves_what_a_director_and_a_coordinator_need(
    kvik: Kvik, demo: tuple[Path, Any], user_data: Path
) -> None:
    out, document = demo
    assert document["files"] == sorted(str(path) for path in out.rglob("*") if path.is_file())
    assert [each["participants"] for each in document["institutions"]] == [9, 6, 12]
    assert {key: document["central"][key] for key in ("total", "accepted", "rejected")} == {
        "total": 3,
        "accepted": 3,
        "rejected": 0,
    }
    reports = [path for path in out.rglob("*.pdf") if "rapport" in path.name]
    assert len(reports) == 6
    others = sorted(path.name for path in out.rglob("*.pdf") if path not in reports)
    assert others == ["overblik-en.pdf", "overblik.pdf"]
    assert not list(user_data.rglob("*.kvikdb"))
    desk = out / "koordinator"
    packages = sorted((desk / "indbakke").glob("*.kvik"))
    verdicts = kvik.json("verify", *packages, "--trust", desk / "tillidsliste.kvik")["files"]
    assert [each["outcome"] for each in verdicts] == ["accepted"] * 3
    for each in document["institutions"]:
        assert kvik.json("doctor", each["file"])["integrity"] == "ok"
        assert kvik.json("show", each["file"])["state"] == "delivered"


def test_openssh_agrees_on_every_package(demo: tuple[Path, Any], tmp_path: Path) -> None:
    out, document = demo
    for each in document["institutions"]:
        container = unpack(Path(each["package"]).read_bytes())
        signature = tmp_path / "manifest.json.sig"
        signature.write_bytes(container.signature)
        call = ["ssh-keygen", "-Y", "verify", "-f", str(out / "koordinator" / "tilladte_underskrivere")]
        call += ["-I", each["id"], "-n", "kvik-resultat@1", "-s", str(signature)]
        done = subprocess.run(call, input=container.manifest, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_folder_with_something_in_it_is_left_alone(kvik: Kvik, tmp_path: Path) -> None:
    (tmp_path / "mit.txt").write_text("vigtigt", encoding="utf-8")
    assert kvik.problem("demo", "--out", tmp_path)["code"] == "E_FILE_EXISTS"
    assert (tmp_path / "mit.txt").read_text("utf-8") == "vigtigt"
