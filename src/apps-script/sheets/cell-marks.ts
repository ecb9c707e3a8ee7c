import type { CellMarks } from "../../orders/marks";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Orange and yellow differ in lightness too; the note at the cell says the rest. */
const looks = {
  problems: { background: "#ffcc80", font: "#4a2500" },
  warnings: { background: "#fff59d", font: "#3e2f00" },
} as const;

/** What the formula of each rule of the add-on's begins with. It is always true, and tells the rule from the user's. */
const ownFormula = '="bitbybit Orders: ';

/**
 * Replaces the add-on's marks: two rules behind those of the user's, and the notes that change. If Sheets refuses a part, as
 * for protected cells, all of it is put back as it was.
 *
 * @throws Whatever was refused.
 */
export function replaceMarks(sheet: Sheet, { notes, ...ranges }: CellMarks): void {
  const before = sheet.getConditionalFormatRules();
  const others = before.filter((rule) => !isOurs(rule));
  const ours = (["problems", "warnings"] as const)
    .filter((level) => ranges[level].length > 0)
    .map((level) => ruleFor(sheet, level, ranges[level]));
  const hasRules = ours.length > 0 || others.length < before.length;
  if (!hasRules && !notes) return;
  const write = (rules: Rule[], texts: string[][]) => {
    if (hasRules) sheet.setConditionalFormatRules(rules);
    if (notes) {
      const { rowNumber, columnIndex } = notes;
      sheet.getRange(rowNumber, columnIndex + 1, texts.length, texts[0]?.length ?? 1).setNotes(texts);
    }
    SpreadsheetApp.flush();
  };
  try {
    write([...others, ...ours], notes?.notes ?? []);
  } catch (thrown) {
    try {
      write(before, notes?.before ?? []);
    } catch {
      // What was not taken before is not taken back either, and a rule alone does no harm.
    }
    throw thrown;
  }
}

function ruleFor(sheet: Sheet, level: keyof typeof looks, names: string[]): Rule {
  const { background, font } = looks[level];
  return SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(`${ownFormula}${level}"<>""`)
    .setBackground(background)
    .setFontColor(font)
    .setRanges(sheet.getRangeList(names).getRanges())
    .build();
}

function isOurs(rule: Rule): boolean {
  const [formula]: unknown[] = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
  return typeof formula === "string" && formula.startsWith(ownFormula);
}
