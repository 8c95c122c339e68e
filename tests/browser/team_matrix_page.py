"""The tool matrix that a team fills in, as people meet it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from learning_network.content.library import Library
from learning_network.words.strings import strings

PATH = {"nl": "tools/team.html", "en": "en/tools/team.html"}


class TeamMatrix:
    def __init__(self, page: Page, library: Library, language: str = "nl") -> None:
        self.page, self.library, self.language = page, library, language
        self.t = strings(language)

    def tool_name(self, tool: str) -> str:
        return str(getattr(self.library.tools[tool], self.language).name) if tool in self.library.tools else tool

    def label(self, criterion: str) -> str:
        return str(getattr(self.library.criteria[criterion], self.language).label)

    def fold(self, tool: str) -> Locator:
        name = self.page.get_by_text(self.tool_name(tool), exact=True)
        return self.page.locator(".team-tool").filter(has=self.page.locator("summary strong").and_(name))

    def summary(self, tool: str) -> Locator:
        return self.fold(tool).locator("> summary")

    def open(self, tool: str) -> Locator:
        fold = self.fold(tool)
        if fold.get_attribute("open") is None:
            self.summary(tool).click()
        expect(fold.locator(".team-card")).to_be_visible()
        return fold

    def field(self, tool: str, criterion: str) -> Locator:
        return self.open(tool).get_by_label(self.label(criterion), exact=True)

    def remark(self, tool: str, criterion: str = "") -> Locator:
        fold = self.open(tool)
        if not criterion:
            return fold.get_by_label(self.t("team_matrix.remark_tool"), exact=True)
        area = fold.get_by_label(self.t("workbook.remark_about", label=self.label(criterion)), exact=True)
        if not area.is_visible():
            fold.locator(".team-remark").filter(has=self.page.locator(f"#team-remark-{criterion}")).locator("summary").click()
        return area

    def answer(self, tool: str, criterion: str, value: str) -> None:
        """Give an answer in canonical form, as the field of its type takes it."""
        kind = self.library.criteria[criterion].type
        if kind in ("one-of", "yes-no"):
            self.field(tool, criterion).select_option(value)
        elif kind == "some-of":
            for id_ in value.split(" | "):
                self.open(tool).locator("fieldset").filter(has_text=self.label(criterion)).locator(f"input[value={id_}]").check()
        else:
            self.field(tool, criterion).fill(value)

    def ask(self, *criteria: str) -> None:
        """Choose these questions too."""
        questions = self.page.locator("[data-team-questions]")
        fold = self.page.get_by_text(self.t("team_matrix_page.questions"), exact=True)
        fold.click()
        for criterion in criteria:
            questions.get_by_label(self.label(criterion), exact=True).check()
        fold.click()

    def own(self, name: str) -> None:
        self.page.get_by_label(self.t("team_matrix_page.own")).fill(name)
        self.page.get_by_role("button", name=self.t("team_matrix_page.own_add")).click()

    def call(self, name: str) -> None:
        self.page.get_by_label(self.t("device.name")).fill(name)

    def state(self) -> Locator:
        return self.page.locator(".device-state")

    def kept(self) -> list[dict[str, Any]]:
        """The matrices in the storage of the browser, once all is saved."""
        self.page.wait_for_function("() => document.querySelector('.device-state').textContent.includes(':')")
        found: list[dict[str, Any]] = self.page.evaluate(
            "Object.keys(localStorage).filter(key => key.startsWith('learning-network/tool-matrix')).map(key => JSON.parse(localStorage[key]))"
        )
        return found

    def wait_until_kept(self, text: str) -> None:
        self.page.wait_for_function("text => JSON.stringify(Object.values(localStorage)).includes(text)", arg=text)

    def taking(self) -> None:
        fold = self.page.locator(".device-taking")
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()

    def export(self, kind: str, folder: Path) -> Path:
        self.taking()
        with self.page.expect_download() as coming:
            self.page.get_by_role("button", name=self.t(f"team_matrix.as_{kind}"), exact=True).click()
        folder.mkdir(exist_ok=True)
        path = folder / coming.value.suggested_filename
        coming.value.save_as(path)
        return path

    def bring(self, name: str, data: bytes) -> Locator:
        """Choose a file to open; gives the window that comes."""
        self.taking()
        self.page.locator(".device-file").set_input_files({"name": name, "mimeType": "application/json", "buffer": data})
        dialog = self.page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        return dialog

    def side_by_side(self, *paths: Path) -> None:
        self.page.get_by_label(self.t("team_matrix_page.files")).set_input_files(list(paths))

    def merge_status(self) -> Locator:
        return self.page.locator("[data-team-merge-status]")
