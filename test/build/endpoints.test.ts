import { promised, type ScriptRunner } from "../../src/sidebar/server/calls";
import { exportedNames } from "./built";

test("every call of the sidebar has an entry point of its name", () => {
  const calls = Object.keys(promised({} as ScriptRunner));
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.filter((name) => !exportedNames().includes(name))).toEqual([]);
});
