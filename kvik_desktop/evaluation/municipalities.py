"""The 98 Danish municipalities by their code."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from kvik_desktop.foundation.resources import Resources


def municipalities(resources: Resources) -> Mapping[str, str]:
    """Name by three-digit code."""
    lines = resources.read("kommuner.csv").decode("utf-8").splitlines()
    return {row["kommunekode"]: row["kommune"] for row in csv.DictReader(lines)}
