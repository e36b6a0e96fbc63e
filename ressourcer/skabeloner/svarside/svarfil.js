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
    const file = JSON.stringify({ format: data.format, about: data.about, sealed, open: sealed ? null : filled });
    if (utf8(file).length > data.limits.file) return say("status", words.too_big);
    hand(file);
  } catch {
    say("status", words.failed);
  }
  return undefined;
}

function hand(text) {
  const plain = (text) => text.replace(/[^\p{L}\p{N}-]+/gu, "-");
  const which = round ? `-${plain(words.round_file)}` : "";
  const name = `svar-${plain(data.participant).slice(0, 40) || words.no_name}${which}${data.suffix}`;
  const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  unsaved = false;
  savedOnce = true;
  say("status", fill(words.saved, { file: name }));
}
