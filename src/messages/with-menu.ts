import type { Catalogue, MenuCaptions } from "./catalogue";

/** A catalogue whose sentences name the menu's items by the captions of another language's menu. */
export function withMenu(catalogue: Catalogue, menu: MenuCaptions): Catalogue {
  const own = catalogue.addOn.menu;
  const captions = (Object.keys(menu) as (keyof MenuCaptions)[]).map(
    (item) => [own[item], menu[item]] as const,
  );
  const rename = (sentence: string) =>
    captions.reduce((text, [from, to]) => text.split(`"${from}"`).join(`"${to}"`), sentence);
  const named = renamedIn(catalogue, rename);
  return { ...named, addOn: { ...named.addOn, menu } };
}

/** The same in which every sentence is renamed, also those that a function answers. */
function renamedIn<T>(part: T, rename: (sentence: string) => string): T;
function renamedIn(part: unknown, rename: (sentence: string) => string): unknown {
  if (typeof part === "string") return rename(part);
  if (typeof part === "function") return (...given: unknown[]) => renamedIn(part(...given), rename);
  if (Array.isArray(part)) return part.map((one) => renamedIn(one, rename));
  if (part instanceof Map) return new Map(Array.from(part, ([key, one]) => [key, renamedIn(one, rename)]));
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, renamedIn(one, rename)]));
}
