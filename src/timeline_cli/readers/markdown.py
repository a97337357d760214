"""Markdown: its text without the signs, with or without front matter."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_cli.readers import plain
from timeline_cli.readers.hashing import sha256_of
from timeline_cli.readers.markup import CELL
from timeline_cli.readers.source import Extracted, ReadOptions

_COMMENT = re.compile(r"<!--.{0,4000}?-->", re.DOTALL)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[^\n]*\n?", re.MULTILINE)
_RULE = re.compile(r"^[ ]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE)
_TABLE_RULE = re.compile(r"^(?=[^\n]*\|)(?=[^\n]*-)[|:\- \t]+\n?", re.MULTILINE)
_TABLE_ROW = re.compile(r"^[ \t]*\|(.+?)\|?[ \t]*$", re.MULTILINE)
_LINE_START = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+|[*+-][ \t]+(?:\[[ xX]\][ \t]+)?)", re.MULTILINE)
_HEADING_END = re.compile(r"(?<![ \t])[ \t]+#+[ \t]*$", re.MULTILINE)
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:[ \t]*\S+[^\n]*\n?", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_LINK = re.compile(
    r"\[([^\[\]\n]{0,500})\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200}){0,3}\)|\[[^\[\]\n]{0,200}\])"
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]{1,100}\]:?")
_AUTOLINK = re.compile(r"<(https?://[^>\s]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,2000}>")
_CODE = re.compile(r"`+([^`\n]+)`+")
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(\*{1,3})(?=\S)([^*\n]+?)(?<=[^\s\\])\1(?!\*)|(?<![\w\\])(_{1,3})(?=\S)([^_\n]+?)(?<=[^\s\\])\3(?!\w)"
)
_INSIDE_WORD = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(data: bytes, name: str, options: ReadOptions) -> Extracted:
    """Returns the one document that a Markdown file is; links and emphasis keep their words, images go."""
    (document,) = plain.read(data, name, options).documents
    text = text_of(document.text)
    return Extracted((replace(document, text=text, sha256=sha256_of(text)),))


def text_of(markdown: str) -> str:
    """Returns the words of Markdown; the cells of a table row stand on one line with tabs between them."""
    text = _COMMENT.sub("", markdown)
    for pattern in (_FENCE, _TABLE_RULE, _RULE, _DEFINITION, _IMAGE, _FOOTNOTE):
        text = pattern.sub("", text)
    text = _TABLE_ROW.sub(lambda row: CELL.join(cell.strip() for cell in row[1].split("|")), text)
    text = _HEADING_END.sub("", _LINE_START.sub("", text))
    text = _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", text))
    text = _TAG.sub("", _CODE.sub(r"\1", text))
    for _ in range(2):  # bold inside italics
        text = _EMPHASIS.sub(lambda words: words[2] or words[4], text)
    return _ESCAPE.sub(r"\1", _INSIDE_WORD.sub(r"\1", text))
