"""`timeline doctor`: what is installed, and what the terminal can do with Arabic."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

import click

from timeline_cli import __version__
from timeline_cli.cli import FOUND
from timeline_cli.cli.options import lang_option
from timeline_cli.errors import TimelineError
from timeline_cli.messages import language, say

_REQUIREMENT = re.compile(r"""([\w.\-]+).*?;.*\bextra == ["']([\w\-]+)["']""")
_SAMPLE = "زار الوفد المدينة (23 آب 2022)"
_NOT_FOR_USERS = frozenset({"dev"})
_WIDTH = 14


@click.command("doctor", short_help="Say what is installed and what the terminal can do.")
@lang_option
def command(lang: str | None) -> int:
    """Say which extras are installed, what the terminal can do with Arabic, and where defaults come from."""
    lang = language(lang)
    for label, value in (*_tool(), *_terminal(lang), *_settings(lang), *_extras(lang)):
        click.echo(f"{label:<{_WIDTH}} {value}")
    return FOUND


def extras() -> dict[str, dict[str, str | None]]:
    """Returns the extras of the package: their packages, each with the version installed, None where there is none."""
    found: dict[str, dict[str, str | None]] = {}
    try:
        requirements = requires("timeline-cli") or []
    except PackageNotFoundError:
        return {}
    for requirement in requirements:
        match = _REQUIREMENT.match(requirement)
        if match and match[2] not in _NOT_FOR_USERS:
            found.setdefault(match[2], {})[match[1]] = _version(match[1])
    return found


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _tool() -> Iterator[tuple[str, str]]:
    yield "timeline-cli", __version__
    yield "python", f"{platform.python_version()} ({sys.executable})"


def _terminal(lang: str) -> Iterator[tuple[str, str]]:
    from timeline_cli.terminal.bidi import lacks_reordering, named, treatment_for

    tty = sys.stdout.isatty()
    term = os.environ.get("TERM", "-")
    program = os.environ.get("TERM_PROGRAM", "")
    yield "terminal", say("doctor.tty" if tty else "doctor.pipe", lang, term=f"{term} {program}".strip())
    yield "encoding", f"{sys.stdout.encoding}"
    treatment = treatment_for("auto", terminal=tty)
    yield "bidi", say(f"doctor.{treatment}", lang)
    if lacks_reordering():
        yield "", say("doctor.lacks", lang)
    for way in ("off", "isolate", "reorder"):
        try:
            treatment_for(way)
        except TimelineError:
            yield f"  {way}", say("doctor.not-here", lang)
            continue
        yield f"  {way}", f"{named(_SAMPLE, way)}{' ←' if way == treatment else ''}"
    yield "", say("doctor.look", lang)


def _settings(lang: str) -> Iterator[tuple[str, str]]:
    from timeline_cli.cli.settings import PREFIX, settings_file

    file = settings_file()
    yield "settings", file or say("doctor.no-file", lang)
    for name in sorted(os.environ):
        if name.startswith(PREFIX):
            yield "", f"{name}={os.environ[name]}"


def _extras(lang: str) -> Iterator[tuple[str, str]]:
    for extra, packages in sorted(extras().items()):
        missing = [package for package, installed in packages.items() if installed is None]
        parts = ", ".join(f"{package} {installed or '—'}" for package, installed in packages.items())
        hint = f"; pip install 'timeline-cli[{extra}]'" if missing else ""
        yield f"[{extra}]", f"{say('doctor.missing' if missing else 'doctor.there', lang)}: {parts}{hint}"
