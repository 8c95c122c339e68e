"""What is filled in on screen, large, and what people do with it: for the bench of the screen (bench_screen.py)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import bench_matrix
import yaml
from playwright.sync_api import Page

from learning_network.content.stamping import stamp

ITEMS = 200
TOOLS, CRITERIA, OWN = 60, 20, 5

Interaction = tuple[str, Callable[[Page], None]]

PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 60)))))"

ADD_ITEMS = """most => {
    const lists = [...document.querySelectorAll('.items')].slice(0, 4)
    for (let n = 0; n < most; n++) {
        const list = lists[n % lists.length]
        if (list.lastChild.querySelector('textarea').value) list.nextSibling.click()
        const field = list.lastChild.querySelector('textarea')
        field.value = `Punt ${n}: we vragen de persoon wat telt, en schrijven het op in eigen woorden`
        field.dispatchEvent(new Event('input', {bubbles: true}))
    }
}"""

KEEP_MATRIX = """own => {
    const given = JSON.parse(document.querySelector('[data-team-matrix]').dataset.teamMatrix)
    const said = criterion => {
        const options = Object.keys(criterion.options)
        if (criterion.type === 'minutes') return '30-45'
        if (criterion.type === 'text') return 'Als iemand zelf wil zeggen wat telt, en er tijd is voor een rustig gesprek'
        return criterion.type === 'some-of' ? options.slice(0, 2).join(' | ') : options[0]
    }
    const tools = given.tools.map(tool => tool.id), content = {criteria: given.criteria.map(one => one.id), own: [], answers: {}, other: []}
    for (let n = 0; n < own; n++) {
        content.own.push({id: 'eigen-' + n, name: 'Eigen hulpmiddel ' + n})
        tools.push('eigen-' + n)
    }
    tools.forEach(tool => {
        content.answers[tool] = {remark: 'We probeerden het twee keer. De tweede keer ging het vlotter, met de vragen op tafel.'}
        given.criteria.forEach(one => {
            content.answers[tool][one.id] = said(one)
            if (one.type !== 'text') content.answers[tool]['remark:' + one.id] = 'Dat hangt af van wie erbij is.'
        })
    })
    localStorage.setItem('learning-network/tool-matrix.bench00000', JSON.stringify({
        kept: 1, id: 'tool-matrix.bench00000', kind: 'tool-matrix', name: 'Team Noord', revision: 1, saved: new Date().toISOString(),
        version: 1, title: 'Samen invullen', page: given.page, answers: tools.length * given.criteria.length * 2, content: content,
    }))
}"""

PICK_ALL = "() => [...document.querySelectorAll('[data-pick] input')].slice(1).forEach(box => box.click())"


def press(key: str) -> Callable[[Page], None]:
    return lambda page: page.keyboard.press(key)


def typing(text: str) -> Callable[[Page], None]:
    return lambda page: page.keyboard.type(text)


def click(selector: str) -> Callable[[Page], None]:
    """A click on what is in sight already: to scroll there is no part of it."""

    def act(page: Page) -> None:
        page.locator(selector).scroll_into_view_if_needed()
        page.evaluate(PAINTED)
        page.locator(selector).click()

    return act


def key_on(selector: str, key: str) -> Callable[[Page], None]:
    """A key in a field; coming there is no part of it."""

    def act(page: Page) -> None:
        page.locator(selector).focus()
        page.evaluate(PAINTED)
        page.keyboard.press(key)

    return act


def swot(page: Page, site: Path) -> list[Interaction]:
    """A SWOT with ITEMS items."""
    page.goto((site / "worksheets" / "swot-sheet.html").as_uri())
    page.evaluate(ADD_ITEMS, ITEMS)
    item = "#q-strengths .item:nth-child(20)"
    return [
        ("click in an item", click(f"{item} textarea")),
        ("type in it", typing("doel")),
        ("a new item below it", press("Enter")),
        ("type in that", typing("doel")),
        ("move an item up", click(f"{item} [data-do=up]")),
        ("move an item down", click(f"{item} [data-do=down]")),
        ("remove an item", click(f"{item} [data-do=remove]")),
        ("take that back", click("[data-device] .device-message button")),
        ("give votes", click("[data-worksheet-weigh]")),
        ("one vote", click(f"{item} [data-do=more]")),
        ("no votes any more", click("[data-worksheet-weigh]")),
        ("a new item at the end", click("#q-strengths .items-add")),
    ]


def large_project(folder: Path) -> Path:
    """A copy of the project with so many tools and criteria; what comes above those of the records, teams fill in."""
    bench_matrix.project(folder, TOOLS - OWN)
    path = folder / "tools_matrix" / "criteria.yml"
    criteria = yaml.safe_load(path.read_text(encoding="utf-8"))
    for model in criteria[: CRITERIA - len(criteria)]:
        more = {key: value for key, value in model.items() if key not in ("filter", "covers_all")}
        words = {language: {**model[language], "label": model[language]["label"] + " (2)"} for language in ("nl", "en")}
        criteria.append({**more, **words, "id": f"{model['id']}-more", "filled_in_by_team": True, "in_table": False})
    path.write_text(yaml.safe_dump(criteria, allow_unicode=True, sort_keys=False), encoding="utf-8")
    stamp(path, folder)
    return folder


def team_matrix(page: Page, site: Path) -> list[Interaction]:
    """TOOLS tools with CRITERIA criteria, of which OWN tools are the team's, and a remark with each answer."""
    page.goto((site / "tools" / "team.html").as_uri())
    page.evaluate(KEEP_MATRIX, OWN)
    page.reload()
    assert page.locator(".team-tool").count() == TOOLS
    tool = ".team-tool:nth-child(20)"
    return [
        ("open a tool", click(f"{tool} > summary")),
        ("click in its remark", click(f"{tool} #team-remark")),
        ("type in it", typing("goed")),
        ("choose a judgement", key_on(f"{tool} #team-fits-us", "ArrowDown")),
        ("tick an option", click(f"{tool} input[value=goal-setting] >> nth=0")),
        ("close the remark about a question", click(f"{tool} .team-remark summary >> nth=0")),
        ("open it", click(f"{tool} .team-remark summary >> nth=0")),
        ("type in minutes", key_on(f"{tool} #team-minutes", "5")),
        ("the next tool", click(f"{tool} .actions button")),
        ("open another tool while one is open", click(".team-tool:nth-child(26) > summary")),
        ("close it", click(".team-tool:nth-child(26) > summary")),
        ("open it again", click(".team-tool:nth-child(26) > summary")),
        ("open the questions", click(".team-questions summary")),
        ("a question off", click("[data-team-questions] input[value=cost]")),
        ("a question on", click("[data-team-questions] input[value=cost]")),
        ("close the questions", click(".team-questions summary")),
        ("click in the search", click("#team-search")),
        ("search tools", typing("kaart")),
        ("all tools again", press("Escape")),
        ("only tools without answers", key_on("#team-show", "ArrowDown")),
        ("all tools", key_on("#team-show", "ArrowUp")),
        ("name a tool of our own", key_on("#team-own", "E")),
        ("add it", press("Enter")),
        ("remove it", click(".team-tool:last-child .actions button:last-child")),
        ("take that back", click("[data-device] .device-message button")),
        ("rename the team", key_on("[data-device] input[type=text]", "x")),
    ]


def planner(page: Page, site: Path) -> list[Interaction]:
    """All exercises but one in the plan."""
    page.goto((site / "exercises" / "plan.html").as_uri())
    page.evaluate(PICK_ALL)
    page.locator("#planner-start").fill("13:00")
    page.locator("#planner-end").fill("17:00")
    page.locator("#planner-participants").fill("12")
    part = ".planner-part:nth-child(8)"
    return [
        ("add an exercise", click("[data-pick] input >> nth=0")),
        ("move an exercise up", click(f"{part} [data-key^=up]")),
        ("move an exercise down", click(f"{part} [data-key^=down]")),
        ("change a break", key_on(f"{part} .planner-pause input", "ArrowUp")),
        ("remove an exercise", click(f"{part} [data-key^=remove]")),
        ("take that back", click("[data-device] .device-message button")),
        ("change the start", key_on("#planner-start", "ArrowUp")),
        ("change the end", key_on("#planner-end", "ArrowDown")),
        ("change how many people", key_on("#planner-participants", "ArrowUp")),
        ("click in the search", click("[data-planner-search]")),
        ("search exercises", typing("prent")),
        ("all exercises again", press("Escape")),
        ("a plan that is ready", click("[data-planner-use] >> nth=0")),
        ("take back that plan", click("[data-device] .device-message button")),
    ]
