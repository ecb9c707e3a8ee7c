import { sidebarCall } from "../../local/runtime/local-runtime";
import { InstalledScript, neededHeaders, orderRow } from "../installed-script";

const calls = [
  ...["planRun", "startRun", "continueRun", "stopRun", "previewRow", "getState", "getProblems", "fixCells"],
  ...["undoFix", "selectCell", "getColumns", "saveColumns", "saveSettings", "testConnection"],
];

const values: readonly unknown[] = [
  ...[null, "", "create", "x".repeat(60_000), -1, 1e308, true, [], {}, [[[]]]],
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  { sheetId: {}, rowNumbers: ["1", -1, 1e9, null], headerRow: 1e9, fields: [{}], fingerprint: [] },
];

describe("a page that calls what it likes", () => {
  test.each(calls)("%s: a call with anything for arguments sends nothing", (name) => {
    const script = new InstalledScript({ rows: [neededHeaders, orderRow("R-1")] });
    const messages = values.flatMap((value) => {
      const answer = sidebarCall(script.runtime, name, [value, value, value]);
      return answer.ok ? [] : [answer.message];
    });
    expect(script.made()).toEqual([]);
    expect(messages.filter((message) => /unexpected|TypeError|RangeError|undefined/.test(message))).toEqual(
      [],
    );
  });
});
