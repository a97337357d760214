"""`timeline completion`: what makes a shell complete commands and options."""

from __future__ import annotations

import click

from timeline_cli.cli import FOUND


@click.command("completion", short_help="Print what makes a shell complete commands.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print what makes a shell complete commands, options and their values.

    \b
    bash   eval "$(timeline completion bash)"              in ~/.bashrc
    zsh    eval "$(timeline completion zsh)"               in ~/.zshrc
    fish   timeline completion fish | source               in ~/.config/fish/config.fish
    """
    from click.shell_completion import get_completion_class

    from timeline_cli.cli import timeline

    kind = get_completion_class(shell)
    assert kind is not None
    # The source is a template; asking a shell for its version, as click does, needs that shell at hand.
    completion = kind(timeline, {}, "timeline", "_TIMELINE_COMPLETE")
    click.echo(completion.source_template % completion.source_vars())
    return FOUND
