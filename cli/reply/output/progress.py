"""A progress bar on stderr, when a person sees it."""

import sys
from collections.abc import Iterable
from typing import TypeVar

Item = TypeVar("Item")


def progress(items: Iterable[Item], count: int) -> Iterable[Item]:
    """Pass items on, and show how many of how many have come."""
    if sys.stderr is None or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, description="", total=count, console=Console(stderr=True), transient=True)
