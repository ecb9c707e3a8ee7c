import { languageOf } from "../../../local/simulation/drawn-unknowns";
import { readOptions } from "../../../local/simulation/options";

describe("the simulation's options", () => {
  test("are 200 seeds from 1 on, in two processes, each in the language that it draws", () => {
    expect(readOptions([])).toEqual({
      kind: "many",
      seeds: 200,
      from: 1,
      processes: 2,
      language: "drawn",
      busy: null,
    });
  });

  test("one seed, and the language of exceptions", () => {
    expect(readOptions(["--seed", "7", "--language", "id"])).toEqual({
      kind: "one",
      seed: 7,
      language: "id",
      busy: null,
    });
  });

  test("what users are busy with, which is something that they do", () => {
    expect(readOptions(["--busy", "sort everything"])).toMatchObject({ busy: "sort everything" });
    expect(readOptions(["--busy", "sleep"])).toMatch(/^Users do: .*sort everything;/);
  });

  test.each([
    [["--language", "fr"], /one of these languages: en, id, de, ja, made-up, drawn/],
    [["--seeds", "many"], /npm run simulate/],
    [["--seeds", "0"], /whole numbers from 1/],
    [["--colour", "red"], /npm run simulate/],
  ])("%j is refused with a sentence", (args, sentence) => {
    expect(readOptions(args)).toMatch(sentence);
  });
});

describe("the language of exceptions", () => {
  test("is the given one, or one that the seed draws", () => {
    expect(languageOf("ja", 3)).toBe("ja");
    const drawn = Array.from({ length: 60 }, (_, seed) => languageOf("drawn", seed));
    expect(new Set(drawn)).toEqual(new Set(["en", "id", "de", "ja", "made-up"]));
    expect(languageOf("drawn", 8)).toBe(drawn[8]);
  });
});
