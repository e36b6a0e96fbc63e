// The question

function showQuestion(focus) {
  const question = questions[current];
  const given = answers[question.id];
  at("question").replaceChildren(
    element("p", { class: "criterion" }, question.criterion.name),
    element("h2", { id: "name", tabindex: "-1" }, `${question.id} ${question.name}`),
    element("p", {}, question.question),
    ...help(question),
    ...partsOf(question).map((part) => ladder(question, given, part)),
    element("div", { class: "checks" },
      check("cannot", given, words.cannot, () => { if (given.cannot) clearFigures(given); showQuestion("cannot"); }),
      ...(round ? [] : [check("later", given, words.later, () => {})])),
    element("div", { class: "lists" }, ...data.kinds.map((kind) => list(kind, given))),
  );
  at("previous").hidden = current === 0;
  say("next", isLast() ? words.to_end : words.next);
  showProgress();
  fitAll();
  if (focus) at(focus).focus();
}

const isLast = () => current === questions.length - 1;

function help(question) {
  const parts = [];
  if (question.about) parts.push(element("p", {}, question.about));
  for (const [title, lines] of [[words.ask, question.ask], [words.see, question.see]]) {
    if (!lines.length) continue;
    parts.push(element("h3", {}, title), element("ul", {}, ...lines.map((line) => element("li", {}, line))));
  }
  return parts.length ? [element("details", {}, element("summary", {}, words.help), ...parts)] : [];
}

function stepsOf(question, part) {
  const steps = data.steps[question.block];
  if (part === "score") return steps;
  const sentences = data.phases[part].steps;
  return steps.map((step, i) => (sentences.length ? { ...step, name: "", sentence: sentences[i] } : step));
}

function ladder(question, given, part) {
  const steps = stepsOf(question, part);
  const phase = data.phases[part];
  const legend = phase ? `${phase.name}: ${phase.question}` : words.score;
  const radios = steps.map((step, i) => {
    const range = step.low === step.high ? `${step.low}` : `${step.low}-${step.high}`;
    const value = given.figures[part];
    const radio = element("input", {
      type: "radio", name: part, id: `${part}-${i}`, checked: value !== null && value >= step.low && value <= step.high,
      onchange: () => setFigure(Math.floor((step.low + step.high) / 2)),
    });
    return element("label", { class: "step" }, radio,
      element("span", { class: "mark" }),
      element("span", { class: "words" }, element("b", {}, step.name ? `${range} ${step.name}` : range), step.sentence));
  });
  const exact = element("input", {
    type: "number", inputmode: "numeric", id: `${part}-exact`, min: "0", max: `${steps[5].high}`, step: "1",
    "aria-describedby": `${part}-note`, value: given.figures[part] ?? "", oninput: () => {
      const isFigure = /^\d{1,3}$/.test(exact.value) && Number(exact.value) <= steps[5].high;
      setFigure(isFigure ? Number(exact.value) : null, true);
      // A field of numbers is also empty where the browser cannot read what stands in it.
      warn(!isFigure && (exact.value !== "" || exact.validity.badInput));
    },
  });
  // One sentence is enough for all the ladders of a question.
  const middle = part === partsOf(question)[0] ? words.middle : "";
  const note = element("p", { id: `${part}-note`, class: "hint", role: "status" }, middle);
  function warn(isWrong) {
    exact.setAttribute("aria-invalid", isWrong);
    note.className = isWrong ? "wrong" : "hint";
    note.textContent = isWrong ? fill(words.wrong, { low: steps[0].low, high: steps[5].high }) : middle;
  }
  const clear = element("button", { type: "button", hidden: given.figures[part] === null, onclick: () => {
    setFigure(null);
    radios[0].firstChild.focus();
  } }, words.clear);
  function setFigure(value, typing) {
    given.figures[part] = value;
    if (value !== null) { given.cannot = false; at("cannot").checked = false; }
    radios.forEach((label, i) => {
      label.firstChild.checked = value !== null && value >= steps[i].low && value <= steps[i].high;
    });
    if (!typing) {
      exact.value = value ?? "";
      warn(false);
    }
    clear.hidden = value === null;
    touched();
  }
  const label = element("label", { for: `${part}-exact` },
    fill(words.point, { low: steps[0].low, high: steps[5].high }));
  const hasExact = steps[0].low !== steps[0].high;
  return element("fieldset", {}, element("legend", {}, legend), ...radios,
    element("div", { class: "exact" }, ...(hasExact ? [label, exact] : []), clear, ...(hasExact ? [note] : [])));
}

function clearFigures(given) {
  for (const name of FIGURES) given.figures[name] = null;
}

function check(name, given, text, after) {
  const box = element("input", {
    type: "checkbox", id: name, checked: given[name],
    onchange: () => { given[name] = box.checked; after(); touched(); },
  });
  return element("label", { class: "check" }, box, text);
}
