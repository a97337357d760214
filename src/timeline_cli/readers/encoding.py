"""From bytes to text: which character encoding a file is in."""

from __future__ import annotations

import codecs
import re

from timeline_cli.errors import TimelineError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF; take its text out first (pdftotext)"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as plain text first"),
    (b"{\\rtf", "an RTF document; save it as plain text first"),
    (b"\x1f\x8b", "compressed (gzip); unpack it first"),
)
# Arabic letters from the most to the least frequent in news prose, weighted by rank; and marks that prose has.
_LETTERS_BY_RANK = "اليمونرتبةعدسفهقكحجأشىصطخإضزذغءئثظآؤ"
_FREQUENT = {letter: 1 - rank / len(_LETTERS_BY_RANK) for rank, letter in enumerate(_LETTERS_BY_RANK)} | dict.fromkeys(
    "،؛؟ـ“”‘’«»–—…\u200e\u200f\xa0\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652", 0.3
)
_ARABIC_ENOUGH = 0.35
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTES = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLS_IN_TEXT = 0.05  # damaged texts hold some, most often U+001A; binary data holds many
_WIDE_LETTERS = re.compile(r"[ \n0-9A-Za-z\u0600-\u06ff]")


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """Returns the text of a file's bytes, without byte order mark.

    A byte order mark decides; else valid UTF-8 is UTF-8; else UTF-16 without a mark, Windows-1256 and ISO-8859-6 are
    told apart by what comes out. A given `encoding` decides alone: bytes that it does not know become U+FFFD. Raises
    TimelineError, which begins with `name`, for bytes that are no text and for unknown encodings.
    """
    if encoding is not None:
        return _forced(data, name, encoding)
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name, codec)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise TimelineError(f"{name}: is {kind}")
    return _checked(_unmarked(data, name), name)


def _forced(data: bytes, name: str, encoding: str) -> str:
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        raise TimelineError(f"--encoding: {encoding!r} is unknown; try utf-8, utf-16, cp1256 or iso-8859-6") from None
    return _checked(text.removeprefix("\ufeff"), name)


def _strict(data: bytes, name: str, codec: str) -> str:
    try:
        return _checked(data.decode(codec), name)
    except UnicodeDecodeError as error:
        raise TimelineError(
            f"{name}: has the mark of {codec}, but byte {error.start} does not fit; "
            f"repair it, or read it with --encoding {codec}"
        ) from None


def _checked(text: str, name: str) -> str:
    controls = _CONTROLS.findall(text)
    if "\0" in text or len(controls) > _CONTROLS_IN_TEXT * len(text) + 1:
        raise TimelineError(f"{name}: is no text (binary data); give a text file")
    return text


def _unmarked(data: bytes, name: str) -> str:
    """Returns the text of bytes without a byte order mark: UTF-8, UTF-16 or an eight-bit encoding, in that order.

    Arabic in UTF-16 is made of bytes that are valid, but senseless, UTF-8: control characters give it away.
    """
    try:
        text = data.decode("utf-8")
        if not _CONTROLS.search(text):
            return text
        return _utf16_without_mark(data) or text
    except UnicodeDecodeError as error:
        damage = error
    wide = _utf16_without_mark(data)
    if wide is not None:
        return wide
    if b"\0" in data:
        raise TimelineError(f"{name}: is no text (binary data); give a text file")
    if not _mostly_utf8(data):
        return _eight_bit(data, name)
    if damage.reason == "unexpected end of data":
        return data[: damage.start].decode("utf-8")
    raise TimelineError(
        f"{name}: is UTF-8, but byte {damage.start} (0x{data[damage.start]:02X}) is damaged; "
        "repair it, or read it with --encoding utf-8"
    )


def _utf16_without_mark(data: bytes) -> str | None:
    """Returns the text of UTF-16 bytes without a mark, None where they read as something else."""
    if len(data) % 2:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if len(_WIDE_LETTERS.findall(text)) > 0.8 * len(text):
            return text
    return None


def _mostly_utf8(data: bytes) -> bool:
    high = len(_HIGH_BYTES.findall(data))
    return sum(map(len, _UTF8_SEQUENCE.findall(data))) > 0.9 * high


def _eight_bit(data: bytes, name: str) -> str:
    """Returns the text of bytes in Windows-1256 or ISO-8859-6, whichever looks more like Arabic, else in another."""
    candidates = [text for codec in ("cp1256", "iso8859_6") if (text := _decoded(data, codec)) is not None]
    best = max(candidates, key=_likeness, default="")
    if _likeness(best) > _ARABIC_ENOUGH:
        return best
    from charset_normalizer import from_bytes

    other = from_bytes(data).best()
    if other is None:
        raise TimelineError(
            f"{name}: is no text in UTF-8, UTF-16, Windows-1256 or ISO-8859-6; name its encoding with --encoding"
        )
    return str(other)


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _likeness(text: str) -> float:
    """Returns how much the characters beyond ASCII look like Arabic prose: about 0.7 for prose, below 0 for chance."""
    scores = [_FREQUENT.get(character, -1.0) for character in text if not character.isascii()]
    return sum(scores) / len(scores) if scores else 0.0
