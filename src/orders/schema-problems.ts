import { readText } from "./cell";
import type { Columns } from "./columns";
import type { DataField } from "./field";
import type { OrderDraft } from "./order";
import { addressSources } from "./order-candidate";
import type { Problem, ProblemKind } from "./problem";

/** What is used of an issue of the order schema. */
export interface SchemaIssue {
  path: readonly PropertyKey[];
}

/** The kinds of problems that the schema finds; the others are found while cells are read. */
type SchemaProblemKind = Extract<ProblemKind, "missing" | "noCustomer" | "email">;

/** Where an issue belongs: a row of the draft, and the fields that would mend it, the first with a column being named. */
interface IssuePlace {
  rowIndex: number;
  fields: readonly DataField[];
  kind: SchemaProblemKind;
}

/**
 * Turns the schema's issues back into problems of cells. What could not be read, as told by `known`, is not missing too.
 * A field that all rows share is missing in the order's first row.
 */
export function problemsOfIssues(
  issues: readonly SchemaIssue[],
  draft: OrderDraft,
  columns: Columns,
  known: readonly Problem[],
): Problem[] {
  // Told apart by row for the fields of each row, by field alone for those that all rows share.
  const told = new Set<string>();
  for (const { rowNumber, field } of known) told.add(`${field}`).add(`${field} ${rowNumber}`);
  const found: Problem[] = [];
  const places = issues.map(placeOf);
  // The address first: its names are missing whether or not there is a Customer ID.
  for (const { rowIndex, fields, kind } of [...places.filter(isNotCustomer), ...places.filter(isCustomer)]) {
    const rowNumber = draft.rowNumbers[rowIndex];
    if (rowNumber === undefined) continue;
    if (kind === "email") {
      found.push(...emailProblems(draft, columns));
      continue;
    }
    const isLine = fields === variantId || fields === quantity;
    const keys = fields.map((field) => (isLine ? `${field} ${rowNumber}` : field));
    const field = fields.find((candidate) => columns.data[candidate] !== undefined) ?? null;
    const key = isLine ? `${field} ${rowNumber}` : `${field}`;
    if (told.has(key) || keys.some((each) => told.has(each))) continue;
    told.add(key);
    const columnIndex = field === null ? null : (columns.data[field] ?? null);
    found.push({ kind, rowNumber, columnIndex, field, found: "" });
  }
  return found;
}

const variantId: readonly DataField[] = ["variantId"];
const quantity: readonly DataField[] = ["quantity"];

function isCustomer(place: IssuePlace): boolean {
  return place.kind === "noCustomer";
}

function isNotCustomer(place: IssuePlace): boolean {
  return !isCustomer(place);
}

function placeOf({ path }: SchemaIssue): IssuePlace {
  const [part, key, lineKey] = path;
  if (part === "lineItems") {
    const fields = lineKey === "quantity" ? quantity : variantId;
    return { rowIndex: typeof key === "number" ? key : 0, fields, kind: "missing" };
  }
  if (part === "shippingAddress") return { rowIndex: 0, fields: addressFields(key), kind: "missing" };
  if (key === "email") return { rowIndex: 0, fields: ["email"], kind: "email" };
  return {
    rowIndex: 0,
    fields: [key === "lastName" ? "lastName" : "firstName", "customerId"],
    kind: "noCustomer",
  };
}

/** The plain column before the Ship… column: it serves the customer too. */
function addressFields(key: PropertyKey | undefined): readonly DataField[] {
  const sources: Readonly<Record<PropertyKey, readonly DataField[]>> = addressSources;
  return [...(sources[key ?? ""] ?? [])].reverse();
}

/** The e-mail address that is sent is the first filled one; each cell that has it is at fault. */
function emailProblems(draft: OrderDraft, columns: Columns): Problem[] {
  const columnIndex = columns.data.email;
  if (columnIndex === undefined) return [];
  const cells = draft.rows.flatMap((row) => {
    const reading = readText(row, columnIndex);
    return reading.ok && reading.text !== "" ? [{ rowNumber: row.rowNumber, found: reading.text }] : [];
  });
  return cells
    .filter((cell) => cell.found === cells[0]?.found)
    .map((cell) => ({ ...cell, kind: "email", columnIndex, field: "email" }));
}
