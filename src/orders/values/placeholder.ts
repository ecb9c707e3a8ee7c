/** Signs and words that stand for "nothing" or "not yet". */
const placeholders: ReadonlySet<string> = new Set(
  "- -- --- – — _ ? ?? ??? . .. ... … / n/a n.a. n.a na n/d none null nil undefined unknown tbd tba tbc xxx xx x todo nan kosong belum tidak nihil tdk keine sin 없음 無 なし 无".split(
    " ",
  ),
);

const longestPlaceholder = 12;

/** What no placeholder begins with: digits, a plus sign. */
const firstOfOthers = /^[\d+]/;

/** True for a text that only says that there is no value. */
export function isPlaceholder(text: string): boolean {
  return (
    text.length <= longestPlaceholder &&
    !firstOfOthers.test(text) &&
    (placeholders.has(text.toLowerCase()) || text === "tidak ada" || text === "belum ada")
  );
}

/** What stands for "as in the row above", which another row can be tomorrow. */
const ditto =
  /^(?:["”“″〃]{1,2}|''|,,|-["”]-|s\.?d\.?a\.?|ditto|idem|same as above|(?:sama|seperti) (?:dengan |spt )?(?:yang )?di ?atas)$/i;

/** True for a text that only points to the cell above it. */
export function isDitto(text: string): boolean {
  return text.length < 30 && ditto.test(text);
}

/** Asterisks or dots in place of what a shop does not show; in numbers also crosses. */
const hidden = /[*•●]{3}|\d-?x{3}|x{3}-?\d/i;

/** True for a text that is partly hidden, such as `Siti R******` or `*****01`. */
export function isMasked(text: string): boolean {
  return hidden.test(text);
}

const address = /^(?:[a-z]+:\/\/|www\.)|^[\w-]+(?:\.[\w-]+)+\//i;
const list = /[,;\n|]/;

/** What an ID looks like besides an ID; null for an ordinary one. */
export function idDoubt(text: string): "idAddress" | "idList" | null {
  if (address.test(text)) return "idAddress";
  return list.test(text) ? "idList" : null;
}
