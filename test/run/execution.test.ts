import { executionOf } from "./execution";

const begun = (apiKey: string) => executionOf(() => null, undefined, apiKey).execution;

describe("what stands for an API key", () => {
  test("in send keys are four characters that tell API keys apart and hold no part of them", () => {
    const marks = Array.from({ length: 50 }, (_, index) => begun(`bbb_test_key_number_${index}`).keyMark);
    expect(new Set(marks).size).toBe(50);
    for (const mark of marks) expect(mark).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(begun("bbb_test_key_number_1").keyMark).toBe(marks[1]);
  });

  test("in the cache is a name of its own, for this key at this address", () => {
    const { rateName, keyMark } = begun("bbb_test_key_number_1");
    expect(rateName).toMatch(/^[0-9A-HJKMNP-TV-Z]{22}$/);
    expect(rateName).not.toContain(keyMark);
    expect(begun("bbb_test_key_number_2").rateName).not.toBe(rateName);
  });
});
