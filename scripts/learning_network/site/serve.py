"""Previews the site and builds it again when a file changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from ..content.loading import ContentError
from .build import build_site
from .errors import BuildError

WATCHED = ("docs", "exercises", "tools_matrix", "network.yml", "mkdocs.yml", "mkdocs.en.yml", "mkdocs.base.yml")


def serve_site(root: Path, port: int, say: Callable[[str], None]) -> None:
    """Build into site/ and serve it on this computer alone until interrupted; faults are said and the last good site stays.

    Without sheets: printing those of a changed record takes seconds to minutes, and who writes a text wants to see the page.
    Raises ContentError or BuildError when the very first build fails, OSError when the port is taken.
    """
    site = build_site(root, say=say, sheets=False)

    def build_again() -> None:
        try:
            build_site(root, say=say, sheets=False)
        except (ContentError, BuildError, OSError) as error:
            say(f"{error}\nThe preview shows the last good site.")

    server = LiveReloadServer(build_again, "127.0.0.1", port, str(site))
    for name in WATCHED:
        server.watch(str(root / name))
    say(f"Open http://127.0.0.1:{port}/ in your browser (Ctrl+C stops).")
    try:
        server.serve(open_in_browser=False)  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        server.shutdown(wait=True)
