import type { ApiAnswer, ApiRequest } from "../../src/bitbybit/http";
import { referenceOf } from "../../src/bitbybit/reference";
import { orderStatuses } from "../../src/bitbybit/requests";
import type { OrderPayload } from "../../src/orders/order";
import type { SendKey } from "../../src/orders/send-key";
import { answerOf } from "../bitbybit/answer";

/** One order that a shop lists; by default an active one without a reference. */
export interface ShopOrder {
  id: string;
  status?: (typeof orderStatuses)[number];
  key?: SendKey;
  /** What stands before the reference. */
  notes?: string;
  createdAt?: string;
  /** What it holds, if the list says so. */
  payload?: OrderPayload;
}

/** Answers listings from these orders as the API does, in pages of the asked size. */
export function listing(orders: () => readonly ShopOrder[]): (request: ApiRequest) => ApiAnswer {
  return ({ url, method }) => {
    if (method !== "get") throw new Error("only lists were to be asked for");
    const query = new URL(url).searchParams;
    const limit = Number(query.get("limit"));
    const page = Number(query.get("page") ?? 1);
    const all = orders().filter(({ status = orderStatuses[0] }) => status === query.get("status"));
    const data = all
      .slice((page - 1) * limit, page * limit)
      .map(({ id, key, notes = "", createdAt, payload }) => ({
        id,
        notes: key ? `${notes}${notes === "" ? "" : "\n"}${referenceOf(key)}` : notes,
        createdAt,
        lineItems: payload?.lineItems.map(({ productVariantId, quantity }) => ({
          productVariant: { id: productVariantId },
          quantity,
        })),
        shippingAddress: payload?.shippingAddress,
      }));
    return answerOf(200, { data, meta: { total: all.length } });
  };
}
