"""One measurement of scaling in a process of its own: read texts of one size, tell the cost and the memory.

    python -m benchmarks.subject CASE BYTES TIMES [CORPUS]     → one JSON object

`cpu`: seconds for one text, the median of at most TIMES different ones (worst cases: of the same one), no more once
ENOUGH seconds are spent. `text`: bytes of UTF-8. `peak`: the most memory that the process held while it read the first,
in bytes. `results`: what the returned expressions hold of it. `found`: how many there are.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from contextlib import suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import corpus
from timeline_cli.dates import read
from timeline_cli.model import Day

DCT = "2023-03-15"
ENOUGH = 10.0
_MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون الثاني شباط رمضان شعبان "
REPEATED = {
    "digits": "0123456789",
    "و": "و",
    "و with spaces": "و ",
    "10/10/10/": "10/10/10/",
    "month names": _MONTHS,
    "month names without spaces": _MONTHS.replace(" ", ""),
    "brackets": "([{«",
    "letters in one word": "ابجد",
    "spaces after a month": "مارس" + " " * 500,
    "harakat": "\u064e",
    "tatweel": "ـ",
    "years": "2023 ",
    "weekdays": "الثلاثاء ",
    "dates with a clock, one line": "2023-03-15 10:30 ",
    "dates, one line": "اجتمع الوفد يوم 15 مارس 2023 ",
    "dates, one line, dct unknown": "اجتمع الوفد يوم 15 مارس 2023 ",
    "brackets with dates": "(15 مارس 2023 ",
}
DOCUMENT, ONE_LINE = "document", "articles in one line"


def text_of(case: str, length: int, seed: int, texts: list[corpus.Text]) -> str:
    """Returns the text of a case, of so many bytes."""
    if case == DOCUMENT:
        return corpus.document(texts, length, seed)
    if case == ONE_LINE:
        flat = [(text.replace("\n", " "), dct) for text, dct in texts]
        return corpus.document(flat, length, seed, joint=" ")
    unit = REPEATED[case]
    return unit * (length // corpus.size(unit))


def weight(*roots: Any) -> int:
    """Returns the bytes that objects and all that hangs on them take, each counted once."""
    seen: set[int] = set()
    total = 0
    left: list[Any] = list(roots)
    while left:
        thing = left.pop()
        if id(thing) in seen or thing is None or isinstance(thing, type) or callable(thing):
            continue
        seen.add(id(thing))
        total += sys.getsizeof(thing)
        if isinstance(thing, dict):
            left += [*thing, *thing.values()]
        elif isinstance(thing, tuple | list | set | frozenset):
            left += thing
        elif is_dataclass(thing):
            left += [getattr(thing, field.name) for field in fields(thing)]
    return total


def forget_peak() -> None:
    """Makes `peak` count from now on, where the system lets us."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def peak() -> int:
    """Returns the most bytes of memory this process has held since it began or since `forget_peak`."""
    status = Path("/proc/self/status")
    if status.exists():  # ru_maxrss would count the parent's memory too
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def main(case: str, length: int, times: int, path: str | None) -> None:
    """Measures one case and prints what came out."""
    texts = corpus.texts(Path(path) if path else None, 4)
    dct = None if case.endswith("dct unknown") else Day.parse(DCT)
    read(corpus.document(texts, 300_000, seed=1), Day.parse(DCT))
    answer: dict[str, float] = {}
    costs: list[float] = []
    kept: list[str] = []  # so that no text gets the memory of the one before, which the caches still hold
    for number in range(times):
        text = text_of(case, length, number + 2, texts)
        gc.collect()
        forget_peak()
        start = time.process_time()
        reading = read(text, dct)
        costs.append(time.process_time() - start)
        if not answer:
            answer = {"text": corpus.size(text), "peak": peak(), "results": weight(reading)}
            answer["found"] = len(reading.expressions)
        del reading
        kept.append(text)
        if sum(costs) > ENOUGH:
            break
    print(json.dumps(answer | {"cpu": median(costs)}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4] if len(sys.argv) > 4 else None)
