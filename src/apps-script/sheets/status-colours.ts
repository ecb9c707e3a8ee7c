import type { Status } from "../../orders/status";

/**
 * Colours that differ in lightness and between blue and orange, which people who cannot tell red from green see apart;
 * the words say the same.
 */
const colours: readonly { status: Status; background: string; font: string }[] = [
  { status: "Created (test)", background: "#e3f2fd", font: "#0d47a1" },
  { status: "Created", background: "#1565c0", font: "#ffffff" },
  { status: "Unconfirmed", background: "#4a148c", font: "#ffffff" },
  { status: "Sending", background: "#ede7f6", font: "#4a148c" },
  { status: "Rejected", background: "#e65100", font: "#ffffff" },
  { status: "Invalid", background: "#ffe0b2", font: "#5d2c00" },
  { status: "Not sent", background: "#e0e0e0", font: "#424242" },
];

/**
 * Colours the Status column by rules instead of cell by cell: no call a wave, and a colour that always says what its
 * cell says, whoever sorts or edits. If Sheets refuses them there are none. Rules of the user's stay, and rules of an earlier place of the column go.
 */
export function addStatusColours(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  range: GoogleAppsScript.Spreadsheet.Range,
): void {
  const others = sheet.getConditionalFormatRules().filter((rule) => !isOurs(rule));
  const ours = colours.map(({ status, background, font }) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(status)
      .setBackground(background)
      .setFontColor(font)
      .setRanges([range])
      .build(),
  );
  try {
    sheet.setConditionalFormatRules([...others, ...ours]);
    SpreadsheetApp.flush();
  } catch {
    // Colours only repeat what the cells say. A Table or a protection that does not want them must not stop the setting up.
  }
}

function isOurs(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): boolean {
  const values: unknown[] = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
  return values.length === 1 && colours.some(({ status }) => status === values[0]);
}
