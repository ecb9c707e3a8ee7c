import type { Entry } from "../../src/journal/entry";
import { defaultJournalLimits } from "../../src/journal/fold";
import { encodeContents, encodeKept } from "../../src/journal/record-format";
import { contentsPrefix, keptPrefix } from "../../src/journal/records";
import { base32Alphabet } from "../../src/text/base32";
import type { RandomSource } from "./random-source";
import type { World } from "./world";

/** What a record of either kind holds at the most, in bytes. */
const recordBytes = 9_000;

/**
 * Leaves in the journal what some 15,000 orders of earlier days have left there, all of other content: then there is room for
 * nothing that need not be kept, and each order that is kept lets an old one be forgotten.
 */
export function fillJournal(
  { clock, spreadsheet, stores }: Pick<World, "clock" | "spreadsheet" | "stores">,
  random: RandomSource,
): void {
  const texts: Record<string, string> = {};
  const text = (length: number) =>
    Array.from({ length }, () => base32Alphabet[random.between(0, base32Alphabet.length - 1)]).join("");
  const entryOf = (): Entry => ({
    key: {
      ...{ environment: "test", apiKeyHash: text(4), requestId: text(8), attempt: 1, runId: "0000" },
      ...{ fingerprint: text(12), rowCount: 1 },
    },
    refHash: text(4),
    sheetId: 0,
    atMs: clock.now() - 86_400_000,
    state: { kind: "created", orderId: `ord_${text(16)}`, orderNumber: "#1", by: "answer", alsoMade: [] },
  });
  const { maxKeptBytes, maxContentsBytes } = defaultJournalLimits;
  for (let bytes = 0, number = 1; bytes + recordBytes < maxKeptBytes; number += 1) {
    const [record = ""] = encodeKept(Array.from({ length: 70 }, entryOf));
    texts[keptPrefix + String(number).padStart(6, "0")] = record;
    bytes += record.length;
  }
  for (let bytes = 0, number = 1; bytes + recordBytes < maxContentsBytes; number += 1) {
    const contents = Array.from({ length: 480 }, () => `T${text(12)}`);
    const record = encodeContents({ contents, runs: ["0000"] });
    texts[contentsPrefix + String(number).padStart(6, "0")] = record;
    bytes += record.length;
  }
  stores.documentProperties(spreadsheet.id).setAll(texts);
}
