"""`timeline mcp`: the tools for programs that speak the Model Context Protocol."""

from __future__ import annotations

import click

from timeline_cli.cli import FOUND


@click.command("mcp", short_help="Serve parse and extract over MCP.")
def command() -> int:
    """Serve the tools parse and extract over the Model Context Protocol, on standard input and output.

    Needs pip install 'timeline-cli[mcp]'. Nothing is sent anywhere and no file is read.
    """
    from timeline_cli.integrations.mcp_server import server

    server().run("stdio")
    return FOUND
