"""Defaults of options: `TIMELINE_*` variables, `timeline.toml`, `[tool.timeline]` in `pyproject.toml` (docs/cli.md)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from timeline_cli.errors import TimelineError

PREFIX = "TIMELINE_"
FILE = "timeline.toml"

# Never by default: what is written where, and what replaces a file.
_NEVER = frozenset({"output", "force", "help"})
# TIMELINE_BIDI decides instead of `auto` and TIMELINE_LANG before the locale, where a terminal is looked at.
_OWN_VARIABLES = frozenset({"bidi", "lang"})


def defaults_of(
    command: click.Command, environment: Mapping[str, str] = os.environ, folder: Path | None = None
) -> dict[str, Any]:
    """Returns the defaults of a command's options by parameter name; variables go before files.

    Raises TimelineError for a file that cannot be read, and for a setting that no option has.
    """
    options = {
        spelling.removeprefix("--"): option
        for option in command.params
        if isinstance(option, click.Option)
        for spelling in option.opts
        if spelling.startswith("--") and spelling.removeprefix("--") not in _NEVER
    }
    found: dict[str, Any] = {}
    for name, value in _from_file(str(command.name), frozenset(options), folder or Path.cwd()).items():
        found[str(options[name].name)] = _plain(value)
    for name, option in options.items():
        value = environment.get(PREFIX + name.upper().replace("-", "_"))
        if value and name not in _OWN_VARIABLES:
            found[str(option.name)] = value.split(os.pathsep) if option.multiple else value
    return found


def _from_file(command: str, known: frozenset[str], folder: Path) -> dict[str, Any]:
    name, settings = _settings(folder)
    common: dict[str, Any] = {}
    own: dict[str, Any] = {}
    for key, value in settings.items():
        if isinstance(value, dict):
            if key == command:
                own = {_option(part): entry for part, entry in value.items()}
            elif key not in _commands():
                raise TimelineError(f"{name}: [{key}] is no command; it is one of {', '.join(_commands())}")
        else:
            common[_option(key)] = value
    for key in own.keys() - known:
        raise TimelineError(f"{name}: {key!r} in [{command}] is no option of timeline {command}")
    for key in common.keys() - known:
        if key not in _every_option():
            raise TimelineError(f"{name}: {key!r} is no option of any command")
    return {key: value for key, value in common.items() if key in known} | own


def settings_file(folder: Path | None = None) -> str | None:
    """Returns the file that gives defaults in a folder, None where there is none."""
    name, settings = _settings(folder or Path.cwd())
    return name if settings else None


def _settings(folder: Path) -> tuple[str, dict[str, Any]]:
    """Returns the name of the file that holds settings, and the settings; nothing where there is none."""
    if (folder / FILE).is_file():
        return FILE, _toml(folder / FILE)
    project = folder / "pyproject.toml"
    if project.is_file() and b"[tool.timeline" in project.read_bytes():
        table = _toml(project).get("tool", {}).get("timeline", {})
        return "pyproject.toml [tool.timeline]", table
    return FILE, {}


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TimelineError(f"{path.name}: cannot be read: {error}") from None


def _option(key: str) -> str:
    return key.replace("_", "-")


def _plain(value: Any) -> Any:
    """Returns a value of a file as an option takes it from the command line."""
    if isinstance(value, list):
        return [str(entry) for entry in value]
    return value if isinstance(value, bool) else str(value)


def _commands() -> Iterable[str]:
    from timeline_cli.cli import COMMANDS

    return COMMANDS


def _every_option() -> frozenset[str]:
    from timeline_cli.cli import timeline

    context = click.Context(timeline)
    commands = (timeline.get_command(context, name) for name in _commands())
    options = (option for command in commands if command for option in command.params)
    return frozenset(spelling.removeprefix("--") for option in options for spelling in option.opts) - _NEVER
