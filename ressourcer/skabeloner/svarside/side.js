"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const KINDS = ["evidence", "strength", "area", "idea"];
  const FIGURES = ["score", "plan", "do", "check", "act", "trend", "target"];
  const questions = data.criteria.flatMap((criterion) =>
    criterion.questions.map((question) => ({ ...question, block: criterion.block, criterion: criterion.name })));
  const memoryKey = `kvik-svar-${data.about.evaluation}-${data.token.slice(0, 8)}`;
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

  // The question

  function showQuestion(focus) {
    const question = questions[current];
    const given = answers[question.id];
    at("question").replaceChildren(
      element("p", { class: "criterion" }, `${question.id.split(".")[0]} ${question.criterion}`),
      element("h2", { id: "name", tabindex: "-1" }, `${question.id} ${question.name}`),
      element("p", {}, question.question),
      ...help(question),
      ...partsOf(question).map((part) => ladder(question, given, part)),
      check("cannot", given, words.cannot, () => { if (given.cannot) clearFigures(given); showQuestion("cannot"); }),
      check("later", given, words.later, () => {}),
      ...KINDS.map((kind) => list(kind, given)),
    );
    at("previous").disabled = current === 0;
    at("next").disabled = current === questions.length - 1;
    showProgress();
    if (focus) at(focus).focus();
  }

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
        element("span", {}, element("b", {}, step.name ? `${range} ${step.name}` : range), step.sentence));
    });
    const exact = element("input", {
      type: "number", inputmode: "numeric", id: `${part}-exact`, min: "0", max: `${steps[5].high}`, step: "1",
      value: given.figures[part] ?? "", oninput: () => {
        const typed = /^\d{1,3}$/.test(exact.value) ? Number(exact.value) : null;
        setFigure(typed !== null && typed <= steps[5].high ? typed : null, true);
      },
    });
    const clear = element("button", { type: "button", onclick: () => setFigure(null) }, words.clear);
    function setFigure(value, typing) {
      given.figures[part] = value;
      if (value !== null) { given.cannot = false; at("cannot").checked = false; }
      radios.forEach((label, i) => {
        label.firstChild.checked = value !== null && value >= steps[i].low && value <= steps[i].high;
      });
      if (!typing) exact.value = value ?? "";
      touched();
    }
    const label = element("label", { for: `${part}-exact` },
      fill(words.point, { low: steps[0].low, high: steps[5].high }));
    const hasExact = steps[0].low !== steps[0].high;
    return element("fieldset", {}, element("legend", {}, legend), ...radios,
      element("div", { class: "exact" }, ...(hasExact ? [label, exact] : []), clear));
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

  // Short lists: Enter makes the next line, and what is pasted is divided at its line ends

  function list(kind, given) {
    const box = element("fieldset", {}, element("legend", {}, words[kind]));
    const lines = [...given.texts[kind], ""];
    const inputs = () => [...box.querySelectorAll("input")];
    const note = element("p", { role: "status" });
    function add(text, after) {
      const input = element("input", { type: "text", maxlength: `${data.limits.length}`, value: text,
        oninput: read, onkeydown: (event) => pressed(event, input), onpaste: (event) => pasted(event, input) });
      if (after) after.after(input); else box.append(input);
      return input;
    }
    function read() {
      const texts = asLines(inputs().map((input) => input.value));
      note.textContent = texts.length > data.limits.lines
        ? fill(words.too_long, { n: data.limits.length, m: data.limits.lines }) : "";
      given.texts[kind] = texts.slice(0, data.limits.lines);
      name();
      touched();
    }
    function name() {
      inputs().forEach((input, i) => input.setAttribute("aria-label", fill(words.item, { kind: words[kind], n: i + 1 })));
    }
    function pressed(event, input) {
      if (event.isComposing) return;
      if (event.key === "Enter") {
        event.preventDefault();
        if (!input.value.trim()) return;
        const below = input.nextElementSibling;
        (below && below.tagName === "INPUT" && !below.value ? below : add("", input)).focus();
        name();
      } else if (event.key === "Backspace" && !input.value && inputs().length > 1) {
        event.preventDefault();
        const all = inputs();
        (all[all.indexOf(input) - 1] || all[1]).focus();
        input.remove();
        read();
      }
    }
    function pasted(event, input) {
      const pieces = event.clipboardData.getData("text").split(/\r\n|[\r\n\u2028\u2029]/).map(asLine).filter(Boolean);
      if (pieces.length < 2) return;
      event.preventDefault();
      let last = input;
      if (!input.value) input.value = pieces.shift();
      for (const piece of pieces) last = add(piece.slice(0, data.limits.length), last);
      if (pieces.some((piece) => piece.length > data.limits.length)) {
        note.textContent = fill(words.too_long, { n: data.limits.length, m: data.limits.lines });
      }
      last.focus();
      read();
    }
    lines.forEach((text) => add(text));
    box.append(note);
    name();
    return box;
  }

  // Where one is

  function showProgress() {
    const done = questions.filter((question) => !isMissing(question)).length;
    at("progress").max = questions.length;
    at("progress").value = done;
    say("progress-text", fill(words.progress, { done, of: questions.length }));
    say("missing", done < questions.length ? fill(words.missing, { n: questions.length - done }) : "");
    at("next-open").disabled = nextOpen() === -1;
    [...at("index").querySelectorAll("button")].forEach((button, i) => {
      button.querySelector(".state").textContent = stateOf(questions[i]);
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
    if (place < 0 || place >= questions.length) return;
    current = place;
    showQuestion("name");
    at("question").scrollIntoView();
  }

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
    } catch { remembers = false; showMemory(); }
  }

  function recall() {
    if (!kept) return;
    let found = null;
    try { found = JSON.parse(kept.getItem(memoryKey)); } catch { return; }
    if (!found || found.shape !== memoryShape) return;
    for (const question of questions) copyKnown(found.answers?.[question.id], answers[question.id], question);
    remembers = unsaved = true;
    say("restored", fill(words.restored, { when: new Date(found.when).toLocaleString(document.documentElement.lang) }));
  }

  // What comes out of the browser's memory is read with the same care as anything from outside.
  function copyKnown(found, own, question) {
    if (!found) return;
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
    at("forget").hidden = !remembers;
  }

  function forget() {
    kept.removeItem(memoryKey);
    remembers = false;
    showMemory(`${words.forgotten} ${words.memory_off}`);
  }

  // Saving: one file, sealed where the browser can

  const canSeal = Boolean(window.crypto && window.crypto.subtle);
  const utf8 = (text) => new TextEncoder().encode(text);
  const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

  function sheet() {
    const now = new Date().toISOString();
    return {
      token: data.token,
      saved: `${now.slice(0, 19)}Z`,
      answers: questions.map((question) => {
        const given = answers[question.id];
        const isEmpty = FIGURES.every((name) => given.figures[name] === null);
        return { subcriterion: question.id, ...given.figures, later: given.later || (isEmpty && !given.cannot), ...given.texts };
      }),
    };
  }

  async function seal(text) {
    const crypto = window.crypto.subtle;
    const curve = { name: "ECDH", namedCurve: "P-256" };
    const reader = Uint8Array.from(atob(data.public), (sign) => sign.charCodeAt(0));
    const own = await crypto.generateKey(curve, false, ["deriveBits"]);
    const key = new Uint8Array(await crypto.exportKey("raw", own.publicKey));
    const theirs = await crypto.importKey("raw", reader, curve, false, []);
    const shared = await crypto.deriveBits({ name: "ECDH", public: theirs }, own.privateKey, 256);
    const info = Uint8Array.from([...utf8(data.format), 0, ...key, ...reader]);
    const base = await crypto.importKey("raw", shared, "HKDF", false, ["deriveBits"]);
    const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info };
    const made = new Uint8Array(await crypto.deriveBits(hkdf, base, 44 * 8));
    const secret = await crypto.importKey("raw", made.slice(0, 32), "AES-GCM", false, ["encrypt"]);
    const how = { name: "AES-GCM", iv: made.slice(32), additionalData: utf8(JSON.stringify(data.about)) };
    const box = new Uint8Array(await crypto.encrypt(how, secret, utf8(text)));
    return { key: base64(key), box: base64(box) };
  }

  async function save() {
    if (questions.every((question) => progressOf(question) === "open")) return say("status", words.nothing);
    try {
      const filled = sheet();
      const sealed = canSeal ? await seal(JSON.stringify(filled)) : null;
      const file = { format: data.format, about: data.about, sealed, open: sealed ? null : filled };
      hand(JSON.stringify(file));
    } catch {
      say("status", words.failed);
    }
  }

  function hand(text) {
    const name = `svar-${data.participant.replace(/[^\p{L}\p{N}-]+/gu, "-").slice(0, 40) || words.no_name}${data.suffix}`;
    const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    unsaved = false;
    savedOnce = true;
    say("status", fill(words.saved, { file: name }));
  }

  // Paper: every question with what is given

  function showPaper() {
    at("paper").replaceChildren(
      element("h1", {}, `${words.title} - ${data.unit}`),
      element("p", {}, fill(words.for, { name: data.participant })),
      ...questions.map((question) => {
        const given = answers[question.id];
        const figures = partsOf(question).filter((part) => given.figures[part] !== null)
          .map((part) => (part === "score" ? `${given.figures[part]}` : `${data.phases[part].name}: ${given.figures[part]}`));
        return element("section", {},
          element("h3", {}, `${question.id} ${question.name}`), element("p", {}, question.question),
          element("p", {}, `${words.score}: ${figures.join(", ") || stateOf(question)}`),
          ...KINDS.filter((kind) => given.texts[kind].length).flatMap((kind) => [
            element("p", {}, words[kind]), element("ul", {}, ...given.texts[kind].map((line) => element("li", {}, line)))]));
      }),
    );
  }

  function pressedAnywhere(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const place = { ArrowDown: current + 1, ArrowUp: current - 1, u: nextOpen(), U: nextOpen() }[event.key];
    if (place === undefined) return;
    event.preventDefault();
    go(place);
  }

  function begin() {
    for (const id of ["title", "intro", "who", "keys", "previous", "next", "save", "print", "forget"]) say(id, words[id]);
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
    at("index").querySelector("ol").replaceChildren(...questions.map((question, i) => element("li", {},
      element("button", { type: "button", onclick: () => go(i) },
        `${question.id} ${question.name}`, element("span", { class: "state" })))));
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
      showMemory();
    });
    document.addEventListener("keydown", pressedAnywhere);
    window.addEventListener("beforeprint", showPaper);
    window.addEventListener("beforeunload", (event) => { if (unsaved && !remembers) event.preventDefault(); });
    recall();
    showMemory();
    showQuestion();
    at("page").hidden = false;
  }

  begin();
})();
