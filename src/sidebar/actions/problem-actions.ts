import type { FixAnswer, ProblemItem } from "../../endpoints/problems";
import type { RunKind } from "../../receipt/progress";
import type { PageParts } from "../page-parts";
import { type ProblemGroup, rowsOf } from "../state/problem-groups";
import type { RunActions } from "./run-actions";

/** What the user can do in the Problems tab. */
export interface ProblemActions {
  /** Reads the problems anew; those shown stay until the new ones are there. Only the newest reading is shown. */
  read(): Promise<void>;
  /** Goes to the cell. */
  select(item: ProblemItem): Promise<void>;
  /** Runs something on the rows of a group, whatever is selected in the sheet. */
  runOn(kind: RunKind, group: ProblemGroup, opener: string): Promise<void>;
  /** Sends one order again, at the user's word that it is not in bitbybit. */
  sendAgain(item: ProblemItem, opener: string): Promise<void>;
  /** Writes the certain cures of a group into their cells, then shows what is left. */
  fix(group: ProblemGroup): Promise<void>;
  /** Puts back what the last fix replaced. */
  undo(): Promise<void>;
}

/** Makes them. */
export function problemActions(parts: PageParts, runs: RunActions): ProblemActions {
  const { server, state, dispatch, failureOf } = parts;
  let readNumber = 0;

  const read = async () => {
    readNumber += 1;
    const number = readNumber;
    dispatch({ type: "problemsAsked" });
    try {
      const list = await server.getProblems();
      if (number === readNumber) dispatch({ type: "problemsRead", list });
    } catch (error) {
      dispatch({ type: "problemsFailed", failure: failureOf(error) });
    }
  };

  const change = async (cause: string, call: () => Promise<FixAnswer>) => {
    dispatch({ type: "fixAsked", cause });
    try {
      dispatch({ type: "fixAnswered", answer: await call() });
      await read();
    } catch (error) {
      dispatch({ type: "fixFailed", failure: failureOf(error) });
    }
  };

  return {
    read,
    select: async ({ sheetId, cell }) => {
      try {
        const { ok, message } = await server.selectCell(sheetId, cell);
        const said = message;
        dispatch({
          type: "problemsSaid",
          notice: message === "" ? null : { said, tone: ok ? "plain" : "bad" },
        });
      } catch (error) {
        const said = failureOf(error);
        dispatch({ type: "problemsSaid", notice: { said, tone: "bad" } });
      }
    },
    runOn: (kind, group, opener) =>
      runs.run({
        kind,
        place: "problems",
        opener,
        rows: rowsOf(group.items),
        starting: () => dispatch({ type: "rowsChecked", key: group.key, rows: group.rows }),
      }),
    sendAgain: (item, opener) =>
      runs.run({ kind: "sendAgain", place: "problems", opener, rows: rowsOf([item]) }),
    fix: ({ key, items }) => change(key, () => server.fixCells(items[0]?.sheetId ?? 0, key)),
    undo: () => change("", () => server.undoFix(state().problems.undoToken)),
  };
}
