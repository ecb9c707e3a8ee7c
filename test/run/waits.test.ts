import { absentFromMs, answeredWaitMs, claimedWaitMs } from "../../src/run/waits";
import { attempt } from "../orders/order-sheet";
import { sendKeyOf } from "../orders/send-keys";

describe("when an order may be called absent", () => {
  const key = sendKeyOf();

  test("60 s after an answer or exception that somebody saw", () => {
    expect(answeredWaitMs).toBe(60_000);
    expect(absentFromMs({ ...attempt(key, "unconfirmed"), atMs: 5 })).toBe(60_005);
  });

  test("12 minutes after a claim of which nobody saw the end", () => {
    expect(claimedWaitMs).toBe(720_000);
    expect(absentFromMs({ ...attempt(key, "pending"), atMs: 5 })).toBe(720_005);
  });
});
