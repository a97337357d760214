from __future__ import annotations

import os
from pathlib import Path

import pytest

from timeline_cli.errors import TimelineError
from timeline_cli.writers.replacing import check, opened


def write(target: Path | str, data: bytes = b"new", force: bool = False) -> None:
    with opened(str(target), force) as stream:
        stream.write(data)


def write_half_and_fail(target: Path, force: bool = False) -> None:
    with opened(str(target), force) as stream:
        stream.write(b"half")
        raise RuntimeError


def test_a_file_appears_whole(tmp_path: Path) -> None:
    write(tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["out.csv"]


def test_nothing_is_there_before_the_end(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    with opened(str(target)) as stream:
        stream.write(b"half")
        stream.flush()
        assert not target.exists()


def test_nothing_is_left_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        write_half_and_fail(tmp_path / "out.csv")
    assert os.listdir(tmp_path) == []


def test_a_failure_keeps_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write_half_and_fail(target, force=True)
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["out.csv"]


def test_an_existing_file_needs_force(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    with pytest.raises(TimelineError, match="--force"):
        write(target)
    assert target.read_bytes() == b"old"
    write(target, force=True)
    assert target.read_bytes() == b"new"


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    writing = opened(str(target))
    writing.__enter__().write(b"new")
    target.write_bytes(b"other")
    with pytest.raises(TimelineError, match="--force"):
        writing.__exit__(None, None, None)
    assert target.read_bytes() == b"other"
    assert os.listdir(tmp_path) == ["out.csv"]


def test_permissions_are_those_of_the_old_file_or_of_the_umask(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    write(target)
    assert target.stat().st_mode & 0o777 == 0o666 & ~_umask()
    target.chmod(0o640)
    write(target, force=True)
    assert target.stat().st_mode & 0o777 == 0o640


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    write(tmp_path / "link.csv", force=True)
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


def test_a_device_is_written_as_it_is() -> None:
    write("/dev/null")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(("target", "words"), [(".", "is a folder"), ("missing/out.csv", "does not exist")])
def test_bad_targets(tmp_path: Path, target: str, words: str) -> None:
    with pytest.raises(TimelineError, match=words):
        check(str(tmp_path / target))


def test_an_input_is_never_the_output(tmp_path: Path) -> None:
    source = tmp_path / "text.csv"
    source.write_text("x")
    with pytest.raises(TimelineError, match="is the input itself"):
        check(str(source), force=True, sources=("-", str(source)))


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", denied)
    with pytest.raises(TimelineError, match=r"out\.csv: cannot be written: Permission denied"):
        write(tmp_path / "out.csv")
