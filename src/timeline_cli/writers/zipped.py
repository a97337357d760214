"""ZIP archives whose bytes are the same for the same members."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import BinaryIO

_MADE = (1980, 1, 1, 0, 0, 0)


def write_members(members: Mapping[str, bytes], stream: BinaryIO) -> None:
    """Writes files into an archive, in the order given."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _MADE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    stream.write(packed.getvalue())
