import type { Problem } from "../orders/check/problem";
import type { CheckedOrder } from "../orders/order";

/** What separates the problems of one row in its Message cell. */
export const problemSeparator = " · ";

/**
 * The Message of each row of an order with problems, by row number: its own problems, or which rows are at fault. Empty
 * for an order without problems.
 */
export function rowMessagesWith(
  problemText: (problem: Problem) => string,
  faultInOtherRows: (rowNumbers: readonly number[]) => string,
  { rowNumbers, problems }: Pick<CheckedOrder, "rowNumbers" | "problems">,
): Map<number, string> {
  if (problems.length === 0) return new Map();
  const ofRow = new Map<number, Problem[]>();
  for (const problem of problems)
    ofRow.set(problem.rowNumber, [...(ofRow.get(problem.rowNumber) ?? []), problem]);
  const faultless = faultInOtherRows([...ofRow.keys()]);
  return new Map(
    rowNumbers.map((rowNumber) => {
      const own = ofRow.get(rowNumber);
      return [rowNumber, own === undefined ? faultless : own.map(problemText).join(problemSeparator)];
    }),
  );
}
