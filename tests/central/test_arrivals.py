"""What an import is given, however odd its name is."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.central.arrivals import find, read


def test_a_name_that_is_too_long_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    good = tmp_path / "a.kvik"
    good.write_bytes(b"x")
    long = tmp_path / ("x" * 300)
    assert list(find([long, tmp_path])) == [long, good]
    assert read(long).data is None
