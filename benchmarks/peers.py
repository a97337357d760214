"""What is compared, and how each is started: a process that answers orders (benchmarks/adapters/worker.py)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

HERE = Path(__file__).resolve().parent
ADAPTERS = HERE / "adapters"


class Missing(Exception):
    """A peer cannot be run here; the message says why."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool that is measured. `slow` ones are timed on a sample; `scored` is False for the yardstick."""

    name: str
    interpreter: Path | str
    adapter: str
    arguments: tuple[str, ...] = ()
    slow: bool = False
    scored: bool = True
    is_ours: bool = False

    def start(self) -> Worker:
        """Starts the peer; raises Missing where it is not installed or does not answer."""
        interpreter = shutil.which(str(self.interpreter))
        if interpreter is None:
            raise Missing("not installed")
        return Worker([interpreter, str(ADAPTERS / self.adapter), *self.arguments])


WORDS = Peer(r"`re.findall(r'\w+', text)`", sys.executable, "words.py", scored=False)
OURS = Peer("timeline-cli", sys.executable, "timeline.py", is_ours=True)
WHOLE_LINE = Peer("timeline-cli, text to events", sys.executable, "chronology.py", scored=False, is_ours=True)
_DATEPARSER = HERE / ".venv/dateparser/bin/python"
_MAHA = HERE / ".venv/maha/bin/python"
PEERS = (
    WORDS,
    OURS,
    WHOLE_LINE,
    Peer("chrono-node", "node", "chrono.mjs"),
    Peer("dateparser", _DATEPARSER, "dateparser_search.py", slow=True),
    Peer("dateparser, ngram", _DATEPARSER, "dateparser_search.py", ("ngram",), slow=True),
    Peer("Maha", _MAHA, "maha_parse.py", slow=True),
    Peer("Maha with durations", _MAHA, "maha_parse.py", ("durations",), slow=True),
)


class Worker:
    """A running peer. `version` is its own."""

    def __init__(self, command: list[str]) -> None:
        environment = os.environ | {"TZ": "UTC", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 (closed on exit)
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            encoding="utf-8",
            env=environment,
        )
        self.version: str = self._answer()["version"]

    def predict(self, path: Path) -> list[list[dict[str, Any]]]:
        """Returns the expressions found in each document of a file."""
        found: list[list[dict[str, Any]]] = self._ask("predict", path)["found"]
        return found

    def time(self, path: Path) -> float:
        """Returns the CPU seconds of one pass over the documents of a file."""
        return float(self._ask("time", path)["cpu"])

    def _ask(self, order: str, path: Path) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"order": order, "path": str(path)}) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self._process.wait()
            self._errors.seek(0)
            said = [line for line in self._errors.read().splitlines() if line.strip()]
            raise Missing(next((line for line in said if "Error" in line), "it ended without a word"))
        answer: dict[str, Any] = json.loads(line)
        return answer

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()
        self._errors.close()
