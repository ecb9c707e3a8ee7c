/** What stands in place of a key. It cannot be part of a key, so that no key forms around it. */
const placeholder = "bbb_…";

/** A part of a key that is shorter than this is left in the text: it might be any word. */
const minSecretLength = 8;

/**
 * Takes the API key out of a text that is shown or kept. Everything else that has the shape of a key goes too. An API,
 * or a proxy before it, may repeat a request's headers in its message. Letter case does not count.
 */
export function redactKey(text: string, apiKey: string): string {
  const secret = apiKey.replace(/^bbb_(live|test)_/, "");
  let clean = text;
  for (const part of [apiKey, secret]) {
    if (part.length >= minSecretLength) clean = clean.replace(new RegExp(literally(part), "gi"), placeholder);
  }
  return clean.replace(/bbb_(?:live|test)_[A-Za-z0-9_-]{4,}/gi, placeholder);
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
