import { runAlone } from "./run-alone";
import { startMs, testRuntime } from "./test-runtime";

/** What an expression is in a script whose time zone is Jakarta's, seven hours ahead of UTC. */
const inJakarta = (expression: string) =>
  testRuntime({ scriptTimeZone: "Asia/Jakarta" }).value(`return ${expression};`);

describe("a script's dates are in its own time zone (documented)", () => {
  test.each([
    ["new Date(0).getHours()", 7],
    ["new Date(2026, 0, 5, 19).getTime()", startMs],
    ["new Date('2026-01-05T19:00:00').getTime()", startMs],
    ["new Date('2026-01-05T12:00:00Z').getTime()", startMs],
    ["new Date('Jan 5, 2026 19:00').getTime()", startMs],
    ["new Date('2026-01-05').getTime()", Date.UTC(2026, 0, 5)],
    ["Date.parse('2026-01-05T19:00')", startMs],
    ["new Date(0).getTimezoneOffset()", -420],
    ["String(new Date(0))", "Thu Jan 01 1970 07:00:00 GMT+0700 (Western Indonesia Time)"],
    ["new Date(0).toDateString()", "Thu Jan 01 1970"],
    ["new Date(0).toISOString()", "1970-01-01T00:00:00.000Z"],
    ["new Date(0).toLocaleTimeString('en-US')", "7:00:00 AM"],
    ["(function(){ var d = new Date(0); d.setHours(0, 30); return d.getTime(); })()", -6.5 * 3_600_000],
    [
      "(function(){ var d = new Date(2026, 0, 31); d.setMonth(1); return d.getDate() + '.' + d.getMonth(); })()",
      "3.2",
    ],
    ["String(new Date('x')) + isNaN(new Date(NaN).getHours())", "Invalid Datetrue"],
    ["new Date(new Date(5)).getTime()", 5],
    ["Date.now() === new Date().getTime()", true],
    ["new Date() instanceof Date", true],
  ])("%s is %p", (expression, value) => {
    expect(inJakarta(expression)).toBe(value);
  });

  test("over a change of the clocks the wall's hour counts", () => {
    const value = testRuntime({ scriptTimeZone: "America/New_York" }).value(
      "return [new Date(2026, 2, 8, 1).toISOString(), new Date(2026, 2, 8, 3).toISOString(), new Date(2026, 10, 1, 12).getHours()];",
    );
    expect(value).toEqual(["2026-03-08T06:00:00.000Z", "2026-03-08T07:00:00.000Z", 12]);
  });

  test("not in the machine's", () => {
    const { result } = runAlone(
      "return [new Date('2026-01-05T19:00').getTime(), new Date(2026, 0, 5, 19).getTime(), String(new Date(0))];",
      "America/Los_Angeles",
    );
    expect(result).toEqual({
      outcome: "returned",
      value: [startMs, startMs, "Thu Jan 01 1970 07:00:00 GMT+0700 (Western Indonesia Time)"],
    });
  });
});
