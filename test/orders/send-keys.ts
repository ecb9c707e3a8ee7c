import type { SendKey } from "../../src/orders/send-key";

/** A key for tests; `parts` replace its own. */
export function sendKeyOf(parts: Partial<SendKey> = {}): SendKey {
  return {
    environment: "test",
    apiKeyHash: "7K2M",
    requestId: "5Q8ZR1WX",
    attempt: 1,
    runId: "A9C3",
    fingerprint: "F6D9B2C1E4MA",
    rowCount: 1,
    ...parts,
  };
}
