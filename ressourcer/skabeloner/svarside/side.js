// Where one is

function showProgress() {
  const done = questions.filter((question) => !isMissing(question)).length;
  at("progress").max = questions.length;
  at("progress").value = done;
  say("progress-text", fill(words.progress, { done, of: questions.length }));
  say("missing", done < questions.length ? fill(words.missing, { n: questions.length - done }) : words.all_done);
  const isDone = nextOpen() === -1 && !isMissing(questions[current]);
  at("next-open").hidden = nextOpen() === -1;
  at("next").className = isDone ? "" : "first";
  at("save").className = isDone || isLast() ? "first" : "";
  [...at("index").querySelectorAll("button")].forEach((button, i) => {
    const state = button.querySelector(".state");
    state.textContent = stateOf(questions[i]);
    state.dataset.is = answers[questions[i].id].later ? "later" : progressOf(questions[i]);
    if (i === current) button.setAttribute("aria-current", "step"); else button.removeAttribute("aria-current");
  });
}

const stateOf = (question) => (answers[question.id].later ? words.later : words[progressOf(question)]);

function say(id, text) {
  if (at(id).textContent !== text) at(id).textContent = text;
}

function nextOpen() {
  for (let step = 1; step < questions.length; step += 1) {
    const place = (current + step) % questions.length;
    if (isMissing(questions[place])) return place;
  }
  return -1;
}

function go(place) {
  if (place === questions.length) {
    goToEnd();
  } else if (place in questions) {
    current = place;
    showQuestion("name");
    at("question").scrollIntoView();
    // The list has a scroll of its own on a wide screen; there the question at hand stays in sight.
    const row = at("index").querySelector("[aria-current]");
    at("index").scrollTop = row.offsetTop - at("index").clientHeight / 2;
  }
}

function goToEnd() {
  at("end-title").focus();
  at("end").scrollIntoView();
}

// Paper: every question with what is given

function showPaper() {
  at("paper").replaceChildren(
    element("h1", {}, `${words.title} · ${data.unit}`),
    element("p", {}, fill(words.for, { name: data.participant })),
    ...data.criteria.flatMap((criterion) => [
      element("h2", {}, criterion.name),
      ...questions.filter((question) => question.criterion === criterion).map(onPaper)]),
  );
}

function onPaper(question) {
  const given = answers[question.id];
  const figures = partsOf(question).filter((part) => given.figures[part] !== null)
    .map((part) => (part === "score" ? `${given.figures[part]}` : `${data.phases[part].name} ${given.figures[part]}`));
  return element("article", {},
    element("h3", {}, `${question.id} ${question.name}`), element("p", {}, question.question),
    element("p", { class: "given" }, figures.length ? `${words.score} ${figures.join(", ")}` : stateOf(question)),
    ...KINDS.filter((kind) => given.texts[kind].length).flatMap((kind) => [
      element("h4", {}, words[kind]), element("ul", {}, ...given.texts[kind].map((line) => element("li", {}, line)))]));
}

// The keys, and the beginning

function pressedAnywhere(event) {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  // With Alt some keyboards make another letter of U; the key is the same.
  const isU = event.code === "KeyU" || event.key.toLowerCase() === "u";
  const place = isU ? nextOpen() : { ArrowDown: current + 1, ArrowUp: current - 1 }[event.key];
  if (place === undefined) return;
  event.preventDefault();
  go(place);
}

function inIndex(question) {
  const state = element("span", { class: "state" });
  return element("li", {}, element("button", { type: "button", onclick: () => go(questions.indexOf(question)) },
    element("span", {}, `${question.id} ${question.name}`), " ", state));
}

function begin() {
  for (const id of ["skip", "title", "intro", "how", "who", "keys", "previous", "save", "print", "forget"]) say(id, words[id]);
  // Where there is one question there is nothing to find one's way in.
  for (const id of ["index", "progress-line", "skip", "keys"]) at(id).hidden = questions.length === 1;
  say("memory-title", words.memory_title);
  say("end-title", words.end_title);
  say("open-file", words.not_sealed);
  at("open-file").hidden = canSeal;
  say("unit", data.title ? `${data.unit} · ${data.title}` : data.unit);
  say("for", fill(words.for, { name: data.participant }));
  say("next-open", words.next_open);
  say("sealing", canSeal ? words.sealed : words.not_sealed);
  at("sealing").classList.toggle("warn", !canSeal);
  at("memory-choice").querySelector("span").textContent = words.remember;
  at("index").setAttribute("aria-label", words.all);
  at("progress").setAttribute("aria-labelledby", "progress-text");
  at("index").querySelector("summary").textContent = words.all;
  at("index").querySelector("details").open = window.matchMedia("(min-width: 60rem)").matches;
  at("index").querySelector("details").append(...data.criteria.flatMap((criterion) => [
    element("p", {}, criterion.name),
    element("ol", { "aria-label": criterion.name }, ...questions.filter((question) => question.criterion === criterion).map(inIndex))]));
  at("skip").addEventListener("click", () => at("name").focus());
  at("previous").addEventListener("click", () => go(current - 1));
  at("next").addEventListener("click", () => go(current + 1));
  at("next-open").addEventListener("click", () => go(nextOpen()));
  at("save").addEventListener("click", save);
  at("print").addEventListener("click", () => window.print());
  at("forget").addEventListener("click", forget);
  at("remember").addEventListener("change", () => {
    if (!at("remember").checked) return forget();
    remembers = true;
    keep();
    return remembers && showMemory();
  });
  document.addEventListener("keydown", pressedAnywhere);
  window.addEventListener("beforeprint", showPaper);
  window.addEventListener("beforeunload", (event) => { if (unsaved && !remembers) event.preventDefault(); });
  window.addEventListener("storage", changedElsewhere);
  window.addEventListener("resize", fitAll);
  at("unable").remove();
  at("page").hidden = false;
  if (kept && !recall(words.restored) && kept.getItem(memoryKey)) say("restored", words.memory_old);
  showMemory();
  showQuestion();
}

begin();
