import { forEachOf, type Snippets } from "../snippet";

/** Names of ranges. */
const names = [
  "B3",
  "A2:C5",
  "C5:A2",
  "A:A",
  "2:4",
  "R5C3",
  "R2C2:R4C5",
  "R10C5:R1C2",
  "r1c1:r2c2",
  "",
  "A0",
  "ZZZZ1",
  "no such",
];

/** Ranges by name and number, and what they tell. */
export const rangeSnippets: Snippets = {
  ...forEachOf(
    names,
    (name) => `getRange(${JSON.stringify(name)})`,
    (kit, name) => kit.newSheet().getRange(name).getA1Notation(),
  ),
  "getRange(0, 1)": (kit) => kit.sheet.getRange(0, 1).getA1Notation(),
  "getRange(1, 0)": (kit) => kit.sheet.getRange(1, 0).getA1Notation(),
  "getRange(1.9, 1)": (kit) => kit.sheet.getRange(1.9, 1).getA1Notation(),
  "getRange(1, 1, 0, 1)": (kit) => kit.sheet.getRange(1, 1, 0, 1).getA1Notation(),
  "the data range of an empty sheet": (kit) => kit.newSheet().getDataRange().getA1Notation(),
  "the merges that meet a range": (kit) => {
    const sheet = kit.newSheet();
    sheet.getRange("B1:D1").merge();
    sheet.getRange("A5:A6").merge();
    return sheet
      .getRange("A1:B2")
      .getMergedRanges()
      .map((merged) => merged.getA1Notation());
  },
  "the data range of a merge whose first cell alone is filled": (kit) => {
    const sheet = kit.newSheet();
    sheet.getRange("B1:D1").merge();
    sheet.getRange("B1").setValue("x");
    return sheet.getDataRange().getA1Notation();
  },
  "the last row of a sheet with formats alone": (kit) => {
    const sheet = kit.newSheet();
    sheet.getRange("B5").setNumberFormat("@");
    return [sheet.getLastRow(), sheet.getLastColumn()];
  },
  "the last row of an empty text": (kit) => {
    const sheet = kit.newSheet();
    sheet.getRange("B5").setValue("");
    return sheet.getLastRow();
  },
  "getCell beyond the range": (kit) => kit.range(1, 1, 2, 2).getCell(3, 1).getA1Notation(),
  "isBlank of a format": (kit) => kit.range(1, 1).setNumberFormat("@").isBlank(),
};
