"""What is signed from the register: approvals, revocations, cuts and invitations, each told in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from kvik_desktop.central.model import ImportReport
from kvik_desktop.central.register import keeping
from kvik_desktop.central.register.keeping import Invited
from kvik_desktop.central.register.model import Registered
from kvik_desktop.central.screens import inbox_words, register_jobs
from kvik_desktop.central.screens.invite_view import InviteView
from kvik_desktop.central.screens.office_page import PACKAGES, Job, OfficePage, T, ToSign
from kvik_desktop.central.screens.register_panel import RegisterPanel
from kvik_desktop.envelope.packages import OpenedEnrolment
from kvik_desktop.envelope.trust_list import Reason, TrustList
from kvik_desktop.foundation.file_names import file_stem
from kvik_desktop.foundation.text import Text, say, say_n

WORKING = say("Nøglen åbnes, og listen underskrives")
SAVE = say("Underskriv, og gem")
ENDING = ".kvik"


class RegisterActs:
    """``acted`` is told whose key has changed, ``invited`` what the invitation's file is called."""

    def __init__(
        self,
        page: OfficePage,
        panel: RegisterPanel,
        acted: Callable[[str], None],
        invited: Callable[[str], None],
    ) -> None:
        self._page, self._panel, self._acted, self._invited = page, panel, acted, invited
        panel.approving.connect(self.approve)
        panel.revoking.connect(self.revoke)
        panel.wants_cut.connect(self.write_cut)

    # One institution

    def approve(self, asking: OpenedEnrolment) -> None:
        """Let it be known by the key that was compared."""
        name = asking.institution.name
        told = ToSign(
            say("{name} bliver skrevet på tillidslisten med den nøgle, I har sammenlignet.", name=name),
            say("Underskriv, og godkend"),
            WORKING,
        )
        what = say("Nøglen for {name} er godkendt.", name=name)
        done = partial(self._changed, asking.institution.id, what)
        self._sign_beside(told, partial(keeping.approve, asking=asking), done)

    def revoke(self, found: Registered, reason: Reason, since: date | None) -> None:
        """Refuse what its key signs from now, or has signed since a day."""
        unit = found.entry.institution
        told = ToSign(
            say("Nøglen for {name} bliver spærret. Det kan ikke fortrydes.", name=unit.name),
            say("Underskriv, og spær"),
            WORKING,
        )
        job = partial(keeping.revoke, institution=unit.id, reason=reason, since=since)
        done = partial(self._changed, unit.id, say("Nøglen for {name} er spærret.", name=unit.name))
        self._sign_beside(told, job, done)

    def write_cut(self, found: Registered) -> None:
        """Write what it needs of the list."""
        desk, tr, unit = self._page.desk, self._page.ui.tr, found.entry.institution
        out = self._where(tr(say("Gem udsnittet")), keeping.cut_name(unit))
        if out is None:
            return
        told = ToSign(say("Udsnittet til {name} bliver underskrevet og gemt.", name=unit.name), SAVE, WORKING)
        saved = say("Udsnittet er gemt: {name}. Send det til institutionen.", name=out.name)
        job = partial(keeping.write_cut, institution=unit.id, out=out)
        self._sign_beside(told, job, lambda _: desk.say(tr(saved)))

    def _changed(self, institution: str, what: Text, report: ImportReport) -> None:
        tr = self._page.ui.tr
        self._page.desk.say(" ".join(tr(text) for text in [what, *inbox_words.besides(report)]))
        self._acted(institution)

    def _where(self, title: str, proposed: str) -> Path | None:
        path = self._page.desk.choose.save(title, proposed, self._page.ui.tr(PACKAGES))
        if path is None or path.suffix.lower() == ENDING:
            return path
        return path.with_name(path.name + ENDING)

    def _sign_beside(self, told: ToSign, job: Job[T], done: Callable[[T], None]) -> None:
        self._panel.show_problem(None)
        self._page.sign(told, job, done, self._panel.show_problem)

    # All of them

    def write_cuts(self) -> None:
        """Write what each of them needs of the list."""
        folder = self._page.desk.choose.folder(self._page.ui.tr(say("Hvor skal udsnittene ligge?")))
        if folder is None:
            return
        told = ToSign(
            say("Et udsnit til hver institution bliver underskrevet og gemt i {name}.", name=folder.name),
            SAVE,
            WORKING,
        )
        job = partial(keeping.write_cuts, folder=folder)
        self._page.sign(told, job, partial(self._cuts_written, folder))

    def _cuts_written(self, folder: Path, count: int) -> None:
        told = say_n("{n} udsnit er gemt i {name}", "{n} udsnit er gemt i {name}", count, name=folder.name)
        self._page.desk.say(self._page.ui.tr(told))

    # Invitations

    def save_invitation(self, view: InviteView, listed: TrustList) -> None:
        """Make what was asked for, ask where to, and sign it."""
        view.forget_problem()
        wanted = view.wanted()
        if wanted is not None:
            job = partial(register_jobs.prepare, wanted=wanted, listed=listed)
            self._page.desk.telling(view.refuse).run(job).then(partial(self._sign_invitation, view))

    def _sign_invitation(self, view: InviteView, invited: Invited) -> None:
        tr, unit = self._page.ui.tr, invited.institution
        words = " ".join(["invitation", unit.name if unit else "", invited.campaign.title])
        name = f"{file_stem(words, 'invitation')}{ENDING}"
        out = self._where(tr(say("Gem invitationen")), name)
        if out is None:
            return
        title = invited.campaign.title
        told = ToSign(
            say("Invitationen til {title} bliver underskrevet og gemt.", title=title), SAVE, WORKING
        )
        job = partial(keeping.invite, invited=invited, out=out)
        self._page.sign(told, job, partial(self._saved, view, invited, out), view.refuse)

    def _saved(self, view: InviteView, invited: Invited, out: Path, _listed: TrustList) -> None:
        view.go_on_with(invited.campaign.id)
        self._invited(out.name)
