"""What is told of a stick by Linux' mounts and devices, and by Windows' type of drive."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from kvik_desktop.foundation.media import (
    Mount,
    is_carried,
    is_on_carried_mount,
    is_removable_drive,
    read_mounts,
)

LINES = (
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw",
    r"40 22 8:17 / /media/anna/MIT\040STIK rw,nosuid - vfat /dev/sdb1 rw",
    "41 22 8:33 / /mnt/arkiv rw - ext4 /dev/sdc1 rw",
    "42 22 0:50 / /home/anna/net rw - cifs //server/faelles rw",
)


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    """A kernel's folder: disk b can be taken out, a and c cannot."""
    by_number = tmp_path / "dev" / "block"
    by_number.mkdir(parents=True)
    for number, disk, removable in (("8:1", "sda", 0), ("8:17", "sdb", 1), ("8:33", "sdc", 0)):
        partition = tmp_path / disk / f"{disk}1"
        partition.mkdir(parents=True)
        (tmp_path / disk / "removable").write_text(f"{removable}\n")
        (by_number / number).symlink_to(partition)
    return by_number


@pytest.mark.parametrize(
    ("path", "carried"),
    [
        ("/media/anna/MIT STIK/skole.kvikdb", True),
        ("/home/anna/skole.kvikdb", False),
        ("/mnt/arkiv/skole.kvikdb", False),
        ("/home/anna/net/skole.kvikdb", False),
        ("/media", False),
    ],
)
def test_what_is_plugged_in(devices: Path, path: str, carried: bool) -> None:
    assert is_on_carried_mount(PurePosixPath(path), read_mounts(LINES), devices) is carried


def test_a_stick_mounted_elsewhere_is_known_by_its_device(devices: Path) -> None:
    mounts = [Mount(PurePosixPath("/"), "8:1"), Mount(PurePosixPath("/mnt/stik"), "8:17")]
    assert is_on_carried_mount(PurePosixPath("/mnt/stik/a.kvikdb"), mounts, devices)
    assert not is_on_carried_mount(PurePosixPath("/mnt/stikket/a.kvikdb"), mounts, devices)


def test_windows_says_it_by_a_number() -> None:
    assert [kind for kind in range(7) if is_removable_drive(kind)] == [2]


def test_this_machine_can_be_asked(tmp_path: Path) -> None:
    assert is_carried(tmp_path / "a.kvikdb") in (True, False)
    assert not is_on_carried_mount(PurePosixPath("/x"), read_mounts(["junk", ""]), tmp_path)
