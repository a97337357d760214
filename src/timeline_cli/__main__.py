"""Runs the command line: `python -m timeline_cli`."""

import sys

from timeline_cli.cli import main

if __name__ == "__main__":
    sys.exit(main())
