import { type Snippets, seen } from "../snippet";

/** Values of every kind, and when writes take effect. */
export const writeSnippets: Snippets = {
  "a Date": (kit) => seen(kit.range(1, 1).setValue(new Date(Date.UTC(2026, 0, 5, 12)))),
  true: (kit) => seen(kit.range(1, 1).setValue(true)),
  "null over a value": (kit) => seen(kit.range(1, 1).setValue("x").setValue(null)),
  "the empty text over a value": (kit) => seen(kit.range(1, 1).setValue("x").setValue("")),
  "50,000 characters": (kit) => String(kit.range(1, 1).setValue("x".repeat(50_000)).getValue()).length,
  "50,001 characters": (kit) =>
    kit.caught(() => {
      kit.range(1, 1).setValue("x".repeat(50_001));
      SpreadsheetApp.flush();
    }),
  "an emoji": (kit) => seen(kit.range(1, 1).setValue("😀 é")),
  "spaces around": (kit) => seen(kit.range(1, 1).setValue("  x  ")),
  "too few rows": (kit) => kit.caught(() => kit.range(1, 1, 2, 2).setValues([[1, 2]])),
  "too few columns": (kit) => kit.caught(() => kit.range(1, 1, 1, 2).setValues([[1]])),
  "rows of one column": (kit) =>
    kit.caught(() =>
      kit
        .range(1, 1, 2, 1)
        .setValues([[1], [2]])
        .getValues(),
    ),
  "a read sees what was written before it": (kit) => kit.range(1, 1).setValue("x").getValue(),
  "a format behind a value in one buffer": (kit) => {
    kit.range(1, 1).setValue("007").setNumberFormat("@");
    return seen(kit.range(1, 1));
  },
  "a format before a value in one buffer": (kit) => {
    kit.range(1, 1).setNumberFormat("@").setValue("007");
    return seen(kit.range(1, 1));
  },
  "into the hidden part of a merge": (kit) => {
    kit.range(1, 1, 1, 2).merge();
    kit.range(1, 2).setValue("x");
    return kit.range(1, 1, 1, 2).getValues();
  },
  "over a whole merge": (kit) => {
    kit.range(1, 1, 1, 2).merge();
    kit.range(1, 1, 1, 2).setValues([["a", "b"]]);
    return kit.range(1, 1, 1, 2).getValues();
  },
  "a merge keeps its first value": (kit) => {
    kit.range(1, 1, 1, 2).setValues([["a", "b"]]);
    kit.range(1, 1, 1, 2).merge();
    return kit.range(1, 1, 1, 2).getValues();
  },
  "a range made before rows were inserted": (kit) => {
    const sheet = kit.newSheet();
    const range = sheet.getRange("A2");
    range.setValue("x");
    sheet.insertRowsAfter(1, 1);
    return [range.getA1Notation(), range.getValue()];
  },
  "behind the last row": (kit) => {
    const sheet = kit.newSheet();
    return kit.caught(() =>
      sheet
        .getRange(sheet.getMaxRows() + 1, 1)
        .setValue("x")
        .getValue(),
    );
  },
  "4,000 cells": (kit) => {
    const sheet = kit.newSheet();
    const range = sheet.getRange(1, 1, 400, 10);
    const values = Array.from({ length: 400 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => row * column),
    );
    kit.timed("setValues", () => range.setValues(values));
    kit.timed("flush", () => SpreadsheetApp.flush());
    return kit.timed("getValues", () => range.getValues()).length;
  },
  "a note, read back": (kit) => kit.range(1, 1).setNote("x").getNote(),
  "a background, read back": (kit) => kit.range(1, 1).setBackground("#AABBCC").getBackgrounds(),
};
