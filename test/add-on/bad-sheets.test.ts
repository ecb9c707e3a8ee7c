import type { HttpTransport } from "../../local/runtime/local-runtime";
import { AddOn, headers, type Row, statusHeaders } from "./add-on";
import { transportTo } from "./parts/shop";

const distinct = (count: number, row: Row = {}): Row[] =>
  Array.from({ length: count }, (_, index) => ({ "First name": `Nama${index}`, ...row }));

/** Nobody else may edit these rows, the columns that are added later included. */
function protect(addOn: AddOn, row: number, rows: number): void {
  addOn.sheet.properties.protections = [{ box: { row, column: 1, rows, columns: 30 }, description: "" }];
}

const mayNotEdit = /^You may not edit this sheet's status columns, so nothing was sent\./;

describe("a protected sheet", () => {
  test("that was prepared before is told, and nothing is sent until it may be edited", () => {
    const addOn = new AddOn({ rows: distinct(3) });
    addOn.check();
    protect(addOn, 1, 200);
    expect(addOn.create()).toMatch(mayNotEdit);
    expect(addOn.posts()).toBe(0);
    addOn.sheet.properties.protections = [];
    expect(addOn.create()).toBe("3 orders: 3 created.");
  });

  test.each(["Create orders from selection", "Check selection", "Set up this sheet"])(
    "without status columns is told by %s",
    (item) => {
      const addOn = new AddOn({ rows: distinct(3) });
      protect(addOn, 1, 200);
      expect(addOn.click(item)).toMatch(mayNotEdit);
      expect(addOn.posts()).toBe(0);
    },
  );

  test("of which only the headers are protected, and that has no status columns yet, is told so", () => {
    const addOn = new AddOn({ rows: distinct(3) });
    protect(addOn, 1, 1);
    expect(addOn.create()).toMatch(mayNotEdit);
    expect(addOn.posts()).toBe(0);
  });

  test("of which only the headers are protected is used as any other", () => {
    const addOn = new AddOn({ headers: [...headers, ...statusHeaders], rows: distinct(3) });
    protect(addOn, 1, 1);
    expect(addOn.create()).toBe("3 orders: 3 created.");
  });

  test("of which the rows that are done are protected takes new ones", () => {
    const addOn = new AddOn({ rows: distinct(3) });
    addOn.create();
    protect(addOn, 2, 3);
    addOn.addRow({ "First name": "Baru" });
    addOn.user.select(["A2:A5"]);
    expect(addOn.create()).toBe("4 orders: 1 created and 3 already created.");
  });
});

describe("a sheet that makes no order gives one clear sentence", () => {
  test("with two columns that both claim to be Phone", () => {
    const addOn = new AddOn({ headers: [...headers, "Phone"], rows: distinct(2) });
    expect(addOn.create()).toBe(
      'Row 1 has "Phone" in columns D and L: rename all but one. Nothing was sent.',
    );
  });

  test("with nothing in it, as when it holds pictures alone", () => {
    const addOn = new AddOn({ headers: ["", ""], rows: [] });
    expect(addOn.create()).toMatch(/^This sheet is empty\. Choose "Set up this sheet"/);
  });

  test("with nothing but wrong rows, and what is wrong stands beside each", () => {
    const addOn = new AddOn({ rows: distinct(1_000, { Quantity: "two dozens", Phone: "" }) });
    expect(addOn.create()).toBe("1,000 orders: 1,000 with problems.");
    expect(addOn.posts()).toBe(0);
    expect(addOn.cell(1_001, "Message")).toMatch(/^D1001 Phone: empty; .* · F1001 Quantity: "two dozens"/);
  });
});

describe("status columns", () => {
  test.each([
    ["a header that is merged over blank columns", { row: 1, column: 11, rows: 1, columns: 3 }],
    ["a merged title below the orders", { row: 9, column: 2, rows: 1, columns: 12 }],
  ])("stand right of %s, and get what belongs there", (_, box) => {
    const addOn = new AddOn({ rows: distinct(3) });
    addOn.sheet.growTo(200, 13);
    addOn.sheet.properties.mergedRanges = [box];
    expect(addOn.create()).toBe("3 orders: 3 created.");
    expect(addOn.column("Status")).toBe(14);
    expect(addOn.cells("Status").slice(0, 3)).toEqual(Array(3).fill("Created (test)"));
  });

  test("that go before anything is sent end the run: without a place for its outcome no order is sent", () => {
    let isGone = false;
    const addOn: AddOn = new AddOn({
      rows: distinct(3),
      runtime: {
        afterCall: ({ method }) => {
          if (isGone || method !== "setProperties" || addOn.sheet.maxColumns < headers.length + 6) return;
          isGone = true;
          addOn.user.deleteColumns(addOn.sheet, addOn.column("Order ID"), 1);
        },
      },
    });
    expect(addOn.create()).toMatch(/^A column that this add-on needs is not there any more/);
    expect(addOn.posts()).toBe(0);
    expect(addOn.create()).toBe("3 orders: 3 created.");
  });
});

test("a sheet of 200 columns is used as any other", () => {
  const others = Array.from({ length: 189 }, (_, index) => `Extra ${index}`);
  const addOn = new AddOn({ headers: [...headers, ...others], rows: distinct(2) });
  expect(addOn.create()).toBe("2 orders: 2 created.");
});

describe("a list of products that cannot be used is told, and no SKU is guessed", () => {
  const skuHeaders = headers.map((header) => (header === "Variant ID" ? "SKU" : header));
  type Responses = ReturnType<HttpTransport["sendAll"]>;
  const answering = (status: number, body: unknown): Responses[number] => ({
    ...{ status, headers: [["content-type", "application/json"]] },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

  /** The shop's list of products is answered otherwise. */
  function withProducts(rows: Row[], answer: (page: number) => Responses[number]): AddOn {
    const addOn = new AddOn({ headers: skuHeaders, rows });
    const { sendAll } = transportTo(addOn.api);
    const pageIn = (url: string) => Number(new URL(url).searchParams.get("page"));
    const sendOne = (request: Parameters<HttpTransport["sendAll"]>[0][number]) =>
      request.url.includes("/products") ? [answer(pageIn(request.url))] : sendAll([request]);
    addOn.runWith({ http: { sendAll: (requests) => requests.flatMap(sendOne) } });
    return addOn;
  }

  test.each([
    ["403", answering(403, { message: "no" }), "may not read products"],
    ["429", answering(429, { message: "slow" }), "limit of requests is used up"],
    ["500", answering(500, "<html>"), "could not be read"],
    ["garbage", answering(200, "garbage"), "could not be read"],
    ["a page of another shape", answering(200, { data: {}, meta: {} }), "could not be read"],
    ["an absurd total", answering(200, { data: [], meta: { total: 3e9 } }), "very many products"],
  ])("%s", (_, answer, why) => {
    const addOn = withProducts(distinct(2, { SKU: "SKU-var_0102" }), () => answer);
    expect(addOn.check()).toMatch(new RegExp(`Articles were not looked up: [^.]*${why}`));
    addOn.create();
    expect(addOn.posts()).toBe(0);
    expect(addOn.cells("Message")).toEqual(
      [2, 3].map((row) => expect.stringMatching(`^E${row} SKU: .*not looked up`)),
    );
  });

  test("but one of 20,000 products is read whole, at the limit's pace, once for a check and a run", () => {
    const all = Array.from({ length: 20_000 }, (_, index) => ({
      ...{ id: `prod_${index}`, productId: `P-${index}`, name: `Product ${index}`, status: "active" },
      variants: [{ id: `var_${index}`, key: "one", inventorySku: `SKU-${index}` }],
    }));
    let pages = 0;
    const addOn = withProducts(distinct(2, { SKU: "SKU-19999" }), (page) => {
      pages += 1;
      return answering(200, { data: all.slice((page - 1) * 100, page * 100), meta: { total: all.length } });
    });
    const startMs = addOn.clock.now();
    expect(addOn.check()).toContain("2 orders: 2 valid.");
    expect((addOn.clock.now() - startMs) / 60_000).toBeLessThan(2);
    expect(addOn.create()).toBe("2 orders: 2 created.");
    expect(pages).toBe(200);
    expect(addOn.made().map(({ lineItems }) => lineItems[0]?.productVariant.id)).toEqual([
      "var_19999",
      "var_19999",
    ]);
  });
});
