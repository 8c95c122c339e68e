"""Reads a YAML file into plain data and remembers on which line each part stands.

The reading is stricter than YAML 1.1: only true and false are booleans (so that `nl: no` stays a word),
dates stay texts, and a key that stands twice is a fault instead of a silent overwrite.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import yaml

from .findings import Finding

Location = tuple[str | int, ...]

_BaseLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is ten times faster, where it is there


class _Loader(_BaseLoader):  # type: ignore[misc]
    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern, first in (
    ("tag:yaml.org,2002:bool", r"true|false", "tf"),
    ("tag:yaml.org,2002:int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("tag:yaml.org,2002:null", r"~|null|", ["~", "n", ""]),
):
    _Loader.add_implicit_resolver(tag, re.compile(rf"(?:{pattern})\Z"), list(first))


@dataclass(frozen=True)
class YamlFile:
    """One file: `name` is its path from the project folder, `data` what it says, `lines` where."""

    name: str
    data: Any
    lines: dict[Location, int]

    def line(self, location: Location) -> int:
        """The line of this part, or of the nearest part around it that is there."""
        while location not in self.lines and location:
            location = location[:-1]
        return self.lines.get(location, 1)

    def finding(self, location: Location, rule: str, wrong: str, fix: str) -> Finding:
        return Finding(self.name, self.line(location), rule, wrong, fix)


def read_text(path: Path, name: str) -> tuple[str, list[Finding]]:
    """Read a text file; a file that is not UTF-8 gives an empty text and a finding."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig"), []  # -sig: Notepad on Windows writes a byte order mark
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        fix = "save the file as UTF-8 (in the editor: 'save with encoding')"
        return "", [Finding(name, line, "not-utf-8", "the file is not in UTF-8", fix)]


def read_yaml(path: Path, root: Path) -> tuple[YamlFile | None, list[Finding]]:
    """Read a YAML file. Returns the file, or None with what is wrong in it."""
    name = path.relative_to(root).as_posix()
    text, findings = read_text(path, name)
    if findings:
        return None, findings
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str, first_line: int = 1) -> tuple[YamlFile | None, list[Finding]]:
    """Parse YAML text. `first_line` is the line of the text's start in its file (for front matter)."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, [_syntax_finding(error, text, name, first_line)]
    if node is None:
        return None, [Finding(name, first_line, "empty-file", "the file is empty", "write a record, or remove the file")]
    reader = _NodeReader(name, first_line)
    data = reader.read(node, ())
    return (None, reader.findings) if reader.findings else (YamlFile(name, data, reader.lines), [])


def _syntax_finding(error: yaml.YAMLError, text: str, name: str, first_line: int) -> Finding:
    mark = getattr(error, "problem_mark", None)
    line = mark.line if mark else text[: getattr(error, "position", 0)].count("\n")
    rows = text.split("\n")
    line = min(line, len(rows) - 1)  # the parser counts one further at the end of the text
    around = rows[max(0, line - 1) : line + 1]
    if any(re.match(r"\s*\t", row) for row in around):
        line = next(i for i in range(max(0, line - 1), len(rows)) if re.match(r"\s*\t", rows[i]))
        return Finding(name, first_line + line, "broken-yaml", "a tab stands where spaces belong", "indent with two spaces")
    problem = getattr(error, "problem", None) or "a sign that YAML cannot hold"
    fix = "check the indentation here, and put a text with a colon or quotes in double quotes"
    return Finding(name, first_line + line, "broken-yaml", f"this is not valid YAML ({problem})", fix)


class _NodeReader:
    """Turns YAML nodes into data in one pass, noting lines and faults."""

    def __init__(self, name: str, first_line: int) -> None:
        self.name, self.first_line = name, first_line
        self.lines: dict[Location, int] = {}
        self.findings: list[Finding] = []
        self._open: set[int] = set()

    def read(self, node: yaml.Node, at: Location) -> Any:
        line = self.first_line + node.start_mark.line
        self.lines.setdefault(at, line)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, line)
        if id(node) in self._open:
            self.findings.append(Finding(self.name, line, "broken-yaml", "this part holds itself", "write it out without & and *"))
            return None
        self._open.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                return [self.read(child, (*at, i)) for i, child in enumerate(node.value)]
            return self._mapping(node, at)
        finally:
            self._open.discard(id(node))

    def _mapping(self, node: yaml.Node, at: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = self.first_line + key_node.start_mark.line
            if not isinstance(key_node, yaml.ScalarNode):
                self.findings.append(Finding(self.name, line, "broken-yaml", "this key is not a word", "write key: value"))
                continue
            key = key_node.value
            if key in data:
                self.findings.append(Finding(self.name, line, "key-twice", f"the key '{key}' stands here twice", "keep one of the two"))
                continue
            self.lines[(*at, key)] = line
            data[key] = self.read(value_node, (*at, key))
        return data

    def _scalar(self, node: yaml.ScalarNode, line: int) -> Any:
        kind, text = node.tag.rsplit(":", 1)[-1], node.value
        if kind == "str":
            return text
        if kind == "int":
            return int(text)
        if kind in ("bool", "null"):
            return text == "true" if kind == "bool" else None
        self.findings.append(Finding(self.name, line, "broken-yaml", f"the tag {node.tag} is not known here", "write the plain value"))
        return None
