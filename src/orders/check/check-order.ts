import type { Columns } from "../columns";
import { fingerprintOf } from "../fingerprint";
import type { Article } from "../lines/article";
import type { CheckedOrder, OrderDraft } from "../order";
import { contentOf } from "../order-content";
import { splitFullName } from "../rows/names";
import { candidateOf } from "../rows/order-candidate";
import { readOrderCells, sourceRow } from "../rows/order-cells";
import { refOf } from "../rows/row-shape";
import type { CheckOptions } from "./check-options";
import { orderSchema } from "./order-schema";
import type { ProblemPlace } from "./problem";
import { problemsOfIssues } from "./schema-problems";

/** One for all orders without any of a kind, as nearly all of a long sheet are. */
const none: readonly never[] = [];

/** Reads and checks one order. Every problem of every row is told, by row and column; without any there is a payload. */
export function checkOrder(draft: OrderDraft, columns: Columns, options: CheckOptions = {}): CheckedOrder {
  const { ref, rowNumbers } = draft;
  const cells = readOrderCells(draft, columns, options);
  const { problems, fixes } = cells.notes;
  const candidate = candidateOf(cells, (fullName, field) => {
    const name = splitFullName(fullName, options.singleName);
    const row = name.isSingle ? sourceRow(draft.rows, field, columns) : undefined;
    const columnIndex = columns.data[field];
    if (row !== undefined && columnIndex !== undefined)
      cells.notes.fixed(row, columnIndex, field, ["singleName"], name.lastName);
    return name;
  });
  const result = orderSchema().safeParse(candidate);
  const issues = result.success ? [] : result.error.issues;
  if (issues.length > 0) problems.push(...problemsOfIssues(issues, draft, columns, cells.lines, problems));
  if (problems.length > 1) problems.sort(byRowAndColumn);
  const warnings =
    problems.length === 0 ? cells.notes.warnings : cells.notes.warnings.filter(isElsewhere(problems));
  if (warnings.length > 1) warnings.sort(byRowAndColumn);
  const articles = arePlain(cells.lines, draft, columns) ? none : cells.lines;
  const payload = result.success && problems.length === 0 ? result.data : null;
  const content = contentOf(cells, columns, payload, problems);
  const fingerprint = content && fingerprintOf(ref, content);
  return {
    ref,
    rowNumbers,
    payload,
    fingerprint,
    problems: orNone(problems),
    warnings: orNone(warnings),
    fixes: orNone(fixes),
    articles,
  };
}

function orNone<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list;
}

/** True if each row simply has a Variant ID and a quantity of its own, and says which order it belongs to. */
function arePlain(lines: readonly Article[], { rows, ref }: OrderDraft, columns: Columns): boolean {
  const sayTheirOrder = rows.length === 1 || (ref !== "" && rows.every((row) => refOf(row, columns) === ref));
  return (
    lines.length === rows.length && sayTheirOrder && lines.every((line) => line.codeField === "variantId")
  );
}

/** What stops the order at a cell makes a warning about that cell idle, or untrue. */
function isElsewhere(problems: readonly ProblemPlace[]): (warning: ProblemPlace) => boolean {
  return (warning) => !problems.some((problem) => byRowAndColumn(problem, warning) === 0);
}

function byRowAndColumn(one: ProblemPlace, other: ProblemPlace): number {
  return one.rowNumber - other.rowNumber || (one.columnIndex ?? -1) - (other.columnIndex ?? -1);
}
