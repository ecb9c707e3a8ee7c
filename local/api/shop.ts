import { currency, findVariant } from "./catalogue";
import { type Address, type Customer, CustomerBook, customerName } from "./customers";
import { keptNotes, type NotesHabits, plainNotes } from "./notes-habits";
import { type KeptOrder, type Order, type OrderInput, type OrderStatus, showOrder } from "./order";
import { type ListingHabits, listOrders, type OrderFilter, plainListing } from "./order-listing";
import { mapPage, type Page, type PageQuery, pageOf } from "./page";

/** A change of what the shop holds, in the form in which it can be kept and given back with {@link Shop.restore}. */
export type ShopRecord = { kind: "customer"; customer: Customer } | { kind: "order"; order: KeptOrder };

/** What a shop works with. */
export interface ShopOptions {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Numbers in [0, 1): the IDs are drawn from it. */
  random: () => number;
  /** Hears of every order and customer that is made or changed. */
  onChange?: (record: ShopRecord) => void;
}

/** An order made, or why not: what it names does not exist, or it names no customer at all. */
export type OrderCreation =
  | { ok: true; order: Order }
  | { ok: false; code: "NOT_FOUND" | "VALIDATION_ERROR"; message: string };

/** What `GET /customers` can ask for besides the page. `tags` are separated by commas; any of them is enough. */
export interface CustomerFilter {
  search?: string;
  tags?: string;
  sort?: string;
}

/** The shop behind the API, in memory: the orders that were really made, their customers, the listings. */
export class Shop {
  /** How listings behave; may be replaced at any time. */
  listing: ListingHabits = plainListing;
  /** What becomes of the notes of orders made from now on; may be replaced at any time. */
  notes: NotesHabits = plainNotes;
  readonly #orders = new Map<string, KeptOrder>();
  readonly #customers: CustomerBook;
  #lastNumber = 1000;

  constructor(private readonly options: ShopOptions) {
    this.#customers = new CustomerBook(
      () => this.#newId("cus"),
      (customer) => options.onChange?.({ kind: "customer", customer }),
    );
  }

  /** Makes an order from a body that keeps the contract. `odd` stands in for its number or fills its ID up, as a fault. */
  createOrder(input: OrderInput, odd: { orderNumber?: string; idLength?: number } = {}): OrderCreation {
    if (input.customerId === undefined && input.customer === undefined) {
      return { ok: false, code: "VALIDATION_ERROR", message: "customerId or customer is required" };
    }
    const now = new Date(this.options.now()).toISOString();
    const lineItems: KeptOrder["lineItems"] = [];
    for (const { productVariantId, quantity } of input.lineItems) {
      const found = findVariant(productVariantId);
      if (found === null) return notFound(`Product variant ${productVariantId}`);
      const { title, variant } = found;
      lineItems.push({
        id: this.#newId("li"),
        quantity,
        price: variant.price,
        title,
        productVariant: variant,
      });
    }
    const customer = this.#customerOf(input, now);
    if (customer === null) return notFound(`Customer ${input.customerId}`);
    const shippingAddress = this.#addressOf(input);
    this.#customers.addAddress(customer, shippingAddress, now);
    this.#lastNumber += 1;
    const order: KeptOrder = {
      id: this.#newId("ord").padEnd(odd.idLength ?? 0, "x"),
      orderId: `BB${this.#lastNumber}`,
      orderNumber: odd.orderNumber ?? `#${this.#lastNumber}`,
      status: "active",
      fulfillmentStatus: "unfulfilled",
      financialStatus: "pending",
      total: lineItems.reduce((sum, { price, quantity }) => sum + price * quantity, 0),
      currency,
      notes: input.notes === undefined ? null : keptNotes(input.notes, this.notes),
      customerId: customer.id,
      lineItems,
      shippingAddress,
      tags: [...(input.tags ?? [])],
      createdAt: now,
      updatedAt: now,
    };
    return { ok: true, order: this.#keep(order) };
  }

  /** The order with an ID (`data.id`), or null. */
  order(id: string): Order | null {
    const order = this.#orders.get(id);
    return order === undefined ? null : this.#show(order);
  }

  /** Every order that was really made, the oldest first, whatever the listing shows. */
  allOrders(): Order[] {
    return [...this.#orders.values()].map((order) => this.#show(order));
  }

  /** The order that was made first; null if none was. */
  get firstOrder(): Order | null {
    for (const order of this.#orders.values()) return this.#show(order);
    return null;
  }

  /** How many orders were made. */
  get orderCount(): number {
    return this.#orders.size;
  }

  /** A page of the orders as the API lists them. */
  listOrders(filter: OrderFilter, query: PageQuery): Page<Order> {
    const listed = {
      orders: [...this.#orders.values()],
      nameOf: (id: string) => customerName(this.#customers.known(id) ?? { firstName: null, lastName: null }),
      now: this.options.now(),
      random: this.options.random,
    };
    return mapPage(pageOf(listOrders(listed, filter, this.listing), query), (order) => this.#show(order));
  }

  /** A page of the customers as the API lists them. */
  listCustomers(filter: CustomerFilter, query: PageQuery): Page<Omit<Customer, "updatedAt">> {
    const search = filter.search?.trim().toLowerCase() ?? "";
    const tags = (filter.tags ?? "").split(",").filter((tag) => tag !== "");
    const found = this.#customers
      .all()
      .filter(
        (customer) =>
          [customerName(customer), customer.email ?? "", customer.phoneNumber ?? ""].some((text) =>
            text.toLowerCase().includes(search),
          ) &&
          (tags.length === 0 || tags.some((tag) => customer.tags.includes(tag))),
      )
      .sort((one, other) => one.updatedAt.localeCompare(other.updatedAt));
    if (filter.sort !== "updatedAt:asc") found.reverse();
    return mapPage(pageOf(found, query), ({ updatedAt: _, ...shown }) => shown);
  }

  /** Archives, cancels or refunds an order, or makes it active again, as somebody in the dashboard would. */
  setStatus(id: string, status: OrderStatus): Order | null {
    const order = this.#orders.get(id);
    if (order === undefined) return null;
    const financialStatus = status === "refunded" ? "refunded" : order.financialStatus;
    return this.#keep({
      ...order,
      status,
      financialStatus,
      updatedAt: new Date(this.options.now()).toISOString(),
    });
  }

  /** Writes other notes into an order, as somebody in the dashboard would; null for an ID that is not known. */
  setNotes(id: string, notes: string): Order | null {
    const order = this.#orders.get(id);
    if (order === undefined) return null;
    return this.#keep({ ...order, notes, updatedAt: new Date(this.options.now()).toISOString() });
  }

  /** Takes over an order or a customer kept from before; a later record of the same ID replaces an earlier one. */
  restore(record: ShopRecord): void {
    if (record.kind === "customer") {
      this.#customers.restore(record.customer);
      return;
    }
    this.#orders.set(record.order.id, record.order);
    this.#lastNumber = Math.max(this.#lastNumber, Number(record.order.orderId.slice(2)) || 0);
  }

  #customerOf(input: OrderInput, now: string): Customer | null {
    if (input.customerId !== undefined) return this.#customers.find(input.customerId, now);
    return input.customer === undefined ? null : this.#customers.findOrCreate(input.customer, now);
  }

  #addressOf({ shippingAddress }: OrderInput): Address {
    const { address2 = null, country = null, ...rest } = shippingAddress;
    const { firstName, lastName, phone, address1, city, province, zip } = rest;
    const id = this.#newId("adr");
    return { id, firstName, lastName, phone, address1, address2, city, province, country, zip };
  }

  #show(order: KeptOrder): Order {
    return showOrder(order, this.#customers.known(order.customerId));
  }

  #keep(order: KeptOrder): Order {
    this.#orders.set(order.id, order);
    this.options.onChange?.({ kind: "order", order });
    return this.#show(order);
  }

  #newId(prefix: string): string {
    let id = `${prefix}_`;
    while (id.length < prefix.length + 17) id += Math.floor(this.options.random() * 36).toString(36);
    return id;
  }
}

function notFound(name: string): OrderCreation {
  return { ok: false, code: "NOT_FOUND", message: `${name} was not found` };
}
