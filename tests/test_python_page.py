"""The page on Python is run as it stands."""

import doctest
import re
from pathlib import Path

PAGE = (Path(__file__).parent.parent / "docs" / "python.md").read_text("utf-8")


def test_every_example_gives_what_it_shows() -> None:
    code = "\n".join(re.findall(r"```pycon\n(.*?)```", PAGE, re.DOTALL))
    runner = doctest.DocTestRunner()
    told: list[str] = []
    failed, tried = runner.run(
        doctest.DocTestParser().get_doctest(code, {}, "docs/python.md", None, 0), out=told.append
    )
    assert not failed, "".join(told)
    assert tried >= 15


def test_every_public_name_is_on_it() -> None:
    import reply

    for name in set(reply.__all__) - {"__version__"}:
        assert re.search(rf"\b{name}\b", PAGE), name
