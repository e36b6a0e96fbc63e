"""What the coordinator can ask of the register, and what the database remembers of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kvik_desktop.central import store as kept
from kvik_desktop.central.model import Receipt
from kvik_desktop.central.register import store
from kvik_desktop.central.register.model import Register, Registered, Stranger, key_state
from kvik_desktop.central.register.own_list import OwnFiles
from kvik_desktop.envelope.packages import OpenedEnrolment, open_enrolment, open_list
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.envelope.verdict import Code
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.collation import danish_order
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.storage.work import Transaction


def register(work: Transaction) -> Register:
    """Everybody on the newest list the database has seen, and everybody whose key is not known."""
    listed = newest_list(work)
    strangers = _strangers(kept.waiting(work))
    entries = listed.institutions if listed else ()
    known = {entry.institution.id for entry in entries}
    others = {each.institution: each for each in strangers}
    delivered = store.newest_counting(work)
    now = work.now()
    found = [
        Registered(
            entry,
            key_state(entry.newest, now),
            delivered.get(entry.institution.id),
            others.get(entry.institution.id),
        )
        for entry in sorted(entries, key=lambda each: danish_order(each.institution.name))
    ]
    unknown = tuple(each for each in strangers if each.institution not in known)
    return Register(listed, found, unknown, now)


def newest_list(work: Transaction) -> TrustList | None:
    """The newest trust list the database has seen."""
    seen = kept.newest_list(work)
    return open_list(seen.package).trust_list if seen else None


def _strangers(waiting: Sequence[Receipt]) -> list[Stranger]:
    files: dict[tuple[str, str], list[Receipt]] = defaultdict(list)
    for each in waiting:
        if each.code is Code.E_UNKNOWN_KEY and each.signer and each.institution:
            files[each.signer, each.institution].append(each)
    return [
        Stranger(signer, institution, of[0].institution_name, tuple(e.sha256 for e in of), of[0].received)
        for (signer, institution), of in files.items()
    ]


def asking(work: Transaction, signer: str) -> OpenedEnrolment | None:
    """The enrolment of a key among what it has signed; None where nothing of it carries one."""
    for each in kept.waiting(work):
        if each.signer == signer and each.code is Code.E_UNKNOWN_KEY:
            found = _enrolment(kept.original(work, each.sha256))
            if found is not None:
                return found
    return None


def _enrolment(data: bytes) -> OpenedEnrolment | None:
    try:
        return open_enrolment(data)
    except Problem:
        return None


def own_files(work: Transaction) -> OwnFiles | None:
    """Where the coordinator's own list and key lie, as far as the database remembers."""
    return store.own_files(work)


def remember_files(work: Transaction, files: OwnFiles) -> Change[OwnFiles]:
    """The list and the key lie here from now on."""
    store.keep_own_files(work, files)
    return changed(Kind.TRUST, value=files)
