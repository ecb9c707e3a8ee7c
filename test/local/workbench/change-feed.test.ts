import { ChangeFeed } from "../../../local/workbench/change-feed";
import type { PageEvent } from "../../../local/workbench/page-event";
import { SessionMirror } from "../../../local/workbench/session-mirror";
import { sheetWith } from "./sheet";

const rowsOf = (events: PageEvent[]) => events.flatMap((event) => (event.kind === "rows" ? [event] : []));

function fed() {
  const { spreadsheet, sheet, user } = sheetWith([["Ref"], ["b"], ["a"]]);
  return { feed: new ChangeFeed(spreadsheet, "orders.csv"), spreadsheet, sheet, user };
}

test("the first answer tells everything, the next one only what has changed", () => {
  const { feed, user } = fed();
  expect(rowsOf(feed.changes())).toEqual([
    {
      kind: "rows",
      all: true,
      rows: [
        [1, [{ text: "Ref" }]],
        [2, [{ text: "b" }]],
        [3, [{ text: "a" }]],
      ],
    },
  ]);
  expect(feed.changes()).toEqual([]);
  user.carryOut({ act: "edit", row: 3, column: 1, text: "z" });
  expect(feed.changes()).toEqual([{ kind: "rows", all: false, rows: [[3, [{ text: "z" }]]] }]);
});

test("a selection changes the document and no rows", () => {
  const { feed, user } = fed();
  feed.changes();
  user.carryOut({ act: "select", ranges: ["A2:B3", "A1"] });
  const events = feed.changes();
  expect(events).toMatchObject([{ kind: "document", document: { selection: ["A2:B3", "A1"] } }]);
});

test("rows that moved up empty the rows that they leave", () => {
  const { feed, user } = fed();
  feed.changes();
  user.carryOut({ act: "deleteRows", row: 2, count: 1 });
  expect(rowsOf(feed.changes())).toEqual([
    {
      kind: "rows",
      all: false,
      rows: [
        [2, [{ text: "a" }]],
        [3, []],
      ],
    },
  ]);
});

test("another sheet is told from scratch, and hidden sheets are not named", () => {
  const { feed, spreadsheet, user } = fed();
  feed.changes();
  const log = spreadsheet.addSheet("bitbybit log");
  spreadsheet.addSheet("secret").properties.hidden = true;
  user.carryOut({ act: "openSheet", sheetId: log.sheetId });
  const events = feed.changes();
  expect(events).toMatchObject([
    {
      kind: "document",
      document: { activeSheetId: log.sheetId, sheets: [{ name: "Orders" }, { name: "bitbybit log" }] },
    },
    { kind: "rows", all: true, rows: [] },
  ]);
});

test("formats, notes and conditional formats arrive as looks; a formatted number also as what is edited", () => {
  const { feed, sheet } = fed();
  const cell = sheet.cell(2, 1);
  sheet.setRow(2, [
    { ...cell, value: 7, numberFormat: "00000", note: "zip", background: "#fff2cc", fontWeight: "bold" },
    { ...cell, value: "Created (test)" },
  ]);
  sheet.properties.conditionalFormats = [
    {
      boxes: [{ row: 1, column: 2, rows: 20, columns: 1 }],
      criteria: "TEXT_STARTS_WITH",
      text: "created",
      background: "#d9ead3",
      fontColor: "#0b5394",
      bold: null,
    },
  ];
  const [rows] = rowsOf(feed.changes());
  expect(rows?.rows[1]).toEqual([
    2,
    [
      { text: "00007", entry: "7", note: "zip", background: "#fff2cc", bold: true, align: "right" },
      { text: "Created (test)", background: "#d9ead3", color: "#0b5394" },
    ],
  ]);
});

test("a rule's formula that compares two constants colours its cells; any other colours none, since none is computed", () => {
  const { feed, sheet } = fed();
  const rule = { criteria: "CUSTOM_FORMULA", background: "#ffcc80", fontColor: null, bold: null } as const;
  sheet.properties.conditionalFormats = [
    { ...rule, boxes: [{ row: 2, column: 1, rows: 1, columns: 1 }], text: '="it says ""so"""<>""' },
    { ...rule, boxes: [{ row: 2, column: 2, rows: 1, columns: 1 }], text: '="a"="b"' },
    { ...rule, boxes: [{ row: 2, column: 3, rows: 1, columns: 1 }], text: "=A2=1" },
  ];
  sheet.setRow(
    2,
    [7, 7, 7].map((value) => ({ ...sheet.cell(2, 1), value })),
  );
  const [rows] = rowsOf(feed.changes());
  const backgrounds = rows?.rows[1]?.[1].map((cell) => cell?.background);
  expect(backgrounds).toEqual(["#ffcc80", undefined, undefined]);
});

test("a page opened in the middle gets the newest state, put together from all events", () => {
  const { feed, user } = fed();
  const mirror = new SessionMirror();
  for (const event of feed.changes()) mirror.take(event);
  user.carryOut({ act: "edit", row: 3, column: 1, text: "z" });
  for (const event of feed.changes()) mirror.take(event);
  mirror.take({ kind: "toast", title: "", message: "gone by then", seconds: 5 });
  const [rows] = rowsOf(mirror.catchUp());
  expect(rows).toEqual({
    kind: "rows",
    all: true,
    rows: [
      [1, [{ text: "Ref" }]],
      [2, [{ text: "b" }]],
      [3, [{ text: "z" }]],
    ],
  });
  expect(mirror.catchUp().some(({ kind }) => kind === "toast")).toBe(false);
});
