"""What letters are called among several."""

import os
from collections import Counter
from collections.abc import Mapping


def named(numbers: Mapping[str, str | None]) -> dict[str, str]:
    """Name each letter by its number, by its file where that is not its own, by its path where neither is.

    No two have the same name, for ids are made of them.
    """
    stems = {path: os.path.splitext(os.path.basename(path))[0] for path in numbers}
    same_number, same_stem = Counter(numbers.values()), Counter(stems.values())
    names: dict[str, str] = {}
    for path, number in numbers.items():
        file = stems[path] if same_stem[stems[path]] == 1 else os.path.splitext(path)[0]
        names[path] = number if number is not None and same_number[number] == 1 else file
    for way in (lambda path: os.path.splitext(path)[0], str, os.path.abspath):
        taken = Counter(names.values())
        if len(taken) == len(names):
            break
        names = {path: name if taken[name] == 1 else way(path) for path, name in names.items()}
    return names
