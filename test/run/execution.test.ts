import { executionOf } from "./execution";
import type { MemoryCache } from "./properties";

const begun = (apiKey: string) => executionOf(() => null, undefined, apiKey).execution;

describe("what stands for an API key", () => {
  test("in send keys are four characters that tell API keys apart and hold no part of them", () => {
    const marks = Array.from({ length: 50 }, (_, index) => begun(`bbb_test_key_number_${index}`).keyMark);
    expect(new Set(marks).size).toBe(50);
    for (const mark of marks) expect(mark).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(begun("bbb_test_key_number_1").keyMark).toBe(marks[1]);
  });

  test("in the cache is a name of its own, which holds nothing of the key or of its mark", () => {
    const names = ["bbb_test_key_number_1", "bbb_test_key_number_2"].map((apiKey) => {
      const { pacer, ports, keyMark } = begun(apiKey);
      pacer.reserve(1);
      const [name = ""] = (ports.cache as MemoryCache).values.keys();
      expect(name).toMatch(/^rate\.[0-9A-HJKMNP-TV-Z]{22}$/);
      expect(name).not.toContain(keyMark);
      return name;
    });
    expect(names[0]).not.toBe(names[1]);
  });
});
