"""Merges what teams said about the tools: each answer once, disagreements first, and an account that closes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from learning_network.content.matrix_values import JOINT, recorded
from learning_network.content.models import UNKNOWN, Criterion, Tool
from learning_network.responses.matrix_model import REMARK, Listed, MatrixFile, TeamAnswers
from learning_network.words.reasons import Reason


@dataclass(frozen=True)
class Spread:
    """What the teams say of one criterion for one tool.

    answers: canonical value -> names of the teams that gave it, most given first. difference: from 0 (all say the same) to
    1; None for texts and where fewer than two teams gave an answer. on_site: what the records say, canonical; empty when
    they say nothing.
    """

    tool: str
    criterion: str
    answers: dict[str, list[str]]
    difference: float | None
    on_site: str

    @property
    def teams(self) -> int:
        return sum(map(len, self.answers.values()))


@dataclass(frozen=True)
class Merged:
    """One matrix of many. `cells` = judgements of all teams + cells of what is listed."""

    files: list[str]
    teams: list[TeamAnswers]
    spreads: list[Spread]
    new_tools: dict[str, str]
    listed: list[Listed]
    cells: int
    unread: list[str] = field(default_factory=list)
    """Files of which nothing could be read."""

    @property
    def merged_cells(self) -> int:
        return sum(team.cells for team in self.teams)

    @property
    def listed_cells(self) -> int:
        return sum(line.cells for line in self.listed)

    def closes(self) -> bool:
        """Whether every cell that was read is merged or listed."""
        return self.cells == self.merged_cells + self.listed_cells


def merge(files: Iterable[MatrixFile], criteria: Mapping[str, Criterion], tools: Mapping[str, Tool]) -> Merged:
    """Merge files in any order; the result is the same for every order.

    A team that stands in several files with the same answers counts once. Two teams with one name and different answers
    stay apart, each with the name of its file behind its own.
    """
    files = sorted(files, key=lambda file: (file.file, file.fingerprint))
    teams, listed = _once(files)
    named = _label(teams)
    new_tools: dict[str, str] = {}
    for file in files:
        for id_, name in sorted(file.new_tools.items()):
            new_tools.setdefault(id_, name)
    said = {tool for team in teams for tool in team.answers}
    return Merged(
        files=[file.file for file in files],
        teams=teams,
        spreads=spreads(teams, criteria, tools),
        new_tools={id_: name for id_, name in sorted(new_tools.items()) if id_ in said},
        listed=[
            *sorted((line for line in listed if line.cells), key=_by_place),
            *sorted({line for line in [*listed, *named] if not line.cells}, key=_by_place),
        ],
        cells=sum(file.cells for file in files),
        unread=[file.file for file in files if not file.cells and not file.teams],
    )


def _by_place(line: Listed) -> tuple[str, str, int, int, Listed]:
    """Files in order, and in a sheet row by row."""
    sheet, _, cell = line.place.rpartition("!")
    column, row = match.groups() if (match := re.match(r"([A-Za-z]+)\[?(\d+)", cell)) else ("", "0")
    return line.file, sheet, int(row), len(column), line


def _once(files: list[MatrixFile]) -> tuple[list[TeamAnswers], list[Listed]]:
    """Every team once, and everything that is listed: also what stands twice, with the number of its cells."""
    seen: dict[str, str] = {}
    kept: dict[str, list[TeamAnswers]] = {}
    listed: list[Listed] = []
    pairs: list[tuple[TeamAnswers, MatrixFile]] = []
    for file in files:
        if file.fingerprint in seen and file.fingerprint:
            reason = Reason("this_same_file", file=seen[file.fingerprint])
            listed.append(Listed(file.file, "", reason, "", file.cells))
            continue
        seen[file.fingerprint] = file.file
        listed += file.listed
        pairs += [(team, file) for team in file.teams]
    # By where a team was first read from, so that it is the same one that stays when results are merged again.
    for team, file in sorted(pairs, key=lambda pair: (pair[0].name.casefold(), pair[0].file, pair[1].file)):
        namesakes = kept.setdefault(team.name.casefold(), [])
        if not team.answers:
            listed.append(Listed(file.file, "", Reason("team_without_answers", team=team.name), "", 0))
        elif first := next((other for other in namesakes if team.says_the_same(other)), None):
            reason = Reason("same_team", team=team.name, file=first.file)
            listed.append(Listed(file.file, "", reason, "", team.cells))
        else:
            namesakes.append(team)
    teams = [team for namesakes in kept.values() for team in namesakes]
    return sorted(teams, key=lambda team: (team.name.casefold(), team.file)), listed


def _label(teams: list[TeamAnswers]) -> list[Listed]:
    """Give each team its label, and list the teams that share a name."""
    count = Counter(team.name.casefold() for team in teams)
    taken: Counter[str] = Counter()
    shared = []
    for team in teams:
        team.label = team.name if count[team.name.casefold()] == 1 else f"{team.name} ({team.file})"
        taken[team.label] += 1
        if taken[team.label] > 1:
            team.label += f" {taken[team.label]}"
        if team.label != team.name:
            reason = Reason("team_name_twice", team=team.name, label=team.label)
            shared.append(Listed(team.file, "", reason, "", 0))
    return shared


def spreads(teams: list[TeamAnswers], criteria: Mapping[str, Criterion], tools: Mapping[str, Tool]) -> list[Spread]:
    """Per tool and criterion who said what, the largest differences first; texts and remarks come last."""
    said: dict[str, dict[str, dict[str, list[str]]]] = {}
    for team in teams:
        label = team.label
        for tool, values in team.answers.items():
            of_tool = said.setdefault(tool, {})
            for column, value in values.items():
                answers = of_tool.get(column)
                if answers is None:
                    of_tool[column] = {value: [label]}
                elif value in answers:
                    answers[value].append(label)
                else:
                    answers[value] = [label]
    found = []
    for tool, column, answers in ((tool, column, answers) for tool, columns in said.items() for column, answers in columns.items()):
        criterion = criteria.get(column)
        ordered = dict(sorted(answers.items(), key=lambda item: (-len(item[1]), item[0])))
        found.append(Spread(tool, column, ordered, difference(criterion, answers), on_site(criterion, tools.get(tool))))
    return sorted(found, key=lambda s: (s.difference is None, -(s.difference or 0), -s.teams, s.tool, s.criterion))


def difference(criterion: Criterion | None, answers: Mapping[str, list[str]]) -> float | None:
    """How much teams differ, from 0 to 1; 'unknown' is no answer.

    One answer each: the share of teams that did not give the most common answer. Several answers each: the share of the
    answers named that not every team named. The rule is our own; the report tells it.
    """
    known = {value: teams for value, teams in answers.items() if value != UNKNOWN}
    total = sum(map(len, known.values()))
    if criterion is None or criterion.type == "text" or total < 2:
        return None
    if criterion.type == "some-of":
        sets = [set(value.split(JOINT)) for value in known]
        return 1 - len(set.intersection(*sets)) / len(set.union(*sets))
    return 1 - max(map(len, known.values())) / total


def on_site(criterion: Criterion | None, tool: Tool | None) -> str:
    """What the records say of a criterion, canonical; empty for what they do not say."""
    value = tool.values.get(criterion.id) if criterion and tool else None
    return "" if criterion is None or value is None or value == UNKNOWN else recorded(criterion, value)


def is_remark(criterion: str) -> bool:
    """Whether this is a remark about a tool or one of its criteria, not a judgement."""
    return criterion.split(":")[0] == REMARK
