"""The looks of our word-processor files: styles by their real names (Title, Heading 1 ...), lists, settings. As OOXML.

Written whole, in place of those of python-docx's template: that one has a hundred styles that nobody here uses, and 900 kB of
XML to read for each file.
"""

from __future__ import annotations

from functools import cache

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONT = "Arial"
"""Stands on every machine, as our spreadsheets have it; LibreOffice has one of the same widths."""

INK, FAINT, LINE = "1F2A2E", "4B575B", "7D7565"
LOCALES = {"nl": "nl-BE", "en": "en-GB"}
BULLETS, TICKS, NUMBERS = 1, 2, 3
"""Numbers of the kinds of lists."""

MM = 56.7
"""Twentieths of a point in a millimetre."""


def mm(n: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(n * MM)


def _text(size: float | None = None, *, bold: bool = False, italic: bool = False, colour: str | None = None) -> str:
    parts = ["<w:b/>" if bold else "", "<w:i/>" if italic else "", f'<w:color w:val="{colour}"/>' if colour else ""]
    if size:
        parts.append(f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>')
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if any(parts) else ""


def _edge(side: str, size: int = 6, space: int = 4, colour: str = LINE) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _box(size: int = 6, space: int = 4, colour: str = LINE) -> str:
    return f"<w:pBdr>{''.join(_edge(side, size, space, colour) for side in ('top', 'left', 'bottom', 'right'))}</w:pBdr>"


def _space(before: float = 0, after: float = 0, line: int | None = None) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{lines}/>'


def _list(kind: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{kind}"/></w:numPr>'


_KEEP, _WHOLE = "<w:keepNext/>", "<w:keepLines/>"
_STEP = f'<w:ind w:left="{mm(24)}"/>'
_INSET = '<w:ind w:left="85" w:right="85"/>'  # the line round a box stands 4 points outside its text

# Name, style it is based on, style of the paragraph after it, paragraph properties (in the order of the standard), text properties.
_PARAGRAPHS: tuple[tuple[str, str, str, str, str], ...] = (
    ("Title", "Normal", "Normal", _KEEP + _space(0, 6, 240), _text(24, bold=True)),
    ("Subtitle", "Normal", "Title", _KEEP + _space(0, 2), _text(9.5, bold=True)),
    ("heading 1", "Normal", "Normal", f'{_KEEP}{_WHOLE}{_space(16, 4, 240)}<w:outlineLvl w:val="0"/>', _text(14, bold=True)),
    ("heading 2", "Normal", "Normal", f'{_KEEP}{_WHOLE}{_space(10, 3, 240)}<w:outlineLvl w:val="1"/>', _text(11, bold=True)),
    ("heading 3", "Normal", "Normal", f'{_KEEP}{_WHOLE}{_space(8, 2, 240)}<w:outlineLvl w:val="2"/>', _text(10.5, bold=True)),
    ("header", "Normal", "", f'<w:pBdr>{_edge("bottom", 6, 4, INK)}</w:pBdr><w:tabs><w:tab w:val="right" w:pos="{mm(174)}"/></w:tabs>'
     + _space(0, 0, 240), _text(9)),
    ("footer", "Normal", "", f'<w:tabs><w:tab w:val="right" w:pos="{mm(174)}"/></w:tabs>{_space(0, 0, 240)}', _text(8, colour=FAINT)),
    ("List Bullet", "Normal", "", _list(BULLETS) + _space(0, 3), ""),
    ("List Tick", "Normal", "", _list(TICKS) + _space(0, 3), ""),
    ("List Number", "Normal", "", _list(NUMBERS) + _space(0, 3), ""),
    ("Help", "Normal", "Answer", _KEEP + _WHOLE + _space(0, 4), _text(9.5, colour=FAINT)),
    ("Suggestion", "Normal", "", _space(3, 5), _text(9.5, colour=FAINT)),
    ("Fact", "Normal", "", f'<w:tabs><w:tab w:val="left" w:pos="{mm(32)}"/></w:tabs>{_space(0, 2)}<w:ind w:left="{mm(32)}" w:hanging="{mm(32)}"/>', ""),
    ("Date and Team", "Normal", "", "<w:tabs>" + "".join(f'<w:tab w:val="left" w:pos="{mm(at)}"/>' for at in (32, 87, 104)) + "</w:tabs>"
     + _space(6, 6), ""),
    ("Answer", "Normal", "Answer", _WHOLE + _box() + _space(2, 8, 240) + _INSET, ""),
    ("Table Head", "Normal", "", _KEEP + _space(2, 2, 240), _text(9.5, bold=True)),
    ("Table Row", "Normal", "", _space(2, 2, 240), _text(10, bold=True)),
    ("Table Answer", "Normal", "Table Answer", _space(2, 2, 240), _text(10)),
    ("Table Help", "Normal", "", _space(0, 2, 240), _text(8.5, colour=FAINT)),
    ("Safety", "Normal", "Safety", f"{_KEEP}{_WHOLE}{_box(12, 5, INK)}{_space(0, 0)}{_INSET}", _text(9.5)),
    ("Step", "heading 2", "Step Text", f'<w:tabs><w:tab w:val="left" w:pos="{mm(24)}"/></w:tabs><w:ind w:left="{mm(24)}" w:hanging="{mm(24)}"/>', ""),
    ("Step End", "Normal", "", f'<w:tabs><w:tab w:val="left" w:pos="{mm(24)}"/></w:tabs>{_space(10, 3)}<w:ind w:left="{mm(24)}" w:hanging="{mm(24)}"/>', _text(11, bold=True)),
    ("Step Text", "Normal", "Step Text", _STEP, ""),
    ("Step Note", "Step Text", "Step Note", f'{_WHOLE}<w:pBdr>{_edge("left", 18, 6, LINE)}</w:pBdr>{_STEP}', _text(9.5)),
)  # fmt: skip


@cache
def styles_xml(language: str, more: str = "") -> str:
    """All styles; the language is that of every text. more: as XML, after these."""
    base = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'<w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{LOCALES[language]}" w:eastAsia="{LOCALES[language]}" '
        f'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{_space(0, 5, 276)}</w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
        f'<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>{_text(colour=FAINT)}</w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{_margins()}</w:tblPr></w:style>"
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders>{''.join(_edge(side, 4, 0) for side in ('top', 'left', 'bottom', 'right', 'insideH', 'insideV'))}</w:tblBorders>"
        "</w:tblPr></w:style>"
    )
    own = "".join(_paragraph_style(*style) for style in _PARAGRAPHS)
    return f'<w:styles xmlns:w="{W}">{base}{own}{more}</w:styles>'


def style_id(name: str) -> str:
    """How a style of this name is called inside the file: 'heading 1' -> 'Heading1'."""
    return "".join(part[:1].upper() + part[1:] for part in name.split())


def _paragraph_style(name: str, based_on: str, following: str, paragraph: str, text: str) -> str:
    after = f'<w:next w:val="{style_id(following)}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id(name)}"><w:name w:val="{name}"/><w:basedOn w:val="{style_id(based_on)}"/>{after}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr>{text}</w:style>"
    )


def _margins() -> str:
    sides = {"top": 40, "left": 100, "bottom": 40, "right": 100}
    return "<w:tblCellMar>" + "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides.items()) + "</w:tblCellMar>"


@cache
def numbering_xml(restarts: int = 0) -> str:
    """The kinds of lists. A numbered list that starts at 1 again has a number of its own, from NUMBERS + 1 on. restarts: how many there are."""
    kinds = {BULLETS: ("bullet", "\u2022"), TICKS: ("bullet", "\u25a1"), NUMBERS: ("decimal", "%1.")}
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{mm(6)}"/>'
        f'</w:tabs><w:ind w:left="{mm(6)}" w:hanging="{mm(6)}"/></w:pPr></w:lvl></w:abstractNum>'
        for kind, (form, mark) in kinds.items()
    )
    uses = [f'<w:num w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>' for kind in kinds]
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    uses += [f'<w:num w:numId="{NUMBERS + n}"><w:abstractNumId w:val="{NUMBERS}"/>{again}</w:num>' for n in range(1, restarts + 1)]
    return f'<w:numbering xmlns:w="{W}">{lists}{"".join(uses)}</w:numbering>'


@cache
def settings_xml(language: str) -> str:
    """Settings: the newest layout rules, so that no 'compatibility mode' is shown."""
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{LOCALES[language]}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


@cache
def fonts_xml() -> str:
    return f'<w:fonts xmlns:w="{W}"><w:font w:name="{FONT}"><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
