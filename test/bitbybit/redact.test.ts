import * as fc from "fast-check";
import { redactKey } from "../../src/bitbybit/redact";

const apiKey = "bbb_test_kx7Qm2Vd9Rw4Tz8Lp3Hs6Nf1";
const secret = "kx7Qm2Vd9Rw4Tz8Lp3Hs6Nf1";

describe("a text of the API", () => {
  test.each([
    [`Key ${apiKey} is not allowed`, "Key bbb_… is not allowed"],
    [`{"x-api-key":"${apiKey}"}`, '{"x-api-key":"bbb_…"}'],
    [apiKey.toUpperCase(), "bbb_…"],
    [`token ${secret}.`, "token bbb_…."],
    ["another's bbb_live_abcd1234 too", "another's bbb_… too"],
    [apiKey.slice(0, 20), "bbb_…"],
  ])("%j loses every key", (text, expected) => {
    expect(redactKey(text, apiKey)).toBe(expected);
  });

  test.each(["", "zip is not known", "bbb_test_…Nf1", "Keys begin with bbb_test_ or bbb_live_"])(
    "%j stays as it is",
    (text) => {
      expect(redactKey(text, apiKey)).toBe(text);
      expect(redactKey(text, "")).toBe(text);
    },
  );

  test("keeps neither key nor secret, wherever and however often they stand in it", () => {
    const part = fc.oneof(fc.string(), fc.constantFrom(apiKey, secret, "bbb_test_", apiKey.slice(0, 12)));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = redactKey(parts.join(""), apiKey);
        expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
        expect(redactKey(text, apiKey)).toBe(text);
      }),
      { seed: 81 },
    );
  });

  test("a key with signs that mean something in a pattern is taken at its letters", () => {
    expect(redactKey("aXbbc(d)e", "bbb_test_a.b*c(d)e")).toBe("aXbbc(d)e");
    expect(redactKey("x bbb_test_a.b*c(d)e", "bbb_test_a.b*c(d)e")).toBe("x bbb_…");
  });
});
