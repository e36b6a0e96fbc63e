"""What the register's page has done in the thread of the database, beside the acts of the register."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.central.register import inviting, keeping
from kvik_desktop.central.register.inviting import AskedInvitation, Invitable
from kvik_desktop.central.register.keeping import Invited
from kvik_desktop.central.register.own_list import KEY_NAME, OwnFiles
from kvik_desktop.central.screens.register_rows import Seen, table
from kvik_desktop.envelope.pins import Pins
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.foundation.files import is_there, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.spreadsheets import spreadsheet
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.model_package.reading import shipped
from kvik_desktop.storage.central_database import CentralDatabase


def invitable(database: CentralDatabase, resources: Resources) -> Invitable | None:
    """What an invitation can be made of."""
    return database.ask(inviting.invitable, shipped(resources))


def prepare(database: CentralDatabase, wanted: AskedInvitation, listed: TrustList) -> Invited:
    """See :func:`inviting.prepared`."""
    return database.ask(inviting.prepared, wanted, listed)


def key_beside(_database: CentralDatabase, trust_list: Path) -> Path | None:
    """The key beside a list, where it has its usual name."""
    key = trust_list.parent / KEY_NAME
    return key if is_there(key) else None


def use_files(database: CentralDatabase, files: OwnFiles, pins: Pins, resources: Resources) -> None:
    """Work with another list and key.

    Raises Problem E_KEY_FILE where the key is not there, and as :func:`keeping.use_files`.
    """
    if not is_there(files.key):
        raise Problem(
            "E_KEY_FILE",
            say("Nøglen {name} er ikke fundet.", name=files.key.name),
            say("Vis, hvor den ligger. Intet er ændret."),
        )
    keeping.use_files(database, files, pins, shipped(resources))


def save_table(_database: CentralDatabase, seen: Seen, tr: Translator, out: Path) -> None:
    """Write everybody on the list for a spreadsheet."""
    write_atomically(out, spreadsheet(*table(seen, tr)))
