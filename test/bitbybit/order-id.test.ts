import * as fc from "fast-check";
import { maxIdBytes, readOrderId } from "../../src/bitbybit/order-id";
import { anyCharacter } from "../any-character";

const apiKey = "bbb_test_kx7Qm2Vd9Rw4Tz8Lp3Hs6Nf1";

describe("an order's ID", () => {
  test("of ordinary length is kept to the letter", () => {
    for (const id of ["ord_1", "x".repeat(200), "é 😀 =A1"])
      expect(readOrderId(id, apiKey)).toEqual({ id, fault: null });
  });

  test("of nothing but spaces is none", () => {
    for (const id of ["", " ", "\n\t"]) expect(readOrderId(id, apiKey)).toBeNull();
  });

  test("that is too long keeps its beginning and gets a hash", () => {
    const found = readOrderId("y".repeat(60_000), apiKey);
    expect(found?.fault).toBe("long");
    expect(found?.id).toMatch(/^y{150}…[0-9A-Z]{12}$/);
  });

  test("is measured in the bytes that keeping it takes, whatever its script", () => {
    for (const id of ["字".repeat(67), '"'.repeat(101), "😀".repeat(51), "é".repeat(101)])
      expect(readOrderId(id, apiKey)?.fault).toBe("long");
    expect(readOrderId("字".repeat(66), apiKey)?.fault).toBeNull();
  });

  test("that holds the API key shows nothing of it", () => {
    expect(readOrderId(`ord_${apiKey}`, apiKey)).toMatchObject({ fault: "unfit" });
    expect(readOrderId(`ord_${apiKey}`, apiKey)?.id).toMatch(/^ord_bbb_……[0-9A-Z]{12}$/);
  });

  test("always becomes the same short, clean line, and two IDs stay two", () => {
    const anyId = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 300 }),
      fc.string({ minLength: 190, maxLength: 300 }),
      fc.constantFrom("a\ud800", "a\udc00", "a\n", "a ", `${"x".repeat(149)}😀${"x".repeat(60)}`),
    );
    fc.assert(
      fc.property(anyId, anyId, (one, other) => {
        const kept = readOrderId(one, apiKey);
        if (!kept) return;
        expect(Buffer.byteLength(JSON.stringify(kept.id)) - 2).toBeLessThanOrEqual(maxIdBytes);
        expect(kept.id).toBe(kept.id.trim());
        expect(kept.id).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
        expect(readOrderId(kept.id, apiKey)).toEqual({ id: kept.id, fault: null });
        expect(readOrderId(one, apiKey)).toEqual(kept);
        if (one !== other) expect(readOrderId(other, apiKey)?.id).not.toBe(kept.id);
      }),
      { seed: 91 },
    );
  });
});
