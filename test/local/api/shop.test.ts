import type { Order } from "../../../local/api/order";
import { seededRandom } from "../../../local/api/seeded-random";
import { Shop, type ShopRecord } from "../../../local/api/shop";
import { orderInput, StillClock } from "./set-up";

const everything = { page: 1, limit: 100 };

function newShop(clock = new StillClock(), onChange: (record: ShopRecord) => void = () => {}): Shop {
  return new Shop({ now: clock.now, random: seededRandom(3), onChange });
}

function made(shop: Shop, changes: Parameters<typeof orderInput>[0] = {}): Order {
  const creation = shop.createOrder(orderInput(changes));
  if (!creation.ok) throw new Error(creation.message);
  return creation.order;
}

describe("prices", () => {
  test("add up to the order's total", () => {
    const lineItems = [
      { productVariantId: "var_0101", quantity: 3 },
      { productVariantId: "somebody's own variant", quantity: 2 },
    ];
    const order = made(newShop(), { lineItems });
    const [first = 0, second = 0] = order.lineItems.map(({ price }) => price);
    expect(first).toBeGreaterThan(0);
    expect(order.total).toBe(3 * first + 2 * second);
    expect(order.lineItems.map(({ price }) => price)).toEqual(
      order.lineItems.map((line) => line.productVariant.price),
    );
  });

  test("are the same for the same variant in every shop", () => {
    expect(made(newShop()).total).toBe(made(newShop()).total);
  });
});

describe("customers", () => {
  test("are found by phone number, and keep the name they are stored under", () => {
    const shop = newShop();
    const first = made(shop, { customer: { firstName: "Sari", lastName: "Dewanti", phone: "+62 812-1" } });
    const second = made(shop, { customer: { firstName: "S.", lastName: "D.", phone: "628121" } });
    expect(second.customer).toEqual(first.customer);
    expect(shop.listOrders({ search: "sari dew" }, everything).data).toHaveLength(2);
    expect(shop.listOrders({ search: "S. D." }, everything).data).toHaveLength(0);
  });

  test("are found by e-mail address whatever its letter case", () => {
    const shop = newShop();
    const first = made(shop, { customer: { firstName: "A", lastName: "B", email: "a@b.example" } });
    const second = made(shop, { customer: { firstName: "C", lastName: "D", email: "A@B.example" } });
    expect(second.customer.id).toBe(first.customer.id);
  });

  test("without phone number and e-mail address are new each time", () => {
    const shop = newShop();
    const customer = { firstName: "A", lastName: "B" };
    expect(made(shop, { customer }).customer.id).not.toBe(made(shop, { customer }).customer.id);
  });

  test("named by an ID from before have a name of their own, which is not the address's", () => {
    const shop = newShop();
    const order = made(shop, { customerId: "cus_77" });
    expect(order.customer.id).toBe("cus_77");
    expect(order.customer.firstName).not.toBe(order.shippingAddress.firstName);
    expect(made(shop, { customerId: "cus_77" }).customer).toEqual(order.customer);
  });

  test("are listed with the addresses that their orders went to, each once", () => {
    const clock = new StillClock();
    const shop = newShop(clock);
    made(shop);
    made(shop);
    clock.ms += 1000;
    made(shop, { customer: { firstName: "Zed", lastName: "Young", email: "z@y.example" } });
    const { data, meta } = shop.listCustomers({}, everything);
    expect(meta.total).toBe(2);
    expect(data.map(({ firstName, addresses }) => [firstName, addresses.length])).toEqual([
      ["Zed", 1],
      ["Sari", 1],
    ]);
    expect(shop.listCustomers({ search: "z@y" }, everything).data).toHaveLength(1);
    expect(shop.listCustomers({ tags: "vip" }, everything).data).toHaveLength(0);
    expect(shop.listCustomers({ sort: "updatedAt:asc" }, everything).data[0]?.firstName).toBe("Sari");
  });
});

describe("the life of an order", () => {
  test("an order can be archived, cancelled and refunded, and is listed by its status", () => {
    const shop = newShop();
    const [first, second, third] = [made(shop), made(shop), made(shop)];
    shop.setStatus(first.id, "archived");
    shop.setStatus(second.id, "cancelled");
    expect(shop.setStatus(third.id, "refunded")?.financialStatus).toBe("refunded");
    const ids = (status: Order["status"]) => shop.listOrders({ status }, everything).data.map(({ id }) => id);
    expect([ids("archived"), ids("cancelled"), ids("refunded"), ids("active")]).toEqual([
      [first.id],
      [second.id],
      [third.id],
      [],
    ]);
    expect(shop.setStatus("ord_none", "archived")).toBeNull();
  });

  test("what a shop told of its changes makes the same shop again", () => {
    const records: ShopRecord[] = [];
    const shop = newShop(new StillClock(), (record) => records.push(record));
    const first = made(shop);
    made(shop, { customerId: "cus_5" });
    shop.setStatus(first.id, "archived");
    const again = newShop();
    for (const record of JSON.parse(JSON.stringify(records))) again.restore(record);
    expect(again.allOrders()).toEqual(shop.allOrders());
    expect(again.listCustomers({}, everything)).toEqual(shop.listCustomers({}, everything));
    expect(made(again).orderNumber).toBe("#1003");
  });
});

describe("the listing's habits", () => {
  test("an order shows up after the lag, though it exists", () => {
    const clock = new StillClock();
    const shop = newShop(clock);
    shop.listing = { ...shop.listing, lagMs: 5000 };
    const order = made(shop);
    expect(shop.listOrders({}, everything).meta.total).toBe(0);
    expect(shop.order(order.id)).toEqual(order);
    clock.ms += 5000;
    expect(shop.listOrders({}, everything).meta.total).toBe(1);
  });

  test("the newest order comes first, or last, or anywhere", () => {
    const shop = newShop();
    const ids = Array.from({ length: 30 }, () => made(shop).id);
    const listed = () => shop.listOrders({}, everything).data.map(({ id }) => id);
    expect(listed()).toEqual([...ids].reverse());
    shop.listing = { ...shop.listing, arrangement: "oldestFirst" };
    expect(listed()).toEqual(ids);
    shop.listing = { ...shop.listing, arrangement: "shuffled" };
    const [once, twice] = [listed(), listed()];
    expect(once).not.toEqual(twice);
    expect([...once].sort()).toEqual([...ids].sort());
  });

  test("statuses can be left out unless they are asked for", () => {
    const shop = newShop();
    shop.listing = { ...shop.listing, leftOut: ["archived"] };
    const order = made(shop);
    shop.setStatus(order.id, "archived");
    expect(shop.listOrders({}, everything).meta.total).toBe(0);
    expect(shop.listOrders({ status: "archived" }, everything).meta.total).toBe(1);
    expect(
      shop.listOrders({ fulfillmentStatus: "unfulfilled", status: "archived" }, everything).meta.total,
    ).toBe(1);
    expect(
      shop.listOrders({ fulfillmentStatus: "fulfilled", status: "archived" }, everything).meta.total,
    ).toBe(0);
  });
});
