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

  const each = (form: (character: string) => string) => Array.from(apiKey, form).join("");
  const code = (character: string) => character.charCodeAt(0);
  const hex = (character: string) => code(character).toString(16);
  const inBase64 = (text: string) => Buffer.from(text).toString("base64");
  test.each([
    ["entities", each((one) => `&#${code(one)};`)],
    ["hexadecimal entities", each((one) => `&#x${hex(one)};`)],
    ["entities for its underscores alone", apiKey.replace(/_/g, "&#95;")],
    ["an address", apiKey.replace(/_/g, "%5F")],
    ["an address, each character escaped", each((one) => `%${hex(one)}`)],
    ["JSON", each((one) => `\\u00${hex(one)}`)],
    ["hexadecimal digits", each(hex)],
    ["wide letters", each((one) => String.fromCharCode(code(one) + 0xfee0))],
    ["spaces", each((one) => `${one} `)],
    ["a line break", `${apiKey.slice(0, 15)}\n${apiKey.slice(15)}`],
    ["invisible characters", each((one) => `${one}\u200b`)],
    ["a soft hyphen", `${apiKey.slice(0, 15)}\u00ad${apiKey.slice(15)}`],
    ["a NUL", `${apiKey.slice(0, 15)}\0${apiKey.slice(15)}`],
  ])("a key written with %s is found", (_, written) => {
    expect(redactKey(`key ${written} end`, apiKey)).toMatch(/^key bbb_…\W*end$/);
  });

  test.each(["", "k", "x-api-key: "])("a key in base64 is found, with %j before it", (before) => {
    const text = inBase64(`${before}${apiKey}, and more`);
    const middle = inBase64(secret).slice(4, 28);
    for (const one of [text, text.replace(/\+/g, "-").replace(/\//g, "_")]) {
      const clean = redactKey(one, apiKey);
      expect(clean).toContain("bbb_…");
      expect(clean).not.toContain(middle);
      expect(Buffer.from(clean, "base64").toString()).not.toContain(secret.slice(4, 12));
    }
  });

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
