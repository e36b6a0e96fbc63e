"""The words of the register: how a key stands, what that means, and what has happened to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from kvik_desktop.central.register.campaigns import last_day
from kvik_desktop.central.register.model import KeyState, Registered
from kvik_desktop.central.wording import LEVELS, SECTORS
from kvik_desktop.envelope.fields import moment
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.trust_list import InstitutionKey, Reason
from kvik_desktop.evaluation.model import Level
from kvik_desktop.foundation.text import Text, say

STATES: Mapping[KeyState, Text] = {
    KeyState.HOLDS: say("Godkendt nøgle"),
    KeyState.ENDS_SOON: say("Udløber snart"),
    KeyState.EXPIRED: say("Udløbet"),
    KeyState.NOT_YET: say("Gælder ikke endnu"),
    KeyState.REVOKED: say("Spærret"),
}
MARKS: Mapping[KeyState, str] = {
    KeyState.HOLDS: "approved",
    KeyState.ENDS_SOON: "ends-soon",
    KeyState.EXPIRED: "expired",
    KeyState.NOT_YET: "planned",
    KeyState.REVOKED: "revoked",
}
"""The word and the mark of each state."""

WAITING, WAITING_MARK = say("Venter"), "waiting"
"""A key that nobody has vouched for yet."""

MEANINGS: Mapping[KeyState, Text] = {
    KeyState.HOLDS: say("Det, nøglen underskriver, tæller med. Du behøver ikke at gøre mere."),
    KeyState.ENDS_SOON: say(
        "Det, nøglen underskriver, tæller med, til den udløber. Bagefter skal institutionen tilmelde sig med "
        "en ny nøgle. Sig det i god tid."
    ),
    KeyState.EXPIRED: say(
        "Det, der kommer nu med nøglen, tæller ikke med. Bed institutionen om at tilmelde sig igen."
    ),
    KeyState.NOT_YET: say("Det, der kommer nu med nøglen, tæller ikke med endnu."),
    KeyState.REVOKED: say(
        "Det, der er kommet med nøglen siden spærringen, tæller ikke med. Institutionen kan tilmelde sig "
        "igen med en ny nøgle."
    ),
}

CALL = say(
    "Ring til lederen på det nummer, kommunen har, og få læst kontroltallet op. Læs med, og skriv de to "
    "grupper, der ikke står her."
)
"""What to do before a key is approved."""

REASONS: Mapping[Reason, Text] = {
    Reason.LOST: say("Den er mistet eller glemt"),
    Reason.COMPROMISED: say("En anden kan have fået den"),
}
"""Why a key is revoked, as it is asked."""

_REVOKED: Mapping[Reason, Text] = {
    Reason.LOST: say("mistet"),
    Reason.COMPROMISED: say("kan være i andres hænder"),
}


def level(institution: Institution) -> Text:
    """What kind of unit it is."""
    return LEVELS[Level(institution.level)]


def until(key: InstitutionKey) -> Text:
    """How long a key holds, or since when it does not, for the list."""
    if key.revoked is not None:
        return say("fra {day}", day=moment(key.revoked.since).date())
    return say("til {day}", day=last_day(moment(key.expires)))


def other_key(state: KeyState) -> tuple[Text, Text]:
    """What another key for a known institution means, and what to do; by how the old one stands."""
    if state in (KeyState.REVOKED, KeyState.EXPIRED):
        return (
            say("Institutionen vil kendes med en ny nøgle. Den gamle gælder ikke længere."),
            CALL,
        )
    return (
        say(
            "Der er kommet noget med en anden nøgle. Enten har institutionen fået en ny, eller også giver "
            "nogen sig ud for at være den."
        ),
        say(
            "Ring til institutionen. Har den mistet sin nøgle, så spær den gamle først; så kan du godkende "
            "den nye her. Har den ikke, så lad det ligge."
        ),
    )


def history(found: Registered) -> Iterator[Text]:
    """What has happened to an institution's keys and what it has delivered, the newest first."""
    if found.delivered is not None:
        yield say(
            "Afleveret {moment}, udgave {n}",
            moment=found.delivered.received.astimezone(),
            n=found.delivered.edition,
        )
    for key in reversed(found.entry.keys):
        yield from _of_key(key, is_newest=key is found.entry.newest)


def _of_key(key: InstitutionKey, *, is_newest: bool) -> Iterator[Text]:
    if key.revoked is not None:
        yield say(
            "Spærret {day} med virkning fra {since}: {reason}",
            day=moment(key.revoked.at).astimezone().date(),
            since=_local(key.revoked.since),
            reason=_REVOKED[key.revoked.reason],
        )
    span = {"start": moment(key.valid_from).date(), "end": last_day(moment(key.expires))}
    if is_newest:
        yield say("Nøglen gælder fra {start} til og med {end}", **span)
    else:
        yield say("En tidligere nøgle gjaldt fra {start} til og med {end}", **span)


def _local(stamp: str) -> datetime:
    return moment(stamp).astimezone()


def details(institution: Institution) -> Iterator[Text]:
    """What is seldom asked for; of one that asks to be known it is what it says itself."""
    if institution.sector is not None:
        sector = SECTORS.get(institution.sector, institution.sector)
        yield say("Område: {sector}", sector=sector)
    yield say("Niveau: {level}", level=level(institution))
    if institution.parent:
        yield say("Hører under: {parent}", parent=institution.parent)
    yield say("Id: {id}", id=institution.id)
