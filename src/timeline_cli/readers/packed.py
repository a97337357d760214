"""Files inside a ZIP archive, which DOCX and EPUB are."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

from timeline_cli.errors import TimelineError

LARGEST_MEMBER = 256 * 1024 * 1024

# What the standard library raises for archives that are damaged or that it cannot read.
DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    KeyError,
    OSError,
    RuntimeError,
    ValueError,
)


@contextmanager
def archive(data: bytes, name: str) -> Iterator[zipfile.ZipFile]:
    """Opens a ZIP archive; raises TimelineError where the bytes are none or something in it is damaged or too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as members:
            large = next((entry.filename for entry in members.infolist() if entry.file_size > LARGEST_MEMBER), None)
            if large is not None:
                raise TimelineError(f"{name}: {large} in it is larger than {LARGEST_MEMBER >> 20} MB unpacked")
            yield members
    except DAMAGE as error:
        raise TimelineError(f"{name}: is damaged or encrypted: {error}") from None
    except ElementTree.ParseError as error:
        raise TimelineError(f"{name}: is damaged: {error}") from None
