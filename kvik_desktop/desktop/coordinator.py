"""The coordinator's pages, and what the rail says of them."""

from __future__ import annotations

from typing import Any

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.workspace import Status, Stop, Workspace

STOPS = (
    Stop("inbox", say("Indbakke"), Page, icon="inbox"),
    Stop("register", say("Institutioner"), Page, icon="building"),
    Stop("benchmark", say("Sammenligning"), Page, icon="chart"),
)


def _status(_database: Any) -> Status:
    return Status("Koordinator", "", {}, "inbox")


COORDINATOR = Workspace("coordinator", STOPS, _status)
