"""Keys: their forms for people and tools, and their files."""

from __future__ import annotations

import base64
import hashlib
import stat
import struct
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.envelope.keys import KDF_ROUNDS, PublicKey, SigningKey, load_key, load_public, save_key
from kvik_desktop.foundation.problems import Problem
from tests.forge import KEY_A, key

PASSPHRASE = "Rødgrød med fløde på"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("nøgler") / "skole.key"
    save_key(KEY_A, path, PASSPHRASE)
    return path


@given(st.binary(min_size=32, max_size=32))
def test_a_public_key_reads_back_from_its_line(raw: bytes) -> None:
    assert PublicKey.from_line(PublicKey(raw).line) == PublicKey(raw)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "ssh-ed25519",
        "ssh-ed25519 ",
        "ssh-ed25519 AAAA",
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ==",
        KEY_A.public.line + " navn@vært",
        KEY_A.public.line + "\n",
        " " + KEY_A.public.line,
        KEY_A.public.line.replace(" ", "  "),
        KEY_A.public.line[:-1],
        KEY_A.public.line + "AAAA",
        KEY_A.public.line.replace("AAAAC3", "AAAAC4"),
        "ssh-ed25519 " + base64.b64encode(b"x" * 200).decode(),
        "ssh-ed25519 \u0661",
    ],
)
def test_any_other_form_of_a_public_key_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not a public key"):
        PublicKey.from_line(line)


def test_the_digits_are_the_first_sixteen_bytes_of_the_hash() -> None:
    digest = hashlib.sha256(KEY_A.public.blob).digest()
    assert len(KEY_A.public.digits) == 8
    for group, pair in zip(KEY_A.public.digits, struct.unpack(">8H", digest[:16]), strict=True):
        assert len(group) == 5
        assert int(group) == pair


def test_new_keys_are_new() -> None:
    assert len({SigningKey.create().public.raw for _ in range(20)}) == 20


def test_a_key_is_saved_for_its_owner_alone(saved: Path) -> None:
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_the_file_is_openssh_with_bcrypt_and_a_hundred_rounds(saved: Path) -> None:
    lines = saved.read_text("ascii").splitlines()
    assert lines[0] == "-----BEGIN OPENSSH PRIVATE KEY-----"
    blob = base64.b64decode("".join(lines[1:-1]))
    place = blob.index(b"bcrypt")
    options = blob[place + 6 + 4 :]
    salt = struct.unpack(">I", options[:4])[0]
    assert struct.unpack(">I", options[4 + salt : 8 + salt])[0] == KDF_ROUNDS == 100


def test_a_saved_key_signs_as_before(saved: Path) -> None:
    loaded = load_key(saved, PASSPHRASE)
    assert loaded.public == KEY_A.public
    assert loaded.sign(b"x") == KEY_A.sign(b"x")


def test_the_same_words_typed_otherwise_are_the_same_passphrase(saved: Path) -> None:
    apart = "Rødgrød med fløde pa\u030a"
    assert load_key(saved, apart).public == KEY_A.public


@pytest.mark.parametrize("wrong", ["", "forkert", PASSPHRASE + " ", PASSPHRASE.lower()])
def test_a_wrong_passphrase_is_named(saved: Path, wrong: str) -> None:
    with pytest.raises(Problem) as raised:
        load_key(saved, wrong)
    assert raised.value.code == "E_PASSPHRASE"


def test_a_wrong_passphrase_is_named_for_every_cipher(tmp_path: Path) -> None:
    for cipher in ("aes256-ctr", "aes256-gcm@openssh.com", "aes256-cbc"):
        path = tmp_path / cipher
        made = ["ssh-keygen", "-q", "-t", "ed25519", "-N", PASSPHRASE, "-Z", cipher, "-f", str(path)]
        subprocess.run(made, check=True)
        with pytest.raises(Problem) as raised:
            load_key(path, "forkert")
        assert raised.value.code == "E_PASSPHRASE"


@pytest.mark.parametrize("kind", ["rsa", "ecdsa"])
def test_other_kinds_of_keys_are_named(tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", PASSPHRASE, "-f", str(path)], check=True)
    with pytest.raises(Problem) as raised:
        load_key(path, PASSPHRASE)
    assert raised.value.code == "E_KEY_FILE"


def test_a_key_without_a_passphrase_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "bar.key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
    with pytest.raises(Problem) as raised:
        load_key(path, "")
    assert raised.value.code == "E_KEY_FILE"
    assert "ssh-keygen -p" in raised.value.action.message


def test_a_key_must_have_a_passphrase(tmp_path: Path) -> None:
    with pytest.raises(Problem) as raised:
        save_key(KEY_A, tmp_path / "skole.key", "")
    assert raised.value.code == "E_PASSPHRASE"
    assert list(tmp_path.iterdir()) == []


def test_a_key_never_overwrites_a_file(saved: Path) -> None:
    before = saved.read_bytes()
    with pytest.raises(Problem) as raised:
        save_key(key("en anden"), saved, PASSPHRASE)
    assert raised.value.code == "E_FILE_EXISTS"
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hej",
        b"\xff" * 100,
        b"-----BEGIN OPENSSH PRIVATE KEY-----\n-----END OPENSSH PRIVATE KEY-----\n",
        b"-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n",
        b"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----\n",
        KEY_A.public.line.encode(),
        bytes(17 * 2**10),
    ],
)
def test_what_is_no_key_is_named(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "skole.key"
    path.write_bytes(data)
    with pytest.raises(Problem) as raised:
        load_key(path, PASSPHRASE)
    assert raised.value.code == "E_KEY_FILE"


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem) as raised:
        load_key(tmp_path / "findes ikke.key", PASSPHRASE)
    assert raised.value.code == "E_FILE"


def test_a_key_that_would_take_days_to_unlock_is_refused_at_once(saved: Path, tmp_path: Path) -> None:
    lines = saved.read_bytes().splitlines()
    body = base64.b64decode(b"".join(lines[1:-1]))
    asked = KDF_ROUNDS.to_bytes(4, "big")
    assert body.count(asked) == 1
    path = tmp_path / "skole.key"
    slow = base64.encodebytes(body.replace(asked, b"\xff" * 4)).splitlines()
    path.write_bytes(b"\n".join([lines[0], *slow, lines[-1], b""]))
    for read in (load_public, lambda path: load_key(path, PASSPHRASE)):
        with pytest.raises(Problem) as raised:
            read(path)
        assert raised.value.code == "E_KEY_FILE"


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_damaged_key_is_named(saved: Path, data: st.DataObject) -> None:
    good = saved.read_bytes()
    place = data.draw(st.integers(0, 120))
    path = saved.parent / "damaged.key"
    path.write_bytes(good[:place] + data.draw(st.binary(min_size=1, max_size=4)) + good[place + 2 :])
    try:
        load_key(path, "forkert")
    except Problem as problem:
        assert problem.code in {"E_KEY_FILE", "E_PASSPHRASE"}
    finally:
        path.unlink()
