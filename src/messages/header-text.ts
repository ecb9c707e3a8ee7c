import { cellName, columnLetter } from "../orders/a1";
import type { HeaderProblem } from "../orders/columns";
import { headerOf } from "../orders/field";
import type { ForeignStatus } from "../orders/status";
import { listed, quoted } from "./found-value";

/** Everything that is wrong with a sheet's headers, in one message. */
export function headerProblemsText(problems: readonly HeaderProblem[]): string {
  const missing: string[] = [];
  const twice: string[] = [];
  for (const problem of problems) {
    if (problem.kind === "missing") {
      const [header, ...others] = problem.anyOf.map((field) => quoted(headerOf[field]));
      missing.push(others.length === 0 ? `${header}` : `${header} (or ${others.join(", ")})`);
    } else {
      const letters = listed(problem.columnIndexes.map(columnLetter));
      twice.push(`Row 1 has ${quoted(headerOf[problem.field])} in columns ${letters}: rename all but one.`);
    }
  }
  const lacks = missing.length === 0 ? [] : [`Row 1 lacks ${lackedColumns(missing)}. Add what is missing.`];
  return [...lacks, ...twice, "Nothing was sent."].join(" ");
}

/** Why a sheet whose Status column is the user's own is refused. Empty when no cell is. */
export function foreignStatusText(foreign: readonly ForeignStatus[]): string {
  const [first] = foreign;
  if (first === undefined) return "";
  const { rowNumber, columnIndex, found } = first;
  const others = foreign.length === 1 ? "" : ` and ${foreign.length - 1} more cells like it`;
  return (
    `The Status column has values of your own: ${cellName(rowNumber, columnIndex)} says ${quoted(found)}${others}. ` +
    "Give your column another name in row 1, or empty those cells. Nothing was sent or written."
  );
}

function lackedColumns(missing: readonly string[]): string {
  return `${missing.length === 1 ? "the column" : "the columns"} ${missing.join(", ")}`;
}
