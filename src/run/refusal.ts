import { english } from "../messages/english";
import { RunRefused } from "./execution";
import { SheetFault } from "./ports";

/**
 * The sentence for whatever ended a run. Texts of the platform's exceptions are not shown: they hold addresses and words
 * for programmers, and say nothing of what became of the rows.
 */
export function refusalText(thrown: unknown): string {
  if (thrown instanceof RunRefused) return thrown.message;
  if (thrown instanceof SheetFault) {
    if (thrown.kind === "refused") return english.runs.refused(thrown.cell);
    return thrown.kind === "gone" ? english.runs.columnsGone : english.runs.sheetsFault;
  }
  return english.runs.unexpected;
}
