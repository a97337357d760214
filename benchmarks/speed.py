"""How fast each peer goes over the same texts: CPU time on one core, every round in fresh processes, peers in turn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.corpus import Text, size
from benchmarks.peers import Missing, Peer


@dataclass(slots=True)
class Pace:
    """Megabytes of UTF-8 a second of CPU, one figure a round: a process's first pass over the texts and its second."""

    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return median(self.first)

    @property
    def best(self) -> float:
        return max(self.first)

    @property
    def best_again(self) -> float:
        return max(self.again)


def measure(peers: Iterable[Peer], texts: Path, warm: Path, megabytes: float, rounds: int) -> dict[Peer, Pace]:
    """Returns the pace of each peer that can be run. `warm`: texts that are read first and not measured."""
    paces: dict[Peer, Pace] = {}
    for _ in range(rounds):
        for peer in peers:
            try:
                with peer.start() as worker:
                    worker.time(warm)
                    first, again = worker.time(texts), worker.time(texts)
            except Missing:
                continue
            pace = paces.setdefault(peer, Pace())
            pace.first.append(megabytes / first)
            pace.again.append(megabytes / again)
    return paces


def write(path: Path, texts: Sequence[Text]) -> float:
    """Writes texts as workers read them; returns how many megabytes they are."""
    with path.open("w", encoding="utf-8") as file:
        for text, dct in texts:
            file.write(json.dumps({"text": text, "dct": dct}, ensure_ascii=False) + "\n")
    return sum(size(text) for text, _ in texts) / 1e6
