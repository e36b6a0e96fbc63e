"""The crash report says where in the program it went wrong, and nothing that anybody has written."""

from __future__ import annotations

import pytest

from kvik_desktop.foundation.strict_json import NotStrictError, decode
from kvik_desktop.shell.crash import report


def test_the_report_has_kinds_and_places_but_no_message() -> None:
    secret = "Anna er ked af det"
    with pytest.raises(KeyError) as caught:
        try:
            decode(b'{"' + secret.encode() + b'": NaN}', dict[str, float], limit=1000)
        except NotStrictError as error:
            raise KeyError(secret) from error
    told = report(caught.value)
    assert secret not in told
    assert "Anna" not in told
    assert "KeyError" in told
    assert "NotStrictError" in told
    assert "kvik_desktop/foundation/strict_json.py:" in told
