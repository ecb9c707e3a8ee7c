import type { ApiAnswer, ApiRequest } from "../bitbybit/http";
import type { ApiAccess } from "../bitbybit/requests";
import { isObject } from "../text/json";
import { type ListFailure, readList, shopText } from "./list-answer";

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

/** Products a page; the most that the API's lists give. */
export const productsPerPage = 100;

/** The request for one page of the products (API documentation: GET /products). Pages count from 1. */
export function listProductsRequest({ address, apiKey }: ApiAccess, page: number): ApiRequest {
  return {
    method: "get",
    url: `${address}/products?limit=${productsPerPage}&page=${page}`,
    headers: { "x-api-key": apiKey, accept: "application/json" },
  };
}

/** Reads one page. A product without variants cannot be ordered and is left out; a variant without an ID is no answer. */
export function readProductPage(answer: ApiAnswer): ProductPage | ListFailure {
  const list = readList(answer);
  if (typeof list === "string") return list;
  const variants: CatalogueVariant[] = [];
  for (const product of list.items) {
    for (const variant of Array.isArray(product.variants) ? product.variants : []) {
      if (!isObject(variant) || typeof variant.id !== "string" || variant.id === "") return "unreadable";
      const { id, inventorySku, key } = variant;
      variants.push({ id, sku: shopText(inventorySku), product: shopText(product.name), key: shopText(key) });
    }
  }
  return { variants, count: list.items.length, total: list.total };
}
