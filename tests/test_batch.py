"""Many files: everything in a folder is packed or named; corrections stay; what has not changed is left."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from conftest import LETTER, REPLY, Run, environment, without_source
from reply import load
from reply.batch.find import Item, find, targets
from reply.batch.keep import is_same_letter, keep_corrections
from reply.batch.many import pack_all
from reply.batch.record import digest, options, record_of, with_record
from reply.batch.work import Packed, Task
from reply.model import Letter
from reply.pack import pack

HEAD = "关于第{n}号提案的答复\n王芳委员:\n您提出的提案收悉,现答复如下:\n"
BODY = "2018年全县投入养老资金500万元,建成养老院12所。\n"
FOOT = "云溪县民政局\n2019年8月12日\n"


def letter(n: int = 1, body: str = BODY) -> str:
    return HEAD.format(n=n) + body + FOOT


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def correct(path: Path, before: str, after: str) -> None:
    """Correct the label of a packed figure by hand, as the file itself says."""
    text = path.read_text("utf-8")
    assert text.count(f'label = "{before}"') == 1
    text = text.replace(f'label = "{before}"', f'label = "{after}"')
    at = text.index('bound = "exact"', text.index(after))
    path.write_text(f'{text[:at]}corrected = ["label"]\n{text[at:]}', "utf-8")


# What is packed


def test_everything_in_a_folder_is_packed_or_named_with_the_reason(run: Run, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    write(texts / "a.txt", letter())
    write(texts / "sub" / "a.shtml", f"<html><body>{letter(2).replace(chr(10), '<br>')}")
    write(texts / ".hidden.txt", letter())
    write(texts / ".git" / "x.txt", letter())
    write(texts / "picture.jpg", "x")
    write(texts / "page.html", f"<html><body>{letter(3).replace(chr(10), '<br>')}")
    write(texts / "page_files" / "frame.html", "<p>x")
    write(texts / "other_files" / "b.txt", letter(4))
    os.mkfifo(texts / "pipe.txt")
    (texts / "link.txt").symlink_to("a.txt")
    (texts / "linked").symlink_to("sub")
    result = run("pack", str(texts), "-o", str(tmp_path / "out"))
    assert result.status == 0
    assert result.stderr.splitlines() == [
        f"{texts}/.git: was not packed (it is hidden).",
        f"{texts}/.hidden.txt: was not packed (it is hidden).",
        f"{texts}/link.txt: was not packed (it is a link).",
        f"{texts}/linked: was not packed (it is a link).",
        f"{texts}/page_files: was not packed (it goes with a saved page).",
        f"{texts}/picture.jpg: was not packed (the ending .jpg is unknown; to pack it, name it).",
        f"{texts}/pipe.txt: was not packed (it is no ordinary file).",
        "Packed 4 of 4 files; 0 failed.",
    ]
    packed = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.toml"))
    assert packed == ["a.toml", "other_files/b.toml", "page.toml", "sub/a.toml"]


def test_a_folder_that_cannot_be_read_is_named_and_fails(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "in" / "a.txt", letter())
    closed = write(tmp_path / "in" / "closed" / "b.txt", letter()).parent
    listing = os.scandir

    def scandir(folder: str) -> object:
        if folder == str(closed):
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    (passed_over,) = find([str(tmp_path / "in")]).passed_over
    assert passed_over == (str(closed), "it cannot be read: Permission denied", True)
    if os.geteuid():
        closed.chmod(0)
        result = run("pack", str(tmp_path / "in"), "-o", str(tmp_path / "out"))
        closed.chmod(0o755)
        assert (result.status, result.stderr.splitlines()[-1]) == (1, "Packed 1 of 1 files; 1 failed.")


def test_a_folder_may_be_deeper_than_python(tmp_path: Path) -> None:
    folder = str(tmp_path)
    for _ in range(1100):
        folder = os.path.join(folder, "d")
        if len(folder) > 3900:
            break
        os.mkdir(folder)
    try:
        assert find([str(tmp_path)]).items == []
    finally:
        subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)  # pytest's own way is a recursion


@pytest.mark.parametrize("out", ["out", "."])
def test_the_folder_of_the_results_is_not_searched_and_results_are_not_named(
    tmp_path: Path, out: str
) -> None:
    write(tmp_path / "a.txt", letter())
    for _ in range(2):
        command = [str(REPLY), "pack", ".", "-o", out]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, env=environment({}), check=True
        )
        assert "a.toml" not in done.stderr


def names(*paths: str) -> list[str]:
    items = [Item(path, path.partition("/")[2] or path) for path in paths]
    return [str(path) for path in targets(items, "out")]


def test_two_files_of_one_name_go_to_two_places() -> None:
    assert names("in/a.txt", "in/b/a.txt") == ["out/a.toml", "out/b/a.toml"]
    assert names("in/a.txt", "in/a.html", "in/b.txt") == ["out/a.txt.toml", "out/a.html.toml", "out/b.toml"]
    assert names("in/a.txt", "in/A.html") == ["out/a.txt.toml", "out/A.html.toml"]  # Windows, macOS
    assert names("x/a.txt", "y/a.txt") == ["out/x/a.txt.toml", "out/y/a.txt.toml"]
    assert names("-") == ["out/letter.toml"]


def test_a_file_that_is_named_twice_is_packed_once(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "a.txt", letter())
    result = run("pack", str(path), str(path.parent), str(path), "-o", str(tmp_path / "out"))
    assert result.stderr == "Packed 1 of 1 files; 0 failed.\n"


def test_a_slash_at_the_end_makes_a_folder(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", letter())
    assert run("pack", str(path), "-o", f"{tmp_path}/new/").status == 0
    assert load(tmp_path / "new" / "a.toml").issuer == "云溪县民政局"


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", letter())
    done = subprocess.run(
        ["bash", "-c", f'"{REPLY}" pack <(cat a.txt)'],
        cwd=tmp_path,
        capture_output=True,
        env=environment({}),
        check=True,
        timeout=30,
    )
    assert "养老资金" in done.stdout.decode()


# What is packed again


def test_running_again_packs_only_what_is_new_or_changed(run: Run, tmp_path: Path) -> None:
    texts, out = tmp_path / "in", tmp_path / "out"
    for n in range(3):
        write(texts / f"{n}.txt", letter(n))
    assert run("pack", str(texts), "-o", str(out)).stderr == "Packed 3 of 3 files; 0 failed.\n"
    before = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    write(texts / "1.txt", letter(1, "2018年全县投入养老资金600万元。\n"))
    os.utime(texts / "1.txt", ns=(1, 1))  # older than its result, as a copy may be
    write(texts / "3.txt", letter(3))
    again = run("pack", str(texts), "-o", str(out))
    assert (again.status, again.stderr) == (
        0,
        "Packed 2 of 4 files; 0 failed.\n2 of them have not changed and were left as they are; to pack them again, add --force.\n",
    )
    after = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    assert [name for name in before if before[name] == after[name]] == [
        name for name in before if name != "1.toml"
    ]
    assert load(out / "1.toml").figures is not None
    assert [figure.text for figure in load(out / "1.toml").figures] == ["600万元"]


def test_other_options_pack_again(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", letter())
    out = str(tmp_path / "a.toml")
    assert run("pack", str(path), "-o", out).status == 0
    assert (
        run("pack", str(path), "-o", out).stderr == f"{out}: was left as it is, for {path} has not changed.\n"
    )
    assert run("pack", str(path), "-o", out, "--keep-lines").stderr == ""


def test_a_letter_packed_from_another_file_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    one, other = write(tmp_path / "a.txt", letter(1)), write(tmp_path / "b.txt", letter(2))
    out = tmp_path / "x.toml"
    run("pack", str(one), "-o", str(out))
    refused = run("pack", str(other), "-o", str(out))
    assert (refused.status, refused.stderr) == (
        2,
        f"{out}: exists and was left as it is; add --force to overwrite it.\n",
    )


def test_corrections_stay_when_a_letter_is_packed_again_over_itself(run: Run, tmp_path: Path) -> None:
    path, out = write(tmp_path / "in" / "a.txt", letter()), tmp_path / "out"
    run("pack", str(path.parent), "-o", str(out))
    correct(out / "a.toml", "全县投入养老资金", "云溪县养老投入")
    assert run("pack", str(path.parent), "-o", str(out)).stderr.endswith(
        "1 of them have not changed and were left as they are; to pack them again, add --force.\n"
    )
    write(path, letter(body="我局高度重视。\n" + BODY))
    refused = run("pack", str(path.parent), "-o", str(out))
    assert (refused.status, refused.stderr.splitlines()[0]) == (
        1,
        f"{out}/a.toml: was edited by hand, and its source or the program has changed since; to pack it again, "
        "add --force, which keeps what stands under corrected.",
    )
    assert (
        run("pack", str(path.parent), "-o", str(out), "--force").stderr == "Packed 1 of 1 files; 0 failed.\n"
    )
    figure = next(iter(load(out / "a.toml").figures))
    assert (figure.label, figure.corrected) == ("云溪县养老投入", ("label",))


def test_what_could_not_be_kept_is_told(run: Run, tmp_path: Path) -> None:
    path, out = write(tmp_path / "a.txt", letter()), tmp_path / "a.toml"
    run("pack", str(path), "-o", str(out))
    correct(out, "全县投入养老资金", "云溪县养老投入")
    write(path, letter(body="2018年全县投入养老资金700万元。\n"))
    result = run("pack", str(path), "-o", str(out), "--force")
    assert result.stderr == (
        f"{path}: the corrections of “500万元” were not kept, for their sentences changed or it is another letter; "
        "look at them again.\n"
    )


def test_keep_takes_a_folder_and_with_several_files_nothing_else(run: Run, tmp_path: Path) -> None:
    texts, old, new = tmp_path / "in", tmp_path / "old", tmp_path / "new"
    for n in (1, 2):
        write(texts / "s" / f"{n}.txt", letter(n))
    run("pack", str(texts), "-o", str(old))
    correct(old / "s" / "1.toml", "全县投入养老资金", "云溪县养老投入")
    assert run("pack", str(texts), "-o", str(new), "--keep", str(old)).status == 0
    assert [next(iter(load(new / "s" / f"{n}.toml").figures)).label for n in (1, 2)] == [
        "云溪县养老投入",
        "全县投入养老资金",
    ]
    refused = run("pack", str(texts), "-o", str(new), "--keep", str(old / "s" / "1.toml"))
    assert (refused.status, refused.stderr) == (2, "With several files, --keep takes a folder; name one.\n")


def test_corrections_never_go_to_another_letter() -> None:
    one = pack(HEAD.format(n=1) + "投入500万元。\n" + FOOT)
    other = pack("关于修路的答复\n李四代表:\n支出500万元。\n青山县交通局\n2020年1月2日\n")
    figure = next(iter(one.figures))
    marked = one._replace(
        source="http://a",
        sections=tuple(
            s._replace(figures=tuple(f._replace(label="投入的钱", corrected=("label",)) for f in s.figures))
            for s in one.sections
        ),
    )
    assert not is_same_letter(other, marked)
    kept = keep_corrections(other, marked)
    assert (kept.letter, kept.lost) == (other, (figure.text,))
    numbered = one._replace(number="云民函〔2019〕1号"), one._replace(number="云民函〔2019〕2号")
    assert not is_same_letter(*numbered)
    assert is_same_letter(
        numbered[0], one._replace(number="云民函﹝2019﹞ 1号".replace("﹝", "〔").replace("﹞", "〕"))
    )


def marked(text: str, *texts: str) -> Letter:
    letter = pack(text)
    return letter._replace(
        sections=tuple(
            s._replace(
                figures=tuple(
                    f._replace(label=f"改{f.id}", corrected=("label",)) if f.text in texts else f
                    for f in s.figures
                )
            )
            for s in letter.sections
        )
    )


def test_a_correction_is_matched_by_sentence_and_number_whatever_the_spaces() -> None:
    old = marked(letter(), "500万元")
    kept = keep_corrections(
        pack(letter(body="前言。\n2018 年全县投入养老资金 500 万元,建成养老院 12 所。\n")), old
    )
    assert [f.label for f in kept.letter.figures if f.corrected] == ["改body-1"]
    assert kept.lost == ()


def test_a_number_that_stands_several_times_is_matched_by_its_order_or_not_at_all() -> None:
    twice = "各投入5万元,补助5万元。\n"
    old = marked(letter(body=twice), "5万元")
    same = keep_corrections(pack(letter(body="前言。\n" + twice)), old)
    assert [f.label for f in same.letter.figures] == ["改body-1", "改body-2"]
    more = keep_corrections(pack(letter(body=twice * 2)), old)
    assert (more.lost, [f.corrected for f in more.letter.figures]) == (("5万元", "5万元"), [()] * 4)


def test_a_record_knows_whether_the_file_was_edited(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    text = with_record("x = 1\n", "s/信\n.txt", digest(b"a"), options(keep_lines=True, encoding="big5"))
    path.write_text(text, "utf-8")
    record = record_of(path)
    assert record is not None
    assert (record.source, record.is_edited) == (digest(b"a"), False)
    assert record.options.endswith(",keep-lines,big5")
    path.write_text(text.replace("1", "2", 1), "utf-8")
    edited = record_of(path)
    assert edited is not None
    assert edited.is_edited
    path.write_text("x = 1\n")
    assert record_of(path) is None
    assert record_of(tmp_path / "none") is None


# Processes


def echo(task: Task) -> Packed:
    return Packed(task.name, toml=str(os.getpid()))


def die_of_seven(task: Task) -> Packed:
    if task.name == "7":
        os.kill(os.getpid(), signal.SIGKILL)
    return Packed(task.name)


TASKS = [Task(str(n)) for n in range(80)]


def test_a_process_that_dies_takes_only_its_own_file_with_it() -> None:
    results = list(pack_all(TASKS, die_of_seven))
    assert [packed.name for packed in results] == [task.name for task in TASKS]
    assert [packed.problem for packed in results if packed.problem] == [
        "7: the process that packed it was killed (out of memory?); it was not packed."
    ]


def test_many_files_are_packed_by_other_processes_and_few_by_this_one() -> None:
    assert str(os.getpid()) not in {packed.toml for packed in pack_all(TASKS, echo)}
    assert {packed.toml for packed in pack_all(TASKS[:5], echo)} == {str(os.getpid())}


def test_without_shared_memory_one_process_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("reply.batch.cores.ProcessPoolExecutor", no_memory)
    assert {packed.toml for packed in pack_all(TASKS, echo)} == {str(os.getpid())}


@pytest.mark.heavy
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_leaves_only_whole_files_and_no_process(tmp_path: Path, number: int, status: int) -> None:
    texts, out = tmp_path / "in", tmp_path / "out"
    texts.mkdir()
    for n in range(600):
        (texts / f"{n}.txt").write_bytes(LETTER.read_bytes())
    process = subprocess.Popen(
        [REPLY, "pack", texts, "-o", out], stderr=subprocess.PIPE, env=environment({}), start_new_session=True
    )
    while not any(out.glob("[0-9]*.toml")):
        time.sleep(0.01)
    os.kill(process.pid, number)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (status, b"")
    written = list(out.iterdir())
    assert 0 < len(written) < 600
    assert len({without_source(path) for path in written}) == 1  # all are of the same text
    assert load(written[0]).text == LETTER.read_bytes().decode()
    time.sleep(0.2)
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_a_name_that_no_file_can_have_is_taken_to_be_told_when_it_is_read() -> None:
    assert find(["\ud800", "a\0b", "\ud800"]).items == [Item("\ud800", "\ud800"), Item("a\0b", "a\0b")]
