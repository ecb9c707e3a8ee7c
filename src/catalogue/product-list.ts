import * as z from "zod/mini";
import type { ApiAnswer, ApiRequest } from "../bitbybit/http";
import type { ApiAccess } from "../bitbybit/requests";
import { withoutInvisible } from "../orders/values/invisible";

/** One variant of a product, as orders need it. */
export interface CatalogueVariant {
  /** What an order sends. */
  id: string;
  /** "" if the shop has given it none. */
  sku: string;
  /** What its product is called, and what tells it from the product's other variants. */
  product: string;
  key: string;
}

/** One page of the products. */
export interface ProductPage {
  variants: CatalogueVariant[];
  /** How many products are on this page, and in all. */
  count: number;
  total: number;
}

/** What the answer to a page of products says. */
export type ProductAnswer =
  | { kind: "page"; page: ProductPage }
  /** The key may not read products; the key is refused; the limit is reached; anything else. */
  | { kind: "noRead" | "refused" | "rateLimit" | "unreadable" };

/** Products a page; the most that the API's lists give. */
export const productsPerPage = 100;

/** A longer ID, SKU or name is cut: a shop's texts are as hostile as any. */
const maxTextLength = 300;

/** The request for one page of the products (API documentation: GET /products). Pages count from 1. */
export function listProductsRequest(access: ApiAccess, page: number): ApiRequest {
  return {
    method: "get",
    url: `${access.address}/products?limit=${productsPerPage}&page=${page}`,
    headers: { "x-api-key": access.apiKey, accept: "application/json" },
  };
}

const anything = () => z.optional(z.unknown());
const buildSchema = () =>
  z.object({
    data: z.array(
      z.object({
        name: anything(),
        variants: z.optional(
          z.nullable(z.array(z.object({ id: z.string(), key: anything(), inventorySku: anything() }))),
        ),
      }),
    ),
    meta: z.object({ total: z.number() }),
  });
let schema: ReturnType<typeof buildSchema> | null = null;

/** Reads one page. A product without variants cannot be ordered and is left out. */
export function readProductPage(answer: ApiAnswer): ProductAnswer {
  if (answer.status === 403) return { kind: "noRead" };
  if (answer.status === 401 || answer.status === 404) return { kind: "refused" };
  if (answer.status === 429) return { kind: "rateLimit" };
  if (answer.status < 200 || answer.status > 299) return { kind: "unreadable" };
  schema ??= buildSchema();
  const parsed = schema.safeParse(parseJson(answer.body));
  if (!parsed.success) return { kind: "unreadable" };
  const { data, meta } = parsed.data;
  const variants = data.flatMap((product) =>
    (product.variants ?? []).map((variant) => ({
      id: variant.id,
      sku: textOf(variant.inventorySku),
      product: textOf(product.name),
      key: textOf(variant.key),
    })),
  );
  return {
    kind: "page",
    page: { variants: variants.filter(({ id }) => id !== ""), count: data.length, total: meta.total },
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? withoutInvisible(value).trim().slice(0, maxTextLength) : "";
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
