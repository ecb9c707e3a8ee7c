import { distance } from "../orders/columns/near-name";

/** How many names are proposed. */
const maxNearest = 3;

/** Only so many names that share the most letters are compared letter by letter. */
const maxCompared = 60;

/** Names are compared by this many of their first characters. */
const comparedLength = 60;

/** After so many unknown codes of one sheet nothing is proposed any more: the column is the wrong one. */
const maxAsked = 200;

/** Finds the names that are most like a text, in lists of 20,000 too. */
export class Nearest {
  private asked = 0;
  private pairs: Map<string, number[]> | null = null;

  constructor(private readonly names: readonly string[]) {}

  /** The names most like a text, at most three, the nearest first; none if nothing is like it. */
  of(text: string): string[] {
    this.asked += 1;
    const wanted = text.toLowerCase().slice(0, comparedLength);
    if (this.asked > maxAsked || wanted === "") return [];
    const scored = this.candidates(wanted).map((name) => ({
      name,
      cost: distance(wanted, name.toLowerCase().slice(0, comparedLength)),
    }));
    return scored
      .filter(({ name, cost }) => cost <= Math.max(2, Math.max(name.length, wanted.length) * 0.6))
      .sort((one, other) => one.cost - other.cost || (one.name < other.name ? -1 : 1))
      .slice(0, maxNearest)
      .map(({ name }) => name);
  }

  /** The names that share the most pairs of neighbouring characters with a text. */
  private candidates(wanted: string): string[] {
    this.pairs ??= this.indexPairs();
    const shared = new Map<number, number>();
    for (const pair of pairsOf(wanted)) {
      for (const index of this.pairs.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    return [...shared]
      .sort(([one, many], [other, more]) => more - many || one - other)
      .slice(0, maxCompared)
      .map(([index]) => this.names[index] ?? "");
  }

  private indexPairs(): Map<string, number[]> {
    const pairs = new Map<string, number[]>();
    this.names.forEach((name, index) => {
      for (const pair of pairsOf(name.toLowerCase().slice(0, comparedLength))) {
        const known = pairs.get(pair);
        if (known === undefined) pairs.set(pair, [index]);
        else known.push(index);
      }
    });
    return pairs;
  }
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let index = 0; index < text.length - 1; index += 1) pairs.add(text.slice(index, index + 2));
  return pairs;
}
