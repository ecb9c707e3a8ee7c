import { languageOf, wordsOf } from "../../../src/sidebar/words/words";

type Words = ReturnType<typeof wordsOf>;

/** Arguments that are recognised in a sentence, in each language. */
const amount = 7_654;
const text = "§name§";

/** Every entry of a catalogue by its path, a sentence made of arguments with those that it shows. */
function entries(part: object, path = ""): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, value] of Object.entries(part)) {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "object" && value !== null)
      for (const [inner, entry] of entries(value, here)) found.set(inner, entry);
    else found.set(here, value);
  }
  return found;
}

/** What sentences need that are not made of two numbers. */
const given: Record<string, unknown[]> = {
  apiKeyTail: [text],
  "steps.createCount": [amount, "live"],
  "steps.leftOut": [[text, text]],
  "problems.titleAndRows": [text, amount],
  "columns.platform": [text],
  "columns.missing": [[text]],
  "columns.samples": [[text]],
  "columns.defaultFor": [text],
  "columns.twice": [text],
  "settings.savedKey": [text, "live"],
  "settings.defaultAddress": [text],
  "settings.forgetQuestion": [text],
};

/** The sentence of an entry. */
function sentence(path: string, entry: unknown): string {
  if (typeof entry !== "function") return String(entry);
  return String(entry(...(given[path] ?? [amount, 8_765])));
}

/** What each sentence shows of what it is made from, in the order of the alphabet: numbers without their separators. */
function shown(words: Words): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, entry] of entries(words)) {
    const digits = sentence(path, entry).replace(/(\d)[.,](\d)/g, "$1$2");
    found.set(path, (digits.match(/\d+|§name§/g) ?? []).sort().join(" "));
  }
  return found;
}

test("both languages have the same sentences, made from the same things", () => {
  expect(shown(wordsOf("id"))).toEqual(shown(wordsOf("en")));
});

test("no sentence is left in the other language, but for names and what holds no word", () => {
  const english = entries(wordsOf("en"));
  const shared = ["title", "problems.advice.invalid"];
  const same = [...entries(wordsOf("id"))]
    .filter(([path, entry]) => sentence(path, entry) === sentence(path, english.get(path)))
    .map(([path]) => path);
  expect(same.filter((path) => !shared.includes(path))).toEqual([]);
});

test.each(["en", "id"] as const)("no sentence has more than 20 words, %s", (language) => {
  const long = [...entries(wordsOf(language))]
    .flatMap(([path, entry]) => sentence(path, entry).split(/(?<=[.?!:])\s/))
    .filter((each) => each.split(/\s+/).length > 20);
  expect(long).toEqual([]);
});

test("words that take a second reading are not used", () => {
  const all = [...entries(wordsOf("en"))].map(([path, entry]) => sentence(path, entry)).join("\n");
  expect(all.match(/\b(mend|held|look again|go on|is in order|resolve|settle)\w*/gi)).toBeNull();
});

test.each([
  [["id-ID", "en"], "id"],
  [["in"], "id"],
  [["en-US", "id"], "en"],
  [["fr"], "en"],
  [[], "en"],
])("a browser that prefers %j begins in %s", (languages, language) => {
  expect(languageOf(languages)).toBe(language);
});
