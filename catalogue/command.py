"""Command lines that speak the language in force: argparse takes its own few sentences from our catalogue too."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable

from catalogue.language import _


def parser(prog: str, description: str) -> argparse.ArgumentParser:
    """A parser whose headings and complaints are translated; sub-parsers made from it are too."""
    vars(argparse)["_"] = _
    return argparse.ArgumentParser(prog=prog, description=description)


def quietly(act: Callable[[], int]) -> int:
    """The exit code of `act`; when the reader of standard output has left (`| head`), end without a word."""
    try:
        code = act()
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
