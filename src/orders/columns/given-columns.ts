import { columnLetter } from "../../text/a1";
import { fieldOf } from "../columns";
import { type DataField, isStatusField } from "../field";
import { exactHeader, plainHeader } from "./header-form";
import { isDataField } from "./mapping";

/** What a text such as `Zip=Kode Pos` says, or why it says nothing. */
export type GivenColumn =
  | { ok: true; field: DataField; columnIndex: number }
  /** No `=`, no such field, no such header, or several of them. */
  | { ok: false; why: "shape" | "field" | "header" | "repeated" };

/**
 * Reads what a user gives as `Field=Header`: the field by its header or its name, the column by its header or its letter.
 * `texts`: what each column is called.
 */
export function readGivenColumn(text: string, texts: readonly string[]): GivenColumn {
  const sign = text.indexOf("=");
  if (sign < 1 || sign === text.length - 1) return { ok: false, why: "shape" };
  const field = fieldNamed(text.slice(0, sign).trim());
  if (field === null) return { ok: false, why: "field" };
  const header = text.slice(sign + 1).trim();
  const places = placesOf(header, texts);
  const [columnIndex, second] = places;
  if (columnIndex === undefined) return { ok: false, why: "header" };
  return second === undefined ? { ok: true, field, columnIndex } : { ok: false, why: "repeated" };
}

function fieldNamed(name: string): DataField | null {
  const field = fieldOf(name);
  if (field !== undefined) return isStatusField(field) ? null : field;
  return isDataField(name) ? name : null;
}

/** Columns by their header as written, else but for its form, else by letter. */
function placesOf(header: string, texts: readonly string[]): number[] {
  const by = (isMeant: (text: string, index: number) => boolean) =>
    texts.flatMap((text, index) => (isMeant(text, index) ? [index] : []));
  const exact = by((text) => exactHeader(text) === exactHeader(header));
  if (exact.length > 0) return exact;
  const plain = plainHeader(header);
  const loose = plain === "" ? [] : by((text) => plainHeader(text) === plain);
  return loose.length > 0 ? loose : by((_, index) => columnLetter(index) === header.toUpperCase());
}
