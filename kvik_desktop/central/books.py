"""The ledgers that one transaction looks into: given packages one by one, judged as wholes at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kvik_desktop.central import store
from kvik_desktop.central.ledger import Known, LedgerState, Standing, state_of
from kvik_desktop.central.model import Package, ledger_code
from kvik_desktop.envelope.manifest import Manifest, ResultManifest, WithdrawalManifest
from kvik_desktop.envelope.verdict import Code
from kvik_desktop.storage.work import Transaction

Key = tuple[str, str]
"""An institution and a campaign: one ledger."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A package of which the ledger says something else than before, or that is new."""

    package: Package
    before: Standing | None
    code: Code | None
    """What the ledger says of it now."""


@dataclass
class Books:
    """Every ledger by its key, loaded when it is first asked for."""

    work: Transaction
    _before: dict[Key, dict[str, tuple[Standing, bool, Code | None]]] = field(default_factory=dict)
    _ledgers: dict[Key, dict[str, Package]] = field(default_factory=dict)
    _touched: set[Key] = field(default_factory=set)

    def code_for(self, manifest: Manifest, sha256: str) -> Code | None:
        """Step 13 of the order of checks: what the ledger would say of this package."""
        if not isinstance(manifest, ResultManifest | WithdrawalManifest):
            return None
        ledger = self._ledger((manifest.institution.id, manifest.campaign or ""))
        if sha256 in ledger:
            return Code.I_DUPLICATE
        withdrawal = isinstance(manifest, WithdrawalManifest)
        asked = Known(sha256, manifest.edition, manifest.supersedes, withdrawal)
        return ledger_code(state_of([asked, *(each.known for each in ledger.values())]), sha256)

    def code_of(self, package: Package) -> Code | None:
        """What the ledger says of a package that is in it."""
        return ledger_code(_state(self._ledger((package.institution, package.campaign))), package.sha256)

    def enter(self, package: Package) -> None:
        """Let a ledger know a package."""
        key = (package.institution, package.campaign)
        self._ledger(key)[package.sha256] = package
        self._touched.add(key)

    def leave(self, package: Package) -> None:
        """Let a ledger forget a package."""
        key = (package.institution, package.campaign)
        self._ledger(key).pop(package.sha256, None)
        self._touched.add(key)

    def moved(self) -> Iterator[Moved]:
        """Judge every touched ledger as a whole."""
        for key in sorted(self._touched):
            ledger, before = self._ledger(key), self._before[key]
            state = _state(ledger)
            counting = state.counting.sha256 if state.counting else None
            for sha256, package in list(ledger.items()):
                standing, counts = state.standings[sha256], sha256 == counting
                code = ledger_code(state, sha256)
                if before.get(sha256) != (standing, counts, code):
                    ledger[sha256] = replace(package, standing=standing, counts=counts)
                    stood = before.get(sha256)
                    yield Moved(ledger[sha256], stood[0] if stood else None, code)

    def _ledger(self, key: Key) -> dict[str, Package]:
        if key not in self._ledgers:
            found = {each.sha256: each for each in store.ledger_of(self.work, *key)}
            state = _state(found)
            self._ledgers[key] = found
            self._before[key] = {
                sha256: (each.standing, each.counts, ledger_code(state, sha256))
                for sha256, each in found.items()
            }
        return self._ledgers[key]


def _state(ledger: Mapping[str, Package]) -> LedgerState:
    return state_of([package.known for package in ledger.values()])
