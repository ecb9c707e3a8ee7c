import type { Snippets } from "../snippet";

function ruleFor(
  range: GoogleAppsScript.Spreadsheet.Range,
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  return SpreadsheetApp.newConditionalFormatRule()
    .whenTextEqualTo("x")
    .setBackground("#ff0000")
    .setRanges([range])
    .build();
}

/** Conditional format rules. */
export const conditionalSnippets: Snippets = {
  "rules, read back": (kit) => {
    const sheet = kit.newSheet();
    sheet.setConditionalFormatRules([ruleFor(sheet.getRange("A1:A5"))]);
    return sheet
      .getConditionalFormatRules()
      .map((rule) => [
        rule.getRanges().map((range) => range.getA1Notation()),
        String(rule.getBooleanCondition()?.getCriteriaType()),
        rule.getBooleanCondition()?.getCriteriaValues(),
      ]);
  },
  "rules are replaced": (kit) => {
    const sheet = kit.newSheet();
    sheet.setConditionalFormatRules([ruleFor(sheet.getRange("A1"))]);
    sheet.setConditionalFormatRules([]);
    return sheet.getConditionalFormatRules().length;
  },
  "a rule of another sheet": (kit) => {
    const sheet = kit.newSheet();
    return kit.caught(() => {
      sheet.setConditionalFormatRules([ruleFor(kit.range(1, 1))]);
      SpreadsheetApp.flush();
    });
  },
  "a rule without a condition": (kit) =>
    kit.caught(() =>
      SpreadsheetApp.newConditionalFormatRule()
        .setRanges([kit.range(1, 1)])
        .build(),
    ),
  "a rule without a range": (kit) =>
    kit.caught(() => SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo("x").build()),
};
