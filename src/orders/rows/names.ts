/** A name as the contract wants it. */
export interface SplitName {
  firstName: string;
  lastName: string;
  /** True if there was one name alone, so that the last name is not what the cell says. @default false */
  isSingle?: boolean;
}

/** What becomes the last name of a person with a single name: the name itself again, or a text of the user's. */
export type SingleName = { kind: "both" } | { kind: "text"; lastName: string };

/** The last name of a single name while the user has set nothing else. */
export const defaultSingleName: SingleName = { kind: "both" };

/** Words that belong to the last name that follows them. */
const particles: ReadonlySet<string> = new Set(
  "van von der den de del della di da dos das du la le ter ten bin binti binte bte ibn al el abu ben s/o d/o".split(
    " ",
  ),
);

/** What follows a comma and is a title: `S.Pd.`, `M.T`, `SE`, `Jr.`, `Ph.D`. */
const title = /^(?:\p{L}{1,4}\.(?:\s?\p{L}{1,5}\.?)*|\p{Lu}{2,4}|[SJ]r|Ph\.?\s?D)(?:\s*,.*)?$/u;

/** Forms of address, which make no name by themselves. */
const address = /^(?:bpk|bapak|pak|ibu|bu|sdri?|mr|mrs|ms|mx|dr|ir|hj?|mas|mbak|kak)\.?$/i;

/** A title without a comma before it: `S.Kom`, `M.Si.`, `Ph.D`. It makes no last name by itself. */
const dottedTitle = /^\p{L}{1,2}\.\p{L}{1,4}\.?$/u;

const hangul = /^[\p{sc=Hang}]{2,4}$/u;
const familyFirst = /^[\p{sc=Hang}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}ー々・\s]+$/u;
const longFamilyNames: ReadonlySet<string> = new Set("남궁 황보 제갈 선우 사공 서문 독고 동방".split(" "));

/**
 * Splits a full name. The rule: the last word is the last name, with particles such as `van der` or `bin` before it; `Last,
 * First` is turned round; titles stay with the last name. Korean, Chinese and Japanese names begin with the family name. A name
 * of one word, or of one with a form of address before it, is a single name.
 */
export function splitFullName(fullName: string, single: SingleName = defaultSingleName): SplitName {
  const name = fullName.replace(/\s+/g, " ").trim();
  if (familyFirst.test(name)) return splitFamilyFirst(name, single);
  const comma = name.indexOf(",");
  if (comma > 0) {
    const [before, behind] = [name.slice(0, comma).trim(), name.slice(comma + 1).trim()];
    if (behind !== "" && !title.test(behind)) return { firstName: behind, lastName: before };
    const split = splitWords(before, single);
    return behind === "" ? split : { ...split, lastName: `${split.lastName}, ${behind}` };
  }
  return splitWords(name, single);
}

function splitWords(name: string, single: SingleName): SplitName {
  const words = name.split(" ");
  let start = words.length - 1;
  while (start > 1 && dottedTitle.test(words[start] ?? "")) start -= 1;
  while (start > 1 && particles.has((words[start - 1] ?? "").toLowerCase().replace(/\.$/, ""))) start -= 1;
  const isAddressed = start === 1 && address.test(words[0] ?? "");
  if (start === 0 || isAddressed) return singleName(name, single);
  return { firstName: words.slice(0, start).join(" "), lastName: words.slice(start).join(" ") };
}

function splitFamilyFirst(name: string, single: SingleName): SplitName {
  const space = name.indexOf(" ");
  if (space > 0) return { firstName: name.slice(space + 1), lastName: name.slice(0, space) };
  if (!hangul.test(name)) return singleName(name, single);
  const length = name.length > 2 && longFamilyNames.has(name.slice(0, 2)) ? 2 : 1;
  return { firstName: name.slice(length), lastName: name.slice(0, length) };
}

function singleName(name: string, single: SingleName): SplitName {
  const lastName = single.kind === "text" ? single.lastName.trim() : name;
  return { firstName: name, lastName: lastName === "" ? name : lastName, isSingle: true };
}
