import { forEachOf, type Kit, type Snippets, seen } from "../snippet";

/** Texts as people type them, in the locale en_US. */
const english = [
  "+62 812-5550-0101",
  "+62812",
  "+Budi",
  "- call first",
  "-5",
  "007",
  "'007",
  "12/31/2026",
  "31/12/2026",
  "2026-01-05",
  "10:30",
  "12%",
  "$5.50",
  "1,5",
  "1,234",
  "(5)",
  "1e5",
  "6281234567890",
  "TRUE",
  "true",
  "#N/A",
  "0812-3456",
  " 5 ",
  "@name",
  "R-009",
  "two",
  "a\nb",
] as const;

/** The same where people write as in Indonesia. */
const indonesian = [
  "31/12/2026",
  "Rp5.000",
  "Rp5.000,50",
  "1.500",
  "1,5",
  "12/31/2026",
  "BENAR",
  "2026-01-05",
] as const;

/** How a text reads once it was written into a cell that nobody has touched. */
function typed(kit: Kit, text: string): unknown {
  const cell = kit.range(1, 1);
  cell.setValue(text);
  return seen(cell);
}

/** Dates without a year: what they are depends on when the probe runs, how they look does not. */
const yearless = ["1-2", "Jan 5", "5 Jan"] as const;

/** What Sheets makes of texts. */
export const typedSnippets: Snippets = {
  ...forEachOf(
    yearless,
    (text) => `en_US ${JSON.stringify(text)} looks`,
    (kit, text) => {
      const cell = kit.range(1, 1).setValue(text);
      return [cell.getDisplayValue(), cell.getNumberFormat()];
    },
  ),
  // The local runtime computes nothing, so only the formula itself is compared.
  'en_US "=1+1" is a formula': (kit) => kit.range(1, 1).setValue("=1+1").getFormulas(),
  ...forEachOf(english, (text) => `en_US ${JSON.stringify(text)}`, typed),
  ...forEachOf(
    indonesian,
    (text) => `in_ID ${JSON.stringify(text)}`,
    (kit, text) => {
      kit.spreadsheet.setSpreadsheetLocale("in_ID");
      SpreadsheetApp.flush();
      try {
        return typed(kit, text);
      } finally {
        kit.spreadsheet.setSpreadsheetLocale("en_US");
        SpreadsheetApp.flush();
      }
    },
  ),
};
