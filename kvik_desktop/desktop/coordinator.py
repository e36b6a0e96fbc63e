"""The coordinator's pages, and what the rail says of them."""

from __future__ import annotations

from functools import partial

from kvik_desktop.central import usecases as central
from kvik_desktop.central.model import Outcome
from kvik_desktop.central.register import usecases as registers
from kvik_desktop.central.screens.comparison_page import ComparisonPage
from kvik_desktop.central.screens.inbox_page import InboxPage
from kvik_desktop.central.screens.office import Office
from kvik_desktop.central.screens.register_page import RegisterPage
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.workspace import Status, Stop, StopState, Workspace
from kvik_desktop.storage.work import Transaction

INBOX, REGISTER, BENCHMARK = "inbox", "register", "benchmark"

UNNAMED = "KVIK"
"""What the database is called before there is a list with the coordinator's name."""


def workspace() -> Workspace:
    """The pages of one open database; they share the key in hand and the import that runs."""
    office = Office()
    stops = (
        Stop(INBOX, say("Indbakke"), partial(InboxPage, office=office), icon="inbox"),
        Stop(REGISTER, say("Institutioner"), partial(RegisterPage, office=office), icon="building"),
        Stop(BENCHMARK, say("Sammenligning"), partial(ComparisonPage, office=office), icon="chart"),
    )
    return Workspace("coordinator", stops, status)


def status(work: Transaction) -> Status:
    """What the rail says: whose database it is, and what waits on each page."""
    found, listed = central.status(work), registers.newest_list(work)
    waiting = found.files.get(Outcome.QUARANTINED, 0)
    inbox = say_n("{n} venter på dig", "{n} venter på dig", waiting) if waiting else None
    register = say("Tillidsliste {n}", n=listed.version) if listed else say("Tillidslisten mangler")
    return Status(
        listed.coordinator.name if listed else UNNAMED,
        say("Koordinator"),
        {INBOX: StopState(missing=inbox), REGISTER: StopState(missing=register)},
        INBOX,
    )
