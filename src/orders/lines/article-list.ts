import { quantityOfText } from "../check/quantity";

/** One article of a cell that holds several; `quantity` is null if the cell does not say it. */
export interface ListedArticle {
  code: string;
  quantity: number | null;
}

/** A cell that is worth a closer look: anything but one word. */
const mayBeList = /[,;|\n\s([×*；，、]/;

/** No cell of articles is longer; a longer text is one text. */
const maxLength = 5_000;

/** No code or name of one article is longer; a longer text is kept as it is. */
const maxPartLength = 200;

const separators = { codes: /[;,|\n；，、]|\s\+\s/, names: /[;|\n；]|\s\+\s/ } as const;

/** What a list has before each article: a dash or a dot. */
const bullet = /^[-–—•·▪*>]\s+/;
/** `1. A`, `2) B`: only numbers in a row from 1 on tell that they count the lines and no pieces. */
const lineNumber = /^(\d{1,2})[.)]\s+(?=\S)/;

/** `A x2`, `A × 2`, `A * 2 pcs`. */
const timesBehind = /^(.*\S)\s*(?:\s[xX]|[×*])\s*(\d{1,9}\s*\p{L}*\.?)$/u;
/** `2x A`, `2 × A`, `2×A`. */
const timesBefore = /^(\d{1,9})\s*(?:[xX]\s|[×*])\s*(\S.*)$/;
/** `2 pcs A`: the unit tells that the number is a quantity. */
const unitBefore = /^(\d{1,9}\s*\p{L}+\.?)\s+(\S.*)$/u;
/** `A (2)`, `A (x2)`, `A [2 pcs]`. */
const inBrackets = /^(.*\S)\s*[([]\s*[xX×]?\s*(\d{1,9}\s*\p{L}*\.?)\s*[)\]]$/u;
/** `A: 2`, `A = 2`. */
const behindSign = /^(.*\S)\s*[:=]\s*(\d{1,9}\s*\p{L}*\.?)$/u;
/** `A 2 pcs`, `A - 2 pcs`: behind a space alone, a unit has to tell that the number is a quantity. */
const withUnit = /^(.*?\S)(?:\s+[-–—])?\s+(\d{1,9}\s*\p{L}+\.?)$/u;
/** `A qty 2`, `A jumlah: 2`. */
const withWord = /^(.*\S)\s(?:qty|jml|jumlah|sebanyak)\.?\s*[:=]?\s*(\d{1,9}(?:\s*\p{L}+\.?)?)$/iu;

/**
 * The articles of one cell, such as `SKU-1 x2; SKU-2`; null for a cell of a single article without a quantity. `isName`: the
 * cell holds product names, in which commas and brackets are ordinary.
 */
export function parseArticleList(text: string, isName: boolean): ListedArticle[] | null {
  if (text.length > maxLength || !mayBeList.test(text)) return null;
  const parts = withoutMarks(
    text
      .split(isName ? separators.names : separators.codes)
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );
  const articles = parts.map((part) => articleOf(part, isName));
  const [first] = articles;
  return articles.length > 1 || (first !== undefined && first.quantity !== null) ? articles : null;
}

/** The quantities of a cell beside a list of articles, such as `2; 1`; null if they are not one for each. */
export function parseQuantityList(text: string, count: number): number[] | null {
  const quantities = text.split(/[;,|\n]/).map((part) => quantityOfText(part.trim()));
  const whole = quantities.filter((quantity) => quantity !== null);
  return whole.length === count && quantities.length === count ? whole : null;
}

/** The parts without the dots, dashes or numbers of their lines, if each has one. */
function withoutMarks(parts: readonly string[]): readonly string[] {
  if (parts.every((part) => bullet.test(part))) return parts.map((part) => part.replace(bullet, ""));
  const isNumbered = parts.every((part, index) => lineNumber.exec(part)?.[1] === String(index + 1));
  return isNumbered ? parts.map((part) => part.replace(lineNumber, "")) : parts;
}

function articleOf(part: string, isName: boolean): ListedArticle {
  if (part.length > maxPartLength) return { code: part, quantity: null };
  const before = timesBefore.exec(part);
  const times = read(before?.[2], before?.[1]) ?? readMatch(timesBehind, part);
  if (times !== null || isName) return times ?? { code: part, quantity: null };
  const first = unitBefore.exec(part);
  return (
    read(first?.[2], first?.[1]) ??
    readMatch(inBrackets, part) ??
    readMatch(withWord, part) ??
    readMatch(behindSign, part) ??
    readMatch(withUnit, part) ?? { code: part, quantity: null }
  );
}

function readMatch(shape: RegExp, part: string): ListedArticle | null {
  const match = shape.exec(part);
  return read(match?.[1], match?.[2]);
}

function read(code: string | undefined, amount: string | undefined): ListedArticle | null {
  if (code === undefined || amount === undefined) return null;
  const quantity = quantityOfText(amount.trim());
  return quantity === null ? null : { code: code.trim(), quantity };
}
