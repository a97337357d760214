"""The files of a folder that are to be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from timeline_cli.errors import TimelineError
from timeline_cli.readers.formats import known_by_suffix


def files_of(folder: str, glob: str | None = None) -> tuple[list[str], int]:
    """Returns the files below a folder, in order of their paths, and how many others there are.

    With `glob`, those whose name or path below the folder fits it (`*.html`, `2023/*`); without, those whose suffix
    tells a known format. Hidden files and folders (`.git`) are never read. Raises TimelineError where nothing is left.
    """
    paths = list(_walk(folder))
    wanted = [path for path in paths if _fits(path, folder, glob)]
    if not wanted:
        reason = (
            f"no file in it fits --glob {glob!r}" if glob else "no file in it has a known suffix (timeline formats)"
        )
        raise TimelineError(f"{folder}: is a folder, and {reason}")
    return wanted, len(paths) - len(wanted)


def _fits(path: str, folder: str, glob: str | None) -> bool:
    if glob is None:
        return known_by_suffix(path) is not None
    below = Path(path).relative_to(folder).as_posix()
    return fnmatchcase(below, glob) or fnmatchcase(Path(path).name, glob)


def _walk(folder: str) -> Iterator[str]:
    def failed(error: OSError) -> None:
        raise TimelineError(f"{error.filename}: may not be read: {error.strerror}") from None

    for path, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(path, name) for name in sorted(names) if not name.startswith("."))
