import { isPlainAscii, withoutInvisible } from "./invisible";

/** What was put right in a cell without asking. */
export type FixKind =
  /** Spaces around the text. */
  | "trimmed"
  /** Characters that the cell does not show. */
  | "invisible"
  /** An apostrophe that only kept a number text. */
  | "apostrophe"
  /** The form `="0812"` in which files keep a number text. */
  | "textFormula"
  /** Digits of another script. */
  | "digits";

/** A cell's text as it is meant, and how it came from what stands there. */
export interface CleanText {
  text: string;
  fixes: readonly FixKind[];
}

const none: readonly FixKind[] = [];

const apostrophe = 39;
const equalsSign = 61;

const textFormula = /^="((?:[^"]|"")*)"$/;

/**
 * An apostrophe that keeps a number or a sign text, or the straight one that a file put before a word. The
 * ones in `'t Hooft` and `'s-Gravenhage` are parts of names, and `'fragile'` is in quotation marks.
 */
const leadingApostrophe = /^(?:['’](?=[\d+=@(-])|'(?=\p{L})(?![a-z][\s-])(?!.*'(?!\p{L})))/su;

/** Any leading apostrophe: codes and numbers never begin with one. */
const codeApostrophe = /^['’](?=.)/;

/**
 * True for a text in which nothing has to be put right: printable ASCII without outer spaces that begins neither with an
 * apostrophe nor with an equals sign. Nearly every cell is such a text, and this is cheap.
 */
export function isAsMeant(shown: string): boolean {
  if (shown === "") return true;
  const first = shown.charCodeAt(0);
  const hasOuterSpace = first <= 32 || shown.charCodeAt(shown.length - 1) <= 32;
  return !hasOuterSpace && first !== apostrophe && first !== equalsSign && isPlainAscii(shown);
}

/** Reads a text as it is meant. `isCode`: the field holds an ID, a phone number or the like. */
export function cleanText(shown: string, isCode: boolean): CleanText {
  if (isAsMeant(shown)) return { text: shown, fixes: none };
  const fixes: FixKind[] = [];
  const visible = withoutInvisible(shown);
  if (visible !== shown && hasLostCharacters(visible, shown)) fixes.push("invisible");
  let text = visible.trim();
  if (text === "") return { text, fixes: none };
  if (text !== visible) fixes.push("trimmed");
  const inner = textFormula.exec(text)?.[1];
  if (inner !== undefined) {
    fixes.push("textFormula");
    text = inner.replace(/""/g, '"').trim();
  }
  const bare = text.replace(isCode ? codeApostrophe : leadingApostrophe, "");
  if (bare !== text) fixes.push("apostrophe");
  return { text: isCode ? bare.trim() : bare, fixes: fixes.length === 0 ? none : fixes };
}

/** The text of a cell, whatever was put right in it. */
export function cleanCode(shown: string): string {
  return isAsMeant(shown) ? shown : cleanText(shown, true).text;
}

/** True if more than the kind of spaces and accents is different. */
function hasLostCharacters(visible: string, shown: string): boolean {
  return visible.length !== shown.normalize("NFC").replace(/\r\n/g, "\n").length;
}
