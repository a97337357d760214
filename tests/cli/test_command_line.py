"""The command line as a whole: its cost, its help, its documentation, its pipes."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from timeline_cli.cli import COMMANDS, FAILED, main, timeline

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


def commands() -> Iterator[click.Command]:
    context = click.Context(timeline)
    for name in COMMANDS:
        command = timeline.get_command(context, name)
        assert command is not None
        yield command


def python(code: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=False)


def test_help_imports_nothing_heavy() -> None:
    heavy = {"rich", "timeline_cli.model", "timeline_cli.dates", "timeline_cli.readers", "dataclasses", "json"}
    code = "import sys; from timeline_cli.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    result = python(code)
    assert b"Commands:" in result.stdout
    assert not heavy & set(result.stderr.decode().split()) - set(python_modules_of_click())


def python_modules_of_click() -> list[str]:
    return python("import click, sys; print(*sys.modules)").stdout.decode().split()


def test_the_library_is_cheap_to_import_and_knows_neither_click_nor_rich() -> None:
    code = (
        "import sys, timeline_cli; cheap = set(sys.modules);"
        "from timeline_cli import annotate, extract, parse, Timeline;"
        "annotate('عام 2011'); extract('عام 2011'); parse('عام 2011');"
        "print('timeline_cli.model' in cheap, 'click' in sys.modules, 'rich' in sys.modules)"
    )
    result = python(code)
    assert result.stdout.split() == [b"False", b"False", b"False"], result.stderr


def test_the_list_of_commands_says_what_the_commands_say() -> None:
    for command in commands():
        assert command.short_help == COMMANDS[str(command.name)]


def test_every_option_has_help() -> None:
    for command in commands():
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help, (command.name, option.name)


def test_every_command_and_option_is_in_the_documentation() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for command in commands():
        assert f"## timeline {command.name}" in page
        for option in command.params:
            for spelling in option.opts if isinstance(option, click.Option) else []:
                assert f"`{spelling}" in page, (command.name, spelling)
    documented = set(re.findall(r"`(--[a-z-]+)", page))
    known = {spelling for command in commands() for option in command.params for spelling in option.opts}
    assert documented <= known | {"--help", "--version"}


def test_no_command_is_help_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == FAILED
    assert "Usage: timeline" in capsys.readouterr().err


def test_the_module_is_a_command() -> None:
    result = subprocess.run([sys.executable, "-m", "timeline_cli", "--version"], capture_output=True, check=True)
    assert result.stdout.startswith(b"timeline, version ")


def test_a_reader_that_stops_reading_is_no_error() -> None:
    lines = " | ".join((f"{sys.executable} -c \"print('عام 2011\\n' * 20000)\"", "COMMAND", "head -n 1"))
    command = f"{sys.executable} -m timeline_cli parse --json"
    result = subprocess.run(["bash", "-c", lines.replace("COMMAND", command)], capture_output=True, check=False)
    assert result.stdout.startswith(b'{"start"')
    assert result.stderr == b""
