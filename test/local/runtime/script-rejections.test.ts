import { runAlone } from "./run-alone";

describe("a promise of the script that nobody handles does not end the host", () => {
  test.each([
    ["a rejection", "Promise.reject(new Error('left alone'));"],
    ["an import, which scripts do not have", "import('node:fs');"],
    ["an async function that throws", "(async function(){ throw new Error('late'); })();"],
  ])("%s", (_, code) => {
    expect(runAlone(`${code} return 1;`)).toEqual({ status: 0, result: { outcome: "returned", value: 1 } });
  });
});
