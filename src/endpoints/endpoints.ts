import type { RunKind } from "../receipt/progress";
import type { Done } from "./answers";
import type { ColumnsAnswer, ColumnsChoice } from "./columns";
import type { PreviewAnswer } from "./preview";
import type { FixAnswer, ProblemList } from "./problems";
import type { ListedRows, PlanAnswer, RunAnswer } from "./runs";
import type { ConnectionAnswer, SettingsAnswer, SettingsChange } from "./settings";
import type { SidebarState } from "./sidebar-state";

/**
 * What the sidebar can call on the server through `google.script.run`, with the shapes of both directions. Everything
 * here survives the JSON copying of that call: no Date, no function, no undefined inside arrays. The page works if an
 * optional field is left out, and shows less.
 */
export interface Endpoints {
  /** Everything the sidebar shows when it opens. */
  getState(): SidebarState;
  /**
   * What would happen to the selection; sends nothing, writes nothing. With `rows`, those rows stand for the selection,
   * whatever is selected: every order with a row among them counts, with all of its rows. A check needs no API key.
   */
  planRun(kind: RunKind, rows?: ListedRows): PlanAnswer;
  /** Starts the run that `planRun` described, works for one step, and tells how far it came. */
  startRun(kind: RunKind, token: string, rows?: ListedRows): RunAnswer;
  /** Continues a run for one more step. First recovers what an earlier, broken-off step left behind. */
  continueRun(runId: string): RunAnswer;
  /** Asks the run to stop between two batches; what was sent gets its result, the rest is Not sent. */
  stopRun(runId: string): RunAnswer;
  /** What will be sent for the first selected row, with all rows of its order; sends nothing, writes nothing. */
  previewRow(): PreviewAnswer;
  /** The rows of the active sheet that need a person. */
  getProblems(): ProblemList;
  /** Selects a cell of a sheet for the user, as a click would. `cell` in A1 notation. */
  selectCell(sheetId: number, cell: string): Done;
  /**
   * Writes the certain cure into every cell of one cause, at most 100 a call. Reads each cell first and leaves alone a
   * formula and a cell that no longer holds what was listed.
   */
  fixCells(sheetId: number, cause: string): FixAnswer;
  /** Puts back what `fixCells` replaced, for as long as the cells still hold what it wrote. */
  undoFix(undoToken: string): FixAnswer;
  /**
   * How the columns of the active sheet are read. `headerRow` (1-based) reads them below another header row than the
   * saved or found one; saves nothing.
   */
  getColumns(headerRow?: number): ColumnsAnswer;
  /** Saves which column is read for which field. Refused if the header row is not as it was shown any more. */
  saveColumns(choice: ColumnsChoice): ColumnsAnswer;
  /** Saves what the user typed; a field left out stays as it is. The API key never comes back. */
  saveSettings(change: SettingsChange): SettingsAnswer;
  /** Removes the API key from this user's properties. */
  forgetKey(): SettingsAnswer;
  /**
   * Lists one order and says what works, or what is wrong and how to fix it. `typed` holds a key or address that is in
   * the page's fields and not saved; it is tested in place of the saved one, and not saved.
   */
  testConnection(typed?: Pick<SettingsChange, "apiKey" | "apiAddress">): ConnectionAnswer;
}
