import type { RunWords } from "../run/words";
import type { Catalogue } from "./catalogue";

/** The words that a run writes into cells. `time` puts a moment into words, in the spreadsheet's time zone. */
export function runWords({ cells, runs }: Catalogue, time: (atMs: number) => string): RunWords {
  return {
    time,
    entry: cells.entry,
    review: (review) => cells.review(review, time),
    problems: cells.problems,
    note: cells.note,
    unresolved: (doubt, untilMs) => cells.unresolved(doubt, untilMs === null ? "" : time(untilMs)),
    progress: runs.progress,
  };
}
