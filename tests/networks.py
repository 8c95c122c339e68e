"""Writes realistic networks into a folder, as their answers come in: many tools, many hands, and some mess. All of it is made up.

The content stands in tests/fixtures/networks/<name>.yml, to be read by people; what should come out is counted by hand in
<name>-expected.yml.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
import yaml
from pypdf import PdfWriter
from worksheet_files import write_document, write_workbook

from learning_network.content.library import Library
from learning_network.responses.filled_in import DATE, TEAM
from learning_network.responses.items import FIELDS as FIELDS_OF
from learning_network.sheets.finishing import print_sheet
from learning_network.sheets.markup import sheet_html
from learning_network.sheets.printer import Printer
from learning_network.sheets.specs import all_specs
from learning_network.templates.worksheet_document import worksheet_document
from learning_network.templates.worksheet_workbook import worksheet_workbook

CONTENT = Path(__file__).parent / "fixtures" / "networks"
NETWORKS = ("swot-network", "grrow-network")

FIELDS = {
    "swot": {"strengths": "Sterktes", "weaknesses": "Zwaktes", "opportunities": "Kansen", "threats": "Bedreigingen"},
    "grrow": dict(zip(FIELDS_OF["grrow"], ("Doel", "Realiteit", "Hulpbronnen", "Opties", "Weg vooruit"), strict=False)),
}
QUESTIONS = {
    "strengths": "Wat zijn onze sterktes?\u00a0",
    "weaknesses": "Wat zijn onze zwaktes? ",
    "opportunities": "Welke kansen zien we?\u00a0",
    "threats": "Welke bedreigingen zien we?",
}
"""As Microsoft Forms writes them: with a blank that nobody typed."""

ABOUT = {"organisation": "Organisatie", "team": "Team", "role": "Functie", "phase": "Fase", "round": "Ronde"}
ACTION = {"what": "Actie", "who": "Wie trekt het?", "by-when": "Klaar op", "status": "Status"}
MARKS = ("- ", "• ", "", "{}. ", "* ")
"""How people begin the lines of a list."""

Response = dict[str, Any]


def content(name: str) -> dict[str, Any]:
    """What a network holds, as it stands in its file."""
    with (CONTENT / f"{name}.yml").open(encoding="utf-8") as file:
        found: dict[str, Any] = yaml.safe_load(file)
    return found


def expected(name: str) -> dict[str, Any]:
    """What was counted by hand in it."""
    return content(f"{name}-expected")


def write_network(folder: Path, name: str, library: Library) -> list[Path]:
    """Write all files of a network into a folder; the same files each time."""
    folder.mkdir(parents=True, exist_ok=True)
    network = content(name)
    files: dict[str, bytes] = {}
    for file in network["files"]:
        files[file["file"]] = WRITERS[file["kind"]](network["instrument"], file, library)
    by_name = {file["file"]: file for file in network["files"]}
    for part in network.get("part", []):
        whole = by_name[part["of"]]
        some = {**whole, "responses": [response for response in whole["responses"] if response["id"] in part["responses"]]}
        files[part["file"]] = WRITERS[whole["kind"]](network["instrument"], some, library)
    for copy in network.get("again", []):
        files[copy["file"]] = files[copy["same_as"]]
    for other in network.get("no_answers", []):
        files[other["file"]] = b"\xff\xd8\xff\xe0 no picture" if other["file"].endswith(".jpg") else b"Niets om te lezen.\n"
    for file_name, data in files.items():
        (folder / file_name).write_bytes(data)
    return sorted(folder / file_name for file_name in files)


def cell(answer: str | list[str] | None, hand: int = 0) -> str:
    """An answer as one person writes a list in one cell. hand: which person."""
    if not isinstance(answer, list):
        return answer or ""
    if len(answer) < 2:
        return "".join(answer)
    mark = MARKS[hand % len(MARKS)]
    return "\n".join(mark.format(n) + item for n, item in enumerate(answer, start=1))


def about(file: Mapping[str, Any], response: Response) -> dict[str, str]:
    return {name: str(response.get(name) or file.get(name) or "") for name in ABOUT}


def microsoft_forms(instrument: str, file: Mapping[str, Any], library: Library) -> bytes:
    """Real dates, headings with blanks that nobody typed, 'anonymous', and a hidden second sheet."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet, hidden = book.add_worksheet("Sheet1"), book.add_worksheet("_56F9DC9755BA473782653E2940F9")
    book.set_properties({"created": datetime(2026, 1, 1)})
    hidden.hide()
    hidden.write_string(0, 0, "FormId")
    moment = book.add_format({"num_format": "m/d/yy h:mm:ss"})
    heads = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", *ABOUT.values(), *QUESTIONS.values()]
    sheet.write_row(0, 0, heads)
    for n, response in enumerate(file["responses"], start=1):
        sheet.write_number(n, 0, n)
        for column, minute in ((1, 2), (2, 11)):
            sheet.write_datetime(n, column, datetime.combine(response["date"], time(14, minute, n)), moment)
        sheet.write_string(n, 3, response["person"] or "anonymous")
        texts = [*about(file, response).values(), *(cell(response[field], n) for field in QUESTIONS)]
        for column, text in enumerate(texts, start=5):
            if text:
                sheet.write_string(n, column, text)
    book.close()
    return out.getvalue()


def google_forms(instrument: str, file: Mapping[str, Any], library: Library) -> bytes:
    """Stamps with the month first. The one of 2025 was opened in Excel and saved again: ';', a BOM, and rows with nothing."""
    fields = FIELDS[instrument]
    actions = ACTION if instrument == "grrow" else {}
    rows = [["Tijdstempel", "E-mailadres", *ABOUT.values(), *fields.values(), *actions.values()]]
    for response in file["responses"]:
        day: date = response["date"]
        hand = int("".join(filter(str.isdigit, response["id"])))  # a person keeps the same hand in another export
        row = [f"{day.month}/{day.day}/{day.year} 9:{hand:02d}:07", response["person"], *about(file, response).values()]
        row += [cell(response.get(field), hand) for field in fields]
        row += [day_month(response["actions"][0].get(column, "")) for column in actions]
        rows.append(row)
    saved_again = "2025" in file["file"]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if saved_again else ",", lineterminator="\r\n")
    writer.writerows(rows)
    if saved_again:
        writer.writerows([[""] * len(rows[0])] * 40)
    return out.getvalue().encode("utf-8-sig" if saved_again else "utf-8")


def limesurvey(instrument: str, file: Mapping[str, Any], library: Library) -> bytes:
    """Anonymous, so all dates are of 1980; what was not sent in has none; '&' is written as in HTML; 'N/A' was not shown."""
    heads = ["Antwoord ID", "Datum ingestuurd", "Laatste pagina", "Starttaal", "Seed", *ABOUT.values(), *FIELDS[instrument].values()]
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(heads)
    for n, response in enumerate(file["responses"], start=1):
        sent = "" if response.get("not_sent") else "1980-01-01 00:00:00"
        answers = [cell(response[field], n).replace("&", "&amp;") for field in FIELDS[instrument]]
        writer.writerow([n, sent, "1" if response.get("not_sent") else "2", "nl", 1000 + 7 * n, *about(file, response).values(), *answers])
    return out.getvalue().encode("utf-8-sig")


def site_json(instrument: str, file: Mapping[str, Any], library: Library) -> bytes:
    """What the site saves: a list of responses."""
    saved = []
    for response in file["responses"]:
        answers: dict[str, Any] = {field: response[field] for field in FIELDS[instrument] if field in response}
        if "actions" in response:
            answers["actions"] = [
                {"row": str(n), **{column: str(value) for column, value in action.items() if value}}
                for n, action in enumerate(response["actions"], start=1)
            ]
        head = {
            "format": "learning-network/answers",
            "version": 1,
            "worksheet": f"{instrument}-sheet",
            "worksheet_version": 1,
            "language": "nl",
        }
        facts = {"name": response["person"], **about(file, response), "date": response["date"].isoformat()}
        saved.append({**head, **facts, "answers": answers})
    return json.dumps(saved, ensure_ascii=False, indent=1).encode()


def poster(instrument: str, file: Mapping[str, Any], library: Library) -> bytes:
    """A poster typed over: two fields beside each other, an item a cell, and who made it above them."""
    (response,) = file["responses"]
    book = openpyxl.Workbook()
    sheet = book.active
    for name, label in ABOUT.items():
        if value := about(file, response)[name]:
            sheet.append([label, value])
    sheet.append(["Datum", response["date"]])
    sheet.append([])
    fields = list(FIELDS[instrument].items())
    for pair in (fields[:2], fields[2:]):
        sheet.append([label for _, label in pair])
        left, right = (response[field] for field, _ in pair)
        for n in range(max(len(left), len(right))):
            sheet.append([items[n] if n < len(items) else None for items in (left, right)])
    return saved_book(book)


def saved_book(book: Any) -> bytes:
    book.properties.created = book.properties.modified = datetime(2026, 1, 1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class _Rows(dict[str, Any]):
    """Answers of which a question may have several, each in a row of its own."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs

    def items(self) -> Any:
        return self.pairs


def worksheet_of(instrument: str, library: Library) -> Any:
    return library.worksheets[f"{instrument}-sheet"]


def template_fields(instrument: str) -> list[str]:
    return [*FIELDS[instrument], *(["points-for-attention"] if instrument == "swot" else [])]


def workbook(instrument: str, file: Mapping[str, Any], library: Library) -> bytes:
    """Our spreadsheet, an item a row."""
    (response,) = file["responses"]
    pairs: list[tuple[str, Any]] = [(field, item) for field in template_fields(instrument) for item in response[field]]
    for n, action in enumerate(response.get("actions", []), start=1):
        pairs += [(f"actions.{n}.{column}", value) for column, value in action.items() if value]
    data = worksheet_workbook(library, worksheet_of(instrument, library), "nl")
    return write_workbook(data, _Rows(pairs), response["team"], response["date"])


def flat(instrument: str, response: Response) -> dict[str, str]:
    """Answer id -> text, for what has one place for each answer."""
    answers = {field: "\n".join(response[field]) for field in template_fields(instrument) if response[field]}
    for n, action in enumerate(response.get("actions", []), start=1):
        answers |= {f"actions.{n}.{column}": day_month(value) for column, value in action.items() if value}
    return answers


def day_month(value: object) -> str:
    return f"{value.day}/{value.month}/{value.year}" if isinstance(value, date) else str(value or "")


def document(instrument: str, file: Mapping[str, Any], library: Library) -> bytes:
    """Our word-processor file."""
    (response,) = file["responses"]
    answers = {**flat(instrument, response), TEAM: response["team"], DATE: day_month(response["date"])}
    return write_document(worksheet_document(library, worksheet_of(instrument, library), "nl"), answers)


_blank: dict[tuple[str, Path], bytes] = {}


def blank_form(worksheet: str, library: Library) -> bytes:
    """A form as it is offered for downloading; printed once."""
    if (worksheet, library.root) not in _blank:
        _blank[worksheet, library.root] = _printed_form(worksheet, library)
    return _blank[worksheet, library.root]


def _printed_form(worksheet: str, library: Library) -> bytes:
    spec = next(spec for spec in all_specs(library) if spec.name == f"nl/{worksheet}-form.pdf")
    return print_sheet(Printer(library.root), library, spec, sheet_html(library, spec), None).data


def form(instrument: str, file: Mapping[str, Any], library: Library) -> bytes:
    """Our fillable PDF."""
    (response,) = file["responses"]
    writer = PdfWriter(clone_from=io.BytesIO(blank_form(f"{instrument}-sheet", library)))
    values = {**flat(instrument, response), "_sheet.team": response["team"], "_sheet.date": day_month(response["date"])}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


WRITERS: dict[str, Callable[[str, Mapping[str, Any], Library], bytes]] = {
    "microsoft-forms": microsoft_forms,
    "google-forms": google_forms,
    "limesurvey": limesurvey,
    "site-json": site_json,
    "poster": poster,
    "workbook": workbook,
    "document": document,
    "form": form,
}
