import { madeOf } from "../../src/orders/order-record";
import { attempt, evidence } from "./order-sheet";
import { sendKeyOf } from "./send-keys";

describe("what is known of an order's attempts", () => {
  const key = sendKeyOf();
  const later = { ...sendKeyOf({ attempt: 2 }) };

  test("the latest counts", () => {
    const known = evidence(attempt(key, "unconfirmed"), { ...attempt(later, "notSent"), atMs: 2_000 });
    expect(known.byStem.get(key.stem)?.outcome).toBe("notSent");
  });

  test("but that it was created counts for ever", () => {
    const known = evidence(
      { ...attempt(key, "created", "ord_1"), atMs: 1 },
      { ...attempt(later, "notSent"), atMs: 9 },
    );
    expect(known.byStem.get(key.stem)).toMatchObject({ outcome: "created", orderId: "ord_1" });
  });

  test("an order is also known by its content, once it was created", () => {
    expect(madeOf(evidence(attempt(key, "unconfirmed")), "test", key.fingerprint)).toBeUndefined();
    const known = evidence(attempt(key, "created", "ord_1"));
    expect(madeOf(known, "test", key.fingerprint)?.orderId).toBe("ord_1");
  });

  test("a test order of the same content does not hide the live one", () => {
    const live = sendKeyOf({ environment: "live", stem: "L1V3L1V3" });
    const known = evidence(attempt(live, "created", "ord_live"), attempt(key, "created", "ord_test"));
    expect(madeOf(known, "live", key.fingerprint)?.orderId).toBe("ord_live");
    expect(madeOf(known, "test", key.fingerprint)?.orderId).toBe("ord_test");
  });
});
