/** Number words, as `value word word…` a line: English and Indonesian, the languages of the sheets. */
const wordLines = `1 one satu se a an sebuah
2 two dua
3 three tiga
4 four empat
5 five lima
6 six enam
7 seven tujuh
8 eight delapan
9 nine sembilan
10 ten sepuluh
11 eleven sebelas
12 twelve duabelas
20 twenty duapuluh`;

/**
 * Units, as `how many unit unit…` a line. What holds an unknown number of articles (box, pack, set, pair) and what is weighed
 * or measured is not here: nobody can tell what is meant.
 */
const unitLines = `1 pcs pc pce pcs pieces piece item items unit units ea each qty x × nos buah bh biji bj butir ekor lembar lbr lbh helai potong ptg batang botol bungkus stk stück stueck st piezas pieza unidades unidad pièces pièce peças peça pezzi szt шт 個 个 件 개 ชิ้น cái
12 dozen dozens doz dz dzn lusin losin lsn dutzend docena docenas douzaine dúzia 打 다스
20 kodi score
144 gross gros`;

/** Whole sayings that are no number beside a unit. */
const sayings: ReadonlyMap<string, number> = new Map(
  Object.entries({
    "half dozen": 6,
    "half a dozen": 6,
    "setengah lusin": 6,
    selusin: 12,
    "se lusin": 12,
    sekodi: 20,
  }),
);

let words: { numbers: ReadonlyMap<string, number>; units: ReadonlyMap<string, number> } | null = null;

/** No count with its unit is longer. */
const maxLength = 40;

/** A number, as digits or one or two words, with a unit before or behind it. */
const shape = /^([^\d\s]*?)\s*(\d{1,9}|[\p{L}]+(?: (?:belas|puluh))?)(?:[.,]0{1,2})?\s*([^\d]*?)$/u;

/**
 * The count that words say for sure: `2 pcs` is 2, `1 lusin` 12, `x3` 3, `two dozen` 24; null if more than one reading is
 * possible or a word is not known, as in `5 (habis)`.
 */
export function countInWords(text: string): number | null {
  if (text.length > maxLength) return null;
  words ??= { numbers: byWord(wordLines), units: byWord(unitLines) };
  const plain = text.toLowerCase().replace(/\s+/g, " ").trim();
  const said = sayings.get(plain);
  if (said !== undefined) return said;
  const [, before = "", amount = "", behind = ""] = shape.exec(plain) ?? [];
  const count = /^\d/.test(amount) ? Number(amount) : words.numbers.get(amount.replace(" ", ""));
  const factors = [before, behind].map((unit) => unitFactor(unit, words?.units ?? new Map()));
  const [first, second] = factors;
  if (count === undefined || first === null || second === null) return null;
  if (before.trim() !== "" && behind.trim() !== "") return null;
  const product = count * (first ?? 1) * (second ?? 1);
  return product >= 1 && Number.isSafeInteger(product) ? product : null;
}

/** How many a unit stands for; 1 without one, null for an unknown word. */
function unitFactor(unit: string, units: ReadonlyMap<string, number>): number | null {
  const word = unit.replace(/^[:.]|[:.,]$/g, "").trim();
  return word === "" ? 1 : (units.get(word) ?? null);
}

function byWord(lines: string): Map<string, number> {
  return new Map(
    lines.split("\n").flatMap((line) => {
      const [value = "", ...names] = line.split(" ");
      return names.map((name): [string, number] => [name, Number(value)]);
    }),
  );
}
