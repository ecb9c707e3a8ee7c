import { forEachOf, type Snippets, seen } from "../snippet";

/** Values and the formats under which they are shown. */
const shown: readonly (readonly [unknown, string])[] = [
  [123, "00000"],
  [1234.5, "#,##0.00"],
  [0.5, "0%"],
  [6281234567890, "0"],
  [6281234567890, "0.00E+00"],
  [-5, "0;(0)"],
  [5, '"No. "0'],
  ["ana", '"ID-"@'],
  ["secret", ";;;"],
  [7, ";;;"],
  ["ana", "0.00"],
  [46027.5, "yyyy-mm-dd hh:mm"],
  [46027, "d mmm yyyy"],
  [0.75, "h:mm AM/PM"],
  [true, "0"],
];

/** Values that stand in a cell without a format of its own. */
const automatic: readonly number[] = [
  1e-15,
  1e-9,
  0.000001,
  0.1 + 0.2,
  123456789012,
  62812345678,
  1e21,
  12345.678901234567,
];

/** Values over which plain text is laid. */
const madeText: readonly (readonly [unknown, string])[] = [
  [7, "0"],
  [46027, "yyyy-mm-dd"],
  [7, "00000"],
  [true, "General"],
  ["007", "General"],
];

/** How number formats show and change what is in a cell. */
export const formatSnippets: Snippets = {
  ...forEachOf(
    shown,
    ([value, format]) => `${JSON.stringify(value)} under ${format}`,
    (kit, [value, format]) => {
      const cell = kit.range(1, 1);
      cell.setNumberFormat("@").setValue("").setNumberFormat("General");
      if (typeof value === "string") cell.setNumberFormat("@");
      cell.setValue(value).setNumberFormat(format);
      return seen(cell);
    },
  ),
  ...forEachOf(
    automatic,
    (value) => `${value} under the automatic format`,
    (kit, value) => seen(kit.range(1, 1).setValue(value)),
  ),
  ...forEachOf(
    madeText,
    ([value, format]) => `${JSON.stringify(value)} under ${format}, then plain text`,
    (kit, [value, format]) => {
      const cell = kit.range(1, 1);
      if (typeof value === "string") cell.setNumberFormat("@");
      return seen(cell.setValue(value).setNumberFormat(format).setNumberFormat("@"));
    },
  ),
  "@STRING@ before 007": (kit) => seen(kit.range(1, 1).setNumberFormat("@STRING@").setValue("007")),
  "plain text before =1+1": (kit) => seen(kit.range(1, 1).setNumberFormat("@").setValue("=1+1")),
  "plain text before an apostrophe": (kit) => seen(kit.range(1, 1).setNumberFormat("@").setValue("'x")),
  "plain text before a plus": (kit) => seen(kit.range(1, 1).setNumberFormat("@").setValue("+62 812")),
  "an untouched cell's format": (kit) => kit.range(1, 1).getNumberFormat(),
  "general, read back": (kit) => kit.range(1, 1).setNumberFormat("general").getNumberFormat(),
  "a text that leaves plain text": (kit) =>
    seen(kit.range(1, 1).setNumberFormat("@").setValue("007").setNumberFormat("General")),
};
