"""Prose pages: Markdown with a title and description on top, the same paths in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from .findings import Finding, did_you_mean
from .models import LANGUAGES
from .translation import page_mark
from .yaml_file import YamlFile, parse_yaml, read_text

_FRONT = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_SCRIPT = re.compile(r"<\s*(script|iframe|style|object|embed|link|base|form)\b|\son[a-z]+\s*=|javascript:", re.IGNORECASE)
_IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)")
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%", re.DOTALL)
_CALL = re.compile(r"\{\{\s*(\w+)\(\s*(?:\"([^\"]*)\"|'([^']*)')?\s*\)\s*\}\}\Z")

LINKS = ("exercise", "worksheet", "cards", "tool", "source", "phase", "practice")
OF_PHASE = ("phase_head", "exercise_cards", "worksheet_cards", "take_home", "ready_when", "go_back_when", "phase_steps")
OF_TOPIC = ("practice_cards",)
PLAIN = (
    "phase_path", "five_steps", "doors", "exercise_finder", "worksheet_list", "card_set_list", "tool_matrix", "tool_guide",
    "team_matrix", "session_planner", "which_exercise", "browser_summary", "on_this_device",
    "practice_list", "safety_note", "glossary_list", "bibliography_list",
)  # fmt: skip
"""The macros that a page may call: links to a record, blocks of a phase or of a topic of the practice part, blocks that
need no id (site/blocks.py makes them)."""
_ALLOWED_META = {"title", "description", "translates", "phase", "hide", "search"}


@dataclass(frozen=True)
class Page:
    """A prose page. `path` is the same in every language, e.g. phases/prepare.md; `body_line` is where the text starts."""

    path: str
    language: str
    name: str
    meta: dict[str, Any]
    body: str
    body_line: int

    def calls(self) -> list[tuple[str, str, int]]:
        """The macros that the text calls: name, id (empty when it names none), line. What is no call has an empty name."""
        found = []
        for expression in _EXPRESSION.finditer(self.body):
            call = _CALL.match(expression[0])
            name, id_ = (call[1], call[2] or call[3] or "") if call else ("", "")
            found.append((name, id_, self.line_of(expression.start())))
        return found

    def with_calls(self, said: Callable[[str, str], str]) -> str:
        """The text with every call replaced by what `said` makes of its name and id."""

        def replaced(expression: re.Match[str]) -> str:
            call = _CALL.match(expression[0])
            return said(call[1], call[2] or call[3] or "") if call else expression[0]

        return _EXPRESSION.sub(replaced, self.body)

    def line_of(self, position: int) -> int:
        """The line in the file of a position in the body."""
        return self.body_line + self.body[:position].count("\n")


def read_pages(root: Path) -> tuple[list[Page], list[Finding]]:
    """Read all prose pages of both languages, with their faults."""
    pages, findings = [], []
    for language in LANGUAGES:
        folder = root / "docs" / language
        for path in sorted(folder.rglob("*.md")):
            page, found = _read_page(path, root, language)
            findings += found
            if page:
                pages.append(page)
                findings += _check_page(page, root)
    return pages, findings + _check_languages(pages, root)


def _read_page(path: Path, root: Path, language: str) -> tuple[Page | None, list[Finding]]:
    name = path.relative_to(root).as_posix()
    text, findings = read_text(path, name)
    if findings:
        return None, findings
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    if not front:
        fix = "start the page with ---, title: and description: lines, and ---"
        return None, [Finding(name, 1, "no-front-matter", "the page has no title and description on top", fix)]
    file, findings = parse_yaml(front[1], name, first_line=2)
    if file is None:
        return None, findings
    findings = _check_meta(file, language)
    if findings:
        return None, findings
    relative = path.relative_to(root / "docs" / language).as_posix()
    return Page(relative, language, name, file.data, text[front.end() :], text[: front.end()].count("\n") + 1), []


def _check_meta(file: YamlFile, language: str) -> list[Finding]:
    if not isinstance(file.data, dict):
        return [file.finding((), "no-front-matter", "this is no list of key: value lines", "write title: and description: lines")]
    findings = [
        file.finding((key,), "unknown-key", f"the key '{key}' is not known on a page", f"write one of: {', '.join(sorted(_ALLOWED_META))}")
        for key in file.data
        if key not in _ALLOWED_META
    ]
    for key in ("title", "description"):
        if not isinstance(file.data.get(key), str) or not file.data[key].strip():
            findings.append(file.finding((), "missing-key", f"the page has no {key}", f"write a line '{key}: ...' between the --- lines"))
    if language == LANGUAGES[0] and "translates" in file.data:
        findings.append(file.finding(("translates",), "unknown-key", "a Dutch page translates nothing", "remove this line"))
    return findings


def _check_page(page: Page, root: Path) -> list[Finding]:
    findings = []
    for match in _SCRIPT.finditer(page.body):
        line = page.line_of(match.start())
        wrong = f"the page holds script or active HTML ('{match[0].strip()}')"
        findings.append(Finding(page.name, line, "html-in-text", wrong, "write Markdown; forms and scripts belong to the package"))
    for name, id_, line in page.calls():
        if name not in (*LINKS, *OF_PHASE, *OF_TOPIC, *PLAIN):
            wrong = f"there is no macro '{name}'" if name else "this is no macro call"
            fix = did_you_mean(name, (*LINKS, *OF_PHASE, *OF_TOPIC, *PLAIN)) if name else 'write it like {{ exercise("picture-cards") }}'
            findings.append(Finding(page.name, line, "unknown-macro", wrong, fix))
        elif bool(id_) == (name in PLAIN):
            fix = f"write {{{{ {name}() }}}}" if id_ else f'write {{{{ {name}("...") }}}} with an id between the quotes'
            findings.append(Finding(page.name, line, "unknown-macro", f"the macro '{name}' {'takes no' if id_ else 'needs an'} id", fix))
    for match in _IMAGE.finditer(page.body):
        alt, target = match.groups()
        line = page.line_of(match.start())
        if not re.match(r"https?:", target) and not _picture(root, page, target).is_file():
            findings.append(
                Finding(
                    page.name,
                    line,
                    "missing-picture",
                    f"the picture '{target}' is not there",
                    "put the file in docs/assets or mend the path",
                )
            )
        if re.match(r"https?:", target):
            findings.append(
                Finding(
                    page.name,
                    line,
                    "outside-picture",
                    f"the picture '{target}' is on another host",
                    "put a copy in docs/assets and name its licence",
                )
            )
        if not alt.strip():
            findings.append(
                Finding(page.name, line, "no-alt-text", f"the picture '{target}' has no text alternative", "write ![what it shows](path)")
            )
    return findings


def _picture(root: Path, page: Page, target: str) -> Path:
    """Where a picture stands in the project: pages see docs/assets as assets/ at the root of their language."""
    parts: list[str] = list(PurePosixPath(page.path).parent.parts)
    for part in PurePosixPath(target).parts:
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    folder = root / "docs" if parts[:1] == ["assets"] else root / "docs" / page.language
    return folder.joinpath(*parts)


def _check_languages(pages: list[Page], root: Path) -> list[Finding]:
    findings = []
    names = {"nl": "Dutch", "en": "English"}
    for page in pages:
        other = "en" if page.language == "nl" else "nl"
        if not (root / "docs" / other / page.path).is_file():
            wrong = f"this page has no {names[other]} page"
            findings.append(Finding(page.name, 1, "missing-translation", wrong, f"write docs/{other}/{page.path}"))
    dutch = {page.path: page for page in pages if page.language == "nl"}
    for page in pages:
        if page.language == "nl" or page.path not in dutch:
            continue
        mark = mark_of_page(dutch[page.path])
        if page.meta.get("translates") != mark:
            wrong = f"the Dutch page changed after the English ({page.meta.get('translates', 'no mark')})"
            findings.append(Finding(page.name, 2, "stale-translation", wrong, f"read the English again and write translates: {mark}"))
    return findings


def mark_of_page(page: Page) -> str:
    """The mark that the English page writes after 'translates:'."""
    return page_mark(page.meta["title"], page.meta["description"], page.body)
