"""The package of a word-processor file: an A4 document with our styles, a head and a foot, facts about the file, and a zip that is always the same."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Mapping
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.shape import CT_Inline
from docx.package import Package
from docx.shared import Mm

from .word_styles import NUMBERS, W, fonts_xml, mm, numbering_xml, settings_xml, styles_xml
from .word_xml import element, paragraph, run

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PREFIXES = f'xmlns:w="{W}" xmlns:r="{_OFFICE}/relationships"'
_PAGE = (
    f'<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>'
    f'<w:pgSz w:w="{mm(210)}" w:h="{mm(297)}"/><w:pgMar w:top="{mm(26)}" w:right="{mm(18)}" w:bottom="{mm(24)}" '
    f'w:left="{mm(18)}" w:header="{mm(11)}" w:footer="{mm(9)}" w:gutter="0"/></w:sectPr>'
)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""What a zip file says when nobody asked for a time."""


class WordFile:
    """A file under way: its pictures and links, and at the end its text, head and foot, as XML (word_xml.py).

    To start from a file of python-docx, as is usual, took more than half of the time of a sheet: to unpack it, to read its styles and
    to write them again.
    """

    def __init__(self, language: str, more_styles: str = "") -> None:
        """more_styles: as XML, beside those that all our files have."""
        self.package = Package()
        self.text = _Written("document", CONTENT_TYPE.WML_DOCUMENT_MAIN, self.package)
        self.head = _Written("header1", CONTENT_TYPE.WML_HEADER, self.package)
        self.foot = _Written("footer1", CONTENT_TYPE.WML_FOOTER, self.package)
        self.package.relate_to(self.text, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self.text.relate_to(self.head, RELATIONSHIP_TYPE.HEADER)  # the first relation: rId1 in the set-up of the page
        self.text.relate_to(self.foot, RELATIONSHIP_TYPE.FOOTER)
        self._add(RELATIONSHIP_TYPE.STYLES, "styles", CONTENT_TYPE.WML_STYLES, styles_xml(language, more_styles))
        self._add(RELATIONSHIP_TYPE.SETTINGS, "settings", CONTENT_TYPE.WML_SETTINGS, settings_xml(language))
        self._add(RELATIONSHIP_TYPE.FONT_TABLE, "fontTable", CONTENT_TYPE.WML_FONT_TABLE, fonts_xml())
        self._restarts = self._pictures = 0

    def picture(
        self,
        part: _Written,
        picture: str | IO[bytes],
        *,
        said: str,
        width: float | None = None,
        height: float | None = None,
        aside: bool = False,
    ) -> str:
        """A run with a picture for a part (text, head or foot): its width or height in millimetres, and what it says to who cannot see it.

        aside: it stands at the right margin, with the text beside it.
        """
        image = self.package.get_or_add_image_part(picture)
        relation = part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
        size = (None if millimetres is None else Mm(millimetres) for millimetres in (width, height))
        self._pictures += 1
        inline = CT_Inline.new_pic_inline(self._pictures, relation, image.image.filename, *image.image.scaled_dimensions(*size))
        inline.docPr.set("descr", said)
        drawn = _aside(inline) if aside else inline
        return element("r", element("drawing", drawn.xml))

    def link(self, part: _Written, address: str) -> str:
        """A link in a part, which reads as its address."""
        relation = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<w:hyperlink r:id="{relation}">{run(address, style="Hyperlink")}</w:hyperlink>'

    def new_list(self) -> int:
        """The number of a numbered list that starts at 1 again."""
        self._restarts += 1
        return NUMBERS + self._restarts

    def tell(self, properties: Mapping[str, str]) -> None:
        """Write facts about the file into it, by name: Word shows them under its properties, LibreOffice too."""
        kinds = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
        told = "".join(
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name={quoteattr(name)}><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
            for pid, (name, value) in enumerate(properties.items(), start=2)
        )
        kind = CONTENT_TYPE.OFC_CUSTOM_PROPERTIES
        part = Part(PackURI("/docProps/custom.xml"), kind, _as_file(f"<Properties {kinds}>{told}</Properties>"), self.package)
        self.package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)

    def saved(self, text: str, *, head: str = "", foot: str = "") -> bytes:
        """The file, the same bytes for the same text: python-docx's own `save` puts the clock in it. text, head, foot: paragraphs and tables."""
        empty = paragraph()  # Word refuses a head or a foot without a paragraph
        self.text.blob = _as_file(f"<w:document {_PREFIXES}><w:body>{text}{_PAGE}</w:body></w:document>")
        self.head.blob = _as_file(f"<w:hdr {_PREFIXES}>{head or empty}</w:hdr>")
        self.foot.blob = _as_file(f"<w:ftr {_PREFIXES}>{foot or empty}</w:ftr>")
        self._add(RELATIONSHIP_TYPE.NUMBERING, "numbering", CONTENT_TYPE.WML_NUMBERING, numbering_xml(self._restarts))
        files, types = {"_rels/.rels": self.package.rels.xml}, []
        for part in self.package.iter_parts():
            types.append(f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>')
            files[part.partname.membername] = part.blob
            if part.rels:
                files[part.partname.rels_uri.membername] = part.rels.xml
        return _zipped({"[Content_Types].xml": _content_types("".join(types)), **files})

    def _add(self, relation: str, name: str, kind: str, xml: str) -> None:
        self.text.relate_to(Part(PackURI(f"/word/{name}.xml"), kind, _as_file(xml), self.package), relation)


class _Written(Part):
    """A part that we write ourselves: `blob` gets what it holds when that is known."""

    blob = b""

    def __init__(self, name: str, kind: str, package: Package) -> None:
        super().__init__(PackURI(f"/word/{name}.xml"), kind, package=package)


def _aside(inline: CT_Inline) -> Any:
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="114300" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV></wp:anchor>'
    )
    anchor.append(copy.deepcopy(inline.extent))
    anchor.append(parse_xml(f'<wp:wrapSquare {nsdecls("wp")} wrapText="bothSides"/>'))
    anchor.extend(inline.xpath("wp:docPr | wp:cNvGraphicFramePr | a:graphic"))
    return anchor


def _content_types(parts: str) -> bytes:
    kinds = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    endings = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in kinds.items())
    return _as_file(f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{endings}{parts}</Types>')


def _as_file(xml: str) -> bytes:
    return (_HEAD + xml).encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
