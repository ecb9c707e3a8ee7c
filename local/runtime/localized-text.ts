import { type ExceptionLanguage, type ExceptionText, exceptionTexts } from "./exception-texts";

interface Pattern {
  readonly text: ExceptionText;
  readonly pattern: RegExp;
}

const patterns: readonly Pattern[] = exceptionTexts.map((text) => ({
  text,
  pattern: new RegExp(`^${escaped(text.en).replace(/\\\{\d\\\}/g, "([^]*?)")}$`),
}));

/**
 * An exception's English text as it comes in a language. What the text names (a cell, an ID, an address) stays. A text without
 * a known form in `id`, `de` and `ja` comes in English; in the made-up language every text is unreadable.
 */
export function localizedText(text: string, language: ExceptionLanguage): string {
  if (language === "en") return text;
  for (const { text: known, pattern } of patterns) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const form = language === "made-up" ? madeUp(known.en) : known[language].text;
    return form.replace(/\{(\d)\}/g, (_, place: string) => match[Number(place) + 1] ?? "");
  }
  return language === "made-up" ? madeUp(text) : text;
}

/** Each letter becomes the one 13 places on: as long as before, and like no language. */
function madeUp(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter < "a" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
