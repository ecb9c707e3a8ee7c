const otherDigits = /[^ -~]/;
const anyDigit = /\p{Nd}/gu;
const digit = /^\p{Nd}$/u;

/**
 * The text with the digits of every script as 0 to 9. Unicode gives each script its ten digits in a row, beginning at zero
 * (The Unicode Standard, 4.6), so that a digit's distance from its zero is its value.
 */
export function asciiDigits(text: string): string {
  return otherDigits.test(text) ? text.replace(anyDigit, digitOf) : text;
}

function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return character;
  // The mathematical digits are five runs of ten without a gap between them.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10);
  let value = 0;
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
