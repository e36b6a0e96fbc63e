"""One institution of the demo: its evaluation, its reports, its key and its package."""

from __future__ import annotations

import secrets
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from kvik_desktop.bundle.exporting import export
from kvik_desktop.bundle.sender import Order
from kvik_desktop.cli.console import Console, Json
from kvik_desktop.compose import open_file
from kvik_desktop.envelope.keys import SigningKey, save_key
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.packages import open_invitation, open_list, seal_enrolment
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.example import Example
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.rounding import half_up
from kvik_desktop.foundation.text import LANGUAGES, Text, Translator, say
from kvik_desktop.report.producing import write_report
from kvik_desktop.storage.opening import Access
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.agreed_table import NOT_JUDGED

FORMS = ("pdf", "docx", "xlsx", "html")


class DemoInstitution:
    """Does what an institution does, in a folder named after it."""

    def __init__(self, console: Console, out: Path, name: str) -> None:
        self._console = console
        self._example = Example(name, console.tr.resources)
        self._facts = self._example.facts
        self._folder = out / self._facts.id
        self._folder.mkdir()
        self._file = self._folder / f"{self._facts.name}.kvikdb"
        self._key = SigningKey.create()
        self._said: Json = {}

    @property
    def model_id(self) -> str:
        """The model the institution uses."""
        return self._facts.model

    def evaluate(self) -> None:
        """From an empty file to an approved plan."""
        self._console.say(say("{name}:", name=self._facts.name))
        self._example.play(self._file, self._console.tr(NOT_JUDGED), self._tell)

    def write_reports(self) -> None:
        """The report in both languages as PDF, and in Danish as Word, Excel and web page."""
        now = self._console.clock.now()
        with open_file(self._file, Access.READ) as file:
            evaluation = file.ask(evaluations.current).id
            for language in LANGUAGES:
                translate = Translator(language, self._console.tr.resources)
                for form in FORMS if language == "da" else FORMS[:1]:
                    mark = "" if language == "da" else f"-{language}"
                    out = self._folder / f"rapport-{self._facts.id}{mark}.{form}"
                    write_report(file, evaluation, out, translate, now)
        self._tell(say("Rapporten er gemt som PDF, Word, Excel og webside."))

    def enrol(self, invitation: bytes) -> bytes:
        """Make the key under a passphrase of its own and answer the invitation."""
        invited = open_invitation(invitation)
        write_atomically(self._folder / "invitation.kvik", invitation)
        keep_key(self._key, self._folder / f"{self._facts.id}.key")
        facts = self._facts
        enrolment = seal_enrolment(
            Institution(facts.id, facts.name, facts.level.value, None, facts.sector.value),
            self._key,
            self._console.clock.now(),
            invited.campaign,
            invited.opened.trust_list.signing_key,
            invited.opened.sha256,
        )
        write_atomically(self._folder / "tilmelding.kvik", enrolment)
        return enrolment

    def deliver(self, trust_list: bytes, inbox: Path) -> None:
        """Export the signed package, read back and verified, and hand a copy to the coordinator."""
        order = Order(self._key, self._console.tr.resources, open_list(trust_list))
        package = self._folder / f"resultat-{self._facts.id}.kvik"
        with open_file(self._file) as file:
            evaluation = file.ask(evaluations.current)
            delivered = export(file, evaluation.id, order, package)
            result = file.ask(meeting.result, evaluation.id)
            file.delete_backups()  # the demo leaves nothing in the user's own folder
        write_atomically(inbox / package.name, package.read_bytes())
        self._said = {
            "id": self._facts.id,
            "name": self._facts.name,
            "model": self._facts.model,
            "method": self._facts.method.value,
            "participants": result.participants,
            "enablers": result.sheet.enablers.exact,
            "results": result.sheet.results.exact,
            "edition": delivered.delivery.edition,
            "file": str(self._file),
            "package": str(package),
        }
        self._console.say(
            say(
                "{name}: pakken er underskrevet, læst tilbage og kontrolleret (udgave {n}).",
                name=self._facts.name,
                n=delivered.delivery.edition,
            )
        )

    def summary(self) -> Json:
        """What came of it, for the document."""
        return self._said

    def line(self) -> Text:
        """What came of it, in one sentence."""
        enablers, results = (Decimal(str(self._said[name])) for name in ("enablers", "results"))
        return say(
            "{name}: {n} deltagere, indsatser {enablers}, resultater {results}.",
            name=self._facts.name,
            n=self._said["participants"],
            enablers=half_up(Fraction(enablers), 1),
            results=half_up(Fraction(results), 1),
        )

    def _tell(self, text: Text) -> None:
        self._console.say(say("  {text}", text=text))


def keep_key(key: SigningKey, path: Path) -> None:
    """Save a key under a made-up passphrase, and the passphrase beside it: only ever done in the demo."""
    passphrase = "-".join(secrets.token_hex(2) for _ in range(5))
    save_key(key, path, passphrase)
    write_atomically(path.with_suffix(".adgangssaetning.txt"), f"{passphrase}\n".encode())
