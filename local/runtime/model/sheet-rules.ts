import type { Box } from "./a1";

/** A filter: the block it covers, header row included, and the rows of it that it hides now. */
export interface Filter {
  box: Box;
  hiddenRows: Set<number>;
}

/** Cells that the add-on's user may not edit. */
export interface Protection {
  box: Box;
  description: string;
}

/** What a column of a Table holds, as its menu names it; `none` has no type. */
export type TableColumnType = "none" | "text" | "number" | "date" | "checkbox" | "dropdown";

/** A Table (Format > Convert to table): a block with a header row whose columns may have types. */
export interface Table {
  name: string;
  box: Box;
  /** One a typed column: all of its cells, the header among them. */
  typedColumns: { box: Box; type: TableColumnType }[];
}

/** What a validated cell accepts besides being empty. */
export type ValidationRule =
  | { kind: "list"; values: readonly string[] }
  | { kind: "numberBetween"; least: number; most: number }
  /** `pattern` is a regular expression's source; the whole text has to match. */
  | { kind: "textMatches"; pattern: string };

/** Data validation of a block. Without `reject` a wrong value is only marked, as Sheets' "show a warning" does. */
export interface Validation {
  box: Box;
  rule: ValidationRule;
  reject: boolean;
}

/** The conditions of conditional formats that the model knows; GRADIENT is a colour scale, which has none. */
export const conditionKinds = [
  "TEXT_STARTS_WITH",
  "TEXT_EQUAL_TO",
  "TEXT_CONTAINS",
  "CELL_NOT_EMPTY",
  "NUMBER_GREATER_THAN",
  "CUSTOM_FORMULA",
] as const;

/** A conditional format with one condition on the cell, or a colour scale. */
export interface ConditionalFormat {
  boxes: Box[];
  criteria: (typeof conditionKinds)[number] | "GRADIENT";
  /** What the condition compares with; empty if it needs nothing. */
  text: string;
  background: string | null;
  fontColor: string | null;
  bold: boolean | null;
}

/** A text constant, with what it says. */
const constant = '"((?:[^"]|"")*)"';
const comparison = new RegExp(`^=\\s*${constant}\\s*(=|<>)\\s*${constant}\\s*$`, "u");

/**
 * Whether a custom formula that compares two text constants is satisfied, without letter case as Sheets does; null
 * for any other. No formula is computed, so a rule with another one colours nothing here.
 */
export function constantTruth(formula: string): boolean | null {
  const [, one, operator, other] = comparison.exec(formula) ?? [];
  if (one === undefined || other === undefined) return null;
  return (one.toLowerCase() === other.toLowerCase()) === (operator === "=");
}

/** True when the rule accepts the value; an empty cell is always accepted. */
export function acceptsValue(rule: ValidationRule, value: unknown): boolean {
  if (value === null || value === "") return true;
  switch (rule.kind) {
    case "list":
      return rule.values.includes(String(value));
    case "numberBetween":
      return typeof value === "number" && value >= rule.least && value <= rule.most;
    case "textMatches":
      return new RegExp(`^(?:${rule.pattern})$`, "u").test(String(value));
  }
}
