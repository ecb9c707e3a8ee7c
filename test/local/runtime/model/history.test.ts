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

test("a history that forgets does everything, and takes nothing back", () => {
  const { history, write, shown } = written();
  write("one");
  history.forget();
  write("two");
  expect([history.undo(), history.undoScriptWrite(), shown()]).toEqual([false, false, "two"]);
});
