"""`kvik trust`: keys and trust list, the ceremony without a window."""

from __future__ import annotations

import click

from kvik_desktop.cli.trust_coordinator import approve, cut, init, revoke, rotate
from kvik_desktop.cli.trust_institution import enrol
from kvik_desktop.cli.trust_invite import invite
from kvik_desktop.cli.trust_showing import export_allowed_signers, show


@click.group("trust", help="Nøgler og tillidsliste.")
def trust_command() -> None:
    """The group; each act is a command of its own."""


for command in (init, invite, enrol, approve, revoke, rotate, cut, show, export_allowed_signers):
    trust_command.add_command(command)
