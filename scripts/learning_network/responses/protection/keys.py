"""The key of a network, and the codes that stand for its participants."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import tempfile
import unicodedata
from pathlib import Path

from learning_network.faults import Fault
from learning_network.responses.columns import Column, changed, values_in

LENGTH = 32
"""Bytes of a key."""

CODE, CHECK = 8, 4
"""Hexadecimal digits of a code that tell participants apart, and that tell that it is a code made with this key."""


class KeyFault(Fault):
    """A key that cannot be made, read or used."""


def load_key(path: Path | None = None, out: Path | None = None) -> bytes:
    """The key of this computer, or the one in a file; it is made when it is used for the first time, for the user alone to read.

    path: the file; None for `participants.key` in the folder where programs keep their settings. out: the folder of results, where
    no key may lie. Raises KeyFault.
    """
    if path is None:
        import click

        path = Path(click.get_app_dir("learning-network")) / "participants.key"
    if out is not None and out.resolve() in path.resolve().parents:
        raise KeyFault(f"{path} lies in the folder of results, which others will see: choose another place for the key")
    try:
        if not path.exists():
            _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise KeyFault(
            f"{path}: the key cannot be made or read ({error.strerror}): choose another file, in a folder that you may write in"
        ) from None
    if len(key) != LENGTH:
        raise KeyFault(
            f"{path} is no key: it has {len(key)} bytes and not {LENGTH}. Choose another file; a new one gives participants other codes"
        )
    return key


def _make(path: Path) -> None:
    """Write a new key; the one of somebody who was first stays."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(LENGTH))
        os.chmod(name, 0o600)
        try:
            os.link(name, path)
        except FileExistsError:
            pass
        except OSError:  # a disk without links
            os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


def code(participant: str, key: bytes) -> str:
    """Twelve hexadecimal digits for a name, an address or an id; the same for other capitals, blanks and accents' spelling.

    Empty stays empty. A code that was made with this key stays what it is: its last digits tell, so that a table of items can be
    read again.
    """
    plain = participant if participant.isascii() else unicodedata.normalize("NFKC", participant)
    folded = " ".join(plain.casefold().split())
    if not folded or _is_code(participant, key):
        return participant if folded else ""
    first = _digest(b"who", folded, key)[:CODE]
    return first + _digest(b"check", first, key)[:CHECK]


def _is_code(text: str, key: bytes) -> bool:
    return len(text) == CODE + CHECK and hmac.compare_digest(text[CODE:].encode(), _digest(b"check", text[:CODE], key)[:CHECK].encode())


def _digest(use: bytes, text: str, key: bytes) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=key, person=use, digest_size=16).hexdigest()


def codes(participants: Column, key: bytes) -> Column:
    """The column of participants as codes; each different one is worked out once."""
    coded = {participant: code(participant, key) for participant in values_in(participants)}
    return changed(participants, coded.__getitem__)
