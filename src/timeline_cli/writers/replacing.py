"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from timeline_cli.errors import TimelineError

STDOUT = "-"


@contextmanager
def opened(target: str, force: bool = False) -> Iterator[BinaryIO]:
    """Opens a target for writing: standard output (`-`), a device or pipe as it is, a file by way of a temporary one.

    A file appears under its name only when all of it is on the disk; where anything fails, nothing is left behind. A
    file that is there already is replaced only with `force`. Raises TimelineError where the target cannot be written.
    """
    if target == STDOUT:
        yield sys.stdout.buffer
        return
    path = Path(os.path.realpath(target))
    check(target, force)
    try:
        with path.open("wb") if _is_special(path) else _replaced(path, force) as stream:
            yield stream
    except FileExistsError:
        raise TimelineError(f"{target}: exists already; replace it with --force") from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise TimelineError(f"{target}: cannot be written: {error.strerror or error}; nothing was left there") from None


def check(target: str, force: bool = False, sources: tuple[str, ...] = ()) -> None:
    """Raises TimelineError where a target cannot be written to, so that nobody waits for a result in vain.

    `sources`: the inputs, none of which may be overwritten, not even with `force`.
    """
    if target == STDOUT:
        return
    path = Path(os.path.realpath(target))
    if path.is_dir():
        raise TimelineError(f"{target}: is a folder; name a file in it")
    if not path.parent.is_dir():
        raise TimelineError(f"{target}: its folder does not exist; make it first (mkdir -p {path.parent})")
    if any(source != "-" and os.path.realpath(source) == str(path) for source in sources):
        raise TimelineError(f"{target}: is the input itself; choose another name for the output")
    if path.exists() and not _is_special(path) and not force:
        raise TimelineError(f"{target}: exists already; replace it with --force")


def _is_special(path: Path) -> bool:
    return path.exists() and not stat.S_ISREG(path.stat().st_mode)


@contextmanager
def _replaced(path: Path, force: bool) -> Iterator[BinaryIO]:
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield cast(BinaryIO, stream)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask())
        _rename(temporary, path, force)
        _sync_folder(path.parent)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(temporary)


def _rename(temporary: str, path: Path, force: bool) -> None:
    """Gives the finished file its name; without `force` by a link, which fails where the name was taken meanwhile."""
    if not force:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except (OSError, NotImplementedError):  # a file system without hard links
            if path.exists():
                raise FileExistsError(str(path)) from None
        else:
            return
    os.replace(temporary, path)


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # not every file system lets a folder be opened
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
