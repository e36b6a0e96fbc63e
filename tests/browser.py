"""A headless Chromium of the test's own, spoken to over two pipes; without one the test is skipped."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--remote-debugging-pipe",
)  # fmt: skip
TO_3_AND_4 = """import fcntl, os, sys
read, write = (fcntl.fcntl(int(each), fcntl.F_DUPFD, 10) for each in sys.argv[1:3])
os.dup2(read, 3)
os.dup2(write, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""DevTools reads from descriptor 3 and writes to 4."""

PATIENCE = 60
"""Seconds until a browser that says nothing is taken for dead."""


def chromium() -> str | None:
    """The installed browser."""
    return shutil.which("chromium") or shutil.which("google-chrome")


class Browser:
    """One tab. Commands are DevTools' own; events that come meanwhile are kept until somebody asks."""

    def __init__(self, folder: Path) -> None:
        self.downloads = folder / "hentet"
        self.downloads.mkdir(parents=True)
        to_read, self._out = os.pipe()
        self._in, to_write = os.pipe()
        command = [str(chromium()), *FLAGS, f"--user-data-dir={folder / 'profil'}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", TO_3_AND_4, str(to_read), str(to_write), *command],
            pass_fds=(to_read, to_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        os.close(to_read)
        os.close(to_write)
        self._buffer = b""
        self._number = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []

    def begin(self) -> None:
        """Open the tab, and ask to be told of everything it does."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        allow = {"behavior": "allow", "downloadPath": str(self.downloads), "eventsEnabled": True}
        self.call("Browser.setDownloadBehavior", **allow)
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> Any:
        """One command's answer. Raises AssertionError where DevTools refuses it."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session and not method.startswith(("Target.", "Browser.")):
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while (answer := self._read()).get("id") != self._number:
            self.events.append(answer)
        assert "error" not in answer, answer
        return answer["result"]

    def wait(self, method: str, **fields: Any) -> dict[str, Any]:
        """The next event of a kind whose parameters have these values."""
        while True:
            for event in self.events:
                params = event.get("params", {})
                if event.get("method") == method and fields.items() <= params.items():
                    self.events.remove(event)
                    return dict(params)
            self.events.append(self._read())

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], PATIENCE)
            piece = os.read(self._in, 2**16) if ready else b""
            assert piece, "the browser has ended, or says nothing"
            self._buffer += piece
        message, _, self._buffer = self._buffer.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found

    def go(self, path: Path) -> None:
        """Open a file, and be there when it has loaded."""
        self.events.clear()
        self.call("Page.navigate", url=path.as_uri())
        self.wait("Page.loadEventFired")

    def run(self, script: str) -> Any:
        """The value of an expression in the page; promises are waited for."""
        params = {"expression": script, "awaitPromise": True, "returnByValue": True, "userGesture": True}
        answer = self.call("Runtime.evaluate", **params)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, code: int, text: str = "", modifiers: int = 0) -> None:
        """A key, as from the keyboard; ``modifiers`` is 1 for Alt, 8 for Shift."""
        common = {"key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text: str) -> None:
        """Words, as from a keyboard, where the focus is."""
        self.call("Input.insertText", text=text)

    def downloaded(self) -> Path:
        """The file that was saved last, when all of it is there."""
        begun = self.wait("Browser.downloadWillBegin")
        self.wait("Browser.downloadProgress", guid=begun["guid"], state="completed")
        return self.downloads / str(begun["suggestedFilename"])

    def end(self) -> None:
        """Close the browser and everything it started."""
        os.close(self._out)
        os.close(self._in)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(PATIENCE)


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Browser]:
    """A browser for one test; it is gone afterwards."""
    if chromium() is None:
        pytest.skip("there is no Chromium here")
    browser = Browser(folder)
    try:
        browser.begin()
        yield browser
    finally:
        browser.end()
