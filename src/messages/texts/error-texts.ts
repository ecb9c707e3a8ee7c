import type { RunProblem } from "../../ports/run-error";
import type { EndReason } from "../../receipt/run-record";
import type { RunReport } from "../../run/run-report";
import type { Words } from "../english/english";
import { quoted } from "../found-value";
import type { headerTexts } from "./header-texts";
import type { outcomeTexts } from "./outcome-texts";

/** Problems that are one sentence each. */
export type PlainRunProblem = Exclude<
  RunProblem["code"],
  "headers" | "userOwnedCells" | "unreadableRecords" | "askColumns" | "noPermission" | "cellsHit"
>;

/** Cells that were hit, each with what stood there. */
export function hitCells(
  { errors: words, amounts }: Pick<Words, "errors" | "amounts">,
  cells: readonly { cell: string; had: string }[],
): string {
  return amounts.listed(
    cells.map(({ cell, had }) => words.cellHad(cell, had === "" ? words.nothing : quoted(had))),
  );
}

/** What ends a run, or keeps it from starting. */
export function errorTexts(
  { errors: words, runs, amounts }: Words,
  headers: ReturnType<typeof headerTexts>,
  outcomes: ReturnType<typeof outcomeTexts>,
) {
  const noPermission = ({ missing, willAsk }: Extract<RunProblem, { code: "noPermission" }>) =>
    words.noPermission(amounts.listed(missing.map((permission) => words.permissions[permission])), willAsk);

  const columnsMoved = ({ cells }: Pick<Extract<EndReason, { why: "columnsMoved" }>, "cells">) =>
    cells.length === 0 ? words.columnMoved : words.cellsHit(hitCells({ errors: words, amounts }, cells));

  return {
    /** Something that nobody expected. It still says what happened to the rows. */
    unexpected: words.unexpected,
    /** What ended a run, or kept it from starting, and what to do. */
    problem: (problem: RunProblem): string => {
      switch (problem.code) {
        case "headers":
          return problem.isEmpty ? words.emptySheet : headers.problems(problem.problems, problem.similar);
        case "userOwnedCells":
          return headers.userOwnedCells(problem.cells);
        case "unreadableRecords":
          return runs.unreadable(problem.count);
        case "askColumns":
          return words.askColumns[problem.because];
        case "cellsHit":
          return columnsMoved(problem);
        case "noPermission":
          return noPermission(problem);
        default:
          return words.problems[problem.code];
      }
    },
    /** Why a run ended, or waits for a person; "" for one that simply came to its end. */
    end: (end: NonNullable<RunReport["end"]>, time: (atMs: number) => string): string => {
      switch (end.why) {
        case "done":
          return "";
        case "stoppedByUser":
          return words.stopped;
        case "stop":
          return end.reason === "limitTooLong"
            ? words.limitTooLong(time(end.untilMs ?? 0))
            : outcomes.stop(end.reason);
        case "notRecorded":
          return end.refusal === "unreadable" ? runs.unreadable(1) : words.problems.noRecord;
        case "columnsMoved":
          return columnsMoved(end);
        case "superseded":
        case "columnsGone":
        case "sheetGone":
          return words.problems[end.why];
        case "otherKey":
          return words.otherKey;
        case "stuck":
          return words.stuck(end.cell);
      }
    },
  };
}
