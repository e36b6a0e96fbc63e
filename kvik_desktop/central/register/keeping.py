"""The acts of the register in the window: the list in its file first, then what the database makes of it.

Each act is safe to be cut short: the file has the next version or it has not, and a database that has not
seen it yet takes it over the next time it is opened or something is taken in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kvik_desktop.central.model import ImportReport
from kvik_desktop.central.register import acts, usecases
from kvik_desktop.central.register.own_list import (
    KEY_NAME,
    LIST_NAME,
    RECOVERY_NAME,
    NewKeys,
    OwnFiles,
    OwnList,
    open_full,
)
from kvik_desktop.central.register.own_list import begin as begin_list
from kvik_desktop.central.usecases import Import
from kvik_desktop.envelope.container import MAX_BYTES
from kvik_desktop.envelope.fields import checked
from kvik_desktop.envelope.key_change import Coordinator
from kvik_desktop.envelope.keys import SigningKey, load_key
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.packages import OpenedEnrolment, open_list
from kvik_desktop.envelope.pins import Pins
from kvik_desktop.envelope.trust_list import Campaign, Reason, TrustList
from kvik_desktop.foundation.file_names import file_stem
from kvik_desktop.foundation.files import is_there, read_limited, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.storage.central_database import CentralDatabase
from kvik_desktop.storage.work import Transaction


def files_of(database: CentralDatabase) -> OwnFiles | None:
    """Where the coordinator's own list and key lie: as remembered, else beside the database."""
    beside = OwnFiles(database.path.parent / LIST_NAME, database.path.parent / KEY_NAME)
    remembered = database.ask(usecases.own_files)
    if remembered is not None and is_there(remembered.trust_list):
        return remembered
    return beside if is_there(beside.trust_list) else remembered


def list_bytes(database: CentralDatabase, pins: Pins) -> bytes | None:
    """The list in its file as it is now, None where there is none. Raises Problem as :func:`open_full`."""
    files = files_of(database)
    if files is None or not is_there(files.trust_list):
        return None
    open_full(files.trust_list, pins)
    return read_limited(files.trust_list, MAX_BYTES)


def catch_up(database: CentralDatabase, pins: Pins, models: Sequence[ModelPackage]) -> ImportReport | None:
    """Let the database see the list in its file; None where it has, or where there is none."""
    data = list_bytes(database, pins)
    seen = database.ask(usecases.newest_list)
    if data is None or (seen is not None and open_list(data).trust_list.rank <= seen.rank):
        return None
    return _adopt(database, data, models)


def _adopt(database: CentralDatabase, data: bytes, models: Sequence[ModelPackage]) -> ImportReport:
    taken = Import((), models, data)
    taken.begin(database)
    return taken.report()


def unlock(files: OwnFiles, passphrase: str, pins: Pins) -> SigningKey:
    """The coordinator's key. Raises Problem E_PASSPHRASE, E_KEY_FILE, E_KEY_ROLE, or as :func:`open_full`."""
    listed = open_full(files.trust_list, pins)
    try:
        key = load_key(files.key, passphrase)
    except Problem as problem:
        if problem.code == "E_PASSPHRASE":
            raise Problem(problem.code, problem.message, _FORGOTTEN) from problem
        raise
    return OwnList.of(files.trust_list, listed, key, pins).key


_FORGOTTEN = say(
    "Prøv igen. Er sætningen glemt, så hent genopretningsnøglen frem: med den kan I få en ny nøgle. Intet er "
    "ændret."
)


def use_files(database: CentralDatabase, files: OwnFiles, pins: Pins, models: Sequence[ModelPackage]) -> None:
    """Work with the list and the key that lie here from now on. Raises Problem as :func:`open_full`."""
    open_full(files.trust_list, pins)
    _adopt(database, read_limited(files.trust_list, MAX_BYTES), models)
    database.do(usecases.remember_files, files)


@dataclass(frozen=True)
class Beginning:
    """What a coordinator decides before there is a list."""

    name: str
    folder: Path
    """Where the list and the key are to lie."""
    passphrase: str
    recovery_folder: Path
    """Where the recovery key is to lie: a stick, say."""
    recovery_passphrase: str


def begin(database: CentralDatabase, asked: Beginning, pins: Pins) -> TrustList:
    """Make keys and list, and work with them from now on. Raises Problem as :func:`own_list.begin`."""
    coordinator = checked(Coordinator(f"koordinator-{database.ask(_new_id)}", asked.name.strip()))
    files = OwnFiles(asked.folder / LIST_NAME, asked.folder / KEY_NAME)
    recovery = asked.recovery_folder / RECOVERY_NAME
    keys = NewKeys(files.key, asked.passphrase, recovery, asked.recovery_passphrase)
    begun = begin_list(coordinator, files.trust_list, keys, database.ask(Transaction.now), pins)
    use_files(database, files, pins, ())
    return begun.own.trust_list


def _new_id(work: Transaction) -> str:
    return work.new_id()[:8]


@dataclass(frozen=True)
class Hand:
    """The coordinator's hand: what one signs with."""

    files: OwnFiles
    key: SigningKey
    pins: Pins
    models: Sequence[ModelPackage]

    def own(self, database: CentralDatabase) -> OwnList:
        """The list as it is in its file now.

        Raises Problem as :func:`open_full`, and E_STALE where the database has seen a newer one.
        """
        listed = open_full(self.files.trust_list, self.pins)
        seen = database.ask(usecases.newest_list)
        if seen is not None and seen.recovery == listed.recovery and seen.rank > listed.rank:
            raise Problem(
                "E_STALE",
                say(
                    "Databasen har set en nyere tillidsliste (version {new}) end filens (version {old}).",
                    new=seen.version,
                    old=listed.version,
                ),
                say("Find den nyeste fil, og vælg den under Institutioner. Intet er ændret."),
            )
        return OwnList.of(self.files.trust_list, listed, self.key, self.pins)

    def adopt(self, database: CentralDatabase) -> ImportReport:
        """Let the database see what was saved."""
        return _adopt(database, read_limited(self.files.trust_list, MAX_BYTES), self.models)


def approve(
    database: CentralDatabase, hand: Hand, asking: OpenedEnrolment, last_day: date | None = None
) -> ImportReport:
    """Approve a key whose digits were compared; what waited for it leaves the quarantine."""
    acts.approve(hand.own(database), asking, database.ask(Transaction.now), last_day)
    return hand.adopt(database)


def revoke(
    database: CentralDatabase, hand: Hand, institution: str, reason: Reason, since: date | None
) -> ImportReport:
    """Revoke an institution's key; what it has signed since then counts no longer."""
    acts.revoke(hand.own(database), institution, reason, since, database.ask(Transaction.now))
    return hand.adopt(database)


@dataclass(frozen=True)
class Invited:
    """Whom an invitation is for, and whether the model travels along."""

    campaign: Campaign
    institution: Institution | None = None
    model: bytes | None = None


def invite(database: CentralDatabase, hand: Hand, invited: Invited, out: Path) -> TrustList:
    """Open the campaign, and write the invitation to ``out``, which may be there already."""
    campaign = checked(invited.campaign)
    made = acts.invite(
        hand.own(database), campaign, database.ask(Transaction.now), invited.institution, invited.model
    )
    write_atomically(out, made.package)
    hand.adopt(database)
    return made.trust_list


def write_cut(database: CentralDatabase, hand: Hand, institution: str, out: Path) -> None:
    """Write the list's cut for one institution, to be sent to it."""
    write_atomically(out, acts.cut(hand.own(database), institution, database.ask(Transaction.now)))


def write_cuts(database: CentralDatabase, hand: Hand, folder: Path) -> int:
    """Write a cut for every institution on the list; how many."""
    own, now = hand.own(database), database.ask(Transaction.now)
    for entry in own.trust_list.institutions:
        unit = entry.institution
        write_atomically(folder / cut_name(unit), acts.cut(own, unit.id, now))
    return len(own.trust_list.institutions)


def cut_name(institution: Institution) -> str:
    """What the cut for an institution is called."""
    return f"{file_stem(f'tillidsliste {institution.name} {institution.id}', 'tillidsliste')}.kvik"
