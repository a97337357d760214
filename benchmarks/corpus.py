"""The texts that are measured: a real corpus, or one that a seeded generator makes from the project's own texts."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = 20230315

Text = tuple[str, str]  # text and the ISO day it was written

_NUMBER = re.compile(r"(?<![\d.,/:٫-])\d{1,4}(?![\d.,/:٫-]*\d)")
_SENTENCES = re.compile(r"[^.!؟\n]+[.!؟]*\n?")


def texts(path: Path | None, megabytes: float) -> list[Text]:
    """Returns the texts of a JSON lines file with `text` and `dct`, gzipped or not; generated ones without a file."""
    return read(path) if path is not None else list(generated(megabytes))


def read(path: Path) -> list[Text]:
    """Returns the texts of a corpus that say when they were written."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    documents = [json.loads(line) for line in content.decode().split("\n") if line]
    return [(document["text"], document["dct"][:10]) for document in documents if document.get("dct")]


def generated(megabytes: float, seed: int = SEED) -> Iterator[Text]:
    """Yields texts of 5 to 30 sentences drawn from the project's own, their numbers changed; a seed gives the same."""
    draw = random.Random(seed)
    prose, dates = _prose(), _examples()
    left = megabytes * 1e6
    while left > 0:
        sentences = [draw.choice(dates if draw.random() < 0.1 else prose) for _ in range(draw.randint(5, 30))]
        text = " ".join(_NUMBER.sub(lambda match: _other(match[0], draw), sentence) for sentence in sentences)
        left -= size(text)
        yield text, str(date(2005, 1, 1) + timedelta(draw.randrange(7000)))


def size(text: str) -> int:
    """Returns the length of a text in bytes of UTF-8."""
    return len(text.encode())


def sample(all_texts: Sequence[Text], kilobytes: float, seed: int = SEED) -> list[Text]:
    """Returns texts drawn without repetition until there are so many kilobytes of them."""
    drawn = random.Random(seed).sample(all_texts, len(all_texts))
    kept: list[Text] = []
    left = kilobytes * 1e3
    for text in drawn:
        if left <= 0:
            break
        kept.append(text)
        left -= size(text[0])
    return kept


def document(all_texts: Sequence[Text], length: int, seed: int = SEED, joint: str = "\n") -> str:
    """Returns one text of about so many bytes of UTF-8: texts in random order, once more when they are used up."""
    pieces: list[str] = []
    draw = random.Random(seed)
    left = length
    while left > 0:
        for text, _ in draw.sample(all_texts, len(all_texts)):
            if left <= 0:
                break
            piece = text if size(text) <= left else text[: max(1, int(len(text) * left / size(text)))]
            pieces.append(piece)
            left -= size(piece) + len(joint)
    return joint.join(pieces)


def _other(number: str, draw: random.Random) -> str:
    """Returns a number of the same kind: a day for what may be one, a year for a year, else so many digits."""
    value = int(number)
    if len(number) == 4 and 1800 <= value <= 2030:
        return str(value + draw.randint(-20, 9))
    if len(number) <= 2 and 1 <= value <= 31:
        return str(draw.randint(1, 28))
    return str(draw.randrange(10 ** (len(number) - 1), 10 ** len(number)))


def _prose() -> list[str]:
    bodies = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data").glob("*.txt"))]
    bodies += [text for path in sorted((ROOT / "tests/data").glob("events-*.jsonl")) for text in _texts_of(path)]
    return [sentence for body in bodies for sentence in _SENTENCES.findall(body) if sentence.strip()]


def _examples() -> list[str]:
    return _texts_of(ROOT / "tests/data/temporal-expressions-examples.jsonl")


def _texts_of(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]
