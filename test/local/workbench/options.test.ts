import { parseOptions } from "../../../local/workbench/options";

test("without arguments the example is opened on a free port", () => {
  expect(parseOptions([])).toEqual({ kind: "run", filePath: null, port: 0, language: "en" });
});

test("a file, a port and a language are taken", () => {
  expect(parseOptions(["orders.xlsx", "--port", "8080", "--language", "id"])).toEqual({
    kind: "run",
    filePath: "orders.xlsx",
    port: 8080,
    language: "id",
  });
});

test.each([
  [["a.csv", "b.csv"], "Name one file"],
  [["--port", "70000"], "--port must be a whole number"],
  [["--port", "many"], '"many"'],
  [["--language", "fr"], "--language must be en or id"],
  [["--open"], "--open"],
])("%j cannot be used, and one line says why", (args, words) => {
  const options = parseOptions(args);
  expect(options.kind).toBe("problem");
  expect(options.kind === "problem" && options.message).toContain(words);
  expect(options.kind === "problem" && options.message).not.toContain("\n");
});
