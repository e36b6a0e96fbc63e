"""`kvik export`: signed, read back, verified; what leaves is told, and ssh-keygen agrees."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kvik_desktop.envelope import container
from kvik_desktop.envelope.allowed_signers import allowed_signers
from kvik_desktop.envelope.keys import save_key
from kvik_desktop.envelope.packages import seal_list
from kvik_desktop.foundation.clock import SystemClock
from tests.bundle.material import CAMPAIGN, KEY, ready, trust_list
from tests.cli.kvik import Kvik
from tests.forge import SIGNING

CLOCK = SystemClock()


@dataclass(frozen=True)
class Desk:
    """What lies on the sender's desk."""

    folder: Path
    file: Path
    key: Path
    passphrase: Path
    trust: Path
    signers: Path

    @property
    def options(self) -> tuple[str | Path, ...]:
        """What every export needs."""
        return self.file, "--key", self.key, "--passphrase-file", self.passphrase


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("skrivebord")
    journey = ready(folder, CLOCK)
    listed = trust_list(journey.package, CLOCK)
    journey.file.close()
    passphrase = folder / "adgang.txt"
    passphrase.write_text("fire ord på en seddel\n", encoding="utf-8")
    save_key(KEY, folder / "enhed.key", "fire ord på en seddel")
    (folder / "liste.kvik").write_bytes(seal_list(listed, SIGNING, CLOCK.now()))
    (folder / "tilladte").write_text(allowed_signers(listed))
    return Desk(
        folder, journey.path, folder / "enhed.key", passphrase, folder / "liste.kvik", folder / "tilladte"
    )


@pytest.fixture
def desk(prepared: Desk, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "bord"
    shutil.copytree(prepared.folder, folder)
    yield Desk(folder, *(folder / path.name for path in list(prepared.__dict__.values())[1:]))


def test_export_says_what_was_checked(kvik: Kvik, desk: Desk) -> None:
    out = desk.folder / "a.kvik"
    document = kvik.json("export", *desk.options, "--out", out, "--trust", desk.trust)
    assert (document["edition"], document["outcome"], document["code"]) == (1, "accepted", None)
    assert set(document["facts"].values()) == {"yes"}
    assert (document["campaign"], document["waits_for_approval"]) == (CAMPAIGN, False)
    assert document["preview"]["goes"]["plan"] == 2
    verified = kvik.json("verify", out, "--trust", desk.trust)
    assert verified["files"][0]["outcome"] == "accepted"


def test_it_says_saved_and_checked(kvik: Kvik, desk: Desk) -> None:
    said = kvik("export", *desk.options, "--out", desk.folder / "a.kvik")
    assert said.code == 0
    assert "gemt og kontrolleret" in said.out
    assert " ".join(KEY.public.digits) in said.out


def test_what_looks_like_a_cpr_number_is_removed_and_told(kvik: Kvik, desk: Desk) -> None:
    out = desk.folder / "a.kvik"
    said = kvik("export", *desk.options, "--out", out)
    assert "CPR" in said.err
    assert b"010203-0000" not in out.read_bytes()
    kept = kvik("export", *desk.options, "--out", desk.folder / "b.kvik", "--not-cpr", "k1.1/evidence/1")
    assert kept.code == 0
    assert b"010203-0000" in (desk.folder / "b.kvik").read_bytes()


def test_parts_and_single_texts_can_be_left_out(kvik: Kvik, desk: Desk) -> None:
    out = desk.folder / "a.kvik"
    chosen = ("--leave-out", "plan", "--leave-out", "histograms", "--leave-out", "k1.1/areas/1")
    document = kvik.json("export", *desk.options, "--out", out, *chosen)
    assert (document["preview"]["goes"]["plan"], document["preview"]["goes"]["histograms"]) == (0, 0)
    content = container.unpack(out.read_bytes()).content
    assert json.loads(content["data/handlingsplan.json"]) == {"actions": []}
    assert b"Ring til Bo" not in content["data/tekster.json"]


def test_the_preview_shows_and_makes_nothing(kvik: Kvik, desk: Desk) -> None:
    document = kvik.json("export", *desk.options, "--preview")
    assert document["to_look_at"][0]["place"] == "k1.1/reason"
    assert kvik.json("show", desk.file)["state"] == "plan_approved"


def test_an_unknown_place_is_a_problem(kvik: Kvik, desk: Desk) -> None:
    out = desk.folder / "a.kvik"
    problem = kvik.problem("export", *desk.options, "--out", out, "--leave-out", "9.9/reason")
    assert problem["code"] == "E_PLACE"
    assert not out.exists()


def test_without_a_place_to_put_it_the_usage_is_wrong(kvik: Kvik, desk: Desk) -> None:
    assert kvik("export", *desk.options).code == 2
    assert kvik("export", desk.file, "--out", desk.folder / "a.kvik").code == 2


def test_a_withdrawal(kvik: Kvik, desk: Desk) -> None:
    kvik.json("export", *desk.options, "--out", desk.folder / "a.kvik")
    document = kvik.json(
        "export", *desk.options, "--out", desk.folder / "w.kvik", "--withdraw", "Forkert fil"
    )
    assert (document["kind"], document["edition"]) == ("tilbagekaldelse", 2)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("--key", "findes-ikke.key"), "E_FILE"),
        (("--trust", "findes-ikke.kvik"), "E_FILE"),
        (("--campaign", "kampagne-1999"), "E_CAMPAIGN"),
    ],
)
def test_problems(kvik: Kvik, desk: Desk, change: tuple[str, str], code: str) -> None:
    out = desk.folder / "a.kvik"
    options = ("--trust", desk.trust, "--out", out, *change)
    assert kvik.problem("export", *desk.options, *options)["code"] == code
    assert not out.exists()


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs OpenSSH")
def test_anybody_can_check_it_by_hand_as_the_package_says(kvik: Kvik, desk: Desk, tmp_path: Path) -> None:
    """Every command of laes-mig.txt, run in the folder the package was unpacked into."""
    out = desk.folder / "a.kvik"
    kvik.json("export", *desk.options, "--out", out, "--trust", desk.trust)
    unpacked = tmp_path / "ud"
    for name, data in container.unpack(out.read_bytes()).members.items():
        (unpacked / name).parent.mkdir(parents=True, exist_ok=True)
        (unpacked / name).write_bytes(data)
    shutil.copy(desk.signers, unpacked / "tilladte_underskrivere")
    lines = (unpacked / "laes-mig.txt").read_text("utf-8").splitlines()
    command = next(line.strip() for line in lines if "ssh-keygen -Y verify" in line)
    done = subprocess.run(["sh", "-c", command], cwd=unpacked, capture_output=True, text=True, check=False)
    expected = next(line.partition(":")[2].strip() for line in lines if "Der skal stå" in line)
    assert done.stdout.startswith(expected), done.stdout + done.stderr
    sums = next(line.partition(":")[2].strip() for line in lines if line.strip().startswith("Linux"))
    done = subprocess.run(["sh", "-c", sums], cwd=unpacked, capture_output=True, text=True, check=True)
    told = {
        member["path"]: member["sha256"]
        for member in json.loads((unpacked / "manifest.json").read_text())["members"]
    }
    assert {line.split()[1]: line.split()[0] for line in done.stdout.splitlines()} == told
