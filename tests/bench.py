"""The cost of a build, as ratios within one run (make bench), in CPU seconds: those of the clock are also those of other programs.

1. Our command against plain `mkdocs build` of the same rendered pages: at most 1.3 times.
2. The cost of one more exercise, from 50 to 1,000 made-up exercises: flat.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from projects import copy_project

from learning_network.content.stamping import stamp

MODEL = "picture-cards"
LIMIT = 1.3


def project(folder: Path, extra: int) -> Path:
    """A copy of the project with this many made-up exercises more."""
    copy_project(folder)
    words = (folder / "exercises" / f"{MODEL}.yml").read_text(encoding="utf-8")
    for i in range(extra):
        path = folder / "exercises" / f"bench-{i}.yml"
        path.write_text(words.replace(f"id: {MODEL}\n", f"id: bench-{i}\n", 1), encoding="utf-8")
    if extra:
        stamp(folder / "exercises" / "bench-0.yml", folder)
    return folder


def seconds(*commands: list[str]) -> float:
    """CPU time of the commands."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(folder: Path) -> tuple[float, float]:
    """Seconds of our build and of plain MkDocs over the same pages."""
    ours = seconds([sys.executable, "-m", "learning_network", "--root", str(folder), "build", "--no-sheets"])
    plain = [
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "-q",
            "-f",
            str(folder / ".build" / f"mkdocs.{language}.yml"),
            "-d",
            str(folder / "plain" / language),
        ]
        for language in ("nl", "en")
    ]
    return ours, seconds(*plain)


def main() -> int:
    costs, worst = {}, 0.0
    with tempfile.TemporaryDirectory() as temporary:
        for extra in (0, 50, 200, 1000):
            folder = project(Path(temporary) / str(extra), extra)
            ours, plain = measure(folder)
            costs[extra] = ours
            print(
                f"{extra:5} more exercises: build {ours:6.1f} s, plain mkdocs {plain:6.1f} s, ratio {ours / plain:.2f} (at most {LIMIT})",
                flush=True,
            )
            worst = max(worst, ours / plain)
            shutil.rmtree(folder)
    early = (costs[200] - costs[50]) / 150
    late = (costs[1000] - costs[200]) / 800
    print(
        f"cost of one exercise more: {early * 1000:.0f} ms from 50 to 200, {late * 1000:.0f} ms from 200 to 1,000, ratio {late / early:.2f}"
    )
    return 0 if worst <= LIMIT and late <= 1.5 * early else 1


if __name__ == "__main__":
    sys.exit(main())
