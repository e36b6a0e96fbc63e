// What the browser keeps: nothing, unless the participant has asked it to

function storage() {
  try {
    window.localStorage.getItem(memoryKey);
    return window.localStorage;
  } catch { return null; }
}
const kept = storage();
let remembers = false;

function keep() {
  if (!remembers) return;
  try {
    kept.setItem(memoryKey, JSON.stringify({ shape: memoryShape, when: new Date().toISOString(), answers }));
  } catch {
    remembers = false;
    showMemory(`${words.memory_off} ${words.no_memory}`);
  }
}

function found() {
  try { return JSON.parse(kept.getItem(memoryKey)); } catch { return null; }
}

// Plain English means the American order of day and month.
function locale() {
  const language = document.documentElement.lang;
  return language === "en" ? "en-GB" : language;
}

function recall(sentence) {
  const old = found();
  if (old?.shape !== memoryShape || Number.isNaN(Date.parse(old.when))) return false;
  for (const question of questions) copyKnown(old.answers?.[question.id], answers[question.id], question);
  remembers = unsaved = true;
  say("restored", fill(sentence, { when: new Date(old.when).toLocaleString(locale()) }));
  return true;
}

// The same page in another tab has changed what is remembered: the newest is shown in both.
function changedElsewhere(event) {
  if (event.storageArea !== kept || (event.key !== null && event.key !== memoryKey)) return;
  if (found() === null) {
    remembers = false;
    showMemory(`${words.forgotten} ${words.memory_off}`);
  } else if (recall(words.other_tab)) {
    showMemory();
    showQuestion();
  }
}

// What comes out of the browser's memory is read with the same care as anything from outside.
function copyKnown(found, own, question) {
  if (!found) return;
  Object.assign(own, untouched());
  const top = data.steps[question.block][5].high;
  for (const part of partsOf(question)) {
    const value = found.figures?.[part];
    if (Number.isInteger(value) && value >= 0 && value <= top) own.figures[part] = value;
  }
  own.cannot = found.cannot === true && partsOf(question).every((part) => own.figures[part] === null);
  own.later = found.later === true;
  for (const kind of KINDS) {
    const lines = Array.isArray(found.texts?.[kind]) ? found.texts[kind] : [];
    own.texts[kind] = asLines(lines.filter((line) => typeof line === "string")).slice(0, data.limits.lines);
  }
}

function showMemory(text) {
  say("memory-text", text || (kept ? (remembers ? words.memory_on : words.memory_off)
    : `${words.memory_off} ${words.no_memory}`));
  at("memory-choice").hidden = !kept;
  at("remember").checked = remembers;
  at("forget").hidden = !remembers && !(kept && kept.getItem(memoryKey));
}

function forget() {
  kept.removeItem(memoryKey);
  remembers = false;
  say("restored", "");
  showMemory(`${words.forgotten} ${words.memory_off}`);
}
