import type { Columns } from "../columns";
import { codeFields, type DataField } from "../field";
import type { Article } from "../lines/article";
import type { OrderDraft } from "../order";
import { displayedText, readText } from "../rows/cell";
import { addressSources } from "../rows/order-candidate";
import type { Problem, ProblemKind } from "./problem";

/** What is used of an issue of the order schema. */
export interface SchemaIssue {
  path: readonly PropertyKey[];
}

/** The kinds of problems that the schema finds; the others are found while cells are read. */
type SchemaProblemKind = Extract<ProblemKind, "missing" | "noCustomer" | "email">;

/** Where an issue belongs: a row of the sheet, and the fields that would fix it, the first with a column being named. */
interface IssuePlace {
  rowNumber: number;
  fields: readonly DataField[];
  kind: SchemaProblemKind;
  /** True for a part of a line; the others belong to all rows of the order. */
  isLine: boolean;
}

/**
 * Turns the schema's issues back into problems of cells. What could not be read, as told by `known`, is not missing too.
 * A field that all rows share is missing in the order's first row.
 */
export function problemsOfIssues(
  issues: readonly SchemaIssue[],
  draft: OrderDraft,
  columns: Columns,
  lines: readonly Article[],
  known: readonly Problem[],
): Problem[] {
  // Told apart by row for the fields of each row, by field alone for those that all rows share.
  const told = new Set<string>();
  for (const { rowNumber, field } of known) told.add(`${field}`).add(`${field} ${rowNumber}`);
  const found: Problem[] = [];
  const places = issues.map((issue) => placeOf(issue, draft, lines));
  // The address first: its names are missing whether or not there is a Customer ID.
  for (const place of [...places.filter(isNotCustomer), ...places.filter(isCustomer)]) {
    const { rowNumber, fields, kind, isLine } = place;
    if (kind === "email") {
      found.push(...emailProblems(draft, columns));
      continue;
    }
    // A fault in one of the columns that may name an article tells enough of all of them.
    const sources = fields.some(isCode) ? codeFields : fields;
    const keys = sources.map((field) => (isLine ? `${field} ${rowNumber}` : field));
    const field = fields.find((candidate) => columns.data[candidate] !== undefined) ?? null;
    const key = isLine ? `${field} ${rowNumber}` : `${field}`;
    if (told.has(key) || keys.some((each) => told.has(each))) continue;
    told.add(key);
    const columnIndex = field === null ? null : (columns.data[field] ?? null);
    // A further article whose column the sheet lacks is named all the same.
    found.push({ kind, rowNumber, columnIndex, field: isLine ? (fields[0] ?? null) : field, found: "" });
  }
  return found;
}

function isCode(field: DataField): boolean {
  return (codeFields as readonly DataField[]).includes(field);
}

function isCustomer(place: IssuePlace): boolean {
  return place.kind === "noCustomer";
}

function isNotCustomer(place: IssuePlace): boolean {
  return !isCustomer(place);
}

function placeOf({ path }: SchemaIssue, draft: OrderDraft, lines: readonly Article[]): IssuePlace {
  const [part, key, lineKey] = path;
  const rowNumber = draft.rowNumbers[0] ?? 0;
  if (part === "lineItems") {
    const line = typeof key === "number" ? lines[key] : undefined;
    const field = lineKey === "quantity" ? line?.quantityField : line?.codeField;
    const fields = [field ?? "variantId"];
    return { rowNumber: line?.rowNumber ?? rowNumber, fields, kind: "missing", isLine: true };
  }
  const shared = { rowNumber, isLine: false };
  if (part === "shippingAddress") return { ...shared, fields: addressFields(key), kind: "missing" };
  if (key === "email") return { ...shared, fields: ["email"], kind: "email" };
  const name = key === "lastName" ? "lastName" : "firstName";
  return { ...shared, fields: [name, "fullName", "customerId"], kind: "noCustomer" };
}

/** The plain column before the Ship… column: it serves the customer too. */
function addressFields(key: PropertyKey | undefined): readonly DataField[] {
  const sources: Readonly<Record<PropertyKey, readonly DataField[]>> = addressSources;
  const fields = [...(sources[key ?? ""] ?? [])].reverse();
  if (key !== "firstName" && key !== "lastName") return fields;
  const [plain = "firstName", ship = "shipFirstName"] = fields;
  return [plain, "fullName", ship, "shipFullName"];
}

/** The e-mail address that is sent is the first filled one; each cell that has it is at fault. */
function emailProblems(draft: OrderDraft, columns: Columns): Problem[] {
  const columnIndex = columns.data.email;
  if (columnIndex === undefined) return [];
  const cells = draft.rows.flatMap((row) => {
    const reading = readText(row, columnIndex, "code");
    const found = displayedText(row, columnIndex);
    return reading.ok && reading.text !== "" ? [{ rowNumber: row.rowNumber, found, text: reading.text }] : [];
  });
  return cells
    .filter((cell) => cell.text === cells[0]?.text)
    .map(({ rowNumber, found }) => ({ rowNumber, found, kind: "email", columnIndex, field: "email" }));
}
