"""What the figures were measured on, without names or paths."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path


def description() -> str:
    """Returns processor, cores, memory, system and Python in one line."""
    parts = [
        _processor(),
        f"{os.cpu_count()} cores",
        _memory(),
        platform.system(),
        "Python " + platform.python_version(),
    ]
    return ", ".join(part for part in parts if part)


def one_core() -> None:
    """Keeps this process and all it starts on one core, where the system lets us."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    return found[1].strip() if found else platform.processor() or platform.machine()


def _memory() -> str:
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return ""
    return f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GB"
