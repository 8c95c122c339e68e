"""Checks the network's logo: a real picture, of a size that fits a page, that asks nothing of anyone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

MOST_BYTES = 2_000_000
"""A logo goes into every sheet and word-processor file, and on every page."""
MOST_PIXELS = 4000
ENOUGH = "600 pixels high is enough"

_SVG = "{http://www.w3.org/2000/svg}"
_PNG_END = b"IEND\xaeB`\x82"
_RUNS = {"script", "foreignobject", "iframe", "object", "embed"}
_ASKS = re.compile(r"url\(\s*['\"]?\s*(?!#|data:|['\"\s])([^'\")]+)|@import\s+['\"]?([^'\";]+)", re.IGNORECASE)

Fault = tuple[str, str]
"""What is wrong, and what to do."""


def logo_faults(root: Path, logo: str) -> Iterator[Fault]:
    """What is wrong with the file at `logo`, a path from the project folder."""
    path = root / logo
    name = f"the logo '{logo}'"
    if not path.is_file():
        yield f"{name} is not there", "put the file there or mend the path"
    elif not path.resolve().is_relative_to(root.resolve()):
        yield f"{name} stands outside the project folder", "put it in the project, e.g. in docs/assets/img/"
    elif path.suffix.lower() not in (".svg", ".png"):
        yield f"{name} is no SVG or PNG", "save it as SVG or PNG"
    elif (size := path.stat().st_size) > MOST_BYTES:
        yield f"{name} is {size / 1_000_000:.1f} MB large", f"save it smaller, at most {MOST_BYTES // 1_000_000} MB; {ENOUGH}"
    else:
        try:
            data = path.read_bytes()
        except OSError as error:
            yield f"{name} cannot be read ({error.strerror})", "let everyone read the file"
            return
        judge = _svg if path.suffix.lower() == ".svg" else _png
        yield from ((f"{name} {wrong}", fix) for wrong, fix in judge(data, path))


def _png(data: bytes, path: Path) -> Iterator[Fault]:
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield f"is called PNG, but is {_kind(data, path)}", "save it as PNG; another name alone changes nothing"
        return
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    if max(width, height) > MOST_PIXELS:
        yield f"is {width} by {height} pixels", f"save it smaller, at most {MOST_PIXELS} pixels a side; {ENOUGH}"
        return
    from PIL import Image  # loading it costs more than all other checks of network.yml, and few networks have a logo

    try:
        with Image.open(path, formats=["PNG"]) as picture:
            picture.load()
        if _PNG_END not in data:  # WeasyPrint tells Pillow to take half a picture for a whole one
            raise ValueError("cut off")
    except Exception:  # Pillow raises many kinds of errors for broken files
        yield "is damaged: it cannot be opened as a picture", "save it again as PNG"


def _svg(data: bytes, path: Path) -> Iterator[Fault]:
    try:
        top = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        damaged = b"<svg" in data[:4096]
        wrong = "is a damaged SVG: it cannot be read to its end" if damaged else f"is called SVG, but is {_kind(data, path)}"
        yield wrong, "save it as SVG again" if damaged else "save it as SVG; another name alone changes nothing"
        return
    if top.tag != f"{_SVG}svg":
        bare = top.tag == "svg"
        wrong = "has no xmlns, so no browser shows it" if bare else f"is called SVG, but begins with <{top.tag.rpartition('}')[2]}>"
        yield wrong, 'write <svg xmlns="http://www.w3.org/2000/svg" ...' if bare else "save it as SVG"
        return
    if b"<?xml-stylesheet" in data:
        yield "asks for a style sheet of its own", "save it as plain SVG, with its styles inside"
    for part in top.iter():
        if isinstance(part.tag, str):
            yield from _part(part)


def _part(part: ElementTree.Element) -> Iterator[Fault]:
    """What is wrong with one element of an SVG: it runs something, or asks for something outside the file."""
    tag = part.tag.rpartition("}")[2].lower()
    attributes = {name.rpartition("}")[2].lower(): value.strip() for name, value in part.attrib.items()}
    acts = next((name for name in attributes if name.startswith("on")), None)
    if tag in _RUNS or acts or any(value.lower().startswith("javascript:") for value in attributes.values()):
        yield f"holds a script ({acts or f'<{tag}>'})", "save it as plain SVG, without scripts"
        return
    asked = [attributes[name] for name in ("href", "src") if attributes.get(name) and not attributes[name].startswith(("#", "data:"))]
    styles = [*attributes.values(), (part.text or "") if tag == "style" else ""]
    asked += [match[1] or match[2] for style in styles for match in _ASKS.finditer(style)]
    for address in asked:
        yield f"asks for {address.strip()[:80]}, which is not in the file", "save it as plain SVG, with everything inside the file"


def _kind(data: bytes, path: Path) -> str:
    """What a file really is, in words."""
    from PIL import Image

    if not data.strip():
        return "empty"
    if re.match(rb"\s*(<\?xml|<!--|<svg|\xef\xbb\xbf\s*<)", data) and b"<svg" in data[:4096]:
        return "an SVG"
    if data.startswith(b"%PDF"):
        return "a PDF"
    try:
        with Image.open(path) as picture:
            mode = {"CMYK": " in the colours of a printing press (CMYK)"}.get(picture.mode, "")
            return f"a {picture.format}{mode}"
    except Exception:  # Pillow raises many kinds of errors for what is no picture
        return "no picture"
