import { countryFacts } from "./country";

/**
 * A postal code without a digit, as no country has; with a letter where its country has digits alone; or of a length that its
 * country does not have, `suggestion`: with the zeros that a number has lost, or null.
 */
export type ZipDoubt =
  | { kind: "zipDigits" }
  | { kind: "zipLetters"; country: string }
  | { kind: "zipLength"; country: string; suggestion: string | null };

/** Looks at a postal code; null if there is nothing to say. Its length is told if the country is known. */
export function zipDoubt(zip: string, country: string | undefined): ZipDoubt | null {
  if (!/\d/.test(zip)) return { kind: "zipDigits" };
  const facts = country === undefined ? null : countryFacts(country);
  if (facts === null) return null;
  const signs = zip.replace(/[\s-]/g, "");
  if (facts.zipLengths.includes(signs.length))
    return facts.hasDigitZips && !/^\d+$/.test(signs) ? { kind: "zipLetters", country: facts.code } : null;
  return { kind: "zipLength", country: facts.code, suggestion: paddedZip(signs, country) };
}

/** A postal code of digits with the zeros that a number has lost; null if none can be missing. */
export function paddedZip(digits: string, country: string | undefined): string | null {
  const facts = country === undefined ? null : countryFacts(country);
  const wanted = facts?.hasDigitZips ? facts.zipLengths.find((length) => length > digits.length) : undefined;
  if (wanted === undefined || !/^\d+$/.test(digits) || digits.length < wanted - 2) return null;
  return digits.padStart(wanted, "0");
}
