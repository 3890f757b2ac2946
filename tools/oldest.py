"""Install the oldest releases that pyproject.toml allows into a place of their own, and see that they work.

python tools/oldest.py
python tools/oldest.py --newest
python tools/oldest.py --print
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import tomli

ROOT = Path(__file__).parent.parent
CHECKS = (
    ("find 养老", "3.13亿元"),
    ("figures 3.1-5 -f value", "313000000"),
    ("figures -f table", "6270万元"),
    ("find 养佬", "homophone"),
    ("find 志愿愿者", "edit"),
    ("-h", "figures"),
    ("figures --unti 元", "--unit"),
    ("pack tests/samples/text/A.txt", "[[sections.figures]]"),
    ("pack tests/samples/html/05_br.html", "[[sections]]"),
    ("pack tests/samples/docx/p2_C_table.docx", "[[sections.figures]]"),
    ("pack tests/samples/pdf/p1_A_plain.pdf", "[[sections.figures]]"),
    ("pack tests/samples/ofd/own_L_natural.ofd", "[[sections]]"),
)
"""Commands, and what they print: each dependency is used by one of them."""


def oldest() -> list[str]:
    """Return the requirements of the program and of the extra `files`, each at its lowest release."""
    project = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [
        lowest(wanted) for wanted in [*project["dependencies"], *project["optional-dependencies"]["files"]]
    ]


def lowest(wanted: str) -> str:
    """Return a requirement with its lower bound alone: `typer>=0.26,<0.29` is `typer==0.26`."""
    name, bounds, release = wanted.partition(">=")
    if not bounds:
        raise SystemExit(f"{wanted}: has no lowest release")
    return f"{name}=={release.partition(',')[0]}"


def main() -> int:
    """Install and try; return 1 when something does not work."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--newest", action="store_true", help="the newest releases instead")
    parser.add_argument("--print", action="store_true", help="print the requirements and do nothing")
    asked = parser.parse_args()
    if asked.print:
        print("\n".join(oldest()))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = Path(folder, "bin", "python")
        install = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        constraints = [] if asked.newest else oldest()
        subprocess.run([*install, f"{ROOT}[files]", *constraints], check=True)
        works = [_works(python.with_name("reply"), *check) for check in CHECKS]
        return int(not all(works))


def _works(program: Path, command: str, printed: str) -> bool:
    done = subprocess.run([program, *command.split()], cwd=ROOT, capture_output=True, text=True, check=False)
    works = printed in done.stdout + done.stderr and "Traceback" not in done.stderr
    print(f"{'ok' if works else 'NOT'} reply {command}")
    if not works:
        print(done.stdout[-300:] + done.stderr[-1_000:])
    return works


if __name__ == "__main__":
    sys.exit(main())
