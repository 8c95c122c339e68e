"""Writes the marks of translations: what an author does after reading the English texts again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from .prose import mark_of_page, read_pages
from .translation import mark_of, pairs
from .yaml_file import _Loader, parse_yaml


def stamp(path: Path, root: Path) -> int:
    """Write the right mark at every English block of a record file or at an English page. Returns how many changed.

    Only the marks change; comments and layout stay. Raises ValueError with a plain sentence when the file is not
    valid YAML, is no English page, or has no Dutch page beside it.
    """
    text = path.read_text(encoding="utf-8")
    new = _stamp_page(path, root, text) if path.suffix == ".md" else stamped(text, path.name)
    if new == text:
        return 0
    path.write_text(new, encoding="utf-8", newline="\n")
    return sum(1 for old, now in zip(text.split("translates:"), new.split("translates:"), strict=False) if old != now) or 1


def stamped(text: str, name: str) -> str:
    """The text of a record file with the right marks. Raises ValueError when it is not valid YAML."""
    file, findings = parse_yaml(text, name)
    if file is None:
        raise ValueError(str(findings[0]))
    root_node: Any = yaml.compose(text, Loader=_Loader)
    changes: list[tuple[int, int, str]] = []
    offsets = _line_offsets(text)
    for at, dutch, _ in pairs(file.data):
        mark = mark_of(dutch)
        english = _node_at(root_node, (*at, "en"))
        for key, value in english.value:
            if key.value == "translates":
                changes.append((_offset(offsets, value.start_mark), _offset(offsets, value.end_mark), mark))
                break
        else:
            first = _offset(offsets, english.value[0][0].start_mark)
            indent = " " * english.value[0][0].start_mark.column
            ending = ", " if english.flow_style else f"\n{indent}"
            changes.append((first, first, f"translates: {mark}{ending}"))
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _line_offsets(text: str) -> list[int]:
    return [0, *(m.end() for m in re.finditer("\r\n|[\n\r\x85\u2028\u2029]", text))]


def _offset(offsets: list[int], mark: yaml.Mark) -> int:
    """Place in the text; by line and column, as the C parser's index counts differently from Python's."""
    return offsets[mark.line] + mark.column


def _node_at(node: Any, at: tuple[str | int, ...]) -> Any:
    for step in at:
        node = node.value[step] if isinstance(step, int) else next(value for key, value in node.value if key.value == step)
    return node


def _stamp_page(path: Path, root: Path, text: str) -> str:
    pages, _ = read_pages(root)
    name = path.resolve().relative_to(root.resolve()).as_posix()
    page = next((p for p in pages if p.name == name and p.language == "en"), None)
    dutch = next((p for p in pages if page and p.path == page.path and p.language == "nl"), None)
    if page is None or dutch is None:
        raise ValueError(f"{name}: this is no English page with a Dutch page beside it")
    line = f"translates: {mark_of_page(dutch)}"
    head, body = text[: text.index("\n---", 3)], text[text.index("\n---", 3) :]
    head = re.sub(r"^translates:.*$", line, head, flags=re.MULTILINE) if "translates:" in head else f"{head}\n{line}"
    return head + body
