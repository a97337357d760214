"""The command line: `timeline COMMAND`. Each command is a module of this package and is imported when it is run."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from timeline_cli import __version__
from timeline_cli.errors import TimelineError

FOUND, NOTHING, FAILED, INTERRUPTED = 0, 1, 2, 130

# What a run loads stays to its end, and what it makes has hardly a cycle: at the usual 700 new objects the collector
# walks through the word lists again and again, for a tenth of the time that a short run takes.
_OBJECTS_BETWEEN_COLLECTIONS = 50_000

# Name and short help of each command, so that the list of commands costs no import.
COMMANDS = {
    "show": "Print the chronology of texts.",
    "export": "Write the chronology of texts to a file.",
    "check": "Find the dates of texts that contradict themselves.",
    "parse": "Say what one time expression means.",
    "annotate": "Write the time expressions of many texts.",
    "edit": "Write corrections of a chronology into a file.",
    "diff": "Show what changed between two versions of a text.",
    "doctor": "Say what is installed and what the terminal can do.",
    "completion": "Print what makes a shell complete commands.",
    "mcp": "Serve parse and extract over MCP.",
    "schema": "Print the JSON Schema of the record.",
    "formats": "List what can be read and written.",
}


class _Commands(click.Group):
    """The commands by name; a command's module holds it as `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"timeline_cli.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None:
            from timeline_cli.cli.settings import defaults_of

            ctx.default_map = {str(name): defaults_of(command)}
        return name, command, rest

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 found, 1 nothing found, 2 error. `timeline COMMAND --help` says more about each command.",
)
@click.version_option(__version__, prog_name="timeline")
def timeline() -> None:
    """Turn Arabic prose into a chronology.

    \b
    timeline show article.txt                 the dated events in order
    timeline export article.txt -o out.csv    the same as a table
    timeline parse 'يوليو/ تموز 1944'          what one expression means
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit status; problems become one line on standard error."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    _speak_utf8()
    try:
        status = _run(arguments)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # the reader of our output has had enough, such as head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except TimelineError as error:
        return _failed(str(error), arguments)
    except Exception as error:
        if os.environ.get("TIMELINE_DEBUG"):
            raise
        return _failed(
            f"internal error: {type(error).__name__}: {error}; please report it (TIMELINE_DEBUG=1 shows where)",
            arguments,
        )


def _speak_utf8() -> None:
    """Makes standard output UTF-8 whatever the locale says, since few other encodings hold Arabic and these signs."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.encoding.lower().replace("-", "") != "utf8":
        sys.stdout.reconfigure(encoding="utf-8")


def _run(arguments: Sequence[str] | None) -> int:
    try:
        result = timeline.main(arguments, prog_name="timeline", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return FAILED
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "timeline"
        return _failed(f"{error.format_message().rstrip('.')}; see {path} --help", arguments)
    except click.ClickException as error:
        return _failed(error.format_message(), arguments)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    return result if isinstance(result, int) else FOUND


def _failed(message: str, arguments: Sequence[str] | None = None) -> int:
    from timeline_cli.messages import language, translated

    message = translated(" ".join(message.split()), language(_asked_language(arguments)))
    click.echo(f"timeline: {message}", err=True)
    return FAILED


def _asked_language(arguments: Sequence[str] | None) -> str | None:
    """Returns what `--lang` asks for on a command line that may be wrong elsewhere."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for number, word in enumerate(words):
        if word == "--lang" and number + 1 < len(words):
            return words[number + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return None
