import type { KeptOrder, OrderStatus } from "./order";

/** What `GET /orders` can ask for besides the page. */
export interface OrderFilter {
  /** Part of an order's `id` or `orderId`, or of its customer's stored name; letter case does not count. */
  search?: string;
  status?: OrderStatus;
  fulfillmentStatus?: "unfulfilled" | "fulfilled";
}

/**
 * How this shop's listing behaves where the API's documentation promises nothing. A client that is right with one of
 * these habits alone is not right.
 */
export interface ListingHabits {
  /** How long after it was made an order shows up in listings, in milliseconds. */
  lagMs: number;
  /** Which order the items come in. `shuffled` draws anew for every request, so that items move between pages. */
  arrangement: "newestFirst" | "oldestFirst" | "shuffled";
  /** Statuses that a listing without a `status` leaves out. */
  leftOut: OrderStatus[];
}

/** Everything at once, the newest first. */
export const plainListing: ListingHabits = { lagMs: 0, arrangement: "newestFirst", leftOut: [] };

/** What a listing is made from. `orders` are in the order they were made; `nameOf` gives a customer's stored name. */
export interface Listed {
  orders: readonly KeptOrder[];
  nameOf: (customerId: string) => string;
  now: number;
  random: () => number;
}

/** The orders that a filter finds, in the arrangement that the habits give. */
export function listOrders(listed: Listed, filter: OrderFilter, habits: ListingHabits): KeptOrder[] {
  const search = filter.search?.trim().toLowerCase() ?? "";
  const found = listed.orders.filter(
    (order) =>
      (habits.lagMs === 0 || Date.parse(order.createdAt) + habits.lagMs <= listed.now) &&
      (filter.status === undefined
        ? !habits.leftOut.includes(order.status)
        : order.status === filter.status) &&
      (filter.fulfillmentStatus === undefined || order.fulfillmentStatus === filter.fulfillmentStatus) &&
      (search === "" || matches(order, search, listed.nameOf)),
  );
  if (habits.arrangement === "newestFirst") return found.reverse();
  if (habits.arrangement === "oldestFirst") return found;
  return shuffle(found, listed.random);
}

function matches(order: KeptOrder, search: string, nameOf: Listed["nameOf"]): boolean {
  const texts = [order.id, order.orderId, nameOf(order.customerId)];
  return texts.some((text) => text.toLowerCase().includes(search));
}

function shuffle(orders: KeptOrder[], random: () => number): KeptOrder[] {
  return orders
    .map((order) => ({ order, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ order }) => order);
}
