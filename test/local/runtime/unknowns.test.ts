import { KillExecution, ServiceFault, type WriteFate } from "../../../local/runtime/local-runtime";
import { cellOf, SpreadsheetUser } from "../../../local/runtime/model/user-acts";
import { testRuntime } from "./test-runtime";

const sheetOf = "var s=SpreadsheetApp.getActiveSheet();";
const timeout = "Service Spreadsheets timed out while accessing document with id file-1.";

describe("a flush that times out, by the fate of its writes", () => {
  const body = `${sheetOf} s.getRange("A1").setValue("a"); s.getRange("B1").setValue("b");
    try { SpreadsheetApp.flush(); } catch (e) { Utilities.sleep(1000); return [e.message, s.getRange("A1:B1").getValues()[0]]; }`;
  const timedOut = (fate?: WriteFate) => {
    let done = false;
    return testRuntime({
      random: () => 0.5,
      unknowns: { lateMs: () => 3000 },
      beforeCall: ({ method }) => {
        if (method !== "flush" || done) return;
        done = true;
        throw new ServiceFault(timeout, fate);
      },
    });
  };

  test.each<[WriteFate, string[]]>([
    ["kept", ["a", "b"]],
    ["lost", ["", ""]],
    ["part", ["a", ""]],
    ["later", ["", ""]],
  ])("%s: the script sees the exception and reads %j", (fate, cells) => {
    expect(timedOut(fate).value(body)).toEqual([timeout, cells]);
  });

  test("later: they land at the first call after their time, in this execution or another", () => {
    const kit = timedOut("later");
    kit.value(body);
    kit.clock.sleep(2000);
    expect(kit.value(`${sheetOf} return s.getRange("A1:B1").getValues()[0];`)).toEqual(["a", "b"]);
  });

  test("later: whoever inspects the outcome can have them land", () => {
    const kit = timedOut("later");
    kit.value(body);
    expect(kit.sheet.cell(1, 1).value).toBeNull();
    kit.stores.lateWrites.makeAll();
    expect(kit.sheet.cell(1, 1).value).toBe("a");
  });

  test("without a fate they go on waiting, and the next read sends them", () => {
    expect(timedOut().value(body)).toEqual([timeout, ["a", "b"]]);
  });
});

describe("buffered writes at a kill", () => {
  test.each<[WriteFate, unknown[]]>([
    ["kept", ["a", "b"]],
    ["lost", [null, null]],
    ["part", ["a", null]],
    ["later", [null, null]],
  ])("%s", (fate, cells) => {
    const { sheet, run, stores } = testRuntime({
      random: () => 0.5,
      beforeCall: ({ method }) => {
        if (method === "flush") throw new KillExecution(fate);
      },
    });
    run(`${sheetOf} s.getRange("A1").setValue("a"); s.getRange("B1").setValue("b"); SpreadsheetApp.flush();`);
    expect([sheet.cell(1, 1).value, sheet.cell(1, 2).value]).toEqual(cells);
    stores.lateWrites.makeAll();
    if (fate === "later") expect(sheet.cell(1, 2).value).toBe("b");
  });
});

describe("setProperties that fails or is killed, by the fate of its values", () => {
  const body = "PropertiesService.getDocumentProperties().setProperties({a: '1', b: '2'});";
  const fates: [WriteFate, Record<string, string>][] = [
    ["kept", { a: "1", b: "2" }],
    ["lost", {}],
    ["part", { a: "1" }],
    ["later", {}],
  ];

  test.each(fates)("throws, %s", (fate, values) => {
    const text = "We're sorry, a server error occurred. Please wait a bit and try again.";
    const { run, stores } = testRuntime({
      random: () => 0.5,
      beforeCall: ({ method }) => {
        if (method === "setProperties") throw new ServiceFault(text, fate);
      },
    });
    expect(run(body).message).toBe(text);
    expect(stores.documentProperties("file-1").all()).toEqual(values);
    stores.lateWrites.makeAll();
    if (fate === "later") expect(stores.documentProperties("file-1").all()).toEqual({ a: "1", b: "2" });
  });

  test.each(fates)("killed, %s", (fate, values) => {
    const { run, stores } = testRuntime({
      random: () => 0.5,
      beforeCall: ({ method }) => {
        if (method === "setProperties") throw new KillExecution("lost", fate);
      },
    });
    expect(run(body).outcome).toBe("killed");
    expect(stores.documentProperties("file-1").all()).toEqual(values);
  });
});

describe("a read of properties that answers what was there before the last change", () => {
  test("once, when the hook says so; the hook learns the key and who changed last", () => {
    const asked: unknown[] = [];
    const { value } = testRuntime({
      unknowns: {
        answersOldProperties: (read) => {
          asked.push(read);
          return asked.length === 1;
        },
      },
    });
    expect(
      value(`var p=PropertiesService.getDocumentProperties(); p.setProperty("k", "old"); p.setProperty("k", "new");
        return [p.getProperty("k"), p.getProperty("k"), p.getProperties()];`),
    ).toEqual(["old", "new", { k: "new" }]);
    expect(asked).toEqual([
      { key: "k", changedHere: true },
      { key: "k", changedHere: true },
      { key: null, changedHere: true },
    ]);
  });

  test("what another execution changed last is told apart", () => {
    const asked: boolean[] = [];
    const kit = testRuntime({
      unknowns: { answersOldProperties: ({ changedHere }) => asked.push(changedHere) < 0 },
    });
    kit.run("PropertiesService.getDocumentProperties().setProperty('k', 'v');");
    kit.run("PropertiesService.getDocumentProperties().getProperty('k');");
    expect(asked).toEqual([false]);
  });
});

describe("others' edits after a flush", () => {
  const body = `${sheetOf} s.getRange("A1").getValue(); s.getRange("C1").setValue("mine"); SpreadsheetApp.flush();
    return s.getRange("A1:C1").getValues()[0];`;
  const edited = (shows?: (method: string) => boolean) => {
    const kit = testRuntime({
      ...(shows === undefined ? {} : { unknowns: { showsOthersEdits: ({ method }) => shows(method) } }),
      beforeCall: ({ method }) => {
        if (method !== "flush") return;
        new SpreadsheetUser(kit.spreadsheet, () => kit.clock.now()).editCell(kit.sheet, 1, 1, "theirs");
      },
    });
    kit.sheet.setCell(1, 1, cellOf("old"));
    return kit;
  };

  test.each([
    ["are seen by default", undefined, "theirs"],
    ["are not seen if the hook says so", () => false, "old"],
    ["are seen at the call for which it says so", (method: string) => method === "getValues", "theirs"],
  ])("%s; own writes always are", (_, shows, a1) => {
    const kit = edited(shows);
    expect(kit.value(body)).toEqual([a1, "", "mine"]);
    expect([kit.sheet.cell(1, 1).value, kit.sheet.cell(1, 3).value]).toEqual(["theirs", "mine"]);
  });

  test("rows that another inserted unseen: the write lands at its position in the document", () => {
    const kit = testRuntime({
      unknowns: { showsOthersEdits: () => false },
      beforeCall: ({ method }) => {
        if (method === "flush")
          new SpreadsheetUser(kit.spreadsheet, () => kit.clock.now()).insertRows(kit.sheet, 1);
      },
    });
    kit.sheet.setCell(2, 1, cellOf("row"));
    expect(
      kit.value(
        `${sheetOf} s.getLastRow(); s.getRange("B2").setValue("beside"); SpreadsheetApp.flush(); return s.getRange("A2:B2").getValues()[0];`,
      ),
    ).toEqual(["row", "beside"]);
    expect([kit.sheet.cell(3, 1).value, kit.sheet.cell(2, 2).value]).toEqual(["row", "beside"]);
  });

  test("a sheet that the script makes is seen, whatever the hook says", () => {
    const kit = testRuntime({ unknowns: { showsOthersEdits: () => false } });
    expect(
      kit.value(
        `${sheetOf} s.getLastRow(); var n=SpreadsheetApp.getActiveSpreadsheet().insertSheet("Log"); n.getRange("A1").setValue("x"); return [n.getLastRow(), n.getName()];`,
      ),
    ).toEqual([1, "Log"]);
  });
});

describe("a write into a cell that a merge hides", () => {
  test.each([
    ["kept", [["a", "b"]]],
    ["dropped", [["a", ""]]],
  ] as const)("%s", (writesUnderMerge, cells) => {
    const { sheet, value } = testRuntime({ unknowns: { writesUnderMerge } });
    sheet.properties.mergedRanges.push({ row: 1, column: 1, rows: 1, columns: 2 });
    expect(
      value(
        `${sheetOf} s.getRange("A1:B1").setValues([["a", "b"]]); return s.getRange("A1:B1").getValues();`,
      ),
    ).toEqual(cells);
  });
});
