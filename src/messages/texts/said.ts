/** What is said of a thing: a sentence, or one that is made from its details. */
export type Said<T, About = unknown> = string | ((thing: T, about: About) => string);

/** A sentence for each kind of thing. `Key`: the property that tells the kinds apart. */
export type SaidByKind<T, Key extends keyof T, About = unknown> = {
  readonly [Kind in T[Key] & string]: Said<OfKind<T, Key, Kind>, About>;
};

type OfKind<T, Key extends keyof T, Kind> = T extends unknown ? (Kind extends T[Key] ? T : never) : never;

/** The sentence for a thing. `about`: what else a sentence may name. */
export function say<T, Key extends keyof T, About>(
  sentences: SaidByKind<T, Key, About>,
  key: Key,
  thing: T,
  about: About,
): string {
  // The kind is that of the thing, which the type of a lookup by a union cannot say.
  const said = sentences[thing[key] as T[Key] & string] as Said<T, About>;
  return typeof said === "string" ? said : said(thing, about);
}
