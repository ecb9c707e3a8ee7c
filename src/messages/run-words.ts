import type { RunWords } from "../ports/words";
import { type Catalogue, isMessage } from "./catalogue";

/** The words that a run writes into cells. `time`: a moment as `Updated at` shows it, in the spreadsheet's time zone. */
export function runWords({ cells, runs, moment }: Catalogue, time: (atMs: number) => string): RunWords {
  const inSentences = (atMs: number) => moment(time(atMs));
  return {
    time,
    entry: cells.entry,
    review: (review) => cells.review(review, inSentences),
    problems: cells.problems,
    note: cells.note,
    unresolved: ({ doubt, untilMs, orderId }) =>
      cells.unresolved(doubt, untilMs === null ? "" : inSentences(untilMs), orderId),
    isMessage,
    progress: runs.progress,
  };
}
