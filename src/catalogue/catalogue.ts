import type { ArticleLookup, Resolution } from "../orders/lines/article";
import { Nearest } from "./nearest";
import type { CatalogueVariant } from "./product-list";

/** Texts by which variants are found, as written and without letter case. */
interface Finder {
  exact: Map<string, CatalogueVariant[]>;
  folded: Map<string, CatalogueVariant[]>;
}

/** Finds the variants that SKUs, product names and Variant IDs of a sheet stand for. */
export class Catalogue implements ArticleLookup {
  private readonly finders: Record<"variantId" | "sku" | "product", Finder>;
  private readonly nearest: Record<"variantId" | "sku" | "product", Nearest>;
  private readonly answers = new Map<string, Resolution>();

  constructor(variants: readonly CatalogueVariant[]) {
    this.finders = {
      variantId: finderOf(variants, ({ id }) => [id], false),
      sku: finderOf(variants, ({ sku }) => [sku], true),
      product: finderOf(variants, ({ product, key }) => [product, ...namesOfVariant(product, key)], true),
    };
    this.nearest = {
      variantId: new Nearest([...this.finders.variantId.exact.keys()]),
      sku: new Nearest([...this.finders.sku.exact.keys()]),
      product: new Nearest([...this.finders.product.exact.keys()]),
    };
  }

  /**
   * Finds a variant: as written first, then without letter case. A Variant ID counts as written alone. A product's name
   * stands for its variant only if it has a single one; `Name, variant` names one of several. What is neither a SKU nor a
   * name, but a Variant ID to the letter, is that: teams call a column of IDs "SKU" or "Item code".
   */
  resolve(by: "variantId" | "sku" | "product", code: string): Resolution {
    const name = `${by} ${code}`;
    const known = this.answers.get(name);
    if (known !== undefined) return known;
    const answer = this.find(by, code);
    this.answers.set(name, answer);
    return answer;
  }

  private find(by: "variantId" | "sku" | "product", code: string): Resolution {
    const { exact, folded } = this.finders[by];
    const found = exact.get(code) ?? folded.get(fold(code)) ?? this.finders.variantId.exact.get(code) ?? [];
    const [variant, other] = found;
    if (variant === undefined) return { kind: "unknown", nearest: this.nearest[by].of(code) };
    if (other === undefined) return { kind: "found", variantId: variant.id, title: titleOf(variant) };
    const names = found.map((one) => (by === "product" ? titleOf(one) : `${one.id} (${titleOf(one)})`));
    return { kind: "ambiguous", nearest: names.slice(0, maxNamed) };
  }
}

/** How many articles are named if one could not be found. */
const maxNamed = 3;

/** What a variant is called, with its product. */
function titleOf({ product, key }: CatalogueVariant): string {
  return key === "" ? product : `${product}, ${key}`;
}

/** How a sheet may name one variant of a product. */
function namesOfVariant(product: string, key: string): string[] {
  return key === "" || product === ""
    ? []
    : [`${product}, ${key}`, `${product} ${key}`, `${product} - ${key}`];
}

function finderOf(
  variants: readonly CatalogueVariant[],
  namesOf: (variant: CatalogueVariant) => string[],
  isFolded: boolean,
): Finder {
  const finder: Finder = { exact: new Map(), folded: new Map() };
  for (const variant of variants) {
    for (const name of namesOf(variant)) {
      if (name === "") continue;
      add(finder.exact, name, variant);
      if (isFolded) add(finder.folded, fold(name), variant);
    }
  }
  return finder;
}

function add(map: Map<string, CatalogueVariant[]>, name: string, variant: CatalogueVariant): void {
  const known = map.get(name);
  if (known === undefined) map.set(name, [variant]);
  else if (!known.some(({ id }) => id === variant.id)) known.push(variant);
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
