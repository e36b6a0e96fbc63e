"""The words of the report itself: labels, headings and notes, untranslated until a reader is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kvik_desktop.action_plan.model import QUADRANT_NAMES, Quadrant, Status
from kvik_desktop.evaluation.model import EvidenceStatus, Level
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Block, Method, Sector
from kvik_desktop.workshop.model import Flag, Tolerance
from kvik_desktop.workshop.visit.model import Validation

FLAGS: Mapping[Flag, Text] = {
    Flag.RED: say("Stor uenighed"),
    Flag.AMBER: say("Nogen uenighed"),
    Flag.GREEN: say("Lille uenighed"),
    Flag.GREY: say("For få vurderinger"),
}

FLAGS_SHORT: Mapping[Flag, Text] = {
    Flag.RED: say("Stor"),
    Flag.AMBER: say("Nogen"),
    Flag.GREEN: say("Lille"),
    Flag.GREY: say("For få"),
}
"""For columns whose heading already says *Uenighed*."""

STATUSES: Mapping[Status, Text] = {
    Status.PLANNED: say("Planlagt"),
    Status.IN_PROGRESS: say("I gang"),
    Status.DONE: say("Gennemført"),
    Status.DROPPED: say("Droppet"),
}

QUADRANTS: Mapping[Quadrant, tuple[Text, Text]] = {
    Quadrant.QUICK_WIN: (QUADRANT_NAMES[Quadrant.QUICK_WIN], say("Stor effekt, til at gå til")),
    Quadrant.STRATEGIC: (QUADRANT_NAMES[Quadrant.STRATEGIC], say("Stor effekt, kræver tid")),
    Quadrant.FILL_IN: (QUADRANT_NAMES[Quadrant.FILL_IN], say("Lille effekt, hurtigt gjort")),
    Quadrant.RECONSIDER: (QUADRANT_NAMES[Quadrant.RECONSIDER], say("Lille effekt, kræver meget")),
}

EVIDENCE: Mapping[EvidenceStatus, Text] = {
    EvidenceStatus.DOCUMENTED: say("Dokumenteret"),
    EvidenceStatus.PARTLY: say("Delvist dokumenteret"),
    EvidenceStatus.MISSING: say("Dokumentation mangler"),
}

BLOCKS: Mapping[Block, Text] = {Block.ENABLER: say("Indsats"), Block.RESULT: say("Resultat")}

SECTORS: Mapping[Sector, Text] = {
    Sector.DAYCARE: say("Dagtilbud"),
    Sector.SCHOOL: say("Skole"),
    Sector.ELDERLY: say("Ældreområdet"),
    Sector.SOCIAL: say("Social- og handicapområdet"),
}

LEVELS: Mapping[Level, Text] = {
    Level.INSTITUTION: say("Institution"),
    Level.DEPARTMENT: say("Afdeling"),
    Level.ADMINISTRATION: say("Fagforvaltning"),
    Level.CENTRAL: say("Centralforvaltning"),
    Level.GROUP: say("Hele kommunen"),
}

METHODS: Mapping[Method, Text] = {
    Method.CLASSICAL: say("Ét tal, 0-100"),
    Method.FINE: say("Hver fase for sig, 0-100"),
    Method.SCALE5: say("De seks trin, 0-5"),
}

METHOD_NOTES: Mapping[Method, Text] = {
    Method.CLASSICAL: say(
        "Hvert delkriterium har fået ét tal fra 0 til 100: først er trinnet valgt, så tallet inden for "
        "trinnet."
    ),
    Method.FINE: say(
        "Hver fase er vurderet for sig fra 0 til 100. En indsats er gennemsnittet af planlægge, udføre, "
        "evaluere og justere; et resultat er gennemsnittet af udvikling og mål. Et delkriterium tæller "
        "først som vurderet, når alle dets faser er det."
    ),
    Method.SCALE5: say("Hvert delkriterium er vurderet med ét af de seks trin fra 0 til 5."),
}

LABELS: Mapping[str, Text] = {
    # side og omslag
    "page_of": say("Side {page} af {pages}"),
    "draft": say("Udkast: resultatet er ikke godkendt endnu."),
    "model": say("Model"),
    "version": say("Version"),
    "method": say("Metode"),
    "municipality": say("Kommune"),
    "unit": say("Enhed"),
    "size": say("Størrelse"),
    "participants": say("Deltagere"),
    "period": say("Forløb"),
    "edition": say("Udgave"),
    "printed": say("Udskrevet"),
    "contents": say("Indhold"),
    "about_short": say(
        "Opbygningen er fra CAF 2020 og KVIK. Teksterne er vores egne. Det er ikke et officielt statsligt "
        "værktøj."
    ),
    # læsevejledning
    "reading": say("Sådan læser du rapporten"),
    "reading_stair": say(
        "Trappen har seks trin, og det samme tal står altid samme sted. Trekanten er gruppens fælles "
        "vurdering. Linjen går fra det laveste til det højeste svar, og stregen på den er medianen, det "
        "midterste svar."
    ),
    "reading_flags": say("Forskellen på deltagernes egne svar, før de blev enige:"),
    "reading_missing": say(
        "»Kan ikke vurdere« tæller aldrig som nul. Et gennemsnit regnes kun af det, der er vurderet, og ved "
        "tallet står, hvor mange delkriterier det er."
    ),
    "step": say("Trin"),
    "points": say("Point"),
    # overblik
    "overview": say("Overblik"),
    "mean": say("Gennemsnit"),
    "enablers": say("Indsatser"),
    "results": say("Resultater"),
    "agreed": say("Fastlagt"),
    "agreed_of": say("Delkriterier fastlagt"),
    "disagreement": say("Uenighed"),
    "criterion": say("Kriterium"),
    "criteria": say("Kriterier"),
    "scored": say("Vurderet"),
    "on_stair": say("På trappen"),
    "not_scored": say("Ikke vurderet"),
    "agreed_score": say("Fælles vurdering"),
    "radar": say("Radar over kriterierne"),
    "trend": say("Udvikling over tid"),
    # delkriterier
    "all_subcriteria": say("Alle delkriterier"),
    "subcriterion": say("Delkriterium"),
    "spread": say("Spredning"),
    "answers": say("Svar"),
    "page": say("Side"),
    "round": say("Runde"),
    "cannot_judge": say("Kan ikke vurdere"),
    "lowest": say("Laveste"),
    "median": say("Median"),
    "highest": say("Højeste"),
    "answers_by_step": say("Svar på trin 0-5"),
    "phases": say("Faser"),
    "evidence": say("Dokumentation"),
    "strengths": say("Styrker"),
    "areas": say("Forbedringsområder"),
    "ideas": say("Idéer"),
    "reason": say("Begrundelse"),
    "parked": say("Parkeret"),
    "not_settled": say("Ikke fastlagt endnu"),
    "no_answers": say("Ingen har svaret endnu."),
    # handlingsplan
    "plan": say("Handlingsplan"),
    "no_plan": say("Der er ingen tiltag i planen endnu."),
    "number": say("Nr."),
    "action": say("Tiltag"),
    "responsible": say("Ansvarlig"),
    "deadline": say("Frist"),
    "status": say("Status"),
    "seen_by": say("Sådan ser vi, at det virker"),
    "matrix": say("Effekt og lethed"),
    "matrix_alt": say("Tiltagene efter effekt og lethed. De samme tal står i tabellen under figuren."),
    "effect": say("Effekt"),
    "ease": say("Lethed"),
    "field": say("Felt"),
    "placed": say("Effekt og lethed, 1-4"),
    "axis_effect": say("Effekt for brugere og resultater, stor øverst"),
    "axis_ease": say("Hvor let er det?"),
    "axis_hard": say("Svært"),
    "axis_easy": say("Let"),
    "theme": say("Tema"),
    "description": say("Indhold"),
    "taking_part": say("Deltagere"),
    "start": say("Start"),
    "follow_up": say("Opfølgning"),
    "prerequisites": say("Forudsætning"),
    "hours": say("Timer"),
    "money": say("Kroner"),
    "success": say("Sådan ser vi, at det virker"),
    "indicator": say("Indikator"),
    "baseline": say("Udgangspunkt"),
    "target": say("Mål"),
    "measurements": say("Målinger"),
    "phase": say("Fase"),
    "goal": say("Politisk mål"),
    "effect_served": say("Bidrager til"),
    "dropped_reason": say("Begrundelse for at droppe"),
    "origins": say("Kommer fra"),
    "origin_areas": say("Skal løse"),
    "log": say("Log"),
    "day": say("Dato"),
    "value": say("Værdi"),
    "note": say("Bemærkning"),
    # standarder
    "standards": say("Standarder, evalueringen berører"),
    "standards_note": say(
        "En fælles vurdering siger noget om en standard, men afgør ikke, om den er opfyldt. Dokumentation "
        "er det, I selv har noteret."
    ),
    "standard": say("Standard"),
    "touched_by": say("Delkriterier og fælles vurdering"),
    "not_noted": say("Ikke noteret"),
    # om selvevalueringen
    "about": say("Om selvevalueringen"),
    "who": say("Hvem var med"),
    "role": say("Rolle"),
    "count": say("Antal"),
    "no_roles": say("Der står ingen roller på deltagerlisten."),
    "how": say("Sådan er der vurderet"),
    "compare": say("Sammenlign med omtanke"),
    "source": say("Kilde"),
    "fingerprint": say("Modellens fingeraftryk (SHA-256)"),
}

NOTES: tuple[Text, ...] = (
    say(
        "Hver deltager har vurderet alene, og ingen har set andres svar, før de blev åbnet for alle på én "
        "gang. De fælles vurderinger er aftalt på mødet; de er ikke regnet ud som et gennemsnit."
    ),
    say(
        "Et kriteriums gennemsnit er taget af de delkriterier, der er vurderet, og de tæller lige meget. "
        "Gennemsnittet af indsatser og af resultater er taget af kriteriernes gennemsnit, der også tæller "
        "lige meget. Der regnes nøjagtigt, og en halv rundes op."
    ),
)


def flag_rules(tolerance: Tolerance, method: Method) -> Mapping[Flag, Text]:
    """What each flag means with the evaluation's own settings; on 0-5 only the steps count."""

    def apart(points: int, bands: int) -> Text:
        if method is Method.SCALE5:
            return say("mindst {bands} trin mellem laveste og højeste", bands=bands)
        return say(
            "mindst {points} point eller {bands} trin mellem laveste og højeste", points=points, bands=bands
        )

    return {
        Flag.RED: apart(tolerance.red_points, tolerance.red_bands),
        Flag.AMBER: apart(tolerance.amber_points, tolerance.amber_bands),
        Flag.GREEN: say("mindre end det"),
        Flag.GREY: say("færre end to vurderinger, eller mindst halvdelen kunne ikke vurdere"),
    }


def accepted(by: str, day: date) -> Text:
    """That the leader has accepted the result."""
    if by:
        return say("Resultatet er godkendt den {day} af {by}.", day=day, by=by)
    return say("Resultatet er godkendt den {day}.", day=day)


def validated(validation: Validation) -> Text:
    """That somebody from outside has looked into the result, and what they found."""
    return say(
        "Resultatet er valideret ved besøg den {day} af {role}: {confirmed} af {asked} spørgsmål bekræftet, "
        "{partly} delvist og {not_seen} ikke set.",
        day=validation.day,
        role=validation.role,
        confirmed=validation.confirmed,
        asked=validation.asked,
        partly=validation.partly,
        not_seen=validation.not_seen,
    )


def plan_approved(by: str, day: date) -> Text:
    """That the leader has approved the plan."""
    if by:
        return say("Handlingsplanen er godkendt den {day} af {by}.", day=day, by=by)
    return say("Handlingsplanen er godkendt den {day}.", day=day)


def privacy(smallest_group: int) -> Text:
    """What is held back for the sake of those who answered."""
    return say(
        "Af hensyn til deltagerne vises kun antallet, når færre end tre har givet en vurdering. Svarene på "
        "hvert trin vises først, når mindst {smallest} har givet en.",
        smallest=smallest_group,
    )


def answers_deleted(day: date) -> Text:
    """That nobody's own answers are there any longer, and what is left of them."""
    return say(
        "De enkelte svar er slettet den {day}. Af dem er kun gemt, hvor mange der svarede, og hvor mange "
        "svar der var på hvert trin.",
        day=day,
    )


CAUTION = say(
    "Tallene er institutionens egen vurdering. CAF advarer mod at sammenligne dem fra sted til sted, "
    "medmindre de er efterprøvet på samme måde. Se derfor altid på, hvor mange der har svaret, hvilken "
    "metode og hvilken version af modellen der er brugt, og om nogen udefra har set efter ved et besøg."
)


def caution(validation: Validation | None) -> Text:
    """What one must know before the figures are compared with others'."""
    if validation is None:
        return CAUTION
    return say(
        "Tallene er valideret ved et besøg. Sammenlign dem kun med tal, der er efterprøvet på samme måde, "
        "og se altid på, hvor mange der har svaret, og hvilken metode og hvilken version af modellen der "
        "er brugt."
    )
