/* The filled-in sheet on paper, and answers to questions that the sheet no longer asks. */

/** Paper shows lines to write on where nothing is filled in, and the whole answer where something is. */
function startSheetPrint(s, root, paper, fields) {
  const about = make("p", "", "worksheet-about on-paper-only");
  about.setAttribute("aria-hidden", "true"); // the fields say it already
  paper.querySelector(".worksheet-title").after(about);
  window.addEventListener("beforeprint", () => {
    fields.forEach((field) => field.element.classList.toggle("filled", field.get().length > 0));
    paper.querySelectorAll(".day").forEach((day) => {
      day.lastChild.textContent = day.firstChild.value ? dayInWords(s.sheet, day.firstChild.value) : "";
    });
    paper.querySelectorAll(".item").forEach((item) => item.classList.toggle("blank", !item.querySelector("textarea").value.trim()));
    paper.querySelectorAll("td select").forEach((select) => {
      select.closest("td").querySelectorAll(".boxes li").forEach((box, i) => box.classList.toggle("chosen", i === select.selectedIndex - 1));
    });
    const said = Array.from(root.querySelectorAll("[data-about]")).filter((field) => field.value.trim()).map((field) => {
      const value = field.options ? field.selectedOptions[0].textContent : field.type === "date" ? dayInWords(s.sheet, field.value) : field.value;
      return s.words[field.dataset.about] + ": " + value;
    });
    about.textContent = said.join(" · ");
  });
}

/** Answers that came out of another version of the sheet: shown, kept, and taken out when somebody asks. */
function startEarlier(s, paper) {
  const block = make("div", "", "worksheet-section worksheet-earlier");
  let kept = {};
  const list = make("dl");
  const remove = makeButton(s.words.earlier_remove, () => {
    const gone = kept;
    kept = {};
    draw();
    paper.querySelector("textarea, input, select").focus();
    s.changed();
    s.undo(s.words.earlier_removed, () => {
      kept = gone;
      draw();
      s.changed();
    });
  }, "button button-small");
  block.append(make("h3", s.words.earlier), make("p", s.words.earlier_hint, "question-help"), list, remove);
  const draw = () => {
    list.replaceChildren(...Object.keys(kept).flatMap((id) => [make("dt", id)].concat(textsOf(kept[id]).map((text) => make("dd", text)))));
    if (Object.keys(kept).length) paper.append(block);
    else block.remove(); // the last part of a sheet looks other than those before it
  };
  return {
    get: () => kept,
    set: (content) => {
      kept = Object.fromEntries(earlierIds(s.sheet, content).map((id) => [id, content.answers[id]]));
      draw();
    },
  };
}
