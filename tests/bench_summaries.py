"""The cost of a summary, as ratios within one run (make bench).

1. A million items, all texts different, with every output: at most 20 times the CPU time in which pandas.read_csv reads the
   same file as text, and at most 1.5 GB.
2. 200 answers: at most 3 times the cold start of `python -c "import pandas"`.
3. An item between 100,000 and 1,000,000 costs at most 1.3 times what one between 10,000 and 100,000 costs.

Of each the best of some runs, in turns: other work on the machine only adds.
"""

from __future__ import annotations

import csv
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

READ, MEGABYTES, START, FLAT = 20.0, 1500, 3.0, 1.3
TURNS = 3

HEADS = ("response_id", "organisation", "team", "role", "phase", "round", "date", "field", "text")
FIELDS = ("strengths", "weaknesses", "opportunities", "threats")
ITEMS = Path(__file__).parent / "fixtures" / "coding" / "items.csv"
HEADWORDS = (
    "overleg",
    "samenwerking",
    "team",
    "tijd",
    "dossier",
    "vorming",
    "gesprek",
    "werking",
    "plan",
    "budget",
    "netwerk",
    "begeleiding",
)
PARTS = (
    "zorg",
    "wijk",
    "thuis",
    "nacht",
    "wens",
    "doel",
    "kwaliteits",
    "familie",
    "buurt",
    "jaar",
    "bewoners",
    "cliënt",
    "personeels",
    "week",
)
PRIVATE = ("bel 0475/12.34.{0:02d}", "mail naar jan.peeters{0}@voorbeeld.be", "rekening BE68 5390 0754 70{0:02d}")


def sentences(chance: random.Random) -> Iterator[str]:
    """Texts without end, all different: words of answers in our test set, each after one that it stood after there, and a made-up
    compound now and then."""
    with ITEMS.open(encoding="utf-8-sig", newline="") as file:
        texts = [row["text"].split() for row in csv.DictReader(file)]
    after: dict[str, list[str]] = {}
    for words in texts:
        for one, other in pairwise(["", *words, ""]):
            after.setdefault(one, []).append(other)
    seen: set[int] = set()
    while True:
        words, word = [], chance.choice(after[""])
        while word and len(words) < 25:
            words.append(word)
            word = chance.choice(after[word])
        if chance.random() < 0.3:
            words.insert(chance.randrange(len(words) + 1), chance.choice(PARTS) + chance.choice(PARTS) + chance.choice(HEADWORDS))
        text = " ".join(words)
        if hash(text) not in seen:
            seen.add(hash(text))
            yield text


def made_up(path: Path, items: int) -> None:
    """A long CSV: four items a response, fifty organisations; each text differs, one in thirty holds personal data."""
    chance = random.Random(20261122)
    texts = sentences(chance)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADS)
        for n, text in zip(range(items), texts, strict=False):
            response = n // 4
            out.writerow(
                (
                    f"r{response:07d}",
                    f"Organisatie {response % 50}",
                    f"Team {response % 7}",
                    ("verpleegkundige", "zorgkundige", "leidinggevende")[response % 3],
                    ("prepare", "explore", "roll-out", "sustain")[response % 4],
                    str(2025 + response % 2),
                    f"2026-{response % 12 + 1:02d}-{response % 28 + 1:02d}",
                    FIELDS[n % 4],
                    f"{text} {PRIVATE[n // 30 % 3].format(n % 100)}" if n % 30 == 0 else text,
                )
            )


def cost(command: Sequence[str]) -> tuple[float, float]:
    """CPU seconds, and the most megabytes of memory, of a command in a process of its own."""
    watched = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
    watched += "u = resource.getrusage(resource.RUSAGE_CHILDREN); print(u.ru_utime + u.ru_stime, u.ru_maxrss / 1024)"
    run = subprocess.run([sys.executable, "-c", watched, *command], check=True, capture_output=True, text=True)
    seconds, megabytes = run.stdout.split()
    return float(seconds), float(megabytes)


def summarise(path: Path, folder: Path) -> tuple[float, float]:
    key = folder / "key"
    command = [sys.executable, "-m", "learning_network", "summarise", "swot", str(path), "--out", str(folder / "out"), "--force"]
    return cost([*command, "--quiet", "--key", str(key), "--today", "2026-11-22"])


def main() -> int:
    sizes = (200, 10_000, 100_000, 1_000_000)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        files = {size: folder / f"items-{size}.csv" for size in sizes}
        for size, path in files.items():
            made_up(path, size)
        pandas = min(cost([sys.executable, "-c", "import pandas"])[0] for _ in range(5))
        reading = f"import pandas; pandas.read_csv({str(files[1_000_000])!r}, dtype=str, keep_default_na=False)"
        read, most = float("inf"), 0.0
        seconds = dict.fromkeys(sizes, float("inf"))
        for _ in range(TURNS):
            read = min(read, cost([sys.executable, "-c", reading])[0] - pandas)
            for size in sizes:
                took, most = summarise(files[size], folder)  # the largest comes last
                seconds[size] = min(seconds[size], took)
        megabytes = files[1_000_000].stat().st_size / 1e6
    small, large = seconds[200], seconds[1_000_000]
    early = (seconds[100_000] - seconds[10_000]) / 90_000
    late = (large - seconds[100_000]) / 900_000
    print(
        f"1,000,000 items ({megabytes:.0f} MB): {large / read:.1f} times pandas.read_csv ({large:.1f} and {read:.2f} s; at most {READ:.0f})"
    )
    print(f"memory {most:.0f} MB (at most {MEGABYTES})")
    print(f"200 answers: {small / pandas:.1f} times the start of pandas ({small:.2f} and {pandas:.2f} s; at most {START:.0f})")
    print(
        f"an item: {early * 1e6:.0f} microseconds up to 100,000, {late * 1e6:.0f} up to 1,000,000 (ratio {late / early:.2f}, at most {FLAT})"
    )
    return 0 if large / read <= READ and most <= MEGABYTES and small / pandas <= START and late / early <= FLAT else 1


if __name__ == "__main__":
    sys.exit(main())
