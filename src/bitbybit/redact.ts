/** What stands in place of a key. It cannot be part of a key, so that no key forms around it. */
const placeholder = "bbb_…";

/** A part of a key that is shorter than this is left in the text: it might be any word. */
const minSecretLength = 8;

/**
 * Takes the API key out of a text that is shown or kept. Everything else that has the shape of a key goes too. An API,
 * or a proxy before it, may repeat a request's headers in its message: as they were, escaped for HTML, JSON or an address,
 * in hexadecimal digits or base64, or with spaces and invisible characters in between. Letter case does not count.
 */
export function redactKey(text: string, apiKey: string): string {
  const clean = apiKey === "" ? text : text.replace(ownKey(apiKey), placeholder);
  return clean.replace(/bbb_(?:live|test)_[A-Za-z0-9_-]{4,}/gi, placeholder);
}

let built: { apiKey: string; pattern: RegExp } | null = null;

/** The pattern of a key. The last one is kept, since a look-up reads thousands of texts. */
function ownKey(apiKey: string): RegExp {
  if (built?.apiKey !== apiKey) built = { apiKey, pattern: patternOf(apiKey) };
  return built.pattern;
}

function patternOf(apiKey: string): RegExp {
  const secret = apiKey.replace(/^bbb_(live|test)_/, "");
  const parts = [apiKey, secret].filter((part) => part.length >= minSecretLength);
  const written = parts.map((part) => Array.from(part, anyForm).join("[\\s\\p{Cc}\\p{Cf}]*"));
  const encoded = parts.flatMap((part) => [0, 1, 2].map((offset) => base64Within(part, offset)));
  return new RegExp([...written, ...encoded].join("|") || "[^\\s\\S]", "giu");
}

/** One character as it is, in its wide form, as an entity, behind a `%` or `\u`, or in hexadecimal digits. */
function anyForm(character: string): string {
  const code = character.charCodeAt(0);
  const hex = code.toString(16).padStart(2, "0");
  const wide = code > 0x20 && code < 0x7f ? `\\u{${(code + 0xfee0).toString(16)}}|` : "";
  return `(?:\\u{${hex}}|${wide}&#0*${code};|&#x0*${hex};|(?:%|\\\\u00|\\\\x)?${hex})`;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** What is sure of a text in base64 if so many bytes stand before it in its first group of three: the middle. */
function base64Within(text: string, offset: number): string {
  let bits = "";
  for (const character of text) bits += character.charCodeAt(0).toString(2).padStart(8, "0");
  const sure = bits.slice((6 - ((8 * offset) % 6)) % 6).match(/.{6}/g) ?? [];
  return sure
    .map((six) => alphabet[Number.parseInt(six, 2)] ?? "")
    .map((letter) => (letter === "+" ? "[+-]" : letter === "/" ? "[/_]" : letter))
    .join("");
}
