"""The parts of GRROW: goals as chains, preconditions, actions, moments to look back."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, islice

from learning_network.summaries.summary import Action, Goal, Grrow

from .blocks import Block, Card, Cards, Cell, Chain, Flag, Listing, Paragraph, Said, Section, Table
from .voice import Voice, by_organisation

CHAIN = ("goal", "reality", "resources", "options", "will")


def goals(voice: Voice, part: Grrow) -> Section:
    """Every goal as a chain, by organisation, with the questions to ask of it and its actions."""
    title = voice("goals.title")
    if not part.goals:
        return Section("goals", title, (Paragraph(voice("goals.none"), "nothing"),))
    first, more = voice.shown(part.goals, "items.csv")
    actions: dict[str, list[Action]] = {}
    for action in part.actions:
        actions.setdefault(action.goal, []).append(action)
    numbers = voice.goal_numbers
    blocks: list[Block] = [Paragraph(voice("goals.about"), "lead"), *more]
    by_place = groupby(sorted(first, key=by_organisation), key=lambda goal: goal.organisation)
    for number, (organisation, of_it) in enumerate(by_place, start=1):
        cards = tuple(_goal(voice, goal, numbers[goal.response_id], actions.get(goal.response_id, [])) for goal in of_it)
        blocks.append(Section(f"goals-{number}", organisation or voice("not_named"), (Cards(cards, "goal"),)))
    return Section("goals", title, tuple(blocks))


def questions(voice: Voice, goal: Goal) -> tuple[str, ...]:
    """What to ask about a goal, as nothing in it answers that."""
    return tuple(voice(f"checks.{check.about}.question") for check in goal.checks if not check.found)


def _goal(voice: Voice, goal: Goal, number: int, actions: list[Action]) -> Card:
    about = [
        goal.team,
        voice.group("phase", goal.phase) if goal.phase else "",
        voice("goals.round", round=goal.round) if goal.round else "",
    ]
    steps = [field for field in CHAIN if field in goal.steps]
    blocks: list[Block] = [Chain(tuple((field, voice.said(goal.steps[field])) for field in steps))]
    if asked := questions(voice, goal):
        blocks.append(Paragraph(voice("goals.ask")))
        blocks.append(Listing(asked, "questions"))
    found = [voice(f"checks.{check.about}.found", words=check.found) for check in goal.checks if check.found]
    if found:
        blocks.append(Paragraph(" ".join(found), "rule"))
    if actions:
        blocks.append(actions_table(voice, actions, voice("actions.of_goal", n=number), None))
    else:
        blocks.append(Paragraph(voice("goals.no_action"), "nothing"))
    return Card(
        voice("goals.one", n=number), tuple(blocks), "goal", id=f"goal-{number}", number=number, kicker=" · ".join(filter(None, about))
    )


def preconditions(voice: Voice, part: Grrow) -> Section:
    """What is in place and what is to do, in people's words."""
    blocks: list[Block] = [Paragraph(voice("preconditions.about"), "lead")]
    numbers = voice.goal_numbers
    some = False
    for key in ("met", "to_do"):
        total = sum(len(getattr(goal, key)) for goal in part.goals)
        sentences = islice(((goal, sentence) for goal in part.goals for sentence in getattr(goal, key)), voice.too_many)
        rows = [
            (sentence, voice("goals.one", n=numbers[goal.response_id]), voice.place(goal.organisation, goal.team))
            for goal, sentence in sentences
        ]
        shown, more = voice.shown(rows, "summary.json", total)
        heads = (voice("preconditions.sentence"), voice("heads.goal"), voice("heads.place"))
        said: Block = Table(voice(f"preconditions.{key}"), heads, tuple(shown), (58, 14, 28), hidden_caption=True)
        nothing = Paragraph(voice(f"preconditions.no_{key}"), "nothing")
        blocks.append(Section(f"preconditions-{key}", voice(f"preconditions.{key}"), (*more, said) if rows else (nothing,)))
        some = some or bool(rows)
    if not some:
        return Section("preconditions", voice("preconditions.title"), (Paragraph(voice("preconditions.none"), "nothing"),))
    return Section("preconditions", voice("preconditions.title"), tuple(blocks))


def action_list(voice: Voice, part: Grrow) -> Section:
    title = voice("actions.title")
    if not part.actions:
        return Section("actions", title, (Paragraph(voice("actions.none"), "nothing"),))
    first, more = voice.shown(part.actions, "items.csv")
    said = (Paragraph(voice("actions.about"), "lead"), Paragraph(" ".join(action_counts(voice, part))))
    return Section("actions", title, (*said, *more, actions_table(voice, first, voice("actions.caption"), voice.goal_numbers)))


def action_counts(voice: Voice, part: Grrow) -> list[str]:
    """How many actions, and how many of them lack something or are late."""
    numbers = {
        "owner": sum("owner" in action.missing for action in part.actions),
        "date": sum("date" in action.missing for action in part.actions),
        "overdue": sum(action.overdue for action in part.actions),
        "done": sum(action.status == "done" for action in part.actions),
    }
    return [voice("actions.count", n=len(part.actions)), *(voice(f"actions.with_{key}", n=n) for key, n in numbers.items() if n)]


def status(voice: Voice, action: Action, *, late: bool = True) -> str:
    """How it stands with an action, and, if asked for, that it is late."""
    known = str(voice.t.raw("summary.status").get(action.status, action.status))
    return voice("actions.late", status=known or voice("status.todo")) if late and action.overdue else known


def actions_table(voice: Voice, actions: Iterable[Action], caption: str, numbers: dict[str, int] | None) -> Table:
    """What, who, when and how it stands. numbers: of the goals, for a table that is not of one goal."""
    rows = []
    for action in actions:
        who = action.owner_role or Flag(voice("actions.no_owner"))
        when = voice.day(action.due_on) if action.due_on else Flag(voice("actions.no_date"))
        what = Said(action.what, action.item_id)
        row: tuple[Cell, ...] = (what, who, when, Flag(status(voice, action)) if action.overdue else status(voice, action))
        number = numbers.get(action.goal) if numbers else None
        where = voice.place(action.organisation, action.team)
        rows.append(row if numbers is None else (*row, f"{where} ({voice('goals.one', n=number).lower()})" if number else where))
    heads = tuple(voice(f"actions.{key}") for key in ("what", "who", "when", "status"))
    if numbers is None:
        return Table(caption, heads, tuple(rows), (44, 22, 18, 16))
    return Table(caption, (*heads, voice("heads.place")), tuple(rows), (29, 22, 15, 14, 20), hidden_caption=True)


def look_backs(voice: Voice, part: Grrow) -> Section:
    title = voice("look_backs.title")
    if not part.look_backs:
        return Section("look-backs", title, (Paragraph(voice("look_backs.none"), "nothing"),))
    numbers = voice.goal_numbers
    first, more = voice.shown(part.look_backs, "summary.json")
    rows = tuple(
        (
            voice.day(moment.on),
            voice("goals.one", n=numbers[moment.goal]) if moment.goal in numbers else "",
            voice.place(moment.organisation, moment.team),
            voice("look_backs.agreed" if moment.agreed else "look_backs.proposed"),
            moment.text,
        )
        for moment in first
    )
    heads = tuple(voice(key) for key in ("look_backs.date", "heads.goal", "heads.place", "look_backs.origin", "look_backs.words"))
    table = Table(title, heads, rows, (18, 12, 24, 18, 28), hidden_caption=True)
    return Section("look-backs", title, (Paragraph(voice("look_backs.about"), "lead"), *more, table))
