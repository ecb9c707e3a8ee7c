import { emptyReceipt } from "../../src/receipt/receipt";
import type { RunRecord } from "../../src/receipt/run-record";

/** A run that is under way; `parts` replace its own. */
export function runOf(parts: Partial<RunRecord>): RunRecord {
  return {
    id: "A9C3",
    kind: "create",
    userName: "",
    environment: "test",
    apiKeyHash: "AAAA",
    sheetId: 7,
    sheetName: "Orders",
    startedAtMs: 0,
    workedAtMs: 0,
    queued: 0,
    before: emptyReceipt(),
    hiddenRows: 0,
    sent: false,
    created: false,
    end: null,
    receipt: emptyReceipt(),
    madeTwice: 0,
    ...parts,
  };
}
