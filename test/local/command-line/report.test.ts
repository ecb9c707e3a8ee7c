import { exitCodeOf, type Report, reportAsJson, reportAsText } from "../../../local/command-line/report";
import { emptyReceipt, type Receipt } from "../../../src/receipt/receipt";

const stats = { hiddenRows: 0, emptyRows: 0, requests: 1, calls: 2, executions: 3, elapsedMs: 4 };

function report(receipt: Partial<Receipt>, change: Partial<Report> = {}): Report {
  const columns = [
    { name: "Order ref", index: 0 },
    { name: "Status", index: 2 },
    { name: "Message", index: 3 },
  ];
  const cells = [
    ["R-1", "x", "Created (test)", ""],
    ["R-2", "y", "Invalid", "E3 Quantity:\nnot a number"],
  ];
  const rows = cells.map(([, , status = "", message = ""], index) => ({
    ...{ row: index + 2, status, message },
    ...{ orderId: "", orderNumber: "" },
  }));
  return {
    action: "create",
    receipt: { ...emptyReceipt(), ...receipt },
    selected: { columns, cells, rows, hiddenRows: 0, emptyRows: 0 },
    stats,
    understood: null,
    warnings: [],
    untold: [],
    isMadeTwice: false,
    summary: "",
    language: "en",
    output: "/shop/orders.result.csv",
    ...change,
  };
}

describe("the exit code", () => {
  test.each([
    ["create", { selected: 3, created: 2, skipped: 1 }, 0],
    ["create", { selected: 2, created: 1, valid: 1 }, 1],
    ["check", { selected: 3, valid: 2, skipped: 1 }, 0],
    ["check", { selected: 1, unconfirmed: 1 }, 1],
    ["check", { selected: 1, created: 1 }, 1],
    ["resolve", { selected: 3, created: 2, skipped: 1 }, 0],
    ["resolve", { selected: 1, notSent: 1 }, 1],
    ["create", {}, 0],
    ["setup", {}, 0],
  ] as const)("of %s with %j is %d", (action, receipt, code) => {
    expect(exitCodeOf(report(receipt, { action }))).toBe(code);
  });
});

test("an order that was made twice is not done, whatever the counts say", () => {
  const twice = report(
    { selected: 1, created: 1 },
    { isMadeTwice: true, warnings: ["1 order was made twice."] },
  );
  expect(exitCodeOf(twice)).toBe(1);
  expect(JSON.parse(reportAsJson(twice)).warnings).toEqual(["1 order was made twice."]);
});

test("as JSON the report has the receipt, the rows and the stats, on one line", () => {
  const text = reportAsJson(report({ selected: 2, created: 1, invalid: 1 }));
  expect(text).not.toContain("\n");
  expect(JSON.parse(text)).toEqual({
    receipt: { ...emptyReceipt(), selected: 2, created: 1, invalid: 1 },
    rows: [
      { row: 2, status: "Created (test)", orderId: "", orderNumber: "", message: "" },
      { row: 3, status: "Invalid", orderId: "", orderNumber: "", message: "E3 Quantity:\nnot a number" },
    ],
    warnings: [],
    stats,
  });
});

describe("for people the report", () => {
  test("is the sheet as a table, each row on one line, and what became of it", () => {
    const lines = reportAsText(report({ selected: 2, created: 1, invalid: 1 })).split("\n");
    expect(lines).toEqual([
      "Row  Order ref  Status          Message",
      "───  ─────────  ──────────────  ───────",
      "2    R-1        Created (test)",
      "3    R-2        Invalid         E3 Quantity: not a number",
      "",
      "2 orders: 1 created and 1 with problems.",
      "Saved as /shop/orders.result.csv",
      "",
    ]);
  });

  test("says what a filter hid, and that there was nothing to do", () => {
    const selected = { columns: [], cells: [], rows: [], hiddenRows: 4, emptyRows: 0 };
    const text = reportAsText(report({}, { selected, stats: { ...stats, hiddenRows: 4 } }));
    expect(text).toContain("4 rows that a filter hides were left out.");
    expect(text).toContain("Nothing to do: there are no orders in the selected rows.");
  });

  test("repeats no warning that a question has told; as JSON it has them all", () => {
    const told = report({}, { warnings: ["Look at G3.", "A row is cut."], untold: ["A row is cut."] });
    expect(reportAsText(told)).toContain("A row is cut.");
    expect(reportAsText(told)).not.toContain("Look at G3.");
    expect(JSON.parse(reportAsJson(told)).warnings).toEqual(["Look at G3.", "A row is cut."]);
  });

  test("keeps its columns under each other beside wide characters, and cuts between characters", () => {
    const columns = ["Order ref", "First name", "Message"].map((name, index) => ({ name, index }));
    const cells = [
      ["横浜", "東京".repeat(10), "x"],
      ["R-2", "Siti", "x"],
    ];
    const selected = { ...report({}).selected, columns, cells };
    const lines = reportAsText(report({}, { selected })).split("\n");
    expect(lines.slice(2, 4)).toEqual([
      `2    横浜       ${"東京".repeat(5)}東…  x`,
      `3    R-2        Siti${" ".repeat(19)}  x`,
    ]);
  });

  test("is in the language that the add-on speaks", () => {
    const text = reportAsText(report({ selected: 2, created: 1, invalid: 1 }, { language: "id" }));
    expect(text).toMatch(/^Baris +Order ref/);
    expect(text).toContain("2 pesanan: 1 dibuat dan 1 bermasalah.\nDisimpan sebagai /shop/");
  });

  test("prints the first rows of a long sheet and counts the others", () => {
    const short = report({});
    const rows = Array.from({ length: 52 }, () => short.selected.rows[0]).filter((row) => row !== undefined);
    const text = reportAsText({ ...short, selected: { ...short.selected, rows } });
    expect(text).toContain("… and 50 rows more");
  });
});
