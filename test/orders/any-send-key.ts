import * as fc from "fast-check";
import type { SendKey } from "../../src/orders/send-key";
import { base32Alphabet } from "../../src/text/base32";

/** Base-32 text of a fixed length. */
function base32Text(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...base32Alphabet), minLength: length, maxLength: length });
}

/** Any key that the add-on can write. */
export const anySendKey: fc.Arbitrary<SendKey> = fc.record({
  environment: fc.constantFrom("test" as const, "live" as const),
  apiKeyHash: base32Text(4),
  requestId: base32Text(8),
  attempt: fc.integer({ min: 1, max: 31 }),
  runId: base32Text(4),
  fingerprint: base32Text(12),
  rowCount: fc.integer({ min: 1, max: 999_999 }),
});
