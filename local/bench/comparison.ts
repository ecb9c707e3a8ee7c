import { seededRandom } from "../api/seeded-random";
import type { AddOnPassage } from "./add-on-contender";
import { boundOf } from "./bounds";
import type { Contender, Passage } from "./contender";
import type { ApiModel } from "./simulated-api";

/** One line of the table: a contender undisturbed, and once killed at a drawn moment and started again. */
export interface ComparisonLine {
  api: string;
  orders: number;
  contender: string;
  undisturbed: Passage;
  /** Undisturbed time by the bound; null if not every order was done, since giving up is no speed. */
  byBound: number | null;
  /** How many times as fast as row by row; null if either did not finish. */
  fasterThanRowByRow: number | null;
  /** Null for sheets larger than {@link mostKilled}. */
  killed: Passage | null;
}

/** Killed runs are measured up to so many orders: a larger sheet takes the minutes again and shows the same. */
const mostKilled = 1_000;

/** The two APIs that everything is measured against. */
export const apiModels: readonly { name: string; model: ApiModel }[] = [
  { name: "100 a minute", model: { limit: 100, answerMs: 300 } },
  { name: "no limit felt", model: { limit: 1_000_000, answerMs: 300 } },
];

/** Measures every contender, the first of which is the one that the others' speed is compared with. */
export function compare(
  contenders: readonly Contender[],
  sizes: readonly number[],
  onLine: (line: ComparisonLine) => void = () => {},
): ComparisonLine[] {
  const random = seededRandom(2026);
  const lines: ComparisonLine[] = [];
  for (const { name, model } of apiModels) {
    for (const orders of sizes) {
      // The same share of each contender's own time, so that none is killed at a kinder moment than the others.
      const killShare = 0.1 + 0.8 * random();
      let slowest = 0;
      for (const contender of contenders) {
        const undisturbed = contender.run({ orders, api: model, killAtMs: null });
        const killed =
          orders > mostKilled
            ? null
            : contender.run({ orders, api: model, killAtMs: killShare * undisturbed.elapsedMs });
        const finished = undisturbed.done === orders;
        if (contender === contenders[0] && finished) slowest = undisturbed.elapsedMs;
        const line = {
          api: name,
          orders,
          contender: contender.name,
          undisturbed,
          byBound: finished ? undisturbed.elapsedMs / boundOf(orders, model).ms : null,
          fasterThanRowByRow: finished && slowest > 0 ? slowest / undisturbed.elapsedMs : null,
          killed,
        };
        lines.push(line);
        onLine(line);
      }
    }
  }
  return lines;
}

/** True for a passage of this add-on. */
export function isAddOnPassage(passage: Passage): passage is AddOnPassage {
  return "costs" in passage;
}
