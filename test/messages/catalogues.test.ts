import { type Catalogue, catalogueOf, isMessage, isReviewText } from "../../src/messages/catalogue";
import { samples } from "./samples";
import { englishIn } from "./sentences";

const [english, indonesian] = [catalogueOf("en"), catalogueOf("id")];

/** Every leaf of a catalogue by its path: a sentence, or a function that makes one. */
function leaves(part: object, path = ""): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, value] of Object.entries(part)) {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "object" && value !== null)
      for (const [inner, leaf] of leaves(value, here)) found.set(inner, leaf);
    else found.set(here, value);
  }
  return found;
}

/** All that a catalogue says for the samples: each sentence by its path and what it was made from. */
function said(catalogue: Catalogue): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, leaf] of leaves(catalogue)) {
    if (typeof leaf !== "function") found.set(path, String(leaf));
    else
      (samples[path] ?? []).forEach((given, index) => {
        found.set(`${path} ${index} ${JSON.stringify(given).slice(0, 80)}`, inOneText(leaf(...given)));
      });
  }
  return found;
}

function inOneText(answer: unknown): string {
  if (answer instanceof Map) return [...answer.values()].join("\n");
  if (Array.isArray(answer)) return answer.map(inOneText).join("\n");
  return typeof answer === "object" && answer !== null ? inOneText(Object.values(answer)) : String(answer);
}

/** What both languages have to show: numbers, what was found, and what stands in the sheet or in bitbybit under that name. */
function shown(sentence: string): string {
  const plain = sentence.replace(/(\d)[.,:](?=\d)/g, "$1");
  const marks =
    plain.match(
      /\d+|§\w+§|\b(?:Order ID|Send key|Variant ID|Customer ID|First name|Last name|READ|WRITE|SKU|bitbybit log|Developer)\b/g,
    ) ?? [];
  return [...new Set(marks)].sort().join(" ");
}

test("every function of a catalogue is called here", () => {
  const functions = [...leaves(english)].filter(([, leaf]) => typeof leaf === "function");
  expect(Object.keys(samples).sort()).toEqual(functions.map(([path]) => path).sort());
});

test("both languages have the same sentences, made from the same things", () => {
  const inEnglish = said(english);
  const different = [...said(indonesian)]
    .map(([from, sentence]) => [from, shown(inEnglish.get(from) ?? ""), shown(sentence), sentence])
    .filter(([, one, two]) => one !== two);
  expect(different).toEqual([]);
  expect([...said(indonesian).keys()]).toEqual([...inEnglish.keys()]);
});

test("no sentence is left in English, but for what holds no word", () => {
  const inEnglish = said(english);
  const same = [...said(indonesian)].filter(
    ([from, sentence]) => sentence !== "" && sentence === inEnglish.get(from) && from !== "runs.nameOf",
  );
  expect(same.map(([, sentence]) => sentence)).toEqual([]);
});

test("no Indonesian sentence holds an English word", () => {
  const words = [...said(indonesian).values()]
    .flatMap((sentences) => sentences.split("\n"))
    .filter((sentence) => englishIn(sentence).length > 0);
  expect(words).toEqual([]);
});

test("no Indonesian sentence has more than 20 words", () => {
  const long = [...said(indonesian).values()]
    .flatMap((sentences) => sentences.split(/(?<=[.?!:])\s|\n| · /))
    .filter((sentence) => sentence.split(/\s+/).length > 20);
  expect([...new Set(long)]).toEqual([]);
});

test("a Message that asks for a decision is known, whatever language wrote it", () => {
  for (const { cells } of [english, indonesian]) {
    expect(isReviewText(cells.review({ why: "keyDamaged" }, String))).toBe(true);
    expect(isReviewText(cells.entry({ kind: "absent" }, { edited: false }))).toBe(false);
  }
});

test("thousands and moments are said as each language does", () => {
  const [inEnglish, inIndonesian] = [english, indonesian].map(({ runs, moment }) => [
    runs.progress(1_200, 34_567),
    moment("2026-05-02 08:15:00"),
  ]);
  expect(inEnglish).toEqual(["1,200 of 34,567 orders", "2 May 2026 at 08:15"]);
  expect(inIndonesian).toEqual(["1.200 dari 34.567 pesanan", "2 Mei 2026 pukul 08.15"]);
});

test("a Message is known as one in another cell, whatever language wrote it, and an address is none", () => {
  for (const { cells } of [catalogueOf("en"), catalogueOf("id")]) {
    const messages = [
      cells.review({ why: "keyDamaged" }, String),
      cells.entry({ kind: "absent" }, { edited: false }),
      cells.entry({ kind: "notSent", reason: "stopped" }, { edited: false }),
      cells.unresolved("wait", "10:09", ""),
    ];
    expect(messages.filter((message) => !isMessage(message))).toEqual([]);
  }
  expect(isMessage('G11 Quantity: "two" is not a whole number; type 2')).toBe(true);
  for (const text of [
    "Jl. Melati No. 12, RT 1/RW 2",
    "Not sent",
    "G11 near the market: blue door",
    "Bitbybit Building, floor 3",
  ])
    expect(isMessage(text)).toBe(false);
});
