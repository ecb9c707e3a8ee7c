import { fieldOf } from "./columns";
import { type DataField, type Field, headerOf, isStatusField } from "./field";

/** A header that is not read, and looks like one that would be. */
export interface SimilarHeader {
  field: DataField;
  columnIndex: number;
  found: string;
}

/** What teams call a column, besides slips of the pen; without spaces and signs. */
const otherNames: Partial<Record<DataField, readonly string[]>> = {
  orderRef: ["orderreference", "reference", "orderno", "ordernr", "ref"],
  customerId: ["customerno", "customernumber"],
  phone: ["phoneno", "phonenumber", "telephone", "mobile", "tel", "hp"],
  email: ["emailaddress", "mail"],
  variantId: ["variant", "productvariantid"],
  quantity: ["qty", "amount", "count"],
  address1: ["address", "street"],
  province: ["state", "region"],
  zip: ["zipcode", "postcode", "postalcode"],
  notes: ["comment", "comments", "remark", "remarks"],
};

/** For each column of the user's that the sheet lacks, a header that looks like its own. */
export function similarHeaders(headerRow: readonly string[]): SimilarHeader[] {
  const lacking = new Set(
    (Object.keys(headerOf) as Field[]).filter((field) => !isStatusField(field)) as DataField[],
  );
  for (const header of headerRow) lacking.delete(fieldOf(header) as DataField);
  const similar: SimilarHeader[] = [];
  headerRow.forEach((found, columnIndex) => {
    const plain = plainName(found);
    if (plain === "" || fieldOf(found)) return;
    const fields = [...lacking];
    const field = fields.find((one) => isCalled(plain, one)) ?? fields.find((one) => isSlip(plain, one));
    if (!field) return;
    lacking.delete(field);
    similar.push({ field, columnIndex, found });
  });
  return similar;
}

function isCalled(plain: string, field: DataField): boolean {
  return plain === plainName(headerOf[field]) || (otherNames[field] ?? []).includes(plain);
}

/** Letters and digits alone, of any script. */
function plainName(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** One letter more, less or other makes a slip, and in a long name two. */
function isSlip(plain: string, field: DataField): boolean {
  const own = plainName(headerOf[field]);
  return distance(plain, own) <= (own.length >= 7 ? 2 : 1);
}

/** How many letters have to be put in, taken out or changed (Levenshtein). */
function distance(one: string, other: string): number {
  let costs = Array.from(`${other}.`, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    let left = index + 1;
    const next = [left];
    for (const [place, wanted] of [...other].entries()) {
      const [above = 0, diagonal = 0] = [costs[place + 1], costs[place]];
      left = Math.min(left + 1, above + 1, diagonal + (letter === wanted ? 0 : 1));
      next.push(left);
    }
    costs = next;
  }
  return costs[costs.length - 1] ?? 0;
}
