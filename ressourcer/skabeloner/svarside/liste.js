// Short lists: Enter makes the next line, and what is pasted is divided at its line ends

function list(kind, given) {
  const box = element("fieldset", {}, element("legend", {}, words[kind]));
  const note = element("p", { class: "hint", role: "status" });
  const rows = () => [...box.querySelectorAll("textarea")];
  function add(text, after) {
    const row = element("textarea", { rows: "1", maxlength: `${data.limits.length}`, enterkeyhint: "next",
      oninput: () => typed(row), onkeydown: (event) => pressed(event, row), onpaste: (event) => pasted(event, row) });
    row.value = text;
    if (after) after.after(row); else box.append(row);
    return row;
  }
  function read(isCut) {
    given.texts[kind] = asLines(rows().map((row) => row.value)).slice(0, data.limits.lines);
    note.textContent = isCut ? fill(words.too_long, { n: data.limits.length, m: data.limits.lines }) : "";
    name();
    touched();
  }
  function name() {
    rows().forEach((row, i) => {
      row.setAttribute("aria-label", fill(words.item, { kind: words[kind], n: i + 1 }));
      row.placeholder = i ? "" : words[`${kind}_hint`];
    });
  }
  // Some keyboards on a screen put in a line end without saying that Enter was pressed.
  function typed(row) {
    if (/[\r\n]/.test(row.value)) return divide(row, row.value, true);
    fit([row]);
    return read(false);
  }
  function divide(row, text, opens) {
    const pieces = text.split(/\r\n|[\r\n\u2028\u2029]/).map(asLine).filter(Boolean);
    const room = data.limits.lines - rows().length + 1;
    const isCut = pieces.length > room || pieces.some((piece) => piece.length > data.limits.length);
    row.value = (pieces.shift() ?? "").slice(0, data.limits.length);
    let last = row;
    for (const piece of pieces.slice(0, Math.max(room - 1, 0))) last = add(piece.slice(0, data.limits.length), last);
    if (opens && row.value && last === row) last = below(row);
    fit(rows());
    last.focus();
    read(isCut);
  }
  function below(row) {
    const next = row.nextElementSibling;
    if (next?.tagName === "TEXTAREA" && !next.value) return next;
    return rows().length < data.limits.lines ? add("", row) : row;
  }
  function pressed(event, row) {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (!row.value.trim()) return;
      below(row).focus();
      fit(rows());
      name();
    } else if (event.key === "Backspace" && !row.value && rows().length > 1) {
      event.preventDefault();
      const all = rows();
      (all[all.indexOf(row) - 1] || all[1]).focus();
      row.remove();
      read(false);
    }
  }
  function pasted(event, row) {
    const text = event.clipboardData.getData("text");
    if (!/[\r\n\u2028\u2029]/.test(text.trim()) && text.length <= data.limits.length) return;
    event.preventDefault();
    const [before, after] = [row.value.slice(0, row.selectionStart), row.value.slice(row.selectionEnd)];
    divide(row, before + text + after, false);
  }
  [...given.texts[kind], ""].slice(0, data.limits.lines).forEach((text) => add(text));
  box.append(note);
  name();
  return box;
}

// A row is as high as its text: a long sentence is read whole on a narrow screen too.
// All are measured before any is changed, so that the browser sets the page once.
function fit(rows) {
  for (const row of rows) row.style.height = "auto";
  const heights = rows.map((row) => row.scrollHeight + row.offsetHeight - row.clientHeight);
  rows.forEach((row, i) => { row.style.height = `${heights[i]}px`; });
}
const fitAll = () => fit([...at("question").querySelectorAll("textarea")]);
