import { ordersIn, sheetOf } from "../table";

const header =
  "No | Order ref | First name | Last name | Phone | Variant ID | Quantity | Address 1 | City | Province | Zip";
const good = (ref: string, quantity = 2) =>
  `1 | ${ref} | Siti | Rahma | 081255500101 | var_1 | ${quantity} | Jl. Melati 1 | Bandung | Jawa Barat | 40115`;

const read = (...lines: string[]) => {
  const { records, notOrders } = ordersIn(sheetOf(header, ...lines));
  return {
    orders: records.map(({ order }) => order.rowNumbers),
    not: notOrders.map((one) => [one.rowNumber, one.reason]),
  };
};

describe("a row that is no order", () => {
  test.each([
    ["TOTAL in its first column", "TOTAL | | | | | | 2 | | | |"],
    ["Total as its article", "| | | | | Total | 2 | | | |"],
    ["Grand total: without a number", "| Grand total: | | | | | | | | |"],
    ["a total with its amount", "Subtotal (2) | | | | | | 3 | | | |"],
    ["a total with a word behind its number", "| TOTAL 2 PESANAN | | | | | 3 | | | |"],
    ["a total of money", "Total: Rp 350.000 | | | | | | 3 | | | |"],
    ["a total in Indonesian", "Jumlah | | | | | | 2 | | | |"],
    ["a total in Korean", "| 합계 | | | | | 2 | | | |"],
  ])("%s", (_, line) => {
    expect(read(good("R-1"), line)).toEqual({ orders: [[2]], not: [[3, "total"]] });
  });

  test("is the sum of several quantities above, alone", () => {
    const sum = "| | | | | | 5 | | | |";
    expect(read(good("R-1", 2), good("R-2", 3), sum)).toEqual({ orders: [[2], [3]], not: [[4, "total"]] });
  });

  test("repeats the headers", () => {
    expect(read(good("R-1"), header, good("R-2"))).toEqual({
      orders: [[2], [4]],
      not: [[3, "repeatedHeader"]],
    });
  });

  test("explains the headers", () => {
    const words =
      "No. | Order number. | Name of the buyer. | Family name. | Phone number. | The variant. | Pieces of the article. | Street. | City. | Province. | Code.";
    expect(read(words, good("R-1"))).toEqual({ orders: [[3]], not: [[2, "repeatedHeader"]] });
  });

  test("explains three headers, right below them, and nowhere else", () => {
    const words = "| The order number. | | | | The variant. | Pieces of it. | | | |";
    expect(read(words, good("R-1"))).toEqual({ orders: [[3]], not: [[2, "repeatedHeader"]] });
    expect(read(good("R-1"), words).not).toEqual([]);
  });

  test.each(["EXAMPLE", "Contoh", "contoh 2", "(example)", "e.g. R-1001"])(
    "is an example, called %j",
    (ref) => {
      expect(read(good(ref), good("R-1"))).toEqual({ orders: [[3]], not: [[2, "example"]] });
    },
  );

  test.each(["Contoh", "Example:"])("is an example, called %j in a column that is not read", (label) => {
    expect(read(good("R-9").replace("1", label), good("R-1"))).toEqual({
      orders: [[3]],
      not: [[2, "example"]],
    });
  });

  test.each([
    ["in the ref column", "| Kirim sebelum Jumat | | | | | | | | |"],
    ["in a customer column", "| | Kirim sebelum Jumat | | | | | | | |"],
    ["beside a city", "| Senin | | | | | | | Bandung | |"],
  ])("is a note %s", (_, line) => {
    expect(read(good("R-1"), line)).toEqual({ orders: [[2]], not: [[3, "note"]] });
  });
});

describe("a row that is an order, or a part of one", () => {
  test.each([
    ["a quantity that is no sum", "| | | | | | 7 | | | |"],
    ["a quantity that is the one above: its article is lacking", "| | | | | | 2 | | | |"],
    ["a customer and an address without an article", "| R-2 | Budi | Santoso | 0812 | | | Jl. 2 | | |"],
    ["an article alone", "| | | | | var_2 | 1 | | | |"],
    ["a company called Total", good("R-2").replace("Rahma", "Total")],
    ["the ref of another row alone", "| R-1 | | | | | | | | |"],
  ])("such as one with %s is never passed over", (_, line) => {
    expect(read(good("R-1"), line).not).toEqual([]);
  });
});

test("a second total is compared with the quantities since the first", () => {
  const total = (sum: number) => `| | | | | | ${sum} | | | |`;
  expect(
    read(good("R-1", 2), good("R-2", 3), total(5), good("R-3", 4), good("R-4", 1), total(5)).not,
  ).toEqual([
    [4, "total"],
    [7, "total"],
  ]);
});

test("what the add-on may have sent is never passed over, whatever is left of the row", () => {
  const withStatus = (status: string, orderId: string, key: string) =>
    ordersIn(
      sheetOf(
        `${header} | Status | Order ID | Send key`,
        `TOTAL | | | | | | 2 | | | | | ${status} | ${orderId} | ${key}`,
        `${good("R-1")} | | |`,
      ),
    ).notOrders.length;
  expect(withStatus("", "", "")).toBe(1);
  expect(withStatus("Invalid", "", "")).toBe(1);
  expect(withStatus("Created", "", "")).toBe(0);
  expect(withStatus("Unconfirmed", "", "")).toBe(0);
  expect(withStatus("", "ord_1", "")).toBe(0);
  expect(withStatus("", "", "T7K2M")).toBe(0);
});
