import { closingLine, killsLine, reportOf } from "../../../local/simulation/report";
import { addTotals, noTotals, type Totals } from "../../../local/simulation/totals";

const some: Totals = {
  ...noTotals(),
  schedules: 3,
  orders: 10,
  created: 8,
  injected: { "kill, buffer lost": 2, "sort everything": 5 },
  held: { "Held: copied": 2 },
  failures: { duplicate: 1, stuck: 1 },
  failed: [{ seed: 7, texts: ["duplicate: w1 was made twice"] }],
};

describe("the simulation's summary", () => {
  test("ends with the counts that matter", () => {
    expect(closingLine(some)).toBe("3 schedules, 1 duplicates, 0 lost, 0 misplaced");
    expect(reportOf(some).split("\n").at(-1)).toBe(closingLine(some));
  });

  test("tells what was injected, the most frequent first, how many are held and why, and which seed to look at", () => {
    const report = reportOf(some);
    expect(report.indexOf("sort everything")).toBeLessThan(report.indexOf("kill, buffer lost"));
    expect(report).toContain("10 orders in the sheets at the end, 8 created, 2 held or refused (20.0 %)");
    expect(report).toContain("2  Held: copied");
    expect(report).toContain("1 × stuck");
    expect(report).toContain("seed 7: duplicate: w1 was made twice");
  });

  test("the kills are told in a line, failed ones by their number", () => {
    expect(killsLine(some)).toContain("3 kills, 1 failed, 8 of 10 orders created\n  kill 7: duplicate");
  });

  test("totals of several processes add up", () => {
    const sum = noTotals();
    addTotals(sum, some);
    addTotals(sum, some);
    expect(sum).toMatchObject({ schedules: 6, orders: 20, injected: { "sort everything": 10 } });
    expect(sum.failures).toEqual({ duplicate: 2, stuck: 2 });
  });
});
