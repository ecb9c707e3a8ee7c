import * as fc from "fast-check";
import { isObject, parseJson, parseObject } from "../../src/text/json";

test("a text that is JSON is what it says", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(parseJson(text)).toEqual(JSON.parse(text));
      expect(parseObject(text)).toEqual(isObject(value) ? JSON.parse(text) : null);
    }),
    { seed: 306 },
  );
});

test.each([null, undefined, "", "{", "undefined", "<html>"])("%j is neither JSON nor an object", (text) => {
  expect([parseJson(text), parseObject(text)]).toEqual([undefined, null]);
});

test.each([null, [], [1], "{}", 5, true])("%j is no object", (value) => {
  expect(isObject(value)).toBe(false);
});
