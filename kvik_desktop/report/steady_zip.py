"""Archives that are the same bytes for the same content: Word and Excel files are ZIPs with times in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP can name."""


Edit = Callable[[str, bytes], bytes]
"""From a member's name and bytes to the bytes it shall have."""


def _as_it_is(_: str, data: bytes) -> bytes:
    return data


def steady(archive: bytes, edit: Edit = _as_it_is) -> bytes:
    """The members in the same order, with no trace of when and on which system they were packed."""
    packed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(archive)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            new.writestr(member, edit(name, old.read(name)))
    return packed.getvalue()
