"""Writes results: a half-written file or folder never stands under its final name."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from .faults import Fault


class OutputError(Fault):
    """A place that cannot be written to; the message says what to do."""


Written = bytes | Callable[[Path], None]
"""What goes into a file: its bytes, or what writes it at the path that it is given (for tables that memory has no room for)."""


def write_file(path: Path, content: Written) -> None:
    """Write a file beside its place and move it there when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    made = Path(name)
    try:
        os.close(handle)
        _fill(made, content)
        made.chmod(0o644)
        os.replace(name, path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def check_folder(folder: Path, replace: bool, otherwise: str = "write --replace to lose what is in it") -> None:
    """Raise OutputError when results cannot go to this folder: it must be new or empty, or may be replaced."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file: choose the name of a folder")
    if folder.resolve() == Path.cwd():  # it would be taken from under the command line that stands in it
        raise OutputError(f"{folder} is the folder that you are in: choose the name of another folder")
    if folder.is_dir() and any(folder.iterdir()) and not replace:
        raise OutputError(f"{folder} is not empty: choose a new folder, or {otherwise}")


def write_folder(folder: Path, files: Mapping[str, Written], replace: bool = False, ours: frozenset[str] | None = None) -> None:
    """Write files (name with forward slashes -> what goes in) into a folder that is not there before all of them are written.

    ours: the names, directly in the folder, that belong to us. Where a folder is replaced, all other things in it stay;
    None: nothing stays. Raises OutputError as check_folder does.
    """
    check_folder(folder, replace)
    folder = folder.resolve()  # a link to a folder stays a link
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    except PermissionError as error:
        error.filename = str(folder.parent)  # the place that somebody chose, not one that they never heard of
        raise
    try:
        for name, content in files.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            _fill(path, content)
        if ours is not None and folder.is_dir():
            for other in sorted(folder.iterdir()):
                if other.name not in ours:
                    _copy(other, made / other.name)
        made.chmod(0o755)
        _take_place(made, folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _take_place(made: Path, folder: Path) -> None:
    """Move a folder that is whole to its place; what stood there comes back when anything, also a person, stops it on the way."""
    old = made.with_name(made.name + ".old")
    try:
        if folder.is_dir():
            folder.rename(old)
        made.rename(folder)
    except BaseException:
        if old.is_dir() and not folder.exists():
            old.rename(folder)
        raise
    finally:
        if folder.is_dir():
            shutil.rmtree(old, ignore_errors=True)  # the result stands: what cannot be deleted is no fault of it


def _fill(path: Path, content: Written) -> None:
    if isinstance(content, bytes):
        with open(path, "wb") as file:
            file.write(content)
    else:
        content(path)


def _copy(path: Path, to: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.copytree(path, to, symlinks=True)
    else:
        shutil.copy2(path, to, follow_symlinks=False)
