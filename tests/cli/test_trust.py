"""`kvik trust`: the whole ceremony by commands, with everything that is meant to stop it."""

from __future__ import annotations

import stat
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import pytest

from kvik_desktop.cli.console import Json
from kvik_desktop.envelope import container
from kvik_desktop.envelope.keys import load_key
from kvik_desktop.envelope.packages import open_enrolment, open_invitation, open_list
from kvik_desktop.envelope.signature import sign
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.reading import load
from tests.cli.kvik import Kvik

CAMPAIGN = "kampagne-2026"
SCHOOL = ("--unit", "Eksempelskolen", "--sector", "skole", "--parent", "Børn og Unge")


class Municipality:
    """A coordinator's folder, and an institution's beside it."""

    def __init__(self, kvik: Kvik, folder: Path) -> None:
        self.kvik = kvik
        self.folder = folder
        for name in ("koordinator", "genopretning", "ny", "skole", "forkert"):
            (folder / f"{name}.txt").write_text(f"adgang til {name} æøå\n", "utf-8")

    def path(self, name: str) -> Path:
        return self.folder / name

    @property
    def list(self) -> Path:
        return self.path("liste.kvik")

    def secret(self, name: str = "koordinator", option: str = "") -> tuple[str, Path]:
        return f"--{option}passphrase-file", self.path(f"{name}.txt")

    @property
    def key(self) -> tuple[str | Path, ...]:
        return "--key", self.path("koordinator.key"), *self.secret()

    def init(self) -> Json:
        secrets = (*self.secret(), *self.secret("genopretning", "recovery-"))
        done: Json = self.kvik.json(
            "trust", "init", "--name", "Eksempel Kommune", "--out", self.list, *secrets
        )
        return done

    def invite(self, out: str = "invitation.kvik", *more: str) -> Json:
        done: Json = self.kvik.json(
            "trust", "invite", self.list, *self.key, "--campaign", CAMPAIGN, "--out", self.path(out), *more
        )
        return done

    def enrol(self, *more: str | Path, out: str = "tilmelding.kvik", key: str = "skole.key") -> Json:
        done: Json = self.kvik.json("trust", "enrol", *self.enrolling(out, key), *(more or SCHOOL))
        return done

    def enrolling(self, out: str = "tilmelding.kvik", key: str = "skole.key") -> tuple[str | Path, ...]:
        return "--key", self.path(key), "--out", self.path(out), *self.secret("skole")

    def approve(self, enrolled: Json, *more: str) -> Json:
        done: Json = self.kvik.json(
            "trust", "approve", self.list, enrolled["enrolment"], *self.key,
            "--digits", " ".join(enrolled["digits"]), *more,
        )  # fmt: skip
        return done

    def show(self) -> Json:
        shown: Json = self.kvik.json("trust", "show", self.list)
        return shown


@pytest.fixture
def town(kvik: Kvik, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Municipality:
    monkeypatch.setenv("KVIK_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("kvik_desktop.envelope.keys.KDF_ROUNDS", 1)  # a hundred take a second each time
    made = Municipality(kvik, tmp_path)
    made.init()
    return made


def test_init_makes_two_keys_and_a_list(town: Municipality) -> None:
    shown = town.show()
    assert (shown["version"], shown["coordinator"]["name"]) == (1, "Eksempel Kommune")
    assert shown["institutions"] == shown["campaigns"] == []
    assert shown["digits"] != shown["recovery"]["digits"]
    assert [len(group) for group in shown["digits"]] == [5] * 8
    for name, secret in (("koordinator.key", "koordinator"), ("genopretning.key", "genopretning")):
        assert stat.S_IMODE(town.path(name).stat().st_mode) == 0o600
        load_key(town.path(name), f"adgang til {secret} æøå")


def test_init_overwrites_nothing(town: Municipality) -> None:
    before = {path.name: path.read_bytes() for path in town.folder.iterdir() if path.is_file()}
    problem = town.kvik.problem("trust", "init", "--name", "X", "--out", town.list, *town.secret())
    assert problem["code"] == "E_FILE_EXISTS"
    out = ("--out", town.path("anden.kvik"))
    assert town.kvik.problem("trust", "init", "--name", "X", *out)["code"] == "E_FILE_EXISTS"
    assert {path.name: path.read_bytes() for path in town.folder.iterdir() if path.is_file()} == before


def test_the_whole_ceremony(town: Municipality) -> None:
    invited = town.invite("invitation.kvik", "--institution-id", "skole-0001", *SCHOOL)
    assert invited["version"] == 2
    letter = " ".join(invited["digits"])
    enrolled = town.enrol("--invitation", town.path("invitation.kvik"), "--digits", letter)
    assert enrolled["institution"] == {
        "id": "skole-0001", "name": "Eksempelskolen", "level": "institution", "parent": "Børn og Unge",
        "sector": "skole",
    }  # fmt: skip
    assert enrolled["new_key"]
    opened = open_enrolment(Path(enrolled["enrolment"]).read_bytes())
    invitation = open_invitation(Path(invited["invitation"]).read_bytes())
    assert (opened.campaign, opened.enrolment.invitation) == (CAMPAIGN, invitation.opened.sha256)
    approved = town.approve(enrolled)
    assert (approved["version"], approved["institution"]["id"]) == (3, "skole-0001")
    (entry,) = town.show()["institutions"]
    assert (entry["status"], entry["fingerprint"]) == ("active", enrolled["fingerprint"])
    revoked = town.kvik.json("trust", "revoke", town.list, "skole-0001", *town.key, "--reason", "lost")
    assert revoked["revoked"]["reason"] == "lost"
    (entry,) = town.show()["institutions"]
    assert entry["status"] == "revoked"
    again = town.enrol("--institution-id", "skole-0001", *SCHOOL, out="igen.kvik", key="ny-skole.key")
    assert town.approve(again)["version"] == 5
    (entry,) = town.show()["institutions"]
    assert (entry["status"], entry["fingerprint"]) == ("active", again["fingerprint"])


def test_another_key_for_a_known_institution_is_a_hard_stop(town: Municipality) -> None:
    town.approve(town.enrol("--institution-id", "skole-0001", *SCHOOL))
    other = town.enrol("--institution-id", "skole-0001", *SCHOOL, out="b.kvik", key="b.key")
    before = town.list.read_bytes()
    problem = town.kvik.problem(
        "trust", "approve", town.list, other["enrolment"], *town.key, "--digits", " ".join(other["digits"])
    )
    assert problem["code"] == "E_KEY_CHANGED"
    assert town.list.read_bytes() == before


@pytest.mark.parametrize("wrong", ["", "12345", "0" * 40, "næsten"])
def test_wrong_digits_approve_nobody(town: Municipality, wrong: str) -> None:
    enrolled = town.enrol()
    before = town.list.read_bytes()
    arguments = ("trust", "approve", town.list, enrolled["enrolment"], *town.key, "--digits")
    assert town.kvik.problem(*arguments, wrong)["code"] == "E_DIGITS"
    almost = "".join(enrolled["digits"])
    other = almost[:-1] + str((int(almost[-1]) + 1) % 10)
    assert town.kvik.problem(*arguments, other)["code"] == "E_DIGITS"
    assert town.list.read_bytes() == before
    assert town.kvik.json(*arguments, almost)["version"] == 2


def test_without_digits_or_a_terminal_nothing_is_approved(town: Municipality) -> None:
    enrolled = town.enrol()
    problem = town.kvik.problem("trust", "approve", town.list, enrolled["enrolment"], *town.key)
    assert problem["code"] == "E_DIGITS"


def _at_a_terminal(monkeypatch: pytest.MonkeyPatch, *typed: str) -> list[str]:
    """Somebody who types these answers; what was asked comes back."""
    answers, asked = list(typed), []

    def prompt(question: str, **options: Any) -> str:
        assert options["hide_input"]
        assert options["err"]
        asked.append(question)
        return answers.pop(0)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr(click, "prompt", prompt)
    return asked


def test_two_groups_drawn_at_random_are_typed(town: Municipality, monkeypatch: pytest.MonkeyPatch) -> None:
    enrolled = town.enrol()
    monkeypatch.setattr("kvik_desktop.envelope.digits.draw_two", lambda: (2, 6))
    asked = _at_a_terminal(monkeypatch, enrolled["digits"][2], enrolled["digits"][6])
    town.kvik.json("trust", "approve", town.list, enrolled["enrolment"], *town.key)
    assert asked == ["Gruppe 3 af 8", "Gruppe 7 af 8"]


def test_a_passphrase_is_typed_where_there_is_no_file(
    town: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = _at_a_terminal(monkeypatch, "typet", "tpyet", *["typet sætning"] * 3)
    out = ("--key", town.path("t.key"), "--out", town.path("t.kvik"))
    assert "De to var ikke ens. Prøv igen." in town.kvik("trust", "enrol", *out, *SCHOOL).err
    town.kvik.json("trust", "enrol", "--key", town.path("t.key"), "--out", town.path("u.kvik"), *SCHOOL)
    chosen = ["Vælg en adgangssætning til t.key", "Skriv den igen"]
    assert asked == [*chosen, *chosen, "Adgangssætning til t.key"]


@pytest.mark.parametrize(
    ("secret", "code"), [("forkert", "E_PASSPHRASE"), ("findes-ikke", "E_FILE"), (None, "E_PASSPHRASE")]
)
def test_without_the_right_passphrase_nothing_is_signed(
    town: Municipality, secret: str | None, code: str
) -> None:
    before = town.list.read_bytes()
    given = town.secret(secret) if secret else ()
    problem = town.kvik.problem(
        "trust", "invite", town.list, "--key", town.path("koordinator.key"), *given,
        "--campaign", CAMPAIGN, "--out", town.path("i.kvik"),
    )  # fmt: skip
    assert problem["code"] == code
    assert town.list.read_bytes() == before
    assert not town.path("i.kvik").exists()


def test_only_the_coordinators_own_key_changes_the_list(town: Municipality) -> None:
    town.enrol()
    for key, secret in (("skole.key", "skole"), ("genopretning.key", "genopretning")):
        problem = town.kvik.problem(
            "trust", "invite", town.list, "--key", town.path(key), *town.secret(secret),
            "--campaign", CAMPAIGN, "--out", town.path("i.kvik"),
        )  # fmt: skip
        assert problem["code"] == "E_KEY_ROLE"


def test_a_campaign_has_what_was_asked_for(town: Municipality) -> None:
    invited = town.invite(
        "a.kvik", "--title", "Kvalitet 2026", "--model", "kvik-kort", "--method", "scale5",
        "--smallest-group", "7", "--opens", "1.12.2026", "--closes", "2027-01-31", "--with-model",
    )  # fmt: skip
    package = load("kvik-kort", Resources())
    assert invited["campaign"] == {
        "id": CAMPAIGN, "title": "Kvalitet 2026",
        "model": {"id": package.id, "version": package.version, "sha256": package.sha256, "method": "scale5"},
        "smallest_group": 7, "opens": "2026-12-01T00:00:00Z", "closes": "2027-02-01T00:00:00Z",
    }  # fmt: skip
    assert invited["institution"] is None
    opened = open_invitation(town.path("a.kvik").read_bytes())
    assert opened.model == package.content
    assert opened.opened.trust_list.institutions == ()


def test_the_same_campaign_is_invited_to_again_without_a_new_version(town: Municipality) -> None:
    first = town.invite("a.kvik")
    second = town.invite("b.kvik", "--institution-id", "skole-0001", *SCHOOL)
    assert (first["version"], second["version"]) == (2, 2)
    assert first["campaign"] == second["campaign"]
    extended = town.invite("c.kvik", "--closes", "2031-01-01")
    assert (extended["version"], extended["campaign"]["closes"]) == (3, "2031-01-02T00:00:00Z")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--campaign", "Kort!"), "E_VALUE"),
        (("--campaign", CAMPAIGN, "--title", "a\nb"), "E_VALUE"),
        (("--campaign", CAMPAIGN, "--opens", "2027-01-02", "--closes", "2027-01-01"), "E_CAMPAIGN_DATES"),
        (("--campaign", CAMPAIGN, "--model", "ukendt"), "E_MODEL"),
        (("--campaign", CAMPAIGN, "--model", "kvik", "--method", "scale5"), None),
        (("--campaign", CAMPAIGN, "--institution-id", "skole-0001"), "E_UNIT"),
        (("--campaign", CAMPAIGN, "--institution-id", "SKOLE", "--unit", "X"), "E_VALUE"),
    ],
)
def test_a_campaign_that_cannot_be_is_refused(
    town: Municipality, more: tuple[str, ...], code: str | None
) -> None:
    said = town.kvik("trust", "invite", town.list, *town.key, "--out", town.path("i.kvik"), *more, "--json")
    assert (said.json["problem"]["code"] if said.code else None) == code
    assert (town.show()["version"] == 1) is (code is not None)


def test_a_campaigns_model_cannot_change(town: Municipality) -> None:
    town.invite("a.kvik")
    problem = town.kvik.problem(
        "trust", "invite", town.list, *town.key, "--campaign", CAMPAIGN, "--model", "kvik-kort",
        "--out", town.path("b.kvik"),
    )  # fmt: skip
    assert problem["code"] == "E_CAMPAIGN_CHANGED"


def test_an_invitation_is_compared_with_the_letter(town: Municipality) -> None:
    town.invite()
    arguments = ("trust", "enrol", *town.enrolling(), *SCHOOL, "--invitation", town.path("invitation.kvik"))
    assert town.kvik.problem(*arguments, "--digits", "1 2 3")["code"] == "E_DIGITS"
    assert not town.path("skole.key").exists()


def test_a_coordinator_we_know_needs_no_digits_and_a_new_one_does(
    town: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.invite()
    invitation = ("--invitation", town.path("invitation.kvik"))
    town.enrol(*SCHOOL, *invitation)
    monkeypatch.setenv("KVIK_DATA", str(town.path("en anden maskine")))
    problem = town.kvik.problem("trust", "enrol", *town.enrolling("b.kvik"), *SCHOOL, *invitation)
    assert problem["code"] == "E_DIGITS"


def test_an_institution_without_an_id_gets_a_local_one(town: Municipality) -> None:
    id_ = town.enrol()["institution"]["id"]
    assert id_.startswith("lokal-")
    assert 8 <= len(id_) <= 40


def test_an_enrolment_must_say_who(town: Municipality) -> None:
    assert town.kvik.problem("trust", "enrol", *town.enrolling())["code"] == "E_UNIT"
    assert town.kvik.problem("trust", "enrol", *town.enrolling(), "--sector", "skole")["code"] == "E_UNIT"
    problem = town.kvik.problem("trust", "enrol", *town.enrolling(), "--unit", "x" * 201)
    assert problem["code"] == "E_VALUE"


def test_an_evaluation_file_says_who(town: Municipality) -> None:
    file = town.path("skole.kvikdb")
    made = town.kvik.json("new", file, "--unit", "Børnehuset Åkanden", "--sector", "dagtilbud")
    enrolled = town.enrol(file)
    assert enrolled["institution"]["name"] == "Børnehuset Åkanden"
    assert enrolled["institution"]["id"] == made["unit"]["id"]


def test_an_existing_key_enrols_again(town: Municipality) -> None:
    first = town.enrol()
    second = town.enrol(*SCHOOL, out="igen.kvik")
    assert (first["new_key"], second["new_key"]) == (True, False)
    assert first["fingerprint"] == second["fingerprint"]


@pytest.mark.parametrize(("more", "code"), [(("--reason", "compromised"), 2), (("--reason", "stjålet"), 2)])
def test_a_revocation_says_why_and_since_when(town: Municipality, more: tuple[str, ...], code: int) -> None:
    assert town.kvik("trust", "revoke", town.list, "skole-0001", *town.key, *more).code == code


def test_a_compromised_key_is_revoked_since_a_day(town: Municipality) -> None:
    town.approve(town.enrol("--institution-id", "skole-0001", *SCHOOL))
    arguments = ("trust", "revoke", town.list, "skole-0001", *town.key, "--reason", "compromised", "--since")
    assert town.kvik(*arguments, "2099-01-01").code == 2
    assert town.kvik(*arguments, "31.2.2026").code == 2
    assert town.kvik.json(*arguments, "1.10.2026")["revoked"]["since"] == "2026-10-01T00:00:00Z"
    unknown = town.kvik.problem("trust", "revoke", town.list, "skole-0002", *town.key, "--reason", "lost")
    assert unknown["code"] == "E_UNKNOWN_INSTITUTION"


def _rotate(town: Municipality, *how: str | Path) -> tuple[str | Path, ...]:
    return (
        "trust", "rotate", town.list, "--recovery-key", town.path("genopretning.key"),
        *town.secret("genopretning", "recovery-"), "--new-key", town.path("ny.key"),
        *town.secret("ny", "new-"), *how,
    )  # fmt: skip


def test_a_planned_change_of_key(town: Municipality) -> None:
    done = town.kvik.json(*_rotate(town, *town.key))
    assert (done["kind"], done["generation"], done["version"]) == ("planned", 1, 2)
    assert town.show()["digits"] == done["digits"]
    assert open_list(town.list.read_bytes()).trust_list.changes[0].previous_signature is not None
    problem = town.kvik.problem(
        "trust", "invite", town.list, *town.key, "--campaign", CAMPAIGN, "--out", town.path("i.kvik")
    )
    assert problem["code"] == "E_KEY_ROLE"
    new = ("--key", town.path("ny.key"), *town.secret("ny"))
    town.kvik.json("trust", "invite", town.list, *new, "--campaign", CAMPAIGN, "--out", town.path("i.kvik"))


def test_an_emergency_outranks_a_later_list_by_the_stolen_key(town: Municipality) -> None:
    safe = town.list.read_bytes()
    for number in range(3):
        town.invite(f"{number}.kvik", "--closes", f"203{number}-01-01")
    stolen = town.list.read_bytes()
    # The coordinator goes on from the last list that is known to be his own, on another machine.
    town.list.write_bytes(safe)
    data = town.path("data")
    data.rename(town.path("andre"))
    done = town.kvik.json(*_rotate(town, "--emergency"))
    assert (done["kind"], done["version"]) == ("emergency", 2)
    emergency = town.list.read_bytes()
    # An institution that has seen the thief's list.
    for path in data.rglob("*.json"):
        path.unlink()
    town.path("andre").rename(town.path("data2"))
    town.list.write_bytes(stolen)
    signers = ("trust", "export-allowed-signers", town.list, "--out", town.path("signers"))
    town.kvik.json(*signers)
    town.list.write_bytes(emergency)
    town.kvik.json(*signers)
    town.list.write_bytes(stolen)
    assert town.kvik.problem(*signers)["code"] == "E_STALE"


@pytest.mark.parametrize("how", [(), ("--key", "koordinator.key", "--emergency")])
def test_a_change_is_either_planned_or_an_emergency(town: Municipality, how: tuple[str, ...]) -> None:
    assert town.kvik(*_rotate(town, *how)).code == 2
    assert not town.path("ny.key").exists()


def test_a_change_needs_the_recovery_key(town: Municipality) -> None:
    wrong = ("--recovery-key", town.path("koordinator.key"), *town.secret("koordinator", "recovery-"))
    problem = town.kvik.problem(
        "trust", "rotate", town.list, *wrong, "--new-key", town.path("ny.key"), *town.secret("ny", "new-"),
        "--emergency",
    )  # fmt: skip
    assert problem["code"] == "E_KEY_ROLE"
    assert not town.path("ny.key").exists()


def test_a_cut_is_for_one_institution_and_is_not_worked_on(town: Municipality) -> None:
    town.invite()
    for number in (1, 2):
        id_ = f"skole-000{number}"
        town.approve(town.enrol("--institution-id", id_, *SCHOOL, out=f"{id_}.kvik", key=f"{id_}.key"))
    out = town.path("udsnit.kvik")
    town.kvik.json("trust", "cut", town.list, "skole-0002", *town.key, "--out", out)
    shown = town.kvik.json("trust", "show", out)
    assert [each["id"] for each in shown["institutions"]] == ["skole-0002"]
    assert shown["cut_for"] == "skole-0002"
    town.invite("igen.kvik")
    for path in (out, town.path("igen.kvik")):
        problem = town.kvik.problem(
            "trust", "invite", path, *town.key, "--campaign", CAMPAIGN, "--out", town.path("i.kvik")
        )
        assert problem["code"] == "E_CUT"


def test_an_older_list_is_not_worked_on(town: Municipality) -> None:
    older = town.list.read_bytes()
    town.invite()
    town.list.write_bytes(older)
    problem = town.kvik.problem(
        "trust", "invite", town.list, *town.key, "--campaign", CAMPAIGN, "--out", town.path("b.kvik")
    )
    assert problem["code"] == "E_STALE"
    assert town.show()["version"] == 1


def test_openssh_reads_the_exported_signers(town: Municipality) -> None:
    enrolled = town.enrol("--institution-id", "skole-0001", *SCHOOL)
    town.approve(enrolled)
    signers = town.path("tilladte_underskrivere")
    assert town.kvik.json("trust", "export-allowed-signers", town.list, "--out", signers)["lines"] == 3
    opened = container.unpack(Path(enrolled["enrolment"]).read_bytes())
    (town.path("manifest.json.sig")).write_bytes(opened.signature)
    at = f"{datetime.now(UTC) + timedelta(minutes=1):%Y%m%d%H%M%S}Z"
    command: list[str | Path] = [
        "ssh-keygen", "-Y", "verify", "-f", signers, "-I", "skole-0001", "-n", "kvik-tilmelding@1",
        f"-Overify-time={at}", "-s", town.path("manifest.json.sig"),
    ]  # fmt: skip
    done = subprocess.run(command, input=opened.manifest, capture_output=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", ["show", "export-allowed-signers"])
def test_what_is_no_list_is_named(town: Municipality, command: str) -> None:
    more = ("--out", town.path("x")) if command != "show" else ()
    town.enrol()
    bad = town.path("bad.kvik")
    for data, code in (
        (b"", "E_CONTAINER"),
        (b"age-encryption.org/v1\n", "E_DECRYPT"),
        (town.list.read_bytes()[:-1], "E_CONTAINER"),
        (town.path("tilmelding.kvik").read_bytes(), "E_FORMAT"),
        (_signed_by_another(town), "E_KEY_ROLE"),
    ):
        bad.write_bytes(data)
        assert town.kvik.problem("trust", command, bad, *more)["code"] == code
    assert town.kvik.problem("trust", command, town.folder, *more)["code"] == "E_SIZE"
    assert town.kvik.problem("trust", command, town.path("nej"), *more)["code"] == "E_FILE"


def _signed_by_another(town: Municipality) -> bytes:
    school = load_key(town.path("skole.key"), "adgang til skole æøå")
    recovery = load_key(town.path("genopretning.key"), "adgang til genopretning æøå")
    members = dict(container.unpack(town.list.read_bytes()).members)
    signer = container.unpack(town.list.read_bytes()).manifest
    coordinator = open_list(town.list.read_bytes()).trust_list.signing_key
    members[container.MANIFEST] = signer.replace(
        coordinator.fingerprint.encode(), school.public.fingerprint.encode()
    )
    assert recovery.public != school.public
    members[container.SIGNATURE] = sign(members[container.MANIFEST], school, "kvik-tillidsliste@1")
    return container.pack(members)


@pytest.mark.parametrize("language", ["da", "en"])
def test_words_for_people_in_both_languages(town: Municipality, language: str) -> None:
    town.approve(town.enrol("--institution-id", "skole-0001", *SCHOOL))
    town.invite()
    said = town.kvik("trust", "show", town.list, "--sprog", language)
    assert said.code == 0
    assert "Eksempelskolen" in said.out
    assert CAMPAIGN in said.out
