"""Packing on a cluster gives what packing here gives, whatever becomes of the workers."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from conftest import REPLY, Result, Run, environment
from reply.errors import ReplyError

needs_distributed = pytest.mark.skipif(
    find_spec("distributed") is None, reason="distributed is not installed (extra `cluster`)"
)
LETTERS = 120


class Running(NamedTuple):
    """A cluster on this machine, with a process for the scheduler and one for each worker."""

    address: str
    workers: list[int]
    process: "subprocess.Popen[str]"


def started(workers: int = 2) -> Running:
    """Start a cluster that gives a file up when it has killed two workers."""
    code = (
        "import sys; from distributed import LocalCluster\n"
        f"cluster = LocalCluster(n_workers={workers}, threads_per_worker=1, dashboard_address=None)\n"
        "print(cluster.scheduler_address, *(worker.pid for worker in cluster.workers.values()), flush=True)\n"
        "sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment({"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}),
        text=True,
    )
    assert process.stdout is not None
    address, *pids = process.stdout.readline().split()
    return Running(address, list(map(int, pids)), process)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Running]:
    running = started()
    yield running
    running.process.communicate()


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(LETTERS):
        text = f"云民函〔2017〕{number}号\n" + f"2016年安排养老资金{number + 1}万元。\n" * 5
        (folder / f"{number:03}.txt").write_text(f"{text}云溪县民政局\n2017年6月6日\n", "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def script(code: str, *arguments: str | Path) -> Result:
    """Run the program with something about it changed."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nfrom reply.__main__ import main; main()", *arguments],
        capture_output=True,
        env=environment({}),
        timeout=60,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr.decode())


@needs_distributed
def test_a_lost_worker_costs_nothing_but_time(
    run: Run, cluster: Running, texts: Path, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    run("pack", str(texts), "-o", str(here))
    packing = subprocess.Popen(
        [REPLY, "pack", texts, "-o", there, "--cluster", cluster.address],
        stderr=subprocess.PIPE,
        env=environment({}),
    )
    while not there.exists() or not any(there.glob("[0-9]*.toml")):
        time.sleep(0.01)
    os.kill(cluster.workers[0], signal.SIGKILL)
    assert packing.communicate(timeout=60)[1] == b"Packed 120 of 120 files; 0 failed.\n"
    assert contents(there) == contents(here)


@needs_distributed
def test_a_collection_is_packed_there_and_written_here(
    run: Run, cluster: Running, texts: Path, tmp_path: Path
) -> None:
    (texts / "empty.txt").write_bytes(b"")
    (texts / "packed.toml").write_bytes(run("pack", str(texts / "000.txt")).stdout)
    said = []
    for name, options in (("here.db", []), ("there.db", ["--cluster", cluster.address])):
        said.append(run("pack", str(texts), "-o", str(tmp_path / name), *options))
        run("pack", str(tmp_path / name), "-o", str(tmp_path / f"{name}.jsonl"))
    assert (said[0].status, said[0].stderr) == (said[1].status, said[1].stderr)
    assert "Packed 121 of 122 files; 1 failed." in said[1].stderr
    assert (tmp_path / "there.db.jsonl").read_bytes() == (tmp_path / "here.db.jsonl").read_bytes()


@needs_distributed
def test_corrections_on_this_machine_are_kept_by_workers_on_others(
    run: Run, cluster: Running, texts: Path, tmp_path: Path
) -> None:
    (texts / "005.txt").write_text("2016年安排养老资金5万元。\n", "utf-8")
    old = tmp_path / "old.toml"
    text = run("pack", str(texts / "005.txt")).text
    assert text.count('label = "安排养老资金"') == 1
    old.write_text(
        text.replace('label = "安排养老资金"', 'label = "养老的钱"\ncorrected = ["label"]'), "utf-8"
    )
    # The workers could read a path that is whole, as they are on this machine.
    process = subprocess.run(
        [REPLY, "pack", "005.txt", "--keep", "../old.toml", "--cluster", cluster.address],
        cwd=texts,
        env=environment({}),
        capture_output=True,
        check=True,
    )
    assert 'label = "养老的钱"' in process.stdout.decode()


@needs_distributed
def test_a_file_that_kills_every_worker_is_named_and_the_others_are_packed(cluster: Running) -> None:
    code = (
        "import os, signal, sys\n"
        "from reply.batch.many import pack_all\n"
        "from reply.batch.work import Packed, Task\n"
        "def work(task):\n"
        "    if task.name == '7': os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return Packed(task.name)\n"
        "tasks = [Task(str(n), data=b'') for n in range(20)]\n"
        "for packed in pack_all(tasks, work, cluster=sys.argv[1]): print(packed.name, packed.problem)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, cluster.address],
        capture_output=True,
        env=environment({}),
        text=True,
        timeout=120,
        check=True,
    )
    killed = "7 7: the process that packed it was killed (out of memory?); it was not packed."
    assert done.stdout.splitlines() == [killed if n == 7 else f"{n} " for n in range(20)]


@needs_distributed
def test_a_cluster_that_goes_away_leaves_what_is_written(texts: Path, tmp_path: Path) -> None:
    running = started(workers=1)
    out = tmp_path / "out"
    packing = subprocess.Popen(
        [REPLY, "pack", texts, "-o", out, "--cluster", running.address],
        stderr=subprocess.PIPE,
        env=environment({}),
    )
    while not out.exists() or not any(out.glob("[0-9]*.toml")):
        time.sleep(0.01)
    running.process.kill()
    running.process.communicate()
    _, errors = packing.communicate(timeout=90)
    assert (packing.returncode, errors.decode()) == (
        2,
        f"{running.address}: the cluster is gone; what is written stays, run this again for the rest.\n",
    )
    assert 0 < len(list(out.iterdir())) < LETTERS


@needs_distributed
@pytest.mark.parametrize(
    ("status", "raised"), [("closed", ReplyError), ("connecting", ReplyError), ("running", AttributeError)]
)
def test_whatever_a_client_raises_that_has_given_up_the_cluster_is_gone(
    monkeypatch: pytest.MonkeyPatch, status: str, raised: type[Exception]
) -> None:
    from reply.batch.cluster import Cluster

    def fails(*_: object, **__: object) -> None:
        raise AttributeError("'NoneType' object has no attribute 'identity'")

    client = SimpleNamespace(status=status, wait_for_workers=fails, close=lambda: None)
    monkeypatch.setattr(Cluster, "_connected", lambda self: client)
    monkeypatch.setattr("logging.disable", lambda: None)
    with pytest.raises(raised), Cluster("tcp://127.0.0.1:1").pool():
        pass


@needs_distributed
def test_a_worker_of_another_version_is_named(cluster: Running, texts: Path) -> None:
    result = script(
        "import reply; reply.__version__ = '9.9'",
        "pack", texts / "000.txt", "--cluster", cluster.address,
    )  # fmt: skip
    assert (result.status, result.stdout, result.stderr.count("\n")) == (2, b"", 1)
    assert "and this is 9.9; install the same version there.\n" in result.stderr


@needs_distributed
def test_a_cluster_without_workers_is_told(texts: Path) -> None:
    running = started(workers=0)
    result = script(
        "import reply.batch.cluster as cluster; cluster._WORKERS = 0.2",
        "pack", texts / "000.txt", "--cluster", running.address,
    )  # fmt: skip
    running.process.communicate()
    assert (result.status, result.stderr) == (
        2,
        f"{running.address}: the cluster has no worker; start dask worker. What is written stays; run this "
        "again for the rest.\n",
    )


@needs_distributed
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "x://y", "nowhere", ""])
def test_a_scheduler_that_cannot_be_reached_is_told_in_one_sentence(address: str, texts: Path) -> None:
    result = script(
        "import reply.batch.cluster as cluster; cluster._CONNECT = 0.5",
        "pack", texts / "000.txt", "--cluster", address,
    )  # fmt: skip
    assert (result.status, result.stdout, result.stderr.count("\n")) == (2, b"", 1)
    assert result.stderr.startswith(f"{address}: no scheduler answers there (")


def test_without_the_extra_it_is_said_how_to_get_it(texts: Path) -> None:
    result = script(
        "import sys; sys.modules['distributed'] = None",
        "pack", texts / "000.txt", "--cluster", "tcp://127.0.0.1:8786",
    )  # fmt: skip
    assert (result.status, result.stdout, result.stderr) == (
        2,
        b"",
        "--cluster needs distributed; install it with pip install 'reply-cli[cluster]'.\n",
    )
