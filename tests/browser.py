"""A headless Chromium of the tests' own, spoken to over two pipes: one a worker, a clean profile a test."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--remote-debugging-pipe",
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

ALT, SHIFT = 1, 8
KEYS = {"Tab": 9, "Enter": 13, " ": 32, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
"""The keys' numbers; a letter has that of its capital."""


def chromium() -> str | None:
    """The installed browser."""
    return shutil.which("chromium") or shutil.which("google-chrome")


class Chromium:
    """The browser's process. Commands are DevTools' own; events that come meanwhile are kept."""

    def __init__(self, profile: Path) -> None:
        to_read, self._out = os.pipe()
        self._in, to_write = os.pipe()
        command = [str(chromium()), *FLAGS, f"--user-data-dir={profile}", "about:blank"]
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
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, session: str | None = None, **params: Any) -> Any:
        """One command's answer. Raises AssertionError where DevTools refuses it."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while (answer := self.read()).get("id") != self._number:
            self.events.append(answer)
        assert "error" not in answer, answer
        return answer["result"]

    def read(self) -> dict[str, Any]:
        """The next message."""
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], PATIENCE)
            piece = os.read(self._in, 2**16) if ready else b""
            assert piece, "the browser has ended, or says nothing"
            self._buffer += piece
        message, _, self._buffer = self._buffer.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found

    def end(self) -> None:
        """Close the browser and everything it started."""
        os.close(self._out)
        os.close(self._in)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(PATIENCE)


class Browser:
    """One tab in a profile of its own: nothing is remembered from another test."""

    def __init__(self, chromium: Chromium, downloads: Path, context: str | None = None) -> None:
        self.chromium = chromium
        self.downloads = downloads
        self.context = context or chromium.call("Target.createBrowserContext")["browserContextId"]
        params: dict[str, Any] = {"behavior": "allow", "downloadPath": str(downloads), "eventsEnabled": True}
        chromium.call("Browser.setDownloadBehavior", browserContextId=self.context, **params)
        tab = chromium.call("Target.createTarget", url="about:blank", browserContextId=self.context)
        attached = chromium.call("Target.attachToTarget", targetId=tab["targetId"], flatten=True)
        self._session: str = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def second(self) -> Browser:
        """Another tab beside this one."""
        return Browser(self.chromium, self.downloads, self.context)

    @property
    def events(self) -> list[dict[str, Any]]:
        """What has happened in this tab since it last went somewhere."""
        mine = (self._session, None)
        return [event for event in self.chromium.events if event.get("sessionId") in mine]

    def call(self, method: str, **params: Any) -> Any:
        """One command's answer from this tab."""
        return self.chromium.call(method, self._session, **params)

    def wait(self, method: str, **fields: Any) -> dict[str, Any]:
        """The next event of a kind whose parameters have these values."""
        while True:
            for event in self.events:
                params = event.get("params", {})
                if event.get("method") == method and fields.items() <= params.items():
                    self.chromium.events.remove(event)
                    return dict(params)
            self.chromium.events.append(self.chromium.read())

    def go(self, path: Path) -> None:
        """Open a file, and be there when it has loaded."""
        self.chromium.events.clear()
        self.call("Page.navigate", url=path.as_uri())
        self.wait("Page.loadEventFired")

    def run(self, script: str) -> Any:
        """The value of an expression in the page; promises are waited for."""
        params = {"expression": script, "awaitPromise": True, "returnByValue": True, "userGesture": True}
        answer = self.call("Runtime.evaluate", **params)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def until(self, condition: str) -> None:
        """Be there when an expression in the page has become true."""
        late = f"Date.now() > {time.time() + PATIENCE / 3} * 1000 ? fail() : setTimeout(look, 5)"
        look = f"() => ({condition}) ? done() : {late}"
        self.run(f"new Promise((done, fail) => {{ const look = {look}; look(); }})")

    def text(self, id_: str) -> str:
        """The words of the element with this id."""
        return str(self.run(f"document.getElementById('{id_}').textContent"))

    def press(self, key: str, modifiers: int = 0) -> None:
        """A key, as from the keyboard."""
        code = KEYS[key] if key in KEYS else ord(key.upper())
        text = {"Enter": "\r", "Tab": ""}.get(key, key if len(key) == 1 else "")
        common = {"key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        text = "" if modifiers & ALT else text
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text: str) -> None:
        """Words, as from a keyboard, where the focus is."""
        self.call("Input.insertText", text=text)

    def screen(self, width: int, height: int = 740) -> None:
        """As on a screen of this many CSS pixels."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.call("Emulation.setDeviceMetricsOverride", **size)

    def prefers(self, **features: str) -> None:
        """What the participant has asked the system for: ``color_scheme="dark"``."""
        asked = [{"name": f"prefers-{name.replace('_', '-')}", "value": v} for name, v in features.items()]
        self.call("Emulation.setEmulatedMedia", features=asked)

    def downloaded(self) -> Path:
        """The file that was saved last, when all of it is there."""
        begun = self.wait("Browser.downloadWillBegin")
        self.wait("Browser.downloadProgress", guid=begun["guid"], state="completed")
        return self.downloads / str(begun["suggestedFilename"])

    def leave(self) -> None:
        """Close the tabs and forget the profile."""
        self.chromium.call("Target.disposeBrowserContext", browserContextId=self.context)
        self.chromium.events.clear()


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Chromium]:
    """A browser for many tests. Without one they are skipped, but never in the check."""
    if chromium() is None:
        assert not os.environ.get("CI"), "the check needs Chromium (Debian's package chromium)"
        pytest.skip("there is no Chromium here; install it to test the answer page")
    browser = Chromium(folder)
    try:
        yield browser
    finally:
        browser.end()
