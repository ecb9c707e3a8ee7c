import type { ApiAnswer, ApiRequest } from "../../src/bitbybit/http";
import { formatSendKey, type SendKey } from "../../src/orders/send-key";
import { answerOf } from "../bitbybit/answer";

/** One order that a shop lists. */
export interface ListedRow {
  id: string;
  status: string;
  key?: SendKey;
  createdAt?: string;
}

/** Answers listings from these orders as the API does, in pages of the asked size. */
export function listing(orders: () => readonly ListedRow[]): (request: ApiRequest) => ApiAnswer {
  return ({ url }) => {
    const query = new URL(url).searchParams;
    const status = query.get("status");
    const limit = Number(query.get("limit"));
    const page = Number(query.get("page") ?? 1);
    const all = orders().filter((order) => status === null || order.status === status);
    const data = all.slice((page - 1) * limit, page * limit).map(({ id, key, createdAt }) => ({
      id,
      notes: key ? `Sheet ref: ${formatSendKey(key)}` : null,
      createdAt,
    }));
    return answerOf(200, { data, meta: { total: all.length } });
  };
}
