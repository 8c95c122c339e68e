"""The guides in docs/maintain/ are true: what is there they tell, what they show works, where they point there is something.

Parts between marks such as <!-- macros --> and <!-- /macros --> are made from the code. To make them again:
python tests/test_docs.py --write
"""

from __future__ import annotations

import inspect
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from learning_network.cli import main
from learning_network.content.field_table import field_rows, field_table
from learning_network.content.findings import Finding
from learning_network.content.loading import examine
from learning_network.content.models import (
    CardSet,
    Criterion,
    Entry,
    Exercise,
    GuideQuestion,
    Network,
    Obstacle,
    Phase,
    SessionPlan,
    Source,
    Term,
    Tool,
    Worksheet,
)
from learning_network.content.new_record import FOLDERS, new_record
from learning_network.content.prose import OF_PHASE, OF_TOPIC, PLAIN
from learning_network.content.stamping import stamp
from learning_network.content.yaml_file import parse_yaml
from learning_network.sheets.check_paper import paper_faults
from learning_network.site.blocks import BLOCKS

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
GUIDES = sorted((ROOT / "docs" / "maintain").glob("*.md"))
TEXTS = {path: path.read_text(encoding="utf-8") for path in [*GUIDES, *sorted(ROOT.glob("*.md"))]}
MODELS = {
    "exercise": Exercise,
    "worksheet": Worksheet,
    "card-set": CardSet,
    "tool": Tool,
    "criterion": Criterion,
    "guide": GuideQuestion,
    "network": Network,
    "phase": Phase,
    "entry": Entry,
    "obstacle": Obstacle,
    "plan": SessionPlan,
    "term": Term,
    "source": Source,
}
LISTS = {
    "entry": "exercises/vocabulary/materials.yml",
    "obstacle": "exercises/vocabulary/obstacles.yml",
    "plan": "exercises/vocabulary/session-plans.yml",
    "criterion": "tools_matrix/criteria.yml",
    "guide": "tools_matrix/guide.yml",
    "term": "docs/glossary.yml",
    "source": "docs/bibliography.yml",
}
"""Kind of record -> the file that holds a list of them."""
FULL = ("guide",)
"""Lists that hold as many as they may: an example takes the place of what stands there."""


# ---- the parts that are made from the code ----


def commands() -> str:
    """Every command with its arguments and its help."""
    lines = []
    for name, command in all_commands():
        usage = " ".join(piece for piece in command.collect_usage_pieces(click.Context(command)) if piece != "[OPTIONS]")
        lines.append(f"- `learning-network {f'{name} {usage}'.strip()}`: {command.get_short_help_str(limit=200)}")
    return "\n".join(lines) + "\n"


def all_commands(group: click.Group = main, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command with its whole name, those inside a group too."""
    context = click.Context(group)
    for name in sorted(group.list_commands(context)):
        command = group.get_command(context, name)
        assert command
        if isinstance(command, click.Group):
            yield from all_commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def macros() -> str:
    """Every macro as a page calls it, with what it gives."""
    lines = []
    for function in BLOCKS:
        name = function.__name__
        argument = (
            ""
            if name in PLAIN
            else '"prepare"'
            if name in ("phase", *OF_PHASE)
            else '"goals"'
            if name in ("practice", *OF_TOPIC)
            else '"id"'
        )
        lines.append(f"| `{{{{ {name}({argument}) }}}}` | {(inspect.getdoc(function) or '').splitlines()[0]} |")
    return "\n".join(["| On the page | What it gives |", "| --- | --- |", *lines]) + "\n"


def messages() -> str:
    """Every kind of fault for which there is a bad example, with a line of the report that it gives."""
    found: dict[str, list[tuple[int, Finding]]] = {}
    for fault in sorted((FIXTURES / "bad").iterdir()):
        with tempfile.TemporaryDirectory() as folder:
            project = shutil.copytree(FIXTURES / "project", Path(folder) / "project")
            shutil.copytree(fault, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
            shutil.copytree(ROOT / "docs" / "assets" / "fonts", project / "docs" / "assets" / "fonts")
            library, findings = examine(project)
            findings = paper_faults(library) if library else findings
        for finding in findings:
            found.setdefault(finding.rule, []).append((len(findings), finding))
    clearest = {rule: min(faults)[1] for rule, faults in sorted(found.items())}  # the example with the fewest faults around it
    lines = [f"| {rule} | `{str(finding).replace('|', chr(92) + '|')}` |" for rule, finding in clearest.items()]
    return "\n".join(["| Kind | What the check says, for example |", "| --- | --- |", *lines]) + "\n"


PARTS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "macros": macros,
    "messages": messages,
    **{f"fields:{kind}": lambda model=model: field_table(model) for kind, model in MODELS.items()},
}


def marked(name: str) -> re.Pattern[str]:
    """A part with the marks around it: <!-- fields:tool --> ... <!-- /fields -->."""
    return re.compile(rf"<!-- {name} -->\n.*?<!-- /{name.partition(':')[0]} -->", re.DOTALL)


def write_parts() -> None:
    """Make the parts of all guides again."""
    for path in GUIDES:
        text = path.read_text(encoding="utf-8")
        for name, make in PARTS.items():
            if found := marked(name).search(text):
                part = f"<!-- {name} -->\n\n{make()}\n<!-- /{name.partition(':')[0]} -->"
                text = text[: found.start()] + part + text[found.end() :]
        path.write_text(text, encoding="utf-8", newline="\n")


@pytest.mark.parametrize("name", PARTS)
def test_what_the_code_knows_stands_in_a_guide_and_is_up_to_date(name: str) -> None:
    made = [(path.name, match[0]) for path in GUIDES for match in marked(name).finditer(TEXTS[path])]
    assert len(made) == 1, f"no guide, or more than one, holds <!-- {name} -->"
    guide, text = made[0]
    assert PARTS[name]() in text, f"docs/maintain/{guide}: <!-- {name} --> is out of date. Run: python tests/test_docs.py --write"


# ---- what is there is explained ----


@pytest.mark.parametrize(("name", "command"), [pytest.param(*named, id=named[0]) for named in all_commands()])
def test_every_command_has_help_that_is_a_sentence(name: str, command: click.Command) -> None:
    assert re.match(r"[A-Z].*\.", command.help or ""), f"give the command '{name}' a docstring"


@pytest.mark.parametrize("kind", MODELS)
def test_every_field_says_what_it_is(kind: str) -> None:
    silent = [row.path for row in field_rows(MODELS[kind]) if not row.description.endswith(".")]
    assert silent == [], f"write Field(description='A sentence.') in content/models/ for these fields of {kind}"


@pytest.mark.parametrize("function", BLOCKS, ids=lambda function: function.__name__)
def test_every_macro_says_what_it_gives(function: Callable[..., str]) -> None:
    assert (inspect.getdoc(function) or "").endswith("."), f"give {function.__name__} in site/blocks.py a docstring"


def make_targets() -> list[str]:
    return re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("target", make_targets())
def test_every_make_target_is_explained(target: str) -> None:
    guide = ROOT / "docs" / "maintain" / "how-it-fits-together.md"
    assert f"| `make {target}` |" in TEXTS[guide], f"tell in {guide.name} what make {target} does"


@pytest.mark.parametrize("guide", [path for path in GUIDES if path.name != "README.md"], ids=lambda path: path.name)
def test_every_guide_is_in_the_list_of_guides(guide: Path) -> None:
    assert f"]({guide.name})" in TEXTS[guide.with_name("README.md")]


# ---- what is shown works ----

_SNIPPET = re.compile(r"(?:<!-- example: (?P<kind>[\w-]+) -->\n)?```yaml\n(?P<text>.*?)```", re.DOTALL)


def snippets() -> list[Any]:
    """Every YAML example: its kind (None when it stands for no record), its text; named by guide and line."""
    return [
        pytest.param(match["kind"], match["text"], id=f"{path.name}:{TEXTS[path][: match.start('text')].count(chr(10)) + 1}")
        for path in GUIDES
        for match in _SNIPPET.finditer(TEXTS[path])
    ]


@pytest.mark.parametrize(("kind", "text"), snippets())
def test_every_yaml_example_is_valid_yaml(kind: str | None, text: str) -> None:
    assert [str(finding) for finding in parse_yaml(text, "example")[1]] == []


@pytest.mark.parametrize(("kind", "text"), [example for example in snippets() if example.values[0]])
def test_every_marked_example_passes_the_check_in_this_project(kind: str, text: str, tmp_path: Path) -> None:
    changed = put_in_place(copy_of_the_project(tmp_path), kind, text)
    findings = examine(tmp_path / "project")[1]
    assert [str(finding) for finding in findings if tmp_path / "project" / finding.file == changed] == []


def copy_of_the_project(folder: Path) -> Path:
    """The records and prose of this project, without its assets."""
    project = folder / "project"
    for name in ("exercises", "tools_matrix", "docs/nl", "docs/en"):
        shutil.copytree(ROOT / name, project / name)
    for name in ("network.yml", "docs/glossary.yml", "docs/bibliography.yml"):
        shutil.copy(ROOT / name, project / name)
    return project


def put_in_place(project: Path, kind: str, text: str) -> Path:
    """Write an example where it belongs, as a reader of the guide would, and return the file.

    A list gets it at its end, one that is full instead of what it holds. A record is a new one in which the keys of the example take the place of its own.
    """
    if kind in LISTS:
        path = project / LISTS[kind]
        before = "" if kind in FULL else path.read_text(encoding="utf-8")
        path.write_text(f"{before}\n{text}", encoding="utf-8")
        stamp(path, project)
        return path
    path = project / "network.yml" if kind == "network" else new_record(project, kind, "made-for-the-guide", date(2026, 11, 22))
    record, example = (parse_yaml(source, kind)[0] for source in (path.read_text(encoding="utf-8"), text))
    assert record is not None
    assert example is not None
    path.write_text(yaml.safe_dump(laid_over(record.data, example.data), allow_unicode=True, sort_keys=False), encoding="utf-8")
    if kind in FOLDERS:
        stamp(path, project)
    elif logo := example.data.get("logo"):
        (project / logo).parent.mkdir(parents=True, exist_ok=True)
        (project / logo).write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    return path


def laid_over(record: dict[str, Any], example: dict[str, Any]) -> dict[str, Any]:
    texts = {language: {**record.get(language, {}), **example.get(language, {})} for language in ("nl", "en") if language in record}
    return {**record, **example, **texts}


def test_every_message_that_a_guide_shows_is_one_that_the_check_gives() -> None:
    given = {line for report in FIXTURES.glob("bad/*/expected.txt") for line in report.read_text(encoding="utf-8").splitlines()}
    shown = {line for path in GUIDES for line in re.findall(r"^    (\S+:\d+: .*)$", TEXTS[path], re.MULTILINE)}
    assert shown - given == set()


def test_every_command_that_a_guide_shows_exists() -> None:
    groups = {name.split()[0] for name, _ in all_commands() if " " in name}
    names = rf"((?:(?:{'|'.join(sorted(groups))}) )?[a-z]+)"
    shown = {name for text in TEXTS.values() for name in re.findall(rf"`[^`\n]*\blearning-network (?:--root \S+ )?{names}", text)}
    shown |= {name for text in TEXTS.values() for name in re.findall(rf"^\s*\S*learning-network {names}", text, re.MULTILINE)}
    assert shown - {*groups, *(name for name, _ in all_commands())} == set()


def test_the_commands_for_windows_install_what_make_installs() -> None:
    wanted = [
        line.split("pip install --quiet --disable-pip-version-check ")[1]
        for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
        if "pip install" in line
    ]
    guide = TEXTS[ROOT / "docs" / "maintain" / "troubleshoot.md"]
    assert [options for options in wanted if f"-m pip install {options}\n" not in guide] == []


# ---- where it points there is something ----

_LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:)([^)\s]+)\)")
_PATH = re.compile(r"`((?:docs|exercises|tools_matrix|scripts|tests)/[\w./-]*|[\w.]+\.(?:yml|toml|lock)|Makefile)`")


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file_and_its_heading(path: Path) -> None:
    broken = []
    for link in _LINK.findall(re.sub(r"```.*?```|`[^`\n]*`", "", TEXTS[path], flags=re.DOTALL)):
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        headings = (
            re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            if target.suffix == ".md" and target.is_file()
            else []
        )
        if not target.exists() or (anchor and anchor not in map(slug, headings)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_path_in_a_guide_is_there(path: Path) -> None:
    assert [name for name in _PATH.findall(TEXTS[path]) if not (ROOT / name).exists()] == []


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("To make the parts again that come from the code: python tests/test_docs.py --write")
    write_parts()
