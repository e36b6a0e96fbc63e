"""The `kvik` command for tests."""

from __future__ import annotations

import pytest

from tests.cli.kvik import Kvik


@pytest.fixture
def kvik(capsys: pytest.CaptureFixture[str]) -> Kvik:
    """Runs one command after another."""
    return Kvik(capsys)
