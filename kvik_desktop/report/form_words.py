"""Words that only the editable forms need: names of sheets and columns, and headings of small tables."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.foundation.text import Text, say

FORM_LABELS: Mapping[str, Text] = {
    # Word og web
    "meaning": say("Betyder"),
    "rounds": say("Runder"),
    "settled": say("Fastlagt"),
    "cut": say("… (resten står i rapporten som Word, web eller PDF)"),
    # ark i Excel
    "sheet_overview": say("Oversigt"),
    "sheet_subcriteria": say("Delkriterier"),
    "sheet_statements": say("Styrker og forbedringsområder"),
    "sheet_plan": say("Handlingsplan"),
    "sheet_standards": say("Standarder"),
    "sheet_about": say("Om"),
    # kolonner i Excel
    "id": say("Id"),
    "group": say("Gruppe"),
    "block": say("Indsats eller resultat"),
    "step_number": say("Trin (0-5)"),
    "step_name": say("Trinnets navn"),
    "outcome": say("Afgørelse"),
    "of": say("Ud af"),
    "kind": say("Slags"),
    "text": say("Tekst"),
    "sources": say("Samlet af"),
    "strength": say("Styrke"),
    "area": say("Forbedringsområde"),
    "idea": say("Idé"),
    "latest_day": say("Seneste måling"),
    "latest_value": say("Seneste værdi"),
    "unit_of_measure": say("Måles i"),
    "sheet_trend": say("Udvikling over tid"),
    "evaluation": say("Evaluering"),
    "accepted_day": say("Godkendt"),
    "scale_top": say("Skalaens top"),
    "have_answered": say("Har svaret"),
    "steps": say("De seks trin"),
}
