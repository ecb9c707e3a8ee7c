import { KillExecution, ServiceFault } from "../../../local/runtime/local-runtime";
import { cellOf, SpreadsheetUser } from "../../../local/runtime/model/user-acts";
import { testRuntime } from "./test-runtime";

const sheetOf = "var s=SpreadsheetApp.getActiveSheet();";
const a1 = { row: 1, column: 1, rows: 1, columns: 1 };
const protectedText =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

describe("writes wait in a buffer (documented: until a flush, a read or the end)", () => {
  test.each([
    ["flush", "SpreadsheetApp.flush();"],
    ["a read", "s.getLastRow();"],
    ["nothing but handles", "s.getRange('A2').getRow();"],
  ])("%s", (name, after) => {
    const seen: unknown[] = [];
    const { sheet, run } = testRuntime({ log: () => seen.push(sheet.cell(1, 1).value) });
    run(`${sheetOf} s.getRange("A1").setValue("x"); ${after} console.log("now");`);
    expect(seen).toEqual([name === "nothing but handles" ? null : "x"]);
    expect(sheet.cell(1, 1).value).toBe("x");
  });

  test("what waits is written at the end, also when the script throws", () => {
    const { sheet, run } = testRuntime();
    expect(run(`${sheetOf} s.getRange("A1").setValue("x"); throw new Error("oh");`)).toMatchObject({
      outcome: "threw",
      message: "oh",
    });
    expect(sheet.cell(1, 1).value).toBe("x");
  });

  test.each([
    ["kept", "x"],
    ["lost", null],
  ] as const)("at a kill it is %s as the runtime is told", (bufferAtKill, value) => {
    const { sheet, run } = testRuntime({ bufferAtKill });
    const result = run(
      `${sheetOf} s.getRange("A1").setValue("x"); Utilities.sleep(300000); Utilities.sleep(300000);`,
    );
    expect(result.outcome).toBe("killed");
    expect(sheet.cell(1, 1).value).toBe(value);
  });

  test("a hook's kill may decide for itself", () => {
    const { sheet, run } = testRuntime({
      beforeCall: ({ method }) => {
        if (method === "flush") throw new KillExecution("kept");
      },
    });
    run(`${sheetOf} s.getRange("A1").setValue("x"); SpreadsheetApp.flush();`);
    expect(sheet.cell(1, 1).value).toBe("x");
  });

  test("a write lands at its position as the sheet is at the flush (inferred)", () => {
    const { sheet, spreadsheet, run, clock } = testRuntime({
      beforeCall: ({ method }) => {
        if (method === "flush") new SpreadsheetUser(spreadsheet, () => clock.now()).insertRows(sheet, 1);
      },
    });
    sheet.setCell(2, 1, cellOf("mine"));
    run(`${sheetOf} s.getRange("A2").setValue("written"); SpreadsheetApp.flush();`);
    expect([sheet.cell(2, 1).value, sheet.cell(3, 1).value]).toEqual(["written", "mine"]);
  });

  test("rows deleted meanwhile: the write throws at the flush", () => {
    const { sheet, spreadsheet, run, clock } = testRuntime({
      beforeCall: ({ method }) => {
        if (method === "flush") new SpreadsheetUser(spreadsheet, () => clock.now()).deleteRows(sheet, 1, 10);
      },
    });
    expect(run(`${sheetOf} s.getRange("A100").setValue("x"); SpreadsheetApp.flush();`).message).toBe(
      "The coordinates of the range are outside the dimensions of the sheet.",
    );
  });

  test("a range may reach into columns that wait to be inserted", () => {
    const { sheet, value } = testRuntime();
    value(`${sheetOf} s.insertColumnsAfter(26, 2); s.getRange(1, 28).setValue("x");`);
    expect([sheet.maxColumns, sheet.cell(1, 28).value]).toEqual([28, "x"]);
  });

  test("every flush that wrote something is told to the runtime, an empty one is not", () => {
    let flushes = 0;
    const { value } = testRuntime({ onFlush: () => flushes++ });
    value(
      `${sheetOf} s.getRange("A1").setValue(1); SpreadsheetApp.flush(); SpreadsheetApp.flush(); s.getRange("A1").setValue(2);`,
    );
    expect(flushes).toBe(2);
  });

  test("Ctrl-Z takes back what the script wrote last and leaves what a user did since (reported)", () => {
    const { sheet, spreadsheet, value, clock } = testRuntime();
    value(`${sheetOf} s.getRange("A1:B1").setValues([["x", "y"]]);`);
    const user = new SpreadsheetUser(spreadsheet, () => clock.now());
    user.editCell(sheet, 1, 3, "mine");
    expect(user.undoScriptWrite()).toBe(true);
    expect([1, 2, 3].map((column) => sheet.cell(1, column).value)).toEqual([null, null, "mine"]);
    expect(user.undoScriptWrite()).toBe(false);
  });

  test("Ctrl-Z takes a note of the script's back without what came into its cell since", () => {
    const { sheet, spreadsheet, value, clock } = testRuntime();
    const user = new SpreadsheetUser(spreadsheet, () => clock.now());
    user.editCell(sheet, 1, 1, "first");
    value(`${sheetOf} s.getRange("A1").setNote("look here");`);
    user.editCell(sheet, 1, 1, "second");
    expect(user.undoScriptWrite()).toBe(true);
    expect(sheet.cell(1, 1)).toMatchObject({ value: "second", note: "" });
  });
});

describe("errors surface at the flush, not at the write (reported)", () => {
  const caught = `${sheetOf} s.getRange("B1").setValue("before"); s.getRange("A1").setValue("x"); s.getRange("C1").setValue("after");
    try { SpreadsheetApp.flush(); } catch (e) { return e.message; }`;

  test("a protected cell; what was written before stays, what comes after is dropped (inferred)", () => {
    const { sheet, value } = testRuntime();
    sheet.properties.protections.push({ box: a1, description: "" });
    expect(value(caught)).toBe(protectedText);
    expect([1, 2, 3].map((column) => sheet.cell(1, column).value)).toEqual([null, "before", null]);
  });

  test("canEdit tells a protected range before", () => {
    const { sheet, value } = testRuntime();
    sheet.properties.protections.push({ box: a1, description: "" });
    expect(value(`${sheetOf} return [s.getRange("A1:B1").canEdit(), s.getRange("B1").canEdit()];`)).toEqual([
      false,
      true,
    ]);
  });

  test.each([
    [{ kind: "list", values: ["a", "b"] } as const],
    [{ kind: "numberBetween", least: 1, most: 5 } as const],
    [{ kind: "textMatches", pattern: "[ab]+" } as const],
  ])("a value that data validation rejects: %j", (rule) => {
    const { sheet, value } = testRuntime();
    sheet.properties.validations.push({ box: a1, rule, reject: true });
    expect(value(caught)).toBe(
      "The data you entered in cell A1 violates the data validation rules set on this cell.",
    );
    expect(sheet.cell(1, 1).value).toBeNull();
  });

  test("validation that only warns lets the value through", () => {
    const { sheet, value } = testRuntime();
    sheet.properties.validations.push({ box: a1, rule: { kind: "list", values: [] }, reject: false });
    value(caught);
    expect(sheet.cell(1, 1).value).toBe("x");
  });

  test("at the end of the execution they are its exception", () => {
    const { sheet, run } = testRuntime();
    sheet.properties.protections.push({ box: a1, description: "" });
    expect(run(`${sheetOf} s.getRange("A1").setValue("x"); return 1;`)).toMatchObject({
      outcome: "threw",
      message: protectedText,
    });
  });

  test("an injected fault of the service is an exception that the script can catch", () => {
    const text = "Service Spreadsheets failed while accessing document with id file-1.";
    const { value } = testRuntime({
      beforeCall: ({ method }) => {
        if (method === "flush") throw new ServiceFault(text);
      },
    });
    expect(
      value("try { SpreadsheetApp.flush(); } catch (e) { return [e.message, e.name, e instanceof Error]; }"),
    ).toEqual([text, "Exception", true]);
  });
});
