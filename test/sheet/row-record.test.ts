import { formatSendKey } from "../../src/orders/send-key";
import { readStatusCells } from "../../src/sheet/row-record";
import { ordersOf } from "../orders/order-sheet";
import { sendKeyOf } from "../orders/send-keys";
import { columnsOf } from "../orders/sheet";

describe("what stands beside a row", () => {
  test("is read trimmed, its status whatever the letter case, its key decoded", () => {
    const key = sendKeyOf();
    const [record] = ordersOf({
      status: " created (TEST) ",
      orderId: " ord_1 ",
      sendKey: ` ${formatSendKey(key)} `,
    });
    const [row] = record?.rows ?? [];
    expect(row).toMatchObject({ rowNumber: 2, status: "Created (test)", key });
    expect(row?.cells).toMatchObject({ orderId: "ord_1", sendKey: formatSendKey(key) });
  });

  test("a status that is not the add-on's, and a key that it did not write, read as none; their cells stay told", () => {
    const [record] = ordersOf({ status: "Terkirim", sendKey: "my key" });
    expect(record?.rows[0]).toMatchObject({ status: "", key: null });
    expect(record?.rows[0]?.cells).toMatchObject({ status: "Terkirim", sendKey: "my key" });
  });

  test("is empty if the sheet has no such columns", () => {
    expect(
      Object.values(
        readStatusCells(
          ["a", "b"],
          columnsOf([
            "variantId",
            "quantity",
            "firstName",
            "lastName",
            "phone",
            "address1",
            "city",
            "province",
            "zip",
          ]),
        ),
      ),
    ).toEqual(["", "", "", "", "", ""]);
  });
});
