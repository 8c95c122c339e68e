"""Lays out what MkDocs builds from: per language the pages, the assets and an effective configuration.

Everything goes to .build/ in the project folder: .build/pages/<language>/ and .build/mkdocs.<language>.yml. Plain
`mkdocs build -f .build/mkdocs.nl.yml` (or properdocs) builds from there without our command.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from ..content.library import Library
from ..content.models import LANGUAGES

Renderer = Callable[[Library, str], dict[str, str]]
"""Makes the pages of one language from the records: path -> Markdown."""

CONFIG = {"nl": "mkdocs.yml", "en": "mkdocs.en.yml"}
NETWORK_CSS = "assets/css/network.css"


def lay_out(library: Library, work: Path, site: Path, render: Renderer) -> dict[str, Path]:
    """Write pages and configurations of both languages under `work`, for a site in `site`.

    Returns the configuration file per language.
    """
    configs = {}
    for language in LANGUAGES:
        pages = work / "pages" / language
        wanted = _texts(library, language, render(library, language))
        _write(pages, wanted, library)
        configs[language] = work / f"mkdocs.{language}.yml"
        folder = site if language == LANGUAGES[0] else site / language
        config = effective_config(library, language, pages, folder)
        configs[language].write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8", newline="\n")
    return configs


def _texts(library: Library, language: str, generated: dict[str, str]) -> dict[str, str]:
    """All text files of one language: prose pages that the network shows, generated pages, its own colours."""
    texts = {}
    for page in library.pages:
        if page.language == language and _shown(library, page.path):
            front = yaml.safe_dump({k: v for k, v in page.meta.items() if k != "translates"}, allow_unicode=True, sort_keys=False)
            texts[page.path] = f"---\n{front}---\n{page.body}"
    if clash := texts.keys() & generated.keys():
        raise ValueError(f"a prose page stands where a record's page goes: {', '.join(sorted(clash))}")
    return texts | generated | {NETWORK_CSS: network_css(library)}


def _shown(library: Library, path: str) -> bool:
    """Phase pages of phases that the network leaves out are not shown."""
    folder, _, name = path.rpartition("/")
    return folder != "phases" or name == "index.md" or name.removesuffix(".md") in library.phases


def network_css(library: Library) -> str:
    """The network's own phase colours, over those of docs/assets/css/tokens.css and by the same selectors; empty without any."""
    if not library.network.colours:
        return ""
    light = "".join(f"--phase-{id_}: {c.light}; " for id_, c in library.network.colours.items())
    dark = "".join(f"--phase-{id_}: {c.dark}; " for id_, c in library.network.colours.items())
    return (
        f":root {{ {light}}}\n"
        f'@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{ {dark}}} }}\n'
        f'@media screen {{ :root[data-theme="dark"] {{ {dark}}} }}\n'
    )


def _write(pages: Path, texts: dict[str, str], library: Library) -> None:
    """Bring the folder to just these files; files that did not change keep their time, so previews reload less."""
    sources = {f"assets/{p.relative_to(library.root / 'docs' / 'assets').as_posix()}": p for p in _assets(library.root)}
    if library.network.logo:
        sources[logo_path(library)] = library.root / library.network.logo
    wanted = texts.keys() | sources.keys()
    if pages.is_dir():
        for old in [p for p in pages.rglob("*") if p.is_file() and p.relative_to(pages).as_posix() not in wanted]:
            old.unlink()
    for path, text in texts.items():
        target = pages / path
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
    for path, source in sources.items():
        target = pages / path
        if not target.is_file() or target.stat().st_mtime_ns != source.stat().st_mtime_ns:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def _assets(root: Path) -> list[Path]:
    return [p for p in (root / "docs" / "assets").rglob("*") if p.is_file() and not p.name.startswith(".")]


def logo_path(library: Library) -> str:
    """Where the network's logo stands in the site."""
    return f"assets/img/network-logo{Path(library.network.logo or '').suffix.lower()}"


def effective_config(library: Library, language: str, pages: Path, site: Path) -> dict[str, Any]:
    """The MkDocs configuration of one language: the project's own, plus where things stand and the network's settings."""
    root, network = library.root, library.network
    base = root / CONFIG[language]
    extra: dict[str, Any] = {
        "project_root": str(root),
        "network": {
            "name": getattr(network.name, language),
            "logo": logo_path(library) if network.logo else None,
            "contact": network.contact.model_dump() if network.contact else None,
        },
    }
    config: dict[str, Any] = {
        "INHERIT": str(base),
        "site_name": getattr(network.name, language),
        "docs_dir": str(pages),
        "site_dir": str(site),
        "strict": True,
        "theme": {"custom_dir": str(root / "docs" / "theme")},
        "hooks": [str(Path(__file__).parent / "hooks.py")],
        "extra": extra,
    }
    if network.site_url:
        base_url = network.site_url.rstrip("/") + "/"
        config["site_url"] = base_url if language == LANGUAGES[0] else f"{base_url}{language}/"
    config["nav"] = _without_hidden(library, yaml.safe_load(base.read_text(encoding="utf-8"))["nav"])
    return config


def _without_hidden(library: Library, nav: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The navigation (title -> page, or title -> list) without the pages of phases that the network leaves out."""
    kept: list[dict[str, Any]] = []
    for item in nav:
        for title, part in item.items():
            if isinstance(part, list):
                kept.append({title: _without_hidden(library, part)})
            elif _shown(library, part):
                kept.append({title: part})
    return kept
