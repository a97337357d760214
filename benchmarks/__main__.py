"""Runs the benchmarks and prints their tables as Markdown: `make bench`."""

from __future__ import annotations

import argparse
import datetime
import tempfile
from pathlib import Path

from benchmarks import accuracy, corpus, machine, scaling, speed
from benchmarks.peers import OURS, PEERS, WORDS, Missing, Peer

_PARTS = ("accuracy", "speed", "scaling", "worst")


def main() -> None:
    """Reads the arguments and runs the parts that are asked for."""
    options = _arguments()
    machine.one_core()
    print(f"{datetime.date.today()} · {machine.description()}")
    versions, missing = _versions()
    print("Versions: " + " · ".join(f"{name} {version}" for name, version in versions.items()))
    for name, reason in missing.items():
        print(f"Left out: {name} ({reason})")
    peers = [peer for peer in PEERS if peer.name not in missing]
    if "accuracy" in options.only:
        _accuracy([peer for peer in peers if peer.scored], options.gold, options.out)
    if "speed" in options.only:
        _speed(peers, options)
    if "scaling" in options.only:
        _scaling(options.corpus, options.longest)
    if "worst" in options.only:
        _worst(options.corpus)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    examples = corpus.ROOT / "tests/data/temporal-expressions-examples.jsonl"
    parser.add_argument("--gold", type=Path, default=examples, help="gold set (docs/annotation-guideline.md)")
    parser.add_argument(
        "--corpus", type=Path, help="JSON lines with text and dct, gzipped or not; generated without it"
    )
    parser.add_argument("--megabytes", type=float, default=4, help="size of the generated corpus")
    parser.add_argument("--sample", type=float, default=100, help="kilobytes of it that slow peers are timed on")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--longest", type=float, default=100, help="megabytes of the longest document")
    parser.add_argument("--only", nargs="+", choices=_PARTS, default=_PARTS)
    parser.add_argument("--out", type=Path, help="folder for the predictions, in the gold format")
    return parser.parse_args()


def _versions() -> tuple[dict[str, str], dict[str, str]]:
    """Returns the versions of what can be run and the reasons for what cannot."""
    versions: dict[str, str] = {}
    missing: dict[str, str] = {}
    for peer in PEERS:
        try:
            with peer.start() as worker:
                if peer is not WORDS:
                    versions.setdefault(peer.name.split()[0].rstrip(","), worker.version)
        except Missing as reason:
            missing[peer.name] = str(reason)
    return versions, missing


def _table(heading: str, columns: list[str]) -> None:
    print(f"\n## {heading}\n\n| {' | '.join(columns)} |\n| --- |{' ---: |' * (len(columns) - 1)}", flush=True)


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


def _accuracy(peers: list[Peer], path: Path, out: Path | None) -> None:
    gold = accuracy.read(path)
    expressions = sum(len(document["timexes"]) for document in gold)
    _table(
        f"Accuracy: {path.name}, {len(gold)} documents, {expressions} expressions",
        ["", "dated P", "dated R", "dated F1", "strict span F1", "overlap F1", "false in texts without any"],
    )
    for peer in peers:
        with peer.start() as worker:
            scores = accuracy.measure(peer, worker, gold, out)
        dated = scores.dated
        figures = (dated.precision, dated.recall, dated.f1, scores.strict.f1, scores.overlapping.f1)
        _row(peer.name, *(f"{figure:.3f}" for figure in figures), str(scores.false_in_empty))


def _speed(peers: list[Peer], options: argparse.Namespace) -> None:
    texts = corpus.texts(options.corpus, options.megabytes)
    held_out = list(corpus.generated(0.05, seed=corpus.SEED + 1))
    sampled = corpus.sample(texts, options.sample)
    with tempfile.TemporaryDirectory() as folder:
        whole, part, warm = (Path(folder) / name for name in ("whole", "sample", "warm"))
        megabytes, sampled_megabytes = speed.write(whole, texts), speed.write(part, sampled)
        speed.write(warm, held_out)
        fast = [peer for peer in peers if not peer.slow]
        paces = speed.measure(fast, whole, warm, megabytes, options.rounds)
        name = options.corpus.name if options.corpus else "generated"
        _speed_table(f"Speed: {name}, {len(texts):,} texts, {megabytes:.1f} MB, {options.rounds} rounds", paces)
        slow = [peer for peer in peers if peer.slow or peer in (WORDS, OURS)]
        sampled_paces = speed.measure(slow, part, warm, sampled_megabytes, options.rounds)
    _speed_table(f"Speed on a sample: {len(sampled):,} texts, {sampled_megabytes * 1000:.0f} KB", sampled_paces)


def _speed_table(heading: str, paces: dict[Peer, speed.Pace]) -> None:
    _table(
        heading,
        ["", "MB/s median", "MB/s best", "MB/s best, second pass", "of the yardstick", "timeline-cli is"],
    )
    yardstick, ours = paces[WORDS], paces[OURS]
    for peer, pace in paces.items():
        _row(
            peer.name,
            *(f"{figure:.3g}" for figure in (pace.median, pace.best, pace.best_again)),
            f"1/{yardstick.median / pace.median:.3g}",
            f"{ours.median / pace.median:.3g} × as fast" if not peer.is_ours else "",
        )


def _scaling(path: Path | None, longest: float) -> None:
    _table(
        "Scaling: one document",
        ["size", "CPU s", "CPU s a MB", "expressions", "peak beside results, MB", "bar, MB"],
    )
    for length in scaling.SIZES:
        if length > longest * 1e6:
            continue
        cost = scaling.document(length, path)
        if cost is None:
            _row(_size(length), f"> {scaling.LIMIT}", "", "", "", "")
            continue
        _row(_size(length), f"{cost.cpu:.3g}", f"{cost.per_megabyte:.3f}", f"{cost.found:,}", *_memory(cost))


def _worst(path: Path | None) -> None:
    _table(
        "Worst cases: 1 MB and 10 MB",
        [
            "",
            "1 MB, CPU s",
            "10 MB, CPU s",
            "ratio (bar 11)",
            "expressions in 10 MB",
            "peak beside results, MB",
            "bar, MB",
        ],
    )
    for case in scaling.WORST:
        short, long = scaling.worst(case, path)
        if short is None or long is None:
            _row(
                case,
                f"{short.cpu:.3f}" if short else f"> {scaling.LIMIT}",
                f"> {scaling.LIMIT}",
                "**over**",
                "",
                "",
                "",
            )
            continue
        ratio = long.cpu / short.cpu * (short.text / long.text * 10)
        shown = f"{ratio:.1f}" if ratio <= scaling.RATIO_BAR else f"**{ratio:.1f}**"
        _row(case, f"{short.cpu:.3f}", f"{long.cpu:.2f}", shown, f"{long.found:,}", *_memory(long))


def _memory(cost: scaling.Cost) -> tuple[str, str]:
    mark = "" if cost.beside_results <= cost.allowed else "**"
    return f"{mark}{cost.beside_results:.0f}{mark}", f"{cost.allowed:.0f}"


def _size(length: int) -> str:
    return f"{length // 1_000_000} MB" if length >= 1_000_000 else f"{length // 1000} KB"


if __name__ == "__main__":
    main()
