"""A worksheet on its page for the tests: fill it in, take it along, bring it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from learning_network.content.models import Worksheet
from learning_network.content.models.worksheet import Column, Question
from learning_network.words.strings import Strings, strings

DAY = "2026-11-03"

FILL = """answers => {
  const said = (field, value) => {
    if (field.type === 'radio') { field.click(); return; }
    field.value = value;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
  };
  for (const [id, answer] of Object.entries(answers)) {
    const question = document.getElementById('q-' + id);
    const add = question.querySelector('.items-add');
    if (question.querySelector('[type=radio]')) said(question.querySelector(`[value="${answer}"]`), answer);
    else if (typeof answer === 'string') said(question.querySelector('textarea, input'), answer);
    else if (question.querySelector('.items')) answer.forEach((item, i) => {
      if (i) add.click();
      const place = question.querySelectorAll('.item')[i];
      said(place.querySelector('textarea'), typeof item === 'string' ? item : item.text);
      for (let n = 0; n < (item.weight || 0); n++) place.querySelector('[data-do=more]').click();
    });
    else answer.forEach((row, i) => {
      const body = question.querySelector('tbody');
      if (i >= body.rows.length) add.click();
      const fields = [...body.rows[i].querySelectorAll('.cell-field')].map(cell => cell.firstChild);
      Object.keys(row).filter(key => key !== 'row').forEach((key, j) => said(fields[j], row[key]));
    });
  }
}"""


class Sheet:
    """The form of a worksheet."""

    def __init__(self, page: Page, language: str = "nl") -> None:
        self.page = page
        self.paper: Locator = page.locator(".worksheet")
        self.words: Strings = strings(language)

    def w(self, key: str, **values: object) -> str:
        return self.words(f"worksheet_form.{key}", **values)

    def question(self, id_: str) -> Locator:
        return self.page.locator(f"#q-{id_}")

    def texts(self, id_: str) -> list[str]:
        return [field.input_value() for field in self.question(id_).locator("textarea").all()]

    def fill(self, answers: dict[str, Any]) -> None:
        self.page.evaluate(FILL, answers)

    def open_menu(self) -> None:
        fold = self.page.locator("details.device-taking")
        if not fold.evaluate("fold => fold.open"):
            fold.locator("summary").click()

    def take(self, kind: str, folder: Path) -> Path:
        """Export as 'json' or 'csv'."""
        self.open_menu()
        with self.page.expect_download() as coming:
            self.page.get_by_role("button", name=self.w(f"script.{kind}"), exact=True).click()
        path = folder / coming.value.suggested_filename
        coming.value.save_as(path)
        return path

    def choose_file(self, name: str, data: bytes) -> Locator:
        """Choose a file to bring in; gives the window that opens."""
        self.open_menu()
        self.page.locator("input.device-file").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})
        window = self.page.get_by_role("dialog")
        expect(window).to_be_visible()
        return window

    def bring_in(self, path: Path) -> None:
        window = self.choose_file(path.name, path.read_bytes())
        window.get_by_role("button", name=self.words("device.take"), exact=True).click()
        expect(window).to_have_count(0)

    def clear(self) -> None:
        """Nothing on this device, and the page anew."""
        self.page.evaluate("addEventListener('pagehide', () => { localStorage.clear(); sessionStorage.clear() })")
        self.page.reload()


def complete_answers(worksheet: Worksheet) -> dict[str, Any]:
    """An answer to every question, with every option of tables once where there are rows enough."""
    return {question.id: _answer(question) for question in worksheet.questions}


def _answer(question: Question) -> Any:
    if question.type == "list":
        return [f"{question.id} een", {"text": f"{question.id} twee", "weight": 3}, f"{question.id} drie"]
    if question.type == "scale":
        assert question.scale
        return str(question.scale.max)
    if question.type == "table":
        rows = question.named_rows or [str(n + 1) for n in range((question.rows or 0) + 1)]  # one more than the sheet has
        return [{"row": row, **{c.id: _cell(question, c, row, n) for c in question.columns}} for n, row in enumerate(rows)]
    return question.options[-1] if question.type == "choice" else DAY if question.type == "date" else f"antwoord {question.id}"


def _cell(question: Question, column: Column, row: str, n: int) -> str:
    if column.type == "choice":
        return column.options[n % len(column.options)]
    return DAY if column.type == "date" else f"{question.id} {row} {column.id}"


def answered(answers: dict[str, Any]) -> int:
    """How many cells these answers are."""
    lists = [answer if isinstance(answer, list) else [answer] for answer in answers.values()]
    return sum(len(entry) - 1 if isinstance(entry, dict) and "row" in entry else 1 for entries in lists for entry in entries)


def path_of(id_: str, language: str = "nl") -> str:
    return f"{'' if language == 'nl' else language + '/'}worksheets/{id_}.html"
