import * as fc from "fast-check";
import { readOrderId } from "../../src/bitbybit/order-id";
import type { Entry } from "../../src/journal/entry";
import {
  byteLength,
  decodeBatch,
  decodeContents,
  decodeKept,
  decodeRuns,
  encodeContents,
  encodeHead,
  encodeKept,
  encodeResults,
  encodeRuns,
  entriesPerPart,
  maxValueBytes,
  partCount,
} from "../../src/journal/record-format";
import { formatSendKey } from "../../src/orders/send-key";
import { base32Alphabet } from "../../src/text/base32";
import { anyCharacter } from "../any-character";
import { sendKeyOf } from "../orders/send-keys";
import { anyEntry } from "./any-entries";
import { absent, batchOf, created, entryOf, pending, rejected, requestIdOf } from "./entries";

/** The API's words are kept up to here. */
const kept = (entry: Entry): Entry => {
  const { state } = entry;
  if (state.kind !== "rejected") return entry;
  return {
    ...entry,
    state: { ...state, code: state.code.slice(0, 160), message: state.message.slice(0, 160) },
  };
};

const someEntries = (minLength: number, maxLength: number) => fc.array(anyEntry, { minLength, maxLength });

describe("a batch's record", () => {
  test("gives back what was written, odd characters and long texts included", () => {
    fc.assert(
      fc.property(someEntries(1, 8), fc.boolean(), (entries, logged) => {
        const batch = batchOf(entries, { id: "x-1", logged });
        const decoded = decodeBatch("x-1", encodeHead(batch), encodeResults(entries));
        expect(decoded).toEqual({ ...batch, entries: entries.map(kept) });
      }),
      { seed: 301 },
    );
  });

  test("of a hundred orders fits, with the longest IDs of any script and numbers as long", () => {
    for (const sign of ["x", "é", "字", '"', "\\", "😀"]) {
      const entries = Array.from({ length: 100 }, (_, index) => {
        const end = `${index}-`;
        const orderId = readOrderId(end + sign.repeat(200), "")?.id ?? "";
        return entryOf(created(orderId, { orderNumber: "N".repeat(200) }), { requestId: requestIdOf(index) });
      });
      const parts = encodeResults(entries);
      for (const text of [encodeHead(batchOf(entries)), ...parts])
        expect([sign, byteLength(text) <= maxValueBytes]).toEqual([sign, true]);
      const states = decodeBatch("b1", encodeHead(batchOf(entries)), parts)?.entries.map(
        ({ state }) => state,
      );
      expect(states).toMatchObject(
        entries.map(({ state }) => ({ kind: "created", orderId: "orderId" in state && state.orderId })),
      );
    }
  });

  test("says that orders were made twice even if their IDs do not fit", () => {
    const alsoMade = Array.from({ length: 60 }, (_, index) => `${index}`.padStart(200, "x"));
    const twice = entryOf(created("ord_1", { alsoMade }));
    const [part = ""] = encodeResults([twice]);
    const [keptText = ""] = encodeKept([twice]);
    const wanted = [entryOf(created("ord_1", { alsoMade: ["…"] }))];
    expect(byteLength(part)).toBeLessThanOrEqual(maxValueBytes);
    expect(decodeBatch("b1", encodeHead(batchOf([twice])), [part])?.entries).toEqual(wanted);
    expect(decodeKept(keptText)).toEqual(wanted);
  });

  test("keeps room for its results from the beginning: IDs of 200 characters never need more", () => {
    const requests = Array.from({ length: 100 }, (_, index) => ({ requestId: requestIdOf(index) }));
    const opened = encodeResults(requests.map((key) => entryOf(pending, key)));
    const closed = encodeResults(requests.map((key) => entryOf(created("x".repeat(200)), key)));
    expect(closed).toHaveLength(opened.length);
    closed.forEach((text, index) => {
      expect(byteLength(text)).toBeLessThanOrEqual(byteLength(opened[index] ?? ""));
    });
  });

  test("without results, as after a kill in the midst of writing, says that nobody saw an answer", () => {
    const entries = Array.from({ length: entriesPerPart + 1 }, (_, index) =>
      entryOf(created(`ord_${index}`), { requestId: requestIdOf(index) }),
    );
    const [first] = encodeResults(entries);
    const decoded = decodeBatch("b1", encodeHead(batchOf(entries)), [first, undefined]);
    expect(decoded?.entries[0]?.state).toEqual(created("ord_0"));
    expect(decoded?.entries[entriesPerPart]).toEqual({ ...entries[entriesPerPart], state: pending });
  });

  test("that is cut anywhere, or has one part cut, is no record", () => {
    const entries = [entryOf(created("ord_1")), entryOf(rejected, { requestId: "00000002" })];
    const head = encodeHead(batchOf(entries));
    const [part = ""] = encodeResults(entries);
    for (let length = 0; length < head.length; length += 1)
      expect(decodeBatch("b1", head.slice(0, length), [part])).toBeNull();
    for (let length = 0; length < part.trimEnd().length; length += 1)
      expect(decodeBatch("b1", head, [part.slice(0, length)])).toBeNull();
  });

  const head = {
    v: 1,
    run: "A9C3",
    sheet: 7,
    at: 1_000,
    logged: 0,
    keys: formatSendKey(sendKeyOf()),
    refs: "-",
  };
  test.each<[string, object, string]>([
    ["of a newer version", { ...head, v: 2 }, "[0]"],
    ["without a version", { ...head, v: undefined }, "[0]"],
    ["with a key that was typed", { ...head, keys: "T7K2M" }, "[0]"],
    ["with a key too many", { ...head, keys: `${head.keys} ${head.keys}` }, "[0]"],
    ["with a ref too many", { ...head, refs: "- -" }, "[0]"],
    ["without a run", { ...head, run: 5 }, "[0]"],
    ["without a time", { ...head, at: "yesterday" }, "[0]"],
    ["without a sheet", { ...head, sheet: null }, "[0]"],
    ["with a result too many", head, "[0,0]"],
    ["with results that are no list", head, '{"0":0}'],
    ["with a result of a kind that nobody knows", head, '[["z",1]]'],
    ["with a created order that has no ID", head, '[["c",1,"","","answer"]]'],
    ["with an ID that is a number", head, '[["c",1,5,"","answer"]]'],
    ["with a created order of an unknown source", head, '[["c",1,"ord_1","","magic"]]'],
    ["with an unknown reason for not sending", head, '[["n",1,"weather"]]'],
    ["with an unknown reason for a doubt", head, '[["u",1,"__proto__"]]'],
    ["with a result without a time", head, '[["a"]]'],
    ["with a result that is a text", head, '["created"]'],
  ])("%s is no record", (_, record, results) => {
    expect(decodeBatch("b1", JSON.stringify(record), [results])).toBeNull();
  });

  test("that somebody wrote by hand and that says the same is one", () => {
    expect(decodeBatch("b1", JSON.stringify(head), ['[["a",5]]'])?.entries).toEqual([
      entryOf(absent, {}, { atMs: 5 }),
    ]);
  });

  test("never throws, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.oneof(fc.json(), fc.string()), (one, other) => {
        expect(decodeBatch("b1", one, [other])).toBeNull();
        expect(decodeKept(one)).toBeNull();
        expect(decodeContents(one)).toBeNull();
        expect(decodeRuns(one)).toBeNull();
        expect(partCount(one)).toBe(0);
      }),
      { seed: 302 },
    );
  });
});

describe("the record of created orders", () => {
  test("gives back what was written, in as many texts as are needed, each of which fits", () => {
    fc.assert(
      fc.property(someEntries(1, 120), (entries) => {
        const texts = encodeKept(entries);
        for (const text of texts) expect(byteLength(text)).toBeLessThanOrEqual(maxValueBytes);
        expect(texts.flatMap((text) => decodeKept(text) ?? [])).toEqual(
          entries.map((entry) => (entry.state.kind === "pending" ? { ...entry, atMs: 0 } : kept(entry))),
        );
      }),
      { seed: 303, numRuns: 30 },
    );
  });

  test("that is cut anywhere is no record", () => {
    const [text = ""] = encodeKept([entryOf(created("ord_1"))]);
    for (let length = 0; length < text.length; length += 1)
      expect(decodeKept(text.slice(0, length))).toBeNull();
  });
});

describe("the record of contents", () => {
  const anyContent = fc.string({ unit: fc.constantFrom(...base32Alphabet), minLength: 13, maxLength: 13 });

  const anyRun = fc.string({ unit: fc.constantFrom(...base32Alphabet), minLength: 4, maxLength: 4 });

  test("gives back what was written, twice what was there twice, though each order had its own run", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyContent, anyRun), { minLength: 1, maxLength: 480 }), (orders) => {
        const record = { contents: orders.map(([one]) => one), runs: orders.map(([, run]) => run) };
        const text = encodeContents(record);
        expect(byteLength(text)).toBeLessThanOrEqual(maxValueBytes);
        expect(decodeContents(text)).toEqual(record);
      }),
      { seed: 304, numRuns: 50 },
    );
  });

  test("of version 0.1.0 is read, and of any run", () => {
    expect(decodeContents('{"v":1,"contents":"TF6D9B2C1E4MA"}')).toEqual({
      contents: ["TF6D9B2C1E4MA"],
      runs: null,
    });
  });

  test.each(['{"v":1,"contents":"TF6D9"}', '{"v":1,"contents":"tf6d9b2c1e4ma"}', '{"v":2,"contents":""}'])(
    "%s is none",
    (text) => {
      expect(decodeContents(text)).toBeNull();
    },
  );
});

describe("the record of runs", () => {
  test("gives back what was written", () => {
    const runs = [
      { id: "A9C3", opened: 3, folded: 2, folding: ["x-1", "x-2"] },
      { id: "0000", opened: 0, folded: 0, folding: [] },
    ];
    const kept = new Map([
      ["A9C3", 5],
      ["0000", 0],
    ]);
    expect(decodeRuns(encodeRuns({ runs, kept }))).toEqual({ runs, kept });
  });

  test("of version 0.1.0, which did not count the kept orders, is read", () => {
    expect(decodeRuns('{"v":1,"runs":[["A9C3",3,2,"x-1"]]}')).toEqual({
      runs: [{ id: "A9C3", opened: 3, folded: 2, folding: ["x-1"] }],
      kept: new Map([["A9C3", 0]]),
    });
  });

  test("of 150 runs that each fold a hundred batches at most once fits", () => {
    const runs = Array.from({ length: 150 }, (_, index) => ({
      id: requestIdOf(index).slice(-4),
      opened: 1_000_000,
      folded: 999_999,
      folding: index === 0 ? Array.from({ length: 40 }, (_, batch) => `ABCDEF-${batch}`) : [],
    }));
    expect(
      byteLength(encodeRuns({ runs, kept: new Map(runs.map(({ id }) => [id, 1_000])) })),
    ).toBeLessThanOrEqual(maxValueBytes);
  });

  test.each([
    '{"v":1,"runs":[["A9C3",1]]}',
    '{"v":1,"runs":["A9C3"]}',
    '{"v":1,"runs":{}}',
    '{"v":9,"runs":[]}',
  ])("%s is none", (text) => {
    expect(decodeRuns(text)).toBeNull();
  });
});

test("bytes are counted as UTF-8 counts them", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(byteLength(text)).toBe(Buffer.byteLength(text));
    }),
    { seed: 305 },
  );
});
