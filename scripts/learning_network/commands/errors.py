"""One place that speaks: what a user can cause is told in plain lines, without a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from learning_network.content.loading import ContentError
from learning_network.site.errors import BuildError


@contextmanager
def plain_errors() -> Iterator[None]:
    """Tell faults in the content, and other errors that a user can cause, and leave with exit code 1."""
    try:
        yield
    except ContentError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except (BuildError, ValueError, OSError) as error:
        raise click.ClickException(str(error)) from None
