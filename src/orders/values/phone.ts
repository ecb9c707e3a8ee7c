import { countryFacts } from "./country";

/** The fewest digits of a phone number that can be dialled from elsewhere. */
const minDigits = 7;
/** The most digits of a number with its country code (ITU-T E.164). */
const maxDigits = 15;

/** An Indonesian mobile number without its zero. */
const indonesianMobile = /^8[1-9]\d{7,10}$/;

/** What no single number has: a letter, or a sign between two numbers. An extension is a part of it. */
const otherText = /\p{L}|[/,;&=|\n]|[^(]\+|.\(\+/u;
const extension = /\s*(?:ext?\.?|x|#|pes\.?)\s*\d{1,5}$/i;
const numbers = /\(?\+?\(?\d[\d\s().-]{5,}\d/g;

/**
 * What to look at in a phone number: its length; a name or another number beside it, with the only number as `suggestion`, if
 * there is one; what a sheet has probably taken from it, with the number that has it as `suggestion`.
 */
export type PhoneDoubt =
  | { kind: "phoneLength" }
  | { kind: "phoneText"; suggestion: string | null }
  | { kind: "phonePrefix"; suggestion: string };

/** Looks at a phone number; null if there is nothing to say. `country`: what the order's country column holds. */
export function phoneDoubt(phone: string, country: string | undefined): PhoneDoubt | null {
  const digits = phone.replace(/\D/g, "");
  if (digits !== phone && otherText.test(phone.replace(extension, ""))) {
    const [first, second] = phone.match(numbers) ?? [];
    if (first !== undefined) return { kind: "phoneText", suggestion: second === undefined ? first : null };
  }
  if (digits.length < minDigits || digits.length > maxDigits) return { kind: "phoneLength" };
  const suggestion = digits === phone ? fullPhone(digits, country) : null;
  return suggestion === null ? null : { kind: "phonePrefix", suggestion };
}

/**
 * The number with the plus sign or country code that a sheet has taken from it; null if nothing seems to be gone. `digits`
 * is the number as bare digits.
 */
export function fullPhone(digits: string, country: string | undefined): string | null {
  if (digits.startsWith("0") || digits.length < minDigits) return null;
  const facts = countryFacts(country ?? (isIndonesian(digits) ? "ID" : ""));
  if (facts === null || !facts.hasTrunkZero) return null;
  if (digits.startsWith(facts.calling) && digits.length >= facts.calling.length + 8) return `+${digits}`;
  return digits.length <= 11 || indonesianMobile.test(digits) ? `+${facts.calling}${digits}` : null;
}

/** True for a number that is Indonesian by its shape alone. */
function isIndonesian(digits: string): boolean {
  return indonesianMobile.test(digits) || /^628\d{8,11}$/.test(digits);
}
