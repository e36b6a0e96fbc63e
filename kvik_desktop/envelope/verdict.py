"""What a check of a package came to: facts, one code, and the one table from code to outcome and words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from kvik_desktop.envelope.keys import PublicKey
from kvik_desktop.envelope.kinds import Kind
from kvik_desktop.envelope.manifest import Manifest
from kvik_desktop.foundation.text import Text, say


class Code(StrEnum):
    """The stable codes; the order is that of importance where several notes meet."""

    E_SIZE = "E_SIZE"
    E_DECRYPT = "E_DECRYPT"
    E_CONTAINER = "E_CONTAINER"
    E_FORMAT = "E_FORMAT"
    E_FORMAT_NEWER = "E_FORMAT_NEWER"
    E_SIGNATURE_FORM = "E_SIGNATURE_FORM"
    E_SIGNATURE = "E_SIGNATURE"
    E_UNKNOWN_KEY = "E_UNKNOWN_KEY"
    E_KEY_REVOKED = "E_KEY_REVOKED"
    E_KEY_EXPIRED = "E_KEY_EXPIRED"
    E_KEY_ROLE = "E_KEY_ROLE"
    E_SCHEMA = "E_SCHEMA"
    E_INSTITUTION = "E_INSTITUTION"
    E_AUDIENCE = "E_AUDIENCE"
    E_CAMPAIGN = "E_CAMPAIGN"
    E_MEMBER_HASH = "E_MEMBER_HASH"
    E_STALE = "E_STALE"
    E_FORK = "E_FORK"
    E_JUMP = "E_JUMP"
    E_SEMANTIC = "E_SEMANTIC"
    E_PRIVACY = "E_PRIVACY"
    I_DUPLICATE = "I_DUPLICATE"
    W_MODEL = "W_MODEL"
    W_GAP = "W_GAP"
    W_CLOCK = "W_CLOCK"


class Outcome(StrEnum):
    """The bottom line."""

    ACCEPTED = "accepted"
    QUARANTINED = "quarantined"
    REJECTED = "rejected"


class Fact(StrEnum):
    """What is known about one question."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Facts:
    """Five questions to a package, each answered as far as the checks came.

    ``intact`` is told of the signed bytes when the signature holds, and of every member from step 12 on.
    """

    intact: Fact = Fact.UNKNOWN
    authentic: Fact = Fact.UNKNOWN
    trusted: Fact = Fact.UNKNOWN
    current: Fact = Fact.UNKNOWN
    complete: Fact = Fact.UNKNOWN


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one code means: the outcome, the facts it denies, what happened and what to do."""

    outcome: Outcome
    message: Text
    action: Text
    denies: tuple[str, ...] = ()


class CheckFailed(Exception):  # noqa: N818  (the word of the design: a check failed, nobody erred)
    """A check stops the verification with a code; payload checks of the features raise it."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code = code


@runtime_checkable
class Remarking(Protocol):
    """A payload that its check let through with remarks: then nobody knows that it is complete."""

    @property
    def notes(self) -> tuple[Code, ...]:
        """The remarks."""


def remarks_on(payload: object) -> tuple[Code, ...]:
    """The remarks that came with a payload."""
    return payload.notes if isinstance(payload, Remarking) else ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything the checks found out. What was not reached is None or empty, never unverified."""

    outcome: Outcome
    code: Code | None
    """Why; None where a package is accepted without a remark."""
    facts: Facts
    notes: tuple[Code, ...] = ()
    """Remarks that change nothing: duplicate, unknown model, gap, clock."""
    kind: Kind | None = None
    signer: PublicKey | None = None
    """The key that signed, once the signature holds."""
    manifest: Manifest | None = None
    manifest_sha256: str | None = None
    members: Mapping[str, bytes] = field(default_factory=dict)
    """The members by path, once their hashes hold."""
    payload: object = None
    """What the kind's payload check returned."""

    @property
    def message(self) -> Text:
        """What was found, in one sentence."""
        return ACCEPTED.message if self.code is None else RULINGS[self.code].message

    @property
    def action(self) -> Text:
        """What to do now, and what is safe."""
        return ACCEPTED.action if self.code is None else RULINGS[self.code].action


def deny(facts: Facts, code: Code) -> Facts:
    """The facts after a check failed with ``code``."""
    return replace(facts, **dict.fromkeys(RULINGS[code].denies, Fact.NO))


def _rejected(message: Text, action: Text, *denies: str) -> Ruling:
    return Ruling(Outcome.REJECTED, message, action, denies)


def _quarantined(message: Text, action: Text, *denies: str) -> Ruling:
    return Ruling(Outcome.QUARANTINED, message, action, denies)


def _accepted(message: Text, action: Text) -> Ruling:
    return Ruling(Outcome.ACCEPTED, message, action)


_SEND_AGAIN = say(
    "Bed afsenderen om at gemme pakken igen i programmet og sende den på ny. Intet er indlæst fra filen."
)
_ASK_SENDER = say(
    "Ring til afsenderen på et nummer, du kender i forvejen, og spørg til filen. Intet er indlæst fra den."
)

ACCEPTED = _accepted(
    say("Pakken er hel, ægte og fra en kendt afsender."), say("Du behøver ikke at gøre mere.")
)
"""The ruling on a package without a remark."""

RULINGS: Mapping[Code, Ruling] = MappingProxyType(
    {
        Code.E_SIZE: _rejected(
            say("Filen kan ikke læses, er ikke en almindelig fil eller fylder mere end 32 MB."),
            say("Kontrollér, at det er den rigtige fil, og at du må åbne den. Intet er indlæst fra den."),
        ),
        Code.E_DECRYPT: _rejected(
            say("Filen er krypteret og kan ikke åbnes her."),
            say("Bed afsenderen om en pakke, der ikke er krypteret. Filen er ikke rørt."),
        ),
        Code.E_CONTAINER: _rejected(
            say("Filen er ikke en hel og uændret KVIK-pakke."), _SEND_AGAIN, "intact"
        ),
        Code.E_FORMAT: _rejected(
            say("Pakken er ikke af den slags, den giver sig ud for, eller af en slags, som ikke kendes her."),
            say("Kontrollér, at det er den rigtige fil, og at programmet er opdateret. Intet er indlæst."),
        ),
        Code.E_FORMAT_NEWER: _rejected(
            say("Pakken er lavet med en nyere udgave af programmet."),
            say("Opdatér programmet, og prøv igen. Filen er ikke rørt."),
        ),
        Code.E_SIGNATURE_FORM: _rejected(
            say("Pakkens underskrift har ikke den form, den skal have."), _SEND_AGAIN, "authentic"
        ),
        Code.E_SIGNATURE: _rejected(
            say("Underskriften passer ikke: pakken er ændret, eller en anden har underskrevet den."),
            _ASK_SENDER,
            "intact",
            "authentic",
        ),
        Code.E_UNKNOWN_KEY: _quarantined(
            say("Pakken er hel, men nøglen, den er underskrevet med, er ikke godkendt på en tillidsliste."),
            say(
                "Sammenlign cifrene med afsenderen i telefonen, og godkend tilmeldingen. Pakken venter imens."
            ),
        ),
        Code.E_KEY_REVOKED: _rejected(
            say("Nøglen, som pakken er underskrevet med, er spærret."),
            say("Ring til afsenderen. Er nøglen mistet, skal institutionen tilmelde sig med en ny."),
            "trusted",
        ),
        Code.E_KEY_EXPIRED: _rejected(
            say("Nøglen, som pakken er underskrevet med, gælder ikke på dette tidspunkt."),
            say("Kontrollér computerens ur. Er nøglen udløbet, skal institutionen tilmelde sig igen."),
            "trusted",
        ),
        Code.E_KEY_ROLE: _rejected(
            say("Nøglen er kendt, men må ikke underskrive denne slags pakke."), _ASK_SENDER, "trusted"
        ),
        Code.E_SCHEMA: _rejected(
            say("Pakkens indhold har ikke den form, det skal have."), _SEND_AGAIN, "complete"
        ),
        Code.E_INSTITUTION: _rejected(
            say("Pakken er underskrevet af en anden institution end den, den handler om."),
            _ASK_SENDER,
            "trusted",
        ),
        Code.E_AUDIENCE: _rejected(
            say("Pakken er lavet til en anden modtager."),
            say("Send den til den rette koordinator, eller bed om en ny. Intet er indlæst fra den."),
        ),
        Code.E_CAMPAIGN: _rejected(
            say("Kampagnen kendes ikke, er ikke åben eller bruger en anden model end pakken."),
            say("Kontrollér kampagnen på tillidslisten; koordinatoren kan åbne den igen. Intet er indlæst."),
        ),
        Code.E_MEMBER_HASH: _rejected(
            say("Pakkens indhold svarer ikke til dens underskrevne indholdsfortegnelse."),
            _SEND_AGAIN,
            "intact",
            "complete",
        ),
        Code.E_STALE: _rejected(
            say("Pakken er en ældre udgave end den, der allerede er modtaget."),
            say("Gør ikke noget: den nyeste udgave gælder stadig."),
            "current",
        ),
        Code.E_FORK: _quarantined(
            say("Der er to forskellige pakker, som begge kalder sig samme udgave."),
            say("Spørg institutionen, hvilken der gælder. Begge er gemt, og intet er erstattet."),
            "current",
        ),
        Code.E_JUMP: _quarantined(
            say("Udgavens nummer springer mere end 50 numre frem."),
            say("Spørg institutionen, om nummeret er rigtigt. Pakken venter, og intet er erstattet."),
            "current",
        ),
        Code.E_SEMANTIC: _rejected(
            say("Tallene i pakken passer ikke sammen eller ikke til den model, de er lavet efter."),
            _SEND_AGAIN,
            "complete",
        ),
        Code.E_PRIVACY: _rejected(
            say("Pakken viser svar fra så få personer, at enkelte kan genkendes."),
            say("Bed institutionen om at aflevere igen med kampagnens mindste gruppe. Intet er gemt."),
            "complete",
        ),
        Code.I_DUPLICATE: _accepted(
            say("Pakken er modtaget før. Intet er ændret."), say("Du behøver ikke at gøre mere.")
        ),
        Code.W_MODEL: _accepted(
            say(
                "Pakken er hel og ægte, men kommunens egne spørgsmål er ikke kontrolleret: modellen, den er "
                "lavet efter, kendes ikke her."
            ),
            say(
                "Kør kommandoen igen med --model og jeres modelpakke eller tillæg. Indtil da står tallene "
                "for sig selv."
            ),
        ),
        Code.W_GAP: _accepted(
            say("Pakken er i orden, men en tidligere udgave er ikke modtaget."),
            say("Den nyeste udgave gælder. Spørg efter den manglende, hvis historikken skal være hel."),
        ),
        Code.W_CLOCK: _accepted(
            say("Pakken er i orden, men afsenderens ur går forkert."),
            say("Datoen i pakken kan være forkert. Tidspunktet for modtagelsen gælder."),
        ),
    }
)
"""The one table: code → outcome, sentence, what to do."""
