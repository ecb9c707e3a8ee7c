import { english } from "../../../src/messages/english/english";
import { textsOf } from "../../../src/messages/texts/texts";
import type { WarningDetail } from "../../../src/orders/check/finding";
import { expectReadable } from "../sentences";

const { fixed: fixedText, notOrder: notOrderText, warning: warningText } = textsOf(english).findings;

const place = { rowNumber: 4, columnIndex: 4, field: "phone" } as const;

test.each<[WarningDetail, string, string]>([
  [{ kind: "phoneLength" }, "12345", '"12345" does not have 7 to 15 digits; check the phone number'],
  [
    { kind: "phonePrefix", suggestion: "+62812" },
    "812",
    '"812" may have lost its + or 0; +62812 is probably meant',
  ],
  [
    { kind: "zipLength", country: "ID", suggestion: "04011" },
    "4011",
    '"4011" has another length than postal codes of ID; 04011 is probably meant',
  ],
  [
    { kind: "phoneText", suggestion: null },
    "0812 / 0813",
    '"0812 / 0813" holds more than a phone number; type one number alone',
  ],
  [{ kind: "largeQuantity" }, "1000", '"1000" is a large quantity; check it'],
  [{ kind: "idAddress" }, "https://x.y", '"https://x.y" is a web address; type the ID alone'],
  [
    { kind: "unlistedVariant", nearest: ["var_1", "var_2"] },
    "var_3",
    '"var_3" is not among bitbybit\'s products; perhaps var_1 or var_2 is meant',
  ],
  [
    { kind: "unitColumn", pieces: 12 },
    "lusin",
    'the unit is "lusin", but the quantity is sent as it stands; if 12 pieces each are meant, type their number',
  ],
  [
    { kind: "refMissing", otherRowNumber: 2, otherFound: "R1" },
    "",
    'empty, so this is an order of its own; type "R1", as in row 2, if both are one order',
  ],
  [
    { kind: "refCase", otherRowNumber: 2, otherFound: "R1" },
    "r1",
    '"r1" differs from "R1" in row 2 by letter case alone; these are two orders',
  ],
  [
    { kind: "refZeros", otherRowNumber: 2, otherFound: "001" },
    "1",
    '"1" and "001" in row 2 differ by zeros alone; these are two orders',
  ],
])("a warning in words: %j", (detail, found, words) => {
  expect(warningText({ ...place, found, ...detail })).toBe(`E4 Phone: ${words}`);
});

test("a warning about a column that is not read names its cell", () => {
  expect(warningText({ ...place, field: null, found: "Batal", kind: "cancelled" })).toBe(
    'E4: the shop says "Batal" of this order; leave the row out if it is not to be sent',
  );
});

test("what was put right is said with what is read", () => {
  expect(fixedText({ ...place, kind: "apostrophe", found: "'0812", text: "0812" })).toBe(
    'E4 Phone: the apostrophe does not count; read as "0812"',
  );
});

test("a row that is no order is said with its reason", () => {
  expect(notOrderText(9, "total")).toBe("Row 9 is no order: it holds a total.");
  for (const reason of ["repeatedHeader", "example", "note"] as const)
    expectReadable(notOrderText(9, reason));
});
