/** Exponent form as spreadsheets save it: `2.02605E+11`, `6.281255500101E12`, `4,01E+05`. */
const exponentForm = /^[+-]?\d+(?:[.,]\d+)?e\+\d+$|^[+-]?\d+[.,]\d+e-?\d+$/i;

/** Exponent form of digits alone, `12E5`: a code in most columns, a number in those of digits. */
const bareExponent = /^\d+e\d+$/i;

/** A date of digits with a year of four, as a sheet writes it into a csv. */
const dateForm =
  /^(?:(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:19|20)\d\d)(?:[ T]\d{1,2}:\d\d.*)?$/;

/** A whole number as programs write it that know no whole numbers: `40115.0`. */
const decimalForm = /^\d+\.0+$/;

/** True for a whole number with a fraction of zeros, which a phone number or a zip never has. */
export function isDecimalNumber(text: string): boolean {
  return decimalForm.test(text);
}

/** The digits of a number in exponent form or with a fraction of zeros; null if the text does not hold all of them. */
export function wholeDigits(text: string): string | null {
  if (decimalForm.test(text)) return text.replace(/\..*/, "");
  const [, first, fraction = "", exponent] = /^(\d)(?:[.,](\d+))?e\+?(\d+)$/i.exec(text) ?? [];
  return first !== undefined && fraction.length === Number(exponent) ? first + fraction : null;
}

/**
 * True for a long number that a spreadsheet has cut short and saved as text, so that no value tells that it was one.
 * `isDigits`: the column holds digits alone, such as phone numbers.
 */
export function isLostNumber(text: string, isDigits: boolean): boolean {
  const first = text.charCodeAt(0);
  if (first > 57 || first < 43) return false;
  return exponentForm.test(text) || (isDigits && bareExponent.test(text));
}

/** True for a date that stands as text in a column of digits. */
export function isDateText(text: string): boolean {
  return text.length >= 8 && dateForm.test(text);
}
