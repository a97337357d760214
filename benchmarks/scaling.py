"""How the cost of `timeline_cli.dates.read` grows with the text, and what the worst texts cost."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.subject import DOCUMENT, ONE_LINE, REPEATED

SIZES = (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
WORST = (*REPEATED, ONE_LINE)
RATIO_BAR = 11.0
LIMIT = 120  # seconds that one measurement may take
_MB = 1e6


@dataclass(frozen=True, slots=True)
class Cost:
    """What a text of so many bytes cost: CPU seconds, peak memory, memory of the results, number of expressions."""

    text: int
    cpu: float
    peak: int
    results: int
    found: int

    @property
    def per_megabyte(self) -> float:
        """CPU seconds for a megabyte of UTF-8."""
        return self.cpu / self.text * _MB

    @property
    def beside_results(self) -> float:
        """Peak memory in megabytes without what the results hold."""
        return (self.peak - self.results) / _MB

    @property
    def allowed(self) -> float:
        """The bar for that memory: 200 MB and five times the text."""
        return 200 + 5 * self.text / _MB


def measure(case: str, length: int, corpus: Path | None, times: int = 1) -> Cost | None:
    """Returns the cost of a case, None where it takes longer than LIMIT seconds."""
    command = [sys.executable, "-m", "benchmarks.subject", case, str(length), str(times)]
    if corpus is not None:
        command.append(str(corpus))
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        raise RuntimeError(f"{case} of {length} bytes: {done.stderr.strip().splitlines()[-1]}")
    return Cost(**json.loads(done.stdout))


def times_for(length: int) -> int:
    """Returns how many texts of a size are read: many short ones, one long one."""
    return max(1, min(50, 5_000_000 // length))


def document(length: int, corpus: Path | None) -> Cost | None:
    """Returns the cost of one document of so many bytes."""
    return measure(DOCUMENT, length, corpus, times_for(length))


def worst(case: str, corpus: Path | None) -> tuple[Cost | None, Cost | None]:
    """Returns the cost of 1 MB and of 10 MB of a case, None for what takes too long."""
    short = measure(case, 1_000_000, corpus, 5)
    return short, measure(case, 10_000_000, corpus, 3) if short is not None else None
