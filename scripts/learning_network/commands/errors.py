"""One place that speaks: what a user can cause is told in plain lines, without a traceback."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from learning_network.faults import Fault, Faults


@contextmanager
def plain_errors() -> Iterator[None]:
    """Tell faults in the content, and other errors that a user can cause, and leave with exit code 1."""
    try:
        yield
    except Faults as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except OSError as error:
        raise click.ClickException(in_words(error)) from None
    except (Fault, ValueError) as error:
        raise click.ClickException(str(error)) from None


def in_words(error: OSError) -> str:
    """What a fault of the disk or of a file is, and what to do."""
    place = f"{error.filename}: " if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full: make room and run the command again; what was finished is still there"
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return f"{place}a file stands where a folder should come: choose another folder"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{place}you may not read or write here: choose another place, or ask for access"
    return f"{place}{error.strerror}" if error.strerror else str(error)
