"""Getting a trust list: made with its keys from what was typed, or found where it lies."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kvik_desktop.central.register import keeping
from kvik_desktop.central.register.own_list import OwnFiles
from kvik_desktop.central.screens import register_jobs
from kvik_desktop.central.screens.office_page import OfficePage
from kvik_desktop.central.screens.register_forms import RegisterForms
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say

LISTS = say("Tillidslister (*.kvik)")
KEYS = say("Nøgler (*.key);;Alle filer (*)")


class OwnListActs:
    """``changed`` is called when the making has begun or failed, ``got`` when there is a list.

    ``got`` is given whether it was made just now.
    """

    def __init__(
        self,
        page: OfficePage,
        forms: RegisterForms,
        changed: Callable[[], None],
        got: Callable[[bool], None],
    ) -> None:
        self._page, self._forms, self._changed, self._got = page, forms, changed, got
        self.is_making = False

    def make(self) -> None:
        """Make list and keys of what was typed; each key takes a second."""
        asked = None if self.is_making else self._forms.begin.beginning()
        if asked is None:
            return
        self.is_making = True
        self._changed()
        job = partial(keeping.begin, asked=asked, pins=self._page.office.pins)
        self._page.desk.telling(self._not_made).run(job, Kind.TRUST, Kind.CENTRAL).then(self._made)

    def _made(self, _listed: TrustList) -> None:
        self.is_making = False
        self._forms.begin.clear()
        self._got(True)

    def _not_made(self, problem: Problem) -> None:
        self.is_making = False
        self._changed()
        self._forms.begin.refuse(problem)

    def choose(self, tell: Callable[[Problem], None]) -> None:
        """Work with a list that is there, and the key beside it or the one the user points at."""
        tr = self._page.ui.tr
        path = self._page.desk.choose.file(tr(say("Vælg din tillidsliste")), tr(LISTS))
        if path is not None:
            job = partial(register_jobs.key_beside, trust_list=path)
            self._page.desk.telling(tell).run(job).then(partial(self._use, path, tell))

    def _use(self, path: Path, tell: Callable[[Problem], None], beside: Path | None) -> None:
        desk, tr = self._page.desk, self._page.ui.tr
        key = beside or desk.choose.file(tr(say("Vælg den nøgle, der hører til listen")), tr(KEYS))
        if key is None:
            return
        files, pins = OwnFiles(path, key), self._page.office.pins
        job = partial(register_jobs.use_files, files=files, pins=pins, resources=tr.resources)
        desk.telling(tell).run(job, Kind.TRUST, Kind.CENTRAL).then(self._used)

    def _used(self, _nothing: None) -> None:
        self._page.office.key = None
        self._say(say("Du arbejder nu med den liste, du valgte"))
        self._got(False)

    def _say(self, text: Text) -> None:
        self._page.desk.say(self._page.ui.tr(text))
