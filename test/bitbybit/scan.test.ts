import * as fc from "fast-check";
import { contentOfAnswer } from "../../src/bitbybit/answered-content";
import type { ListedOrder, OrderPage } from "../../src/bitbybit/answers";
import { referenceOf, withReference } from "../../src/bitbybit/reference";
import { sizeOfSent } from "../../src/bitbybit/reference-size";
import { type ListedStatus, orderStatuses } from "../../src/bitbybit/requests";
import {
  type AbsenceClaim,
  absenceDoubt,
  alikeOrder,
  assembleScan,
  maxScanPages,
  morePages,
  type PageReading,
  readPage,
  type StatusReading,
} from "../../src/bitbybit/scan";
import type { OrderPayload } from "../../src/orders/order";
import { sendKeyOf } from "../orders/send-keys";
import { answerOf } from "./answer";

const key = sendKeyOf();
const other = sendKeyOf({ requestId: "11111111" });
const payload = {
  lineItems: [{ productVariantId: "v", quantity: 1 }],
  shippingAddress: { firstName: "", lastName: "", phone: "", address1: "", city: "", province: "", zip: "" },
};

function order(id: string, parts: Partial<ListedOrder> = {}): ListedOrder {
  const content = contentOfAnswer(null);
  return { id, idFault: null, orderNumber: "", notes: "", tags: [], createdAtMs: null, content, ...parts };
}

const witness = order("ord_w", { notes: `Ring twice\n${referenceOf(other)}`, createdAtMs: 5 });

function pagesOf(orders: readonly ListedOrder[], total = orders.length): PageReading[] {
  const count = Math.max(1, Math.ceil(orders.length / 100));
  return Array.from({ length: count }, (_, index) => ({
    ok: true,
    page: { orders: orders.slice(index * 100, index * 100 + 100), unreadable: 0, total, hasMore: false },
  }));
}

/** A whole reading of a shop; `changes` replace the readings of a status. */
function readings(
  orders: Partial<Record<ListedStatus, ListedOrder[]>>,
  changes: Partial<Record<ListedStatus, Partial<StatusReading>>> = {},
): StatusReading[] {
  return orderStatuses.map((status) => {
    const pages = pagesOf(orders[status] ?? []);
    const again: PageReading = pages[0] ?? { ok: false, fault: "unasked" };
    return { status, pages, again, ...changes[status] };
  });
}

const page = (parts: Partial<OrderPage>): PageReading => ({
  ok: true,
  page: { orders: [], unreadable: 0, total: 0, hasMore: false, ...parts },
});

const claim: AbsenceClaim = {
  requestId: key.requestId,
  size: sizeOfSent({ ...payload, notes: "Ring" }, key, "notes"),
  laterOrderId: null,
  sent: null,
  sinceMs: 0,
  isKnown: () => false,
};

function doubt(reading: readonly StatusReading[], about: Partial<AbsenceClaim> = {}) {
  return absenceDoubt(assembleScan(reading, "notes"), { ...claim, ...about });
}

describe("a scan of the whole shop", () => {
  test("proves absence if every order was seen and a longer reference came back whole", () => {
    expect(doubt(readings({ active: [witness, order("a")], archived: [order("b")] }))).toBeNull();
  });

  test("finds an order by its own reference in any status, the earliest first, each once", () => {
    const one = order("late", { notes: referenceOf(key), createdAtMs: 9 });
    const two = order("early", { notes: referenceOf(key), createdAtMs: 3 });
    const scan = assembleScan(readings({ active: [one], refunded: [two], cancelled: [one] }), "notes");
    expect(scan.byRequestId.get(key.requestId)?.map(({ id }) => id)).toEqual(["early", "late"]);
    expect(scan.newestSeenMs).toBe(9);
    expect(absenceDoubt(scan, claim)).toBe("found");
  });

  test("still finds what it saw if it is inconclusive", () => {
    const found = order("x", { notes: referenceOf(key) });
    const broken = readings(
      { active: [found] },
      { archived: { pages: [{ ok: false, fault: "unreadable" }] } },
    );
    const scan = assembleScan(broken, "notes");
    expect(scan.inconclusive).toBe("unreadable");
    expect(scan.byRequestId.get(key.requestId)?.map(({ id }) => id)).toEqual(["x"]);
  });

  test("calls nothing absent that any order mentions, whoever wrote it there", () => {
    for (const mention of [
      { notes: `${referenceOf(key)}\nCalled the customer` },
      { tags: [referenceOf(key)] },
    ]) {
      const scan = assembleScan(readings({ active: [witness, order("x", mention)] }), "notes");
      expect(scan.byRequestId.has(key.requestId)).toBe(false);
      expect(absenceDoubt(scan, claim)).toBe("mentioned");
    }
  });

  test.each([
    ["in small letters", referenceOf(key).toLowerCase()],
    ["cut in its last part", referenceOf(key).slice(0, -5)],
    ["cut after the request ID", referenceOf(key).slice(0, "Sheet ref: T7K2M-5Q8ZR1WX".length)],
  ])("calls nothing absent whose reference stands in an order %s", (_, notes) => {
    const scan = assembleScan(readings({ active: [witness, order("x", { notes })] }), "notes");
    expect(absenceDoubt(scan, claim)).toBe("mentioned");
  });

  test.each<[string, "notes" | "tags", Partial<ListedOrder>]>([
    ["notes", "notes", { notes: `${referenceOf(other)}\nsame as ${referenceOf(key)}` }],
    ["tags", "tags", { tags: [referenceOf(other), referenceOf(key)] }],
  ])("takes an order whose %s name two requests for neither", (_, place, parts) => {
    const scan = assembleScan(readings({ active: [order("x", parts)] }), place);
    expect(scan.byRequestId.size).toBe(0);
    expect([...scan.mentioned].sort()).toEqual([other.requestId, key.requestId].sort());
  });

  test("takes a reference that several orders bear for no witness: somebody has copied it", () => {
    const copies = [witness, order("copy", { notes: witness.notes })];
    expect(doubt(readings({ active: copies }))).toBe("noWitness");
  });

  test("takes an ID that stands beside two references for neither", () => {
    const twice = [key, other].map((one) => order("same", { notes: referenceOf(one) }));
    const scan = assembleScan(readings({ active: twice }), "notes");
    expect(scan.byRequestId.size).toBe(0);
    expect(absenceDoubt(scan, claim)).toBe("mentioned");
  });

  test("of an empty shop proves nothing: no reference came back", () => {
    expect(doubt(readings({}))).toBe("noWitness");
    expect(assembleScan(readings({}), "notes")).toMatchObject({ newestSeenMs: null, inconclusive: null });
  });

  test("proves nothing while an order that was made later is not in the list", () => {
    const reading = readings({ active: [witness] });
    expect(doubt(reading, { laterOrderId: "ord_later" })).toBe("laterOrderMissing");
    expect(doubt(reading, { laterOrderId: "ord_w" })).toBeNull();
  });

  test("proves nothing about an order whose size is not known", () => {
    expect(doubt(readings({ active: [witness] }), { size: null })).toBe("noWitness");
  });

  test("keeps what an order in the tags asks for apart from the notes", () => {
    const size = sizeOfSent({ ...payload, tags: ["vip"] }, key, "tags");
    const tagged = order("t", withReference({ ...payload, tags: ["wholesale"] }, other, "tags"));
    const scan = assembleScan(readings({ active: [tagged] }), "tags");
    expect(absenceDoubt(scan, { ...claim, size })).toBeNull();
    expect(absenceDoubt(assembleScan(readings({ active: [tagged] }), "notes"), claim)).toBe("noWitness");
  });
});

describe("a scan is inconclusive", () => {
  const many = Array.from({ length: 150 }, (_, index) => order(`o${index}`));
  const [first, second] = pagesOf(many);
  const reasons: [string, Partial<StatusReading>][] = [
    ["totalsChanged", { pages: pagesOf(many), again: page({ orders: many.slice(0, 100), total: 151 }) }],
    ["totalsChanged", { pages: [first ?? page({}), page({ orders: many.slice(100), total: 151 })] }],
    ["totalsChanged", { again: page({ orders: [order("new"), ...many.slice(0, 99)], total: 150 }) }],
    ["pagesMissing", { pages: [first ?? page({})] }],
    ["pagesMissing", { pages: [] }],
    [
      "pagesMissing",
      { pages: [first ?? page({}), page({ orders: many.slice(100), total: 150, hasMore: true })] },
    ],
    ["idsMissing", { pages: [first ?? page({}), page({ orders: many.slice(99, 149), total: 150 })] }],
    ["idsMissing", { pages: [first ?? page({}), page({ orders: many.slice(100, 149), total: 150 })] }],
    ["idsMissing", { pages: [first ?? page({}), page({ orders: many.slice(99), total: 150 })] }],
    [
      "unreadable",
      { pages: [first ?? page({}), page({ orders: many.slice(100), total: 150, unreadable: 1 })] },
    ],
    ["rateLimit", { pages: [first ?? page({}), { ok: false, fault: "rateLimit" }] }],
    ["unasked", { again: { ok: false, fault: "unasked" } }],
    ["tooLong", { pages: [page({ total: 45_200 })], again: page({ total: 45_200 }) }],
  ];
  test.each(reasons)("%s", (reason, active) => {
    const reading = readings({ active: many, archived: [witness] }, { active });
    expect(second?.ok).toBe(true);
    expect(assembleScan(reading, "notes").inconclusive).toBe(reason);
    expect(doubt(reading)).toBe(reason);
  });

  test("if a status was not read at all", () => {
    const reading = readings({ active: [witness] }).filter(({ status }) => status !== "refunded");
    expect(doubt(reading)).toBe("pagesMissing");
  });

  test("whenever one order is missing or one page differs, wherever in the shop", () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 230 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.boolean(), (counts, at, which, replace) => {
        const shop = orderStatuses.map((status, index) =>
          Array.from({ length: counts[index] ?? 0 }, (_, n) => order(`${status}${n}`)),
        );
        const whole = orderStatuses.map((status, index): StatusReading => {
          const pages = pagesOf(shop[index] ?? []);
          return { status, pages, again: pages[0] ?? page({}) };
        });
        expect(assembleScan(whole, "notes").inconclusive).toBeNull();
        const full = whole.filter((_, index) => (counts[index] ?? 0) > 0);
        if (full.length === 0) return;
        const { status } = full[which % full.length] ?? { status: "active" };
        const left = whole.map((reading) => {
          if (reading.status !== status) return reading;
          const pageIndex = at % reading.pages.length;
          const pages = reading.pages.map((one, index) => {
            if (!one.ok || index !== pageIndex) return one;
            const { orders } = one.page;
            const kept = orders.filter((_, n) => n !== at % orders.length);
            const twice = kept[0] ? [kept[0]] : [];
            return page({ ...one.page, orders: replace ? [...kept, ...twice] : kept });
          });
          return { ...reading, pages };
        });
        expect(assembleScan(left, "notes").inconclusive).not.toBeNull();
      }),
      { seed: 101 },
    );
  });
});

describe("the pages to read after the first ones", () => {
  const firstPages = (totals: Partial<Record<ListedStatus, number>>) =>
    new Map(orderStatuses.map((status) => [status, page({ total: totals[status] ?? 0 })]));

  test("are what the totals say", () => {
    expect(morePages(firstPages({ active: 201, refunded: 101, archived: 100 }))).toEqual([
      { status: "active", page: 2 },
      { status: "active", page: 3 },
      { status: "refunded", page: 2 },
    ]);
  });

  test("are none if a first page is not known", () => {
    const pages = firstPages({ active: 201 });
    expect(morePages(new Map([...pages, ["refunded", { ok: false, fault: "scope" }]]))).toEqual([]);
  });

  test("are too many from a total on that no execution can read, however large it is", () => {
    expect(morePages(firstPages({ active: (maxScanPages + 1) * 100 }))).toHaveLength(maxScanPages);
    expect(morePages(firstPages({ active: (maxScanPages + 1) * 100 + 1 }))).toBe("tooLong");
    expect(morePages(firstPages({ active: 10_000_000, archived: 10_000_000 }))).toBe("tooLong");
  });
});

describe("an order that names no request and holds what was sent", () => {
  const sinceMs = Date.UTC(2026, 2, 2);
  const sent: OrderPayload = {
    lineItems: [{ productVariantId: "var_1", quantity: 2 }],
    shippingAddress: {
      ...payload.shippingAddress,
      firstName: "Siti",
      phone: "+62 812-5550-0142",
      address1: "Jl. Melati 12",
      zip: "40111",
    },
  };
  const content = contentOfAnswer({
    lineItems: [{ productVariant: { id: "var_1" }, quantity: 2 }],
    shippingAddress: sent.shippingAddress,
  });
  const alike = order("ord_alike", { content, createdAtMs: sinceMs + 60_000 });
  const about = { sent, sinceMs };
  const beside = (parts: Partial<ListedOrder>) => readings({ active: [witness, { ...alike, ...parts }] });

  test("keeps a request from being called absent: somebody may have emptied its notes", () => {
    expect(doubt(beside({}), about)).toBe("alike");
    expect(doubt(beside({ createdAtMs: null }), about)).toBe("alike");
    const scan = assembleScan(beside({ notes: "Left at the door" }), "notes");
    expect(alikeOrder(scan, { ...claim, ...about })?.id).toBe("ord_alike");
  });

  test("does not count if it is older than the request", () => {
    expect(doubt(beside({ createdAtMs: sinceMs - 3_600_000 }), about)).toBeNull();
  });

  test("does not count if its ID is another request's", () => {
    expect(doubt(beside({}), { ...about, isKnown: (id) => id === "ord_alike" })).toBeNull();
  });

  test("does not count once it bears another request's reference", () => {
    const third = sendKeyOf({ requestId: "22222222" });
    expect(doubt(beside({ notes: referenceOf(third) }), about)).toBeNull();
  });
});

test.each([
  [403, "scope"],
  [401, "refused"],
  [404, "refused"],
  [429, "rateLimit"],
  [500, "unreadable"],
  [302, "unreadable"],
  [200, "unreadable"],
] as const)("a page answered %i with something else than orders is not known: %s", (status, fault) => {
  expect(readPage(answerOf(status, "<html>"), "")).toEqual({ ok: false, fault });
});

test("a page whose batch threw is not known", () => {
  expect(readPage(null, "")).toEqual({ ok: false, fault: "unreadable" });
});
