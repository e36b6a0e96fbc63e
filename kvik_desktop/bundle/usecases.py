"""What one can do about handing in: see what leaves the machine, deliver an edition, take one back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.bundle import store
from kvik_desktop.bundle.checks import Reader
from kvik_desktop.bundle.draft import Draft
from kvik_desktop.bundle.filling import clean, draft_of
from kvik_desktop.bundle.finds import Person
from kvik_desktop.bundle.limits import over_limit
from kvik_desktop.bundle.making import Contents, Edition, Envelope, result_package, withdrawal_package
from kvik_desktop.bundle.model import Delivery, TrustSeen
from kvik_desktop.bundle.privacy import Preview, preview, redacted
from kvik_desktop.bundle.sender import (
    Order,
    Sender,
    Terms,
    campaign_of,
    model_of,
    require_campaign,
    sender_of,
    smallest_group_of,
)
from kvik_desktop.envelope import container
from kvik_desktop.envelope import manifest as manifests
from kvik_desktop.envelope.kinds import ENROLMENT_PATH, Kind
from kvik_desktop.envelope.manifest import Manifest, ResultManifest
from kvik_desktop.envelope.packages import OpenedList
from kvik_desktop.envelope.pins import Pin
from kvik_desktop.envelope.verdict import RULINGS, Code, Fact, Outcome, Verdict
from kvik_desktop.envelope.verification import LedgerCheck, verify
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.change import Change, changed
from kvik_desktop.foundation.change import Kind as Changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import Result

Medium = Callable[[bytes], bytes]
"""Puts bytes where they are to lie, and gives back what is read from there."""


@dataclass(frozen=True)
class Delivered:
    """A package on the medium, and what the coordinator's own checks say of the bytes read back."""

    delivery: Delivery
    verdict: Verdict
    unchanged: bool
    """The very same edition as last time: no new number was used."""
    waits: bool
    """The key is not approved yet: the package will wait in quarantine."""
    digits: tuple[str, ...]
    """The key's digits, to be read aloud when the coordinator calls."""
    warnings: tuple[Text, ...]


@dataclass(frozen=True)
class _Prepared:
    """Everything that goes into one delivery, before its edition is known."""

    result: Result
    sender: Sender
    draft: Draft
    people: Sequence[Person]


@dataclass(frozen=True)
class Material:
    """What a delivery is made of: the accepted result, the draft of the package, and the roster."""

    result: Result
    draft: Draft
    people: Sequence[Person]
    smallest_group: int


def material(work: Transaction, evaluation: str, terms: Terms) -> Material:
    """What would go before anything is left out. Raises Problem E_STATE before the result is accepted."""
    require(Event.DELIVER, meeting.state(work, evaluation))
    result = meeting.result(work, evaluation)
    people = [Person(each.name, each.role) for each in evaluations.roster(work, evaluation)]
    smallest_group = smallest_group_of(result, campaign_of(result, terms, work.now()))
    plan = plans.plan(work, evaluation)
    draft = draft_of(result, plan, people, smallest_group, names=terms.choices.names)
    return Material(result, draft, people, smallest_group)


def look(work: Transaction, evaluation: str, terms: Terms) -> Preview:
    """What would leave the machine now. Raises Problem E_STATE, before the result is accepted, E_CAMPAIGN."""
    found = material(work, evaluation, terms)
    require_campaign(found.result, terms)
    return preview(found.draft, terms.choices, found.people)


def deliveries(work: Transaction, evaluation: str) -> tuple[Delivery, ...]:
    """Everything the evaluation has delivered, the oldest first."""
    return store.deliveries_of(work, evaluation)


def everything_delivered(work: Transaction) -> tuple[Delivery, ...]:
    """Every package this file has made: the bytes can always be written again."""
    return store.deliveries.all(work)


def deliver(
    work: Work, evaluation: str, order: Order, medium: Medium, file: str | None = None
) -> Change[Delivered]:
    """Make and sign the next edition, put it on the medium and check what is read back.

    ``file`` is the name it will have there.
    What has not changed since the last edition is that edition again, byte for byte. Can never be undone:
    once this has returned, the number is used. Raises Problem E_STATE, E_CAMPAIGN, E_TOO_LONG,
    E_READ_BACK and E_FILE_WRITE, or the code of the check that failed; then no number was used.
    """
    prepared = _prepare(work, evaluation, order)
    sent = redacted(prepared.draft, order.choices)
    faults = over_limit(sent)
    if faults:
        raise Problem(
            "E_TOO_LONG",
            say("Nogle tekster eller lister er for lange til pakken."),
            say("Forkort dem, og prøv igen. Pakken er ikke lavet, og alt er gemt i filen."),
            faults,
        )
    before = _newest(work, prepared.sender)
    package, sha256, edition, unchanged = _next_result(work, prepared, order, sent, before)
    delivery = Delivery(
        sha256,
        evaluation,
        prepared.sender.institution.id,
        prepared.sender.campaign,
        edition.number,
        Kind.RESULT,
        edition.package_id,
        edition.created,
        package,
        file,
    )
    verdict = _read_back(work, prepared, order, delivery, before, medium)
    store.deliveries.put(work, delivery)
    _note(work, evaluation, edition.number, order.trust)
    return _delivered(work, delivery, verdict, prepared.sender, unchanged=unchanged)


def withdraw(
    work: Work, evaluation: str, order: Order, reason: str, medium: Medium, file: str | None = None
) -> Change[Delivered]:
    """Take back what was delivered last: an edition of its own with nothing in it but the reason.

    Raises as :func:`deliver`, and Problem E_NOTHING_DELIVERED where there is nothing to take back.
    """
    prepared = _prepare(work, evaluation, order)
    before = _newest(work, prepared.sender)
    if before is None or before.kind is Kind.WITHDRAWAL:
        raise Problem(
            "E_NOTHING_DELIVERED",
            say("Der er ikke afleveret noget, som kan kaldes tilbage."),
            say("Kontrollér kampagnen. Intet er ændret."),
        )
    edition = Edition.after(before.edition, before.sha256, work.now())
    package, sha256 = withdrawal_package(_envelope(prepared, order), edition, clean(reason))
    delivery = replace(
        before,
        sha256=sha256,
        evaluation=evaluation,
        edition=edition.number,
        kind=Kind.WITHDRAWAL,
        package_id=edition.package_id,
        created=edition.created,
        package=package,
        file=file,
    )
    verdict = _read_back(work, prepared, order, delivery, before, medium)
    store.deliveries.put(work, delivery)
    _note(work, evaluation, edition.number, order.trust, delivered=False)
    return _delivered(work, delivery, verdict, prepared.sender, unchanged=False)


def _prepare(work: Transaction, evaluation: str, order: Order) -> _Prepared:
    found = material(work, evaluation, order)
    sender = sender_of(found.result, order, work.now())
    return _Prepared(found.result, sender, found.draft, found.people)


def _newest(work: Transaction, sender: Sender) -> Delivery | None:
    known = store.deliveries_to(work, sender.institution.id, sender.campaign)
    return known[-1] if known else None


def _envelope(prepared: _Prepared, order: Order) -> Envelope:
    sender = prepared.sender
    return Envelope(sender.institution, sender.campaign, sender.audience, order.key, order.resources)


def _next_result(
    work: Work, prepared: _Prepared, order: Order, sent: Draft, before: Delivery | None
) -> tuple[bytes, str, Edition, bool]:
    """The package, its identity and its edition; the last one again where nothing has changed."""
    envelope = _envelope(prepared, order)
    contents = _contents(prepared, sent, order)
    if before is not None and before.kind is Kind.RESULT:
        manifest, enrolment = _opened(before)
        again = Edition.again(manifest, before.created)
        # The approval of a key changes nothing in what is said: the enrolment stays in the same edition.
        package, sha256 = result_package(envelope, again, replace(contents, enrolment=enrolment))
        if package == before.package:
            return package, sha256, again, True
    edition = Edition.after(before.edition if before else 0, before.sha256 if before else None, work.now())
    return (*result_package(envelope, edition, contents), edition, False)


def _opened(delivery: Delivery) -> tuple[ResultManifest, bytes | None]:
    kept = container.unpack(delivery.package)
    manifest = manifests.decode(kept.manifest, Kind.RESULT)
    assert isinstance(manifest, ResultManifest)
    return manifest, kept.content.get(ENROLMENT_PATH)


def _contents(prepared: _Prepared, sent: Draft, order: Order) -> Contents:
    sender = prepared.sender
    enrolment = sender.enrolment(order.key.public)
    return Contents(sent, model_of(prepared.result), sender.smallest_group, enrolment)


def _read_back(
    work: Work,
    prepared: _Prepared,
    order: Order,
    delivery: Delivery,
    before: Delivery | None,
    medium: Medium,
) -> Verdict:
    """Put the package on the medium and run the reader's whole verification on what is read from there."""
    read = medium(delivery.package)
    require_same(delivery.package, read)
    sender = prepared.sender
    groups = {} if sender.campaign is None else {sender.campaign: sender.smallest_group}
    verdict = verify(
        read,
        received=work.now(),
        checks=Reader((prepared.result.package,), groups, sender.smallest_group).checks,
        trust=sender.trust,
        ledger=_own_ledger(before),
    )
    if verdict.outcome is not Outcome.ACCEPTED:
        ruling = RULINGS[verdict.code or Code.E_SEMANTIC]
        raise Problem(
            verdict.code or Code.E_SEMANTIC,
            say("Koordinatoren ville ikke tage imod pakken. {why}", why=ruling.message),
            say("Kontrollér nøgle, tillidsliste og kampagne. Pakken er ikke lavet, og alt er gemt i filen."),
        )
    if sender.is_approved:
        return verdict
    return replace(verdict, facts=replace(verdict.facts, trusted=Fact.UNKNOWN))


def require_same(written: bytes, read: bytes) -> None:
    """Raise Problem E_READ_BACK where a medium gives back anything else than it was given."""
    if read != written:
        raise Problem(
            "E_READ_BACK",
            say("Pakken kunne ikke læses fejlfrit tilbage."),
            say("Brug et andet drev eller en anden mappe. Pakken er ikke afleveret, og alt er gemt i filen."),
        )


def _own_ledger(before: Delivery | None) -> LedgerCheck:
    """The ledger as this file knows it: the last edition again, or the one right after it."""

    def check(manifest: Manifest, sha256: str) -> Code | None:
        assert not isinstance(manifest, manifests.TrustListManifest | manifests.InvitationManifest)
        assert not isinstance(manifest, manifests.EnrolmentManifest)
        if before is not None and sha256 == before.sha256:
            return None
        follows = (manifest.edition, manifest.supersedes)
        expected = (before.edition + 1, before.sha256) if before else (1, None)
        return None if follows == expected else Code.E_FORK

    return check


def _note(
    work: Work, evaluation: str, edition: int, trust: OpenedList | None, *, delivered: bool = True
) -> None:
    """Keep that it was delivered, and by which trust list."""
    found = evaluations.get(work, evaluation)
    at = (found.delivered or work.now()) if delivered else None
    noted = replace(found, edition=edition, delivered=at)
    if noted != found:
        evaluations.save(work, noted)
        evaluations.record_event(work, evaluation, Event.DELIVER, work.actor, str(edition))
    if trust is not None:
        store.trust_seen.put(work, _seen(work, trust))


def _seen(work: Work, trust: OpenedList) -> TrustSeen:
    """The newest list of this coordinator. Raises Problem E_STALE where this file has met a newer one."""
    listed = trust.trust_list
    known = store.trust_seen.get(work, listed.recovery)
    pin = Pin.of(listed)
    if known is not None:
        pin = strict_json.decode(known.pin, Pin, limit=len(known.pin)).newer(listed)
    return TrustSeen(listed.recovery, strict_json.encode(pin))


def _delivered(
    work: Work, delivery: Delivery, verdict: Verdict, sender: Sender, *, unchanged: bool
) -> Change[Delivered]:
    work.border()
    waits = not sender.is_approved
    digits = verdict.signer.digits if verdict.signer else ()
    made = Delivered(delivery, verdict, unchanged, waits, digits, sender.warnings)
    return changed(Changed.DELIVERY, Changed.EVALUATION, Changed.TRUST, value=made)
