import { headerOf, type PlainField } from "../field";
import { plainHeader } from "./header-form";

/** From this length on, a name may have two slips of the pen. */
const longName = 7;

/** Words of their own that are a letter or two away from a word of a field's name. */
const otherWords =
  /^(?:shop|chip|skip|trip)|^(?:counts?|counte[dr]s?|count[iy].*|quality|iphone|bags?|taps|votes|nodes|cite|file.*)$|(?:fee|red|rev|rent)$/;

/** The end of a name of something's code: `Address ID` is no address. */
const codeEnd = /(?:id|no)$/;

const digits = /\d+/g;

/**
 * True if a header is a field's name but for a letter, or in a long name two. Neither another number nor another word, such as
 * `Count`, `Shop phone` or `Order fee`, is a slip. `plain`: as `plainHeader` makes it.
 */
export function isNearName(plain: string, field: PlainField): boolean {
  const own = plainHeader(headerOf[field]);
  if (otherWords.test(plain) || (codeEnd.test(plain) && !codeEnd.test(own))) return false;
  const numbers = plain.match(digits);
  if (numbers !== null && numbers.join() !== own.match(digits)?.join()) return false;
  const allowed = own.length >= longName ? 2 : 1;
  if (own.length < 4 || Math.abs(plain.length - own.length) > allowed) return false;
  return distance(plain, own) <= allowed;
}

/** How many letters have to be put in, taken out or changed (Levenshtein). */
export function distance(one: string, other: string): number {
  let costs = Array.from(`${other}.`, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    let left = index + 1;
    const next = [left];
    for (const [place, wanted] of [...other].entries()) {
      const [above = 0, diagonal = 0] = [costs[place + 1], costs[place]];
      left = Math.min(left + 1, above + 1, diagonal + (letter === wanted ? 0 : 1));
      next.push(left);
    }
    costs = next;
  }
  return costs[costs.length - 1] ?? 0;
}
