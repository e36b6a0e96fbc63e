"""The register in the middle of something, for pictures: what a coordinator has done before the shutter."""

from __future__ import annotations

from collections.abc import Sequence

from kvik_desktop.central.screens.invite_view import NEW, UNLISTED
from kvik_desktop.central.screens.register_forms import Where
from kvik_desktop.central.screens.register_page import RegisterPage
from kvik_desktop.central.screens.register_rows import Line
from kvik_desktop.envelope.trust_list import Reason
from kvik_desktop.shell.page import Page


def _register(page: Page) -> RegisterPage:
    assert isinstance(page, RegisterPage)
    return page


def _lines(page: RegisterPage) -> Sequence[Line]:
    assert page.list.seen is not None
    return page.list.seen.lines


def beginning(page: Page) -> None:
    """The list is being made; a passphrase is too short."""
    found = _register(page)
    found.go_to(Where.BEGIN)
    found.forms.begin.name.control.setText("Fjordby Kommune")
    for field in (found.forms.begin.passphrase.first, found.forms.begin.passphrase.second):
        field.control.setText("fire ord")
    found.forms.begin.edited.emit()


def beginning_wrong(page: Page) -> None:
    """Nothing of it can be used yet."""
    beginning(page)
    found = _register(page)
    found.forms.begin.recovery_folder = found.forms.begin.folder
    found.forms.begin.beginning()


def inviting(page: Page) -> None:
    """To the campaign that runs."""
    _register(page).go_to(Where.INVITE)


def inviting_new(page: Page) -> None:
    """To a new campaign, and one that nobody knows yet."""
    found = _register(page)
    found.go_to(Where.INVITE)
    view = found.forms.invite
    view.campaign.control.set_key(NEW)
    view.campaign.control.chosen.emit(NEW)
    view.whom.set_key(UNLISTED)
    view.whom.chosen.emit(UNLISTED)
    found.save_invitation()


def own_key(page: Page) -> None:
    """The digits for the letter."""
    _register(page).go_to(Where.KEY)


def chosen(page: Page) -> None:
    """An institution that has delivered."""
    found = _register(page)
    found.go_to(next(str(line.row.key) for line in _lines(found) if not line.is_waiting))


def other_key(page: Page) -> None:
    """A known institution, for which another key asks."""
    found = _register(page)
    found.go_to([str(line.row.key) for line in _lines(found) if line.is_waiting][-1])
    found.list.table.opened.emit(found.list.key)


def revoking(page: Page) -> None:
    """It is asked why, and from which day."""
    chosen(page)
    panel = _register(page).panel
    _register(page).list.table.opened.emit(_register(page).list.key)
    assert panel.revoke is not None
    panel.revoke.click()
    assert panel.form is not None
    panel.form.reasons.buttons[Reason.COMPROMISED].click()
    panel.form.revoke.click()


def revoking_for_good(page: Page) -> None:
    """The reason is given; the key's passphrase is asked for."""
    revoking(page)
    form = _register(page).panel.form
    assert form is not None
    form.reasons.buttons[Reason.LOST].click()
    form.revoke.click()


def revoked(page: Page) -> None:
    """Only those that are revoked."""
    found = _register(page)
    found.filters.chips.chips[-1].click()
