import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import { parse } from "yaml";
import * as z from "zod/mini";
import { orderSchema } from "../../../src/orders/check/order-schema";
import type { OrderPayload } from "../../../src/orders/order";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON schema without what says nothing about which bodies are accepted. */
function essence(schema: Json, definitions: Json): Json {
  if (Array.isArray(schema)) return schema.map((item) => essence(item, definitions));
  if (schema === null || typeof schema !== "object") return schema;
  if (typeof schema.$ref === "string") return essence(resolve(schema.$ref, definitions), definitions);
  const entries = Object.entries(schema)
    // zod adds its e-mail pattern to the format, and the largest safe integer to every integer.
    .filter(([key, value]) => !(["description", "$schema"].includes(key) && typeof value === "string"))
    .filter(([key]) => !(key === "pattern" && schema.format === "email"))
    .filter(([key, value]) => !(key === "maximum" && value === Number.MAX_SAFE_INTEGER))
    .map(([key, value]): [string, Json] => [
      key,
      key === "required" && Array.isArray(value) ? value.map(String).sort() : essence(value, definitions),
    ]);
  return Object.fromEntries(entries);
}

function resolve(reference: string, definitions: Json): Json {
  return reference
    .split("/")
    .slice(1)
    .reduce((at, key) => child(at, key), definitions);
}

function child(at: Json, key: string): Json {
  const found = at !== null && typeof at === "object" && !Array.isArray(at) ? at[key] : undefined;
  if (found === undefined) throw new Error(`the contract has no ${key}`);
  return found;
}

const contract: Json = parse(readFileSync(join(__dirname, "../../../local/api/contract.yaml"), "utf8"));
const createOrder = child(child(child(contract, "paths"), "/orders"), "post");
const requestBody = ["requestBody", "content", "application/json", "schema"].reduce(child, createOrder);
const contractSchema = essence(requestBody, contract);

test("the schema is the contract's request body", () => {
  const ours: Json = JSON.parse(JSON.stringify(z.toJSONSchema(orderSchema(), { io: "input" })));
  expect(essence(ours, ours)).toEqual(contractSchema);
});

const payload: OrderPayload = {
  customer: { firstName: "Ayu", lastName: "Lestari", phone: "+62 812", email: "ayu@example.com" },
  lineItems: [{ productVariantId: "var_1", quantity: 2 }],
  shippingAddress: {
    firstName: "Ayu",
    lastName: "Lestari",
    phone: "+62 812",
    address1: "Jl. Melati 1",
    address2: "Lt. 2",
    city: "Bandung",
    province: "Jawa Barat",
    country: "ID",
    zip: "40115",
  },
  notes: "Ring twice",
  tags: ["vip"],
};

test("what the schema parses is an OrderPayload, unchanged", () => {
  const parsed: OrderPayload = orderSchema().parse(payload);
  expect(parsed).toEqual(payload);
});

describe("beside the contract's own validator", () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  if (contractSchema === null || typeof contractSchema !== "object") throw new Error("no schema");
  const contractAccepts = ajv.compile(contractSchema);
  /** The contract says in words alone that a customerId or a customer is needed. */
  const namesCustomer = (body: object) => "customerId" in body || "customer" in body;
  const odd = fc.constantFrom<unknown>(undefined, null, "", "x", 0, 1, 1.5, -1, true, [], ["x"], {});

  /** The payload with one part replaced by something odd, or taken out. */
  function mutated(path: readonly string[], value: unknown): object {
    const body = structuredClone(payload);
    const last = path[path.length - 1] ?? "";
    const owner: object = path.slice(0, -1).reduce((at: object, key) => Reflect.get(at, key), body);
    if (value === undefined) Reflect.deleteProperty(owner, last);
    else Reflect.set(owner, last, value);
    return JSON.parse(JSON.stringify(body));
  }

  const paths = [
    ...["customerId", "customer", "lineItems", "shippingAddress", "notes", "tags"].map((key) => [key]),
    ...Object.keys(payload.customer ?? {}).map((key) => ["customer", key]),
    ...Object.keys(payload.shippingAddress).map((key) => ["shippingAddress", key]),
    ...["productVariantId", "quantity"].map((key) => ["lineItems", "0", key]),
    ["lineItems", "0"],
    ["tags", "0"],
  ];

  test("both accept and refuse the same bodies", () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), odd, (path, value) => {
        const body = mutated(path, value);
        expect(orderSchema().safeParse(body).success).toBe(contractAccepts(body) && namesCustomer(body));
      }),
      { numRuns: 500 },
    );
  });
});

test("an order that names no customer is told even if other fields are at fault", () => {
  const { customer: _, ...rest } = payload;
  const result = orderSchema().safeParse({ ...rest, notes: 1 });
  expect(result.error?.issues.map((issue) => [issue.code, issue.path])).toEqual([
    ["invalid_type", ["notes"]],
    ["custom", []],
  ]);
});

test.each([null, undefined, "x", 1, []])("a body such as %p is refused, not crashed on", (body) => {
  expect(orderSchema().safeParse(body).success).toBe(false);
});

test("the schema is made once", () => {
  expect(orderSchema()).toBe(orderSchema());
});
