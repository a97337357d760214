"""timeline-cli, the whole line: a text's dated events, `timeline_cli.extract`. It is timed only, never scored."""

from worker import serve

from timeline_cli import __version__, extract


def events(text, dct):
    return extract(text, dct)


if __name__ == "__main__":
    serve(__version__, events, lambda text, dct: [])
