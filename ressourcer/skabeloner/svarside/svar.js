"use strict";
// What the page was given, what the participant has given, and the few helpers every other part uses.

const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const KINDS = ["evidence", "strength", "area", "idea"];
const FIGURES = ["score", "plan", "do", "check", "act", "trend", "target"];
const questions = data.criteria.flatMap((criterion) =>
  criterion.questions.map((question) => ({ ...question, block: criterion.block, criterion })));
// A further round of the meeting asks one question, and remembers by itself.
const round = data.about.round;
const memoryKey = `kvik-svar-${data.about.evaluation}-${data.token.slice(0, 8)}${round ? `-${round.subcriterion}-${round.opened}` : ""}`;
const memoryShape = `${data.about.sha256} ${data.about.method}`;
const untouched = () => ({
  figures: Object.fromEntries(FIGURES.map((name) => [name, null])), cannot: false, later: false,
  texts: Object.fromEntries(KINDS.map((kind) => [kind, []])),
});
const answers = Object.fromEntries(questions.map((question) => [question.id, untouched()]));
let current = 0;
let unsaved = false;
let savedOnce = false;

const at = (id) => document.getElementById(id);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));

// Everything is put in as text: no sentence from a package or a person is ever read as markup.
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (typeof value === "boolean") made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

// What is given

const partsOf = (question) => data.parts[question.block];

function progressOf(question) {
  const given = answers[question.id];
  if (given.cannot) return given.later ? "begun" : "cannot";
  const filled = partsOf(question).filter((part) => given.figures[part] !== null).length;
  if (filled === partsOf(question).length && !given.later) return "answered";
  const hasWords = KINDS.some((kind) => given.texts[kind].length > 0);
  return filled || hasWords || given.later ? "begun" : "open";
}

const isMissing = (question) => ["open", "begun"].includes(progressOf(question));

function touched() {
  unsaved = true;
  say("status", savedOnce ? words.changed : "");
  showProgress();
  keep();
}

// Signs that cannot be seen become blanks, and half a pair of a sign outside the basic plane is left out.
const asLine = (text) => text
  .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (sign) => (sign.length === 2 ? sign : ""))
  .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, " ").replace(/\s+/g, " ").trim();
const asLines = (texts) => texts.map((text) => asLine(asLine(text).slice(0, data.limits.length))).filter(Boolean);
