import {
  contentOfAnswer,
  isAlike,
  isAnothersContent as isAnothers,
} from "../../src/bitbybit/answered-content";
import type { OrderPayload } from "../../src/orders/order";

const sent: OrderPayload = {
  lineItems: [
    { productVariantId: "var_1", quantity: 2 },
    { productVariantId: "var_2", quantity: 1 },
  ],
  shippingAddress: {
    firstName: "Siti",
    lastName: "Rahmawati",
    phone: "+62 812-5550-0142",
    address1: "Jl. Melati No. 12",
    city: "Bandung",
    province: "Jawa Barat",
    zip: "40111",
  },
};
const isAnothersContent = (answered: unknown, of: OrderPayload) => isAnothers(contentOfAnswer(answered), of);
const line = (id: string, quantity: number) => ({ productVariant: { id }, quantity });
const lineItems = [line("var_1", 2), line("var_2", 1)];
const address = sent.shippingAddress;

test("the order as it was sent is this one, in whatever order its lines come", () => {
  expect(isAnothersContent({ lineItems, shippingAddress: address }, sent)).toBe(false);
  const apart = [line("var_2", 1), line("var_1", 1), line("var_1", 1)];
  expect(isAnothersContent({ lineItems: apart }, sent)).toBe(false);
});

test("a shop may write letters, signs and one field in its own way", () => {
  const own = {
    ...address,
    firstName: "SITI",
    lastName: "rahmawati ",
    address1: "JL MELATI NO 12",
    phone: "0812 5550 0142",
  };
  expect(isAnothersContent({ lineItems, shippingAddress: own }, sent)).toBe(false);
  expect(isAnothersContent({ shippingAddress: { ...address, address1: "Jalan Melati 12" } }, sent)).toBe(
    false,
  );
});

test.each<[string, unknown]>([
  ["other articles", { lineItems: [line("var_1", 2), line("var_3", 1)] }],
  ["other quantities", { lineItems: [line("var_1", 2), line("var_2", 2)] }],
  ["fewer articles", { lineItems: [line("var_1", 2)] }],
  [
    "somebody else at another address",
    { shippingAddress: { ...address, firstName: "Budi", address1: "Jl. Mawar 3" } },
  ],
  [
    "another phone and zip",
    { lineItems, shippingAddress: { ...address, phone: "+62 811 999", zip: "60111" } },
  ],
])("an order with %s is another one", (_, answered) => {
  expect(isAnothersContent(answered, sent)).toBe(true);
});

test.each<[string, unknown]>([
  ["nothing", null],
  ["an ID alone", { id: "ord_1" }],
  ["no lines", { lineItems: [], shippingAddress: {} }],
  ["lines of another shape", { lineItems: [{ productVariantId: "var_9", quantity: 9 }, null, 7] }],
  ["texts for objects", { lineItems: "var_9", shippingAddress: "Jl. Mawar 3" }],
  ["numbers for texts", { shippingAddress: { firstName: 1, address1: 2, zip: 3 } }],
])("an answer with %s tells nothing", (_, answered) => {
  expect(isAnothersContent(answered, sent)).toBe(false);
});

describe("an order without a reference may be the one that was sent", () => {
  test.each<[string, unknown]>([
    ["the same articles for the same person", { lineItems, shippingAddress: address }],
    [
      "the same articles, name and phone, and another way to write the street",
      { lineItems, shippingAddress: { ...address, address1: "Jalan Melati 12", zip: "" } },
    ],
    ["the same person where no articles are listed", { shippingAddress: address }],
  ])("with %s", (_, answered) => {
    expect(isAlike(contentOfAnswer(answered), sent)).toBe(true);
  });

  test.each<[string, unknown]>([
    ["other articles", { lineItems: [line("var_9", 1)], shippingAddress: address }],
    ["the same articles alone", { lineItems }],
    ["nothing known of it", { id: "ord_1" }],
    ["the name and the zip alone", { shippingAddress: { ...address, address1: "", phone: "" } }],
    [
      "the same articles for somebody in the same house",
      { lineItems, shippingAddress: { ...address, firstName: "Budi", phone: "+62 811 999" } },
    ],
  ])("but not with %s", (_, answered) => {
    expect(isAlike(contentOfAnswer(answered), sent)).toBe(false);
  });
});
