"""The entry of the frozen `kvik` command."""

from kvik_desktop.cli.main import run

run()
