import { History } from "../../../../local/runtime/model/history";
import { Spreadsheet } from "../../../../local/runtime/model/spreadsheet";
import { cellOf } from "../../../../local/runtime/model/user-acts";

function written() {
  const spreadsheet = new Spreadsheet({ id: "file-1", name: "Shop" });
  const sheet = spreadsheet.addSheet("Orders");
  const history = History.of(spreadsheet);
  const write = (text: string) => history.record("user", () => sheet.setCell(1, 1, cellOf(text)));
  return { history, write, shown: () => spreadsheet.activeSheet.cell(1, 1).value };
}

test("what was done last is taken back first", () => {
  const { history, write, shown } = written();
  write("one");
  write("two");
  expect([history.undo(), shown()]).toEqual([true, "one"]);
  expect([history.undo(), shown()]).toEqual([true, null]);
  expect(history.undo()).toBe(false);
});

describe("a script's write that is taken back after others have changed the sheet", () => {
  const texts = (sheet: ReturnType<Spreadsheet["addSheet"]>, row: number) =>
    [1, 2, 3].map((column) => sheet.cell(row, column).value);

  /** A script has written a status; then a user does something; then the write is taken back. */
  function undoneAfter(act: (sheet: ReturnType<Spreadsheet["addSheet"]>) => void) {
    const spreadsheet = new Spreadsheet({ id: "file-1", name: "Shop" });
    const sheet = spreadsheet.addSheet("Orders");
    ["Name", "Notes", "Status"].forEach((header, index) => {
      sheet.setCell(1, index + 1, cellOf(header));
    });
    sheet.setCell(2, 2, cellOf("ring twice"));
    const history = History.of(spreadsheet);
    history.record("script", () => sheet.setCell(2, 3, cellOf("Created")));
    history.record("user", () => act(sheet));
    history.undoScriptWrite();
    return texts(sheet, 2);
  }

  test("leaves the column alone that stands where the written one stood", () => {
    const moved = undoneAfter((sheet) =>
      sheet.rearrangeColumns((cells) => {
        cells.splice(0, 0, ...cells.splice(2, 1));
      }),
    );
    expect(moved).toEqual([null, null, "ring twice"]);
  });

  test("is put back in its place if its header was edited meanwhile", () => {
    const edited = undoneAfter((sheet) => sheet.setCell(1, 3, cellOf("State")));
    expect(edited).toEqual([null, "ring twice", null]);
  });
});

test("a history that forgets does everything, and takes nothing back", () => {
  const { history, write, shown } = written();
  write("one");
  history.forget();
  write("two");
  expect([history.undo(), history.undoScriptWrite(), shown()]).toEqual([false, false, "two"]);
});
