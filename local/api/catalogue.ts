import { textHash } from "./seeded-random";

/** A variant of a product in the contract's `ProductVariant` shape. */
export interface Variant {
  id: string;
  key: string;
  /** In {@link currency}, a whole number. */
  price: number;
  compareAtPrice: number | null;
  inventorySku: string | null;
  media: string | null;
}

/** A product as `GET /products` lists it. */
export interface Product {
  id: string;
  productId: string;
  name: string;
  status: "active" | "archived";
  variants: Variant[];
  options: { name: string; values: string[] }[];
  tags: string[];
}

/** The currency of every price. */
export const currency = "IDR";

const names = [
  "Batik shirt",
  "Linen scarf",
  "Rattan basket",
  "Teak bowl",
  "Clay mug",
  "Pandan candle",
  "Arabica beans 250 g",
  "Palm sugar 500 g",
  "Woven tote bag",
  "Indigo napkins",
  "Bamboo tray",
  "Coconut soap",
];
const sizes = ["small", "medium", "large"];

/** The products that the stand-in lists: always the same twelve, each in three sizes, `var_0101` to `var_1203`. */
export const products: readonly Product[] = names.map((name, index) => {
  const number = String(index + 1).padStart(2, "0");
  return {
    id: `prod_${number}`,
    productId: `P-${number}`,
    name,
    status: "active",
    variants: sizes.map((size, sizeIndex) => madeUpVariant(`var_${number}0${sizeIndex + 1}`, size)),
    options: [{ name: "Size", values: [...sizes] }],
    tags: [],
  };
});

const listed = new Map(
  products.flatMap((product) =>
    product.variants.map(
      (variant) => [variant.id, { title: `${product.name}, ${variant.key}`, variant }] as const,
    ),
  ),
);

/**
 * The variant with an ID, and the title its order lines carry. So that any sheet can be tried, an ID that is in no
 * listed product is taken for a variant too, with a price made from the ID. IDs that begin with `var_gone` do not exist.
 */
export function findVariant(id: string): { title: string; variant: Variant } | null {
  if (id.startsWith("var_gone")) return null;
  return listed.get(id) ?? { title: `Product ${id}`, variant: madeUpVariant(id, "standard") };
}

function madeUpVariant(id: string, key: string): Variant {
  const price = 5000 * (3 + (textHash(id) % 98));
  return { id, key, price, compareAtPrice: null, inventorySku: `SKU-${id}`, media: null };
}
