"""Makes the fields that WeasyPrint leaves in a PDF into a form that every reader understands.

WeasyPrint gives each radio button the name of its group and puts all of them in the root of the form, so that no reader can
tell which one is chosen; names with dots stay one name; and the font of the fields is one that few readers can type in.
"""

from __future__ import annotations

import io
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from .form_fields import Field
from .printer import FONTS

MULTILINE, RADIO = 1 << 12, 1 << 15
FONT = "/Atkinson"
INK = "0.122 0.165 0.180 rg"
LINE_POINTS = 11
"""Points of a single line. Boxes of several lines take 0, which lets a reader set smaller type when an answer is long."""
WINANSI = range(32, 256)


class FieldsDiffer(ValueError):
    """The page has other fields than the worksheet: its template and form_fields.py no longer agree."""

    def __init__(self, missing: set[str], unknown: set[str]) -> None:
        super().__init__(f"fields without a place on the page: {sorted(missing)}; on the page, but of no question: {sorted(unknown)}")


def mended(data: bytes, fields: list[Field], font_file: Path, marks: dict[str, str]) -> bytes:
    """The same PDF with these fields as a form; `marks` (worksheet, version, language) go along, to find the questions again.

    Raises FieldsDiffer.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        widgets = _widgets(pdf)
        names = {field.name for field in fields}
        if names != set(widgets):
            raise FieldsDiffer(names - set(widgets), set(widgets) - names)
        font = _font(pdf, font_file)
        roots: list[Any] = []
        groups: dict[str, Any] = {}
        for field in fields:
            node = _radios(pdf, field, widgets[field.name]) if field.kind == "radio" else _text(pdf, field, widgets[field.name][0], font)
            _hang(pdf, field.name, node, roots, groups)
        pdf.Root.AcroForm = pdf.make_indirect(
            pikepdf.Dictionary(
                Fields=pikepdf.Array(roots),
                DR=pikepdf.Dictionary(Font=pikepdf.Dictionary({FONT: font})),
                DA=pikepdf.String(f"{FONT} {LINE_POINTS} Tf {INK}"),
            )
        )
        for name, value in marks.items():
            pdf.docinfo[f"/{name}"] = value
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _widgets(pdf: Any) -> dict[str, list[Any]]:
    """Field name -> its widgets, in the order of the pages."""
    found: dict[str, list[Any]] = defaultdict(list)
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if annotation.Subtype == "/Widget":
                found[str(annotation.T)].append(annotation)
    return found


def _hang(pdf: Any, name: str, node: Any, roots: list[Any], groups: dict[str, Any]) -> None:
    """Give a field its place in the tree: a name with dots is a branch for each part (PDF 32000-1, 12.7.3.2)."""
    import pikepdf

    *branches, last = name.split(".")
    node.T = pikepdf.String(last)
    for depth in range(len(branches), 0, -1):
        path = ".".join(branches[:depth])
        known = path in groups
        if not known:
            groups[path] = pdf.make_indirect(pikepdf.Dictionary(T=pikepdf.String(branches[depth - 1]), Kids=pikepdf.Array()))
        groups[path].Kids.append(node)
        node.Parent = groups[path]
        if known:
            return
        node = groups[path]
    roots.append(node)


def _text(pdf: Any, field: Field, widget: Any, font: Any) -> Any:
    """A field for text: WeasyPrint's, with a name to read out, a font that people can type in, and an empty appearance."""
    import pikepdf

    points = LINE_POINTS if field.kind == "line" else 0
    width, height = _straighten(widget)
    widget.update({"/FT": pikepdf.Name.Tx, "/TU": pikepdf.String(field.tooltip), "/V": pikepdf.String("")})
    widget.DA = pikepdf.String(f"{FONT} {points} Tf {INK}")
    widget.Ff = MULTILINE if field.kind == "lines" else 0
    widget.AP = pikepdf.Dictionary(N=_appearance(pdf, width, height, b"/Tx BMC EMC", font))
    return widget


def _radios(pdf: Any, field: Field, widgets: list[Any]) -> Any:
    """A group of radio buttons: the value of the group is the id of the option."""
    import pikepdf

    if len(widgets) != len(field.options):
        raise FieldsDiffer({f"{field.name} ({len(field.options)} options)"}, {f"{field.name} ({len(widgets)})"})
    group = pdf.make_indirect(
        pikepdf.Dictionary(FT=pikepdf.Name.Btn, Ff=RADIO, TU=pikepdf.String(field.tooltip), V=pikepdf.Name.Off, Kids=pikepdf.Array(widgets))
    )
    for widget, (id_, label) in zip(widgets, field.options.items(), strict=True):
        width, height = _straighten(widget)
        for key in ("/T", "/FT", "/V", "/Border", "/Opt"):
            if key in widget:
                del widget[key]
        states = {f"/{id_}": _appearance(pdf, width, height, _dot(width, height)), "/Off": _appearance(pdf, width, height, b"")}
        widget.update({"/Parent": group, "/AS": pikepdf.Name.Off, "/TU": pikepdf.String(f"{field.tooltip} {label}")})
        widget.AP = pikepdf.Dictionary(N=pikepdf.Dictionary(states))
        widget.MK = pikepdf.Dictionary(CA=pikepdf.String("l"))
    return group


def _straighten(widget: Any) -> tuple[float, float]:
    """Put the corners of a field in the order that the standard asks for; return its width and height in points."""
    import pikepdf

    x1, y1, x2, y2 = (float(n) for n in widget.Rect)
    left, right, low, high = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
    widget.Rect = pikepdf.Array([round(n, 2) for n in (left, low, right, high)])
    return right - left, high - low


def _appearance(pdf: Any, width: float, height: float, content: bytes, font: Any = None) -> Any:
    import pikepdf

    resources = pikepdf.Dictionary(Font=pikepdf.Dictionary({FONT: font})) if font is not None else pikepdf.Dictionary()
    box = pikepdf.Array([0, 0, round(width, 2), round(height, 2)])
    return pdf.make_stream(content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=box, Resources=resources)


def _dot(width: float, height: float) -> bytes:
    """A filled circle in the middle: four curves."""
    x, y, r = width / 2, height / 2, min(width, height) * 0.29
    k = r * 0.5523
    quarters = [
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    ]
    curves = "".join(" ".join(f"{n:.2f}" for n in quarter) + " c " for quarter in quarters)
    return f"q {INK} {x + r:.2f} {y:.2f} m {curves}f Q".encode()


@cache
def _winansi(font_file: Path) -> tuple[bytes, dict[str, Any]]:
    """The project's typeface with the letters of WinAnsi as a TrueType file, and what a PDF wants to know of it."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(font_file, recalcTimestamp=False)
    letters = {code: bytes([code]).decode("cp1252", errors="replace") for code in WINANSI}
    options = subset.Options(layout_features=[], name_IDs=[1, 2, 6], notdef_outline=True, glyph_names=True, recalc_timestamp=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(letter) for letter in letters.values()])
    subsetter.subset(font)
    font.flavor = None
    cmap, widths = font.getBestCmap(), font["hmtx"]
    scale = 1000 / font["head"].unitsPerEm
    advance = [round(widths[cmap.get(ord(letter), ".notdef")][0] * scale) for letter in letters.values()]
    head, high = font["head"], font["OS/2"]
    facts = {
        "name": font["name"].getDebugName(6),
        "widths": advance,
        "box": [round(n * scale) for n in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "ascent": round(font["hhea"].ascent * scale),
        "descent": round(font["hhea"].descent * scale),
        "capitals": round(high.sCapHeight * scale),
    }
    out = io.BytesIO()
    font.save(out)
    return out.getvalue(), facts


def _font(pdf: Any, font_file: Path) -> Any:
    """The font of the fields: simple and with WinAnsi letters, which every reader can set an answer in."""
    import pikepdf

    data, facts = _winansi(font_file)
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=pikepdf.Name(f"/{facts['name']}"),
        Flags=32,
        FontBBox=pikepdf.Array(facts["box"]),
        ItalicAngle=0,
        Ascent=facts["ascent"],
        Descent=facts["descent"],
        CapHeight=facts["capitals"],
        StemV=80,
        FontFile2=pdf.make_stream(data, Length1=len(data)),
    )
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.TrueType,
        BaseFont=pikepdf.Name(f"/{facts['name']}"),
        FirstChar=WINANSI.start,
        LastChar=WINANSI.stop - 1,
        Widths=pikepdf.Array(facts["widths"]),
        Encoding=pikepdf.Name.WinAnsiEncoding,
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    return pdf.make_indirect(font)


def field_font(root: Path) -> Path:
    """The file of the typeface that answers are set in."""
    return root / "docs" / "assets" / "fonts" / FONTS[400]
