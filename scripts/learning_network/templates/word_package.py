"""The package of a word-processor file: an empty A4 document to start from, facts about the file, and a zip that is always the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.packuri import PackURI
from docx.opc.part import Part

from .word_styles import W, fonts_xml, mm, numbering_xml, settings_xml, styles_xml

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "fontTable": "fontTable"}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""What a zip file says when nobody asked for a time."""


@cache
def empty_package(language: str) -> bytes:
    """An empty document with our styles: A4, upright."""
    page = (
        f'<w:sectPr><w:pgSz w:w="{mm(210)}" w:h="{mm(297)}"/><w:pgMar w:top="{mm(26)}" w:right="{mm(18)}" w:bottom="{mm(24)}" '
        f'w:left="{mm(18)}" w:header="{mm(11)}" w:footer="{mm(9)}" w:gutter="0"/></w:sectPr>'
    )
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/relationships/{kind}" Target="{name}.xml"/>'
        for i, (kind, name) in enumerate(_PARTS.items(), 1)
    )
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_KINDS}.{kind}+xml"/>' for kind, name in _PARTS.items())
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_KINDS}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{_OFFICE}/relationships"><w:body>{page}</w:body></w:document>',
        "word/styles.xml": styles_xml(language),
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": settings_xml(language),
        "word/fontTable.xml": fonts_xml(),
    }
    return _zipped({name: (_HEAD + text).encode() for name, text in files.items()})


def add_properties(document: Any, properties: Mapping[str, str]) -> None:
    """Write facts about the file into it, by name: Word shows them under its properties, LibreOffice too."""
    kinds = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
    told = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name={quoteattr(name)}><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(properties.items(), start=2)
    )
    data = f"{_HEAD}<Properties {kinds}>{told}</Properties>".encode()
    package = document.part.package
    part = Part(PackURI("/docProps/custom.xml"), "application/vnd.openxmlformats-officedocument.custom-properties+xml", data, package)
    package.relate_to(part, f"{_OFFICE}/relationships/custom-properties")


def saved(document: Any) -> bytes:
    """The document as a file, the same bytes for the same document: no clock in it."""
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        return _zipped({name: archive.read(name) for name in archive.namelist()})


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
