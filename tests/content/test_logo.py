"""A logo that cannot be shown is named with what it really is, and never breaks a command."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image, ImageFile

from learning_network.cli import main
from learning_network.content.logo import logo_faults

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (60, 20)) -> bytes:
    file = BytesIO()
    Image.new(mode, size).save(file, kind)
    return file.getvalue()


def svg(inside: str) -> bytes:
    return SVG.format(inside).encode()


def told(root: Path, name: str, data: bytes) -> str:
    (root / name).write_bytes(data)
    return "; ".join(f"{wrong}: {fix}" for wrong, fix in logo_faults(root, name))


GOOD: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a PNG": ("logo.png", lambda: picture("PNG")),
    "a PNG with see-through parts and a name in capitals": ("LOGO.PNG", lambda: picture("PNG", "RGBA")),
    "a large PNG": ("logo.png", lambda: picture("PNG", "L", (4000, 600))),
    "an SVG": ("logo.svg", lambda: svg('<path d="M0 0h9v9z"/>')),
    "an SVG with parts that it uses itself": (
        "logo.svg",
        lambda: svg(
            '<g id="a"/><use xlink:href="#a"/><path fill="url(#b)" style="mask: url(\'#c\')"/><image href="data:image/png;base64,AA=="/>'
        ),
    ),
    "an SVG as drawing programs write it": (
        "logo.svg",
        lambda: (
            b'\xef\xbb\xbf<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
            + svg('<metadata xmlns:r="urn:r"><r:about r:resource="http://purl.org/dc/"/></metadata><style>.a{fill:#123}</style>')
        ),
    ),
}


@pytest.mark.parametrize("case", GOOD)
def test_a_good_logo_is_left_alone(case: str, tmp_path: Path) -> None:
    name, data = GOOD[case]
    assert told(tmp_path, name, data()) == ""


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a photo for the press": ("logo.png", lambda: picture("JPEG", "CMYK"), "is called PNG, but is a JPEG in the colours of a printing press (CMYK)"),
    "a JPEG": ("logo.png", lambda: picture("JPEG"), "is called PNG, but is a JPEG: save it as PNG"),
    "a text": ("logo.png", lambda: b"our logo", "is called PNG, but is no picture"),
    "an empty file": ("logo.png", lambda: b"", "is called PNG, but is empty"),
    "an SVG under another name": ("logo.png", lambda: svg(""), "is called PNG, but is an SVG"),
    "a PDF": ("logo.png", lambda: b"%PDF-1.7\n", "is called PNG, but is a PDF"),
    "half a PNG": ("logo.png", lambda: picture("PNG", "RGB", (300, 300))[:200], "is damaged: it cannot be opened as a picture"),
    "a PNG that ends in its head": ("logo.png", lambda: picture("PNG")[:12], "is damaged: it cannot be opened as a picture"),
    "a very wide PNG": ("logo.png", lambda: picture("PNG", "1", (4001, 20)), "is 4001 by 20 pixels: save it smaller, at most 4000 pixels a side; 600 pixels high is enough"),
    "a PNG too large to open": ("logo.png", lambda: picture("PNG")[:16] + b"\x00\x01\x00\x00" * 2 + picture("PNG")[24:], "is 65536 by 65536 pixels"),
    "a heavy file": ("logo.png", lambda: picture("PNG") + bytes(2_400_000), "is 2.4 MB large: save it smaller, at most 2 MB; 600 pixels high is enough"),
    "a PNG called SVG": ("logo.svg", lambda: picture("PNG"), "is called SVG, but is a PNG"),
    "half an SVG": ("logo.svg", lambda: svg("<g>"), "is a damaged SVG"),
    "a page": ("logo.svg", lambda: b"<html><body/></html>", "is called SVG, but begins with <html>"),
    "an SVG without its name space": ("logo.svg", lambda: b"<svg/>", "has no xmlns, so no browser shows it"),
    "a script": ("logo.svg", lambda: svg("<script>alert(1)</script>"), "holds a script (<script>)"),
    "a script on loading": ("logo.svg", lambda: svg('<g onload="alert(1)"/>'), "holds a script (onload)"),
    "a script behind a link": ("logo.svg", lambda: svg('<a href=" javascript:alert(1)"/>'), "holds a script (<a>)"),
    "a page inside": ("logo.svg", lambda: svg("<foreignObject/>"), "holds a script (<foreignobject>)"),
    "a picture on another host": ("logo.svg", lambda: svg('<image xlink:href="https://example.org/a.png"/>'), "asks for https://example.org/a.png"),
    "a picture beside it": ("logo.svg", lambda: svg('<image href="photo.jpg"/>'), "asks for photo.jpg, which is not in the file"),
    "a font of another host": ("logo.svg", lambda: svg('<style>@import "https://example.org/f.css";</style>'), "asks for https://example.org/f.css"),
    "a colour of another host": ("logo.svg", lambda: svg('<g style="fill: url(\'//example.org/x#a\')"/>'), "asks for //example.org/x#a"),
    "a style sheet": ("logo.svg", lambda: b'<?xml-stylesheet href="a.css"?>' + svg(""), "asks for a style sheet of its own"),
    "entities without end": (
        "logo.svg",
        lambda: ('<!DOCTYPE svg [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>").encode()
        + svg("<text>&a11;</text>"),
        "is a damaged SVG",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_logo_is_named_with_what_it_is_and_what_to_do(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as it is once sheets were printed
    name, data, expected = BAD[case]
    assert expected in told(tmp_path, name, data())


def test_a_logo_outside_the_project_is_asked_in(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "logo.png").write_bytes(picture("PNG"))
    ((wrong, fix),) = logo_faults(tmp_path / "project", "../logo.png")
    assert "stands outside the project folder" in wrong
    assert "put it in the project" in fix


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator reads every file")
def test_a_logo_that_nobody_may_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture("PNG"))
    (tmp_path / "logo.png").chmod(0)
    ((wrong, _),) = logo_faults(tmp_path, "logo.png")
    assert "cannot be read" in wrong


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(project), *arguments])


@pytest.mark.parametrize("command", [("check",), ("build",), ("build", "--no-sheets"), ("sheets", "--out", "print")], ids=" ".join)
@pytest.mark.parametrize("logo", ["gone.png", "docs", "press.png"])
def test_every_command_says_plainly_what_is_wrong_with_the_logo(project: Path, command: tuple[str, ...], logo: str) -> None:
    """The word-processor files are part of a build."""
    (project / "press.png").write_bytes(picture("JPEG", "CMYK"))
    with (project / "network.yml").open("a", encoding="utf-8") as file:
        file.write(f"\nlogo: {logo}\n")
    line = len((project / "network.yml").read_text(encoding="utf-8").splitlines())
    result = run(project, *command)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert f"network.yml:{line}: the logo '{logo}'" in result.output
    assert "1 fault in 1 file." in result.output
