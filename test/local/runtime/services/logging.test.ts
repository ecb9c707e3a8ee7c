import { testRuntime } from "../test-runtime";

test.each([
  ["console.log('%s of %d, %%', 'a', 5.7)", "a of 5, %"],
  ["console.log('plain', 1, {a: 1})", 'plain 1 {"a":1}'],
  ["console.log('%s and %s', 1)", "1 and %s"],
  ["console.log('%s', 1, 2)", "1 2"],
  ["console.warn('%j', {a: 1})", '{"a":1}'],
  ["Logger.log('%s: %s', 'x', 'y')", "x: y"],
  ["console.log('50%', 'x')", "50% x"],
])("%s logs %j (documented)", (call, text) => {
  const lines: string[] = [];
  testRuntime({ log: (line) => lines.push(line.text) }).value(`${call};`);
  expect(lines).toEqual([text]);
});

test.each(["[['Siti', 3]]", "5", "{ a: 1 }", "'%s', true"])("Logger.log(%s) is not imitated", (values) => {
  expect(() => testRuntime().value(`Logger.log(${values});`)).toThrow(
    "not implemented: Logger.log of a value",
  );
});
