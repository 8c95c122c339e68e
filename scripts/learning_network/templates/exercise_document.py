"""An exercise as two word-processor files (.docx) to adapt: the facilitator's sheet and the participants' sheet.

Two documents from the start, so that nothing of the facilitator's can stand in what participants get.
"""

from __future__ import annotations

from learning_network.content.library import Library
from learning_network.content.models import Exercise
from learning_network.content.models.exercise import Step, StepText
from learning_network.wording.facts import clock, group_size, material_line, minutes, small_groups, timetable
from learning_network.wording.network import own_strings

from .document import SheetDocument
from .word_xml import TAB, run

FORMAT = "learning-network/exercise"
NOTES = "_notes"
_NOTE_LINES = 16


def facilitator_document(library: Library, exercise: Exercise, language: str) -> bytes:
    """The facilitator's sheet as DOCX: all that it takes to lead the exercise."""
    sheet = _sheet(library, exercise, language, "facilitator")
    words, t = exercise.nl if language == "nl" else exercise.en, sheet.t
    sheet.paragraphs(words.purpose)
    in_groups = small_groups(exercise.group, t)
    sheet.fact(t("exercise.minutes"), minutes(exercise.minutes, t))
    sheet.fact(t("exercise.group"), ", ".join(part for part in (group_size(exercise.group, t), in_groups) if part))
    led = t("count.facilitators", n=exercise.facilitators) if exercise.facilitators else t("exercise.no_facilitator")
    sheet.fact(t("exercise.facilitators"), led)
    sheet.fact(t("exercise.kind"), getattr(library.vocabularies["kinds"][exercise.kind], language).label)
    if exercise.suggested:
        sheet.suggestion(t("sheets.suggested_parts"))
    sheet.date_and_team()
    sheet.heading(1, t("exercise.preparation"))
    sheet.listed(words.preparation, "List Tick")
    sheet.heading(1, t("exercise.materials"))
    if brought := _materials(library, exercise, language, sheet):
        sheet.listed(brought, "List Tick")
    else:
        sheet.paragraph(t("exercise.no_materials"))
    sheet.heading(2, t("exercise.room"))
    sheet.paragraphs(words.room)
    if exercise.safety:
        sheet.safety_note()
    _steps(sheet, exercise)
    sheet.heading(1, t("exercise.debrief"))
    sheet.listed(words.debrief, "List Number")
    sheet.heading(1, t("exercise.notes"))
    sheet.listed(words.facilitator_notes)
    sheet.heading(1, t("exercise.pitfalls"))
    sheet.listed(words.pitfalls)
    told = {name: getattr(words.variations, name) for name in ("online", "large_group", "little_time")}
    if any(told.values()):
        sheet.heading(1, t("exercise.variations"))
        for name, text in told.items():
            if text:
                sheet.paragraphs(f"**{t(f'exercise.variation.{name}')}.** {text}")
    return sheet.finished(FORMAT)


def participants_document(library: Library, exercise: Exercise, language: str) -> bytes:
    """The participants' sheet as DOCX: the task and room for notes, nothing of the facilitator's."""
    sheet = _sheet(library, exercise, language, "participants")
    words = exercise.nl if language == "nl" else exercise.en
    sheet.date_and_team()
    sheet.heading(1, sheet.t("exercise.task"))
    sheet.listed(words.task, "List Number")
    title = sheet.t("sheets.own_notes")
    sheet.heading(1, title)
    sheet.add(sheet.controls.text(NOTES, title, lines=_NOTE_LINES), style="Answer")
    return sheet.finished(FORMAT)


def _sheet(library: Library, exercise: Exercise, language: str, form: str) -> SheetDocument:
    return SheetDocument(library, exercise, language, own_strings(library, language)(f"sheets.{form}"), "exercise")


def _materials(library: Library, exercise: Exercise, language: str, sheet: SheetDocument) -> list[str]:
    """What to bring, a line each, with its remark; worksheets and cards too."""
    notes = getattr(exercise, language).material_notes
    brought = []
    for material in exercise.materials:
        line = material_line(library, exercise, material, sheet.t)
        brought.append(f"{line} ({notes[material.id]})" if material.id in notes else line)
    brought += [f"{sheet.t('exercise.worksheet')}: {getattr(library.worksheets[id_], language).title}" for id_ in exercise.worksheets]
    brought += [f"{sheet.t('cards_page.used')}: {getattr(library.card_sets[id_], language).title}" for id_ in exercise.card_sets]
    return brought


def _steps(sheet: SheetDocument, exercise: Exercise) -> None:
    """The steps like a timetable: the clock down the left edge, what happens beside it."""
    t = sheet.t
    sheet.heading(1, t("exercise.steps"))
    for stop in timetable(exercise, sheet.language):
        step, words = stop.step, stop.words
        length = run(f" ({t('count.short_minutes', n=step.minutes)})")
        sheet.add(run(clock(stop.start)), TAB, sheet.runs(words.title), length, style="Step")
        sheet.paragraphs(words.text, "Step Text")
        _options(sheet, step, words)
        if words.note:
            sheet.paragraphs(f"**{t('exercise.note')}:** {words.note}", "Step Note")
    sheet.add(run(clock(exercise.minutes)), TAB, run(t("exercise.end")), style="Step End")


def _options(sheet: SheetDocument, step: Step, words: StepText) -> None:
    """The ways to fill in a step, where the facilitator has a choice."""
    if step.options is None:
        return
    each = sheet.t("count.minutes", n=step.options.minutes_each)
    pick = sheet.t("exercise.pick", n=step.options.pick, total=len(step.options.ids), each=each)
    sheet.paragraph(f"**{pick}**", "Step Text", whole=True)
    for id_ in step.options.ids:
        option = words.options[id_]
        sheet.paragraph(f"**{option.title}.** {option.text}", "Step Text")
