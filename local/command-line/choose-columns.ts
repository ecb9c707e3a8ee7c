import type { ColumnsChoice, ColumnsView, FieldColumn, SheetColumn } from "../../src/endpoints/columns";
import type { Catalogue } from "../../src/messages/catalogue";
import { neededFields } from "../../src/orders/columns";
import { readGivenColumn } from "../../src/orders/columns/given-columns";
import { type DataField, headerOf } from "../../src/orders/field";
import { columnLetter } from "../../src/text/a1";
import type { ColumnOptions } from "./column-options";
import type { CommandWords } from "./words/english";

/** How one field is read. */
export interface UnderstoodColumn {
  /** The field's name in the code, such as `firstName`. */
  field: string;
  /** The field in words, such as `First name`. */
  label: string;
  /** The column's letters; empty if every row gets the same value. */
  column: string;
  header: string;
  /** A value of the column, or the value for every row. */
  sample: string;
  /** Why it is read so. */
  by: keyof CommandWords["columns"]["readBy"];
}

/** What the user and the add-on say together about the columns of a sheet, or one sentence that says what cannot be. */
export type ChosenColumns =
  | { ok: true; choice: ColumnsChoice; understood: UnderstoodColumn[] }
  | { ok: false; message: string };

type Given = Pick<ColumnsChoice["fields"][number], "column" | "defaultValue">;

/** The columns as the add-on reads or proposes them, with what the command line gives for some. */
export function chooseColumns(
  view: ColumnsView,
  { map, defaults }: Pick<ColumnOptions, "map" | "defaults">,
  { columns }: Pick<Catalogue, "columns">,
  words: CommandWords,
): ChosenColumns {
  const given = new Map<string, Given>();
  for (const text of map) {
    const read = readGivenColumn(text, textsOf(view.columns));
    if (!read.ok) return { ok: false, message: `--map ${columns.given(text, read.why)}` };
    if (given.has(read.field)) return twice("--map", headerOf[read.field], words);
    given.set(read.field, { column: columnLetter(read.columnIndex), defaultValue: "" });
  }
  const taken = new Set([...given.values()].map(({ column }) => column));
  const fields = view.fields.map((field) =>
    taken.has(field.column) && !given.has(field.field)
      ? { ...field, column: "", source: "none" as const }
      : field,
  );
  for (const text of defaults) {
    const read = readGivenDefault(text, fields, given, words);
    if (!read.ok) return read;
    given.set(read.field, { column: "", defaultValue: read.value });
  }
  return { ok: true, choice: choiceOf(view, fields, given), understood: understoodOf(view, fields, given) };
}

/**
 * True if nothing of what is read is a guess: each field has its column by its own name, by an earlier confirmation or from
 * the command line, and it is known which rows are one order.
 */
export function isCertain(understood: readonly UnderstoodColumn[]): boolean {
  return (
    understood.every(({ by }) => by !== "proposal") && understood.some(({ field }) => field === "orderRef")
  );
}

/** What no order can be made without, and nothing gives: of each group one field is enough. */
export function missingGroups(understood: readonly UnderstoodColumn[]): (readonly DataField[])[] {
  const given = new Set(understood.map(({ field }) => field));
  return neededFields.filter((group) => !group.some((field) => given.has(field)));
}

function readGivenDefault(
  text: string,
  fields: readonly FieldColumn[],
  given: ReadonlyMap<string, Given>,
  words: CommandWords,
): { ok: true; field: string; value: string } | { ok: false; message: string } {
  const { defaultForm, defaultField, defaultUnused, defaultQuantity } = words.columns;
  const sign = text.indexOf("=");
  const [name, value] = [text.slice(0, Math.max(0, sign)).trim().toLowerCase(), text.slice(sign + 1).trim()];
  const refused = (why: string) => ({ ok: false as const, message: `--default "${text}" ${why}` });
  if (sign < 1 || value === "") return refused(defaultForm);
  const found = fields.find(
    ({ field, label }) => field.toLowerCase() === name || label.toLowerCase() === name,
  );
  const able = fields.filter(({ defaultValue }) => defaultValue !== null).map(({ label }) => label);
  if (!found || found.defaultValue === null) return refused(defaultField(able));
  const before = given.get(found.field);
  if (before?.column === "") return twice("--default", found.label, words);
  const column = before?.column ?? found.column;
  if (column !== "") return refused(defaultUnused(found.label, column));
  if (found.field === "quantity" && !/^[1-9]\d*$/.test(value)) return refused(defaultQuantity);
  return { ok: true, field: found.field, value };
}

function twice(option: string, label: string, { columns }: CommandWords): { ok: false; message: string } {
  return { ok: false, message: columns.twice(option, label) };
}

/** Every field is named, so that nothing is added to what was shown. Fields such as `sku2` are named if they are given. */
function choiceOf(
  { sheetId, fingerprint, headerRow }: ColumnsView,
  fields: readonly FieldColumn[],
  given: ReadonlyMap<string, Given>,
): ColumnsChoice {
  const shown = new Map<string, Given>(
    fields.map(({ field, column, defaultValue }) => [
      field,
      { column, defaultValue: column === "" ? (defaultValue ?? "") : "" },
    ]),
  );
  const all = new Map([...shown, ...given]);
  return {
    ...{ sheetId, fingerprint, headerRow },
    fields: Array.from(all, ([field, value]) => ({ field, ...value })),
  };
}

function understoodOf(
  view: ColumnsView,
  fields: readonly FieldColumn[],
  given: ReadonlyMap<string, Given>,
): UnderstoodColumn[] {
  const columns = new Map(view.columns.map((column) => [column.column, column]));
  const others = [...given.keys()].filter((field) => !fields.some((one) => one.field === field));
  const labels: Record<string, string> = headerOf;
  const all = [
    ...fields,
    ...others.map((field) => ({
      ...{ field, label: labels[field] ?? field, column: "", defaultValue: null },
      source: "none" as const,
    })),
  ];
  return all.flatMap(({ field, label, source, ...read }): UnderstoodColumn[] => {
    const { column, defaultValue } = given.get(field) ?? read;
    const isGiven = given.has(field);
    if (column !== "") {
      const { header = "", samples = [] } = columns.get(column) ?? {};
      const by = isGiven ? "map" : source === "none" ? "proposal" : source;
      return [{ field, label, column, header, sample: samples[0] ?? "", by }];
    }
    if (defaultValue === null || defaultValue === "") return [];
    const isSaved = fields.some((one) => one.source === "saved");
    const by = isGiven ? "default" : isSaved ? "saved" : "proposal";
    return [{ field, label, column: "", header: "", sample: defaultValue, by }];
  });
}

/** What each column is called, from column A on. */
function textsOf(columns: readonly SheetColumn[]): string[] {
  const texts: string[] = [];
  for (const { column, header } of columns) {
    let index = 0;
    for (const letter of column) index = index * 26 + letter.charCodeAt(0) - 64;
    texts[index - 1] = header;
  }
  return Array.from(texts, (text) => text ?? "");
}
