import type { Columns } from "./columns";
import type { CheckedOrder, OrderDraft } from "./order";
import { candidateOf } from "./order-candidate";
import { readOrderCells } from "./order-cells";
import { orderSchema } from "./order-schema";
import type { Problem } from "./problem";
import { problemsOfIssues } from "./schema-problems";

/** Reads and checks one order. Every problem of every row is told, by row and column; without any there is a payload. */
export function checkOrder(draft: OrderDraft, columns: Columns): CheckedOrder {
  const { ref, rowNumbers } = draft;
  const cells = readOrderCells(draft, columns);
  const result = orderSchema().safeParse(candidateOf(cells));
  if (result.success && cells.problems.length === 0) {
    return { ref, rowNumbers, payload: result.data, problems: [] };
  }
  const issues = result.success ? [] : result.error.issues;
  const problems = [...cells.problems, ...problemsOfIssues(issues, draft, columns, cells.problems)];
  return { ref, rowNumbers, payload: null, problems: problems.sort(byRowAndColumn) };
}

function byRowAndColumn(one: Problem, other: Problem): number {
  return one.rowNumber - other.rowNumber || (one.columnIndex ?? -1) - (other.columnIndex ?? -1);
}
