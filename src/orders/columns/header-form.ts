import { withoutInvisible } from "../values/invisible";

/** What forms say of a column, besides its name: in brackets, or behind a dash. */
const remarks =
  /[([【（{<]\s*(?:required|mandatory|optional|wajib(?: diisi)?|opsional|pflicht(?:feld)?|obligatoire|obligatorio|requerido|必須|必填|필수)\s*[)\]】）}>]|\s[-–—:*]\s*(?:required|mandatory|optional|wajib(?: diisi)?|opsional|필수|必須|必填)\s*$/giu;

/** A header as the add-on writes it: letter case, outer and repeated spaces and invisible characters do not count. */
export function exactHeader(header: string): string {
  return withoutInvisible(header).trim().replace(/\s+/g, " ").toLowerCase();
}

/** A header without what a form says of the column, such as "(required)". */
export function withoutRemarks(header: string): string {
  return header.replace(remarks, " ");
}

/**
 * A header by its letters and digits alone: case, spaces, signs, asterisks, underscores, accents, invisible characters and
 * remarks such as "(required)" do not count, nor do zeros before a number at its end.
 */
export function plainHeader(header: string): string {
  return withoutInvisible(header)
    .normalize("NFKD")
    .replace(remarks, " ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/(\D)0+(?=\d+$)/, "$1")
    .normalize("NFC");
}

/** A party that gets nothing sent: who pays, or who sends the parcel. */
export const otherParty = /bill|invoice|[tn]agih|rechnung|factur|pengirim(?!an)|sender/i;
