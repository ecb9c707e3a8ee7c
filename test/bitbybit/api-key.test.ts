import { checkApiKey, keyTail, maskKey } from "../../src/bitbybit/api-key";

const testKey = "bbb_test_0123456789abcdef1a2b";

describe("an API key", () => {
  test("says whether it is for tests or for production; spaces around it are forgiven", () => {
    expect(checkApiKey(`  ${testKey}\n`)).toEqual({ ok: true, apiKey: testKey, environment: "test" });
    expect(checkApiKey("bbb_live_0123456789")).toMatchObject({ ok: true, environment: "live" });
  });

  test.each([
    ["", "empty"],
    ["  \n", "empty"],
    ["bbb_test_0123 45678", "space"],
    ["bbb_test_01234\n5678", "space"],
    ['"bbb_test_012345678"', "shape"],
    ["sk_live_0123456789", "shape"],
    ["bbb_prod_0123456789", "shape"],
    ["bbb_test_abc", "shape"],
    ["bbb_test_01234567é", "shape"],
    [`bbb_test_${"x".repeat(10_000)}`, "tooLong"],
  ] as const)("%.40j is refused: %s", (text, fault) => {
    expect(checkApiKey(text)).toEqual({ ok: false, fault });
  });

  test("is shown by its kind and its last four characters", () => {
    expect(maskKey(testKey)).toBe("bbb_test_…1a2b");
    expect(keyTail(testKey)).toBe("…1a2b");
  });
});
