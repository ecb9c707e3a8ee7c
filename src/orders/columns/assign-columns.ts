import { fieldOf, isStatusHeader, mapColumns } from "../columns";
import {
  articleField,
  articleNumbers,
  codeFields,
  type DataField,
  headerOf,
  isStatusField,
  type PlainField,
  plainFields,
} from "../field";
import { exactHeader, otherParty, plainHeader } from "./header-form";
import { type HeaderIndex, type HeaderTables, type Platform, recognisePlatform } from "./header-index";
import { headerWords } from "./header-words";
import { isNearName } from "./near-name";

/** How a column came to its field: by its name, by the table of its platform, by another word for it, by a slip of the pen. */
export type AssignedBy = "name" | "platform" | "word" | "near";

/** A column and what it is read as. */
export interface AssignedColumn {
  field: DataField;
  /** Counts from 0. */
  columnIndex: number;
  by: AssignedBy;
}

/** A field that several columns claim with the same right; none of them is taken. */
export interface ColumnConflict {
  field: DataField;
  columnIndexes: readonly number[];
}

/** What the columns of a header row are read as. */
export interface ColumnAssignment {
  platform: Platform | null;
  columns: AssignedColumn[];
  conflicts: ColumnConflict[];
}

const articleFields = [...codeFields, "quantity"] as const;

/** Fields of a recipient or a further line, and the field that their columns serve as long as it has no other column. */
const baseOf: Partial<Record<PlainField, PlainField>> = {
  shipFullName: "fullName",
  shipFirstName: "firstName",
  shipLastName: "lastName",
  shipPhone: "phone",
  address3: "address2",
};

/**
 * Decides which column is read as which field. On a recognised platform its table goes before equal names, and what looks
 * like a field there and is none is never taken. A sheet with the add-on's own names is no platform's. Names come next, then other words, then slips of the pen. `texts`: what
 * each column is called.
 */
export function assignColumns(texts: readonly string[], tables: HeaderTables): ColumnAssignment {
  const plain = texts.map(plainHeader);
  const platform = mapColumns(texts).ok ? null : recognisePlatform(plain, tables);
  const work = new Assignment(texts, plain, platform);
  if (platform) work.takeTable(platform.fields, "platform");
  work.takeNames();
  const [ours, ...others] = tables.general;
  if (ours) work.takeWords(ours, tables.byWords);
  for (const names of others) work.takeWords(names);
  for (const { fields } of tables.platforms) work.takeTable(fields, "word");
  work.takeNumbered(tables.general);
  work.takeNearNames(tables.general, tables.byWords);
  return { platform, columns: work.columns, conflicts: work.conflicts };
}

class Assignment {
  readonly columns: AssignedColumn[] = [];
  readonly conflicts: ColumnConflict[] = [];
  private readonly isFree: boolean[];
  private readonly done = new Set<DataField>();
  private readonly words: readonly string[];

  constructor(
    private readonly texts: readonly string[],
    private readonly plain: readonly string[],
    platform: Platform | null,
  ) {
    // Before the add-on has been here under plain names, "Order ID" and "Order number" are the user's.
    const isPrepared = texts.some((text) => exactHeader(text) === exactHeader(headerOf.sendKey));
    this.words = texts.map(headerWords);
    this.isFree = texts.map((text, index) => {
      const header = plain[index] ?? "";
      return header !== "" && !(isStatusHeader(text) && (isPrepared || !mayBeUsers.has(header)));
    });
    if (platform === null) return;
    const mapped = new Set([...platform.fields.values()].flat());
    plain.forEach((header, index) => {
      if (platform.never.has(header) && !mapped.has(header)) this.isFree[index] = false;
    });
  }

  /** `by` "word": the sheet is not that platform's, so that only what means the same everywhere is taken. */
  takeTable(fields: HeaderIndex, by: "platform" | "word"): void {
    for (const [field, headers] of fields) {
      if (this.done.has(field) || this.isSpare(field)) continue;
      const columnIndex = headers
        .filter((header) => by === "platform" || !manyMeanings.has(header))
        .map((header) => this.plain.findIndex((one, index) => one === header && this.isFree[index]))
        .find((index) => index >= 0);
      if (columnIndex !== undefined) this.take(field, columnIndex, by);
    }
  }

  takeNames(): void {
    const places = new Map<DataField, number[]>();
    this.texts.forEach((text, index) => {
      const field = fieldOf(text);
      if (!this.isFree[index] || field === undefined || isStatusField(field) || this.done.has(field)) return;
      places.set(field, [...(places.get(field) ?? []), index]);
    });
    // Another shop's Customer ID means nothing in bitbybit: it is taken beside bitbybit's own Variant IDs alone.
    if (!places.has("variantId")) {
      places.delete("customerId");
      this.done.add("customerId");
    }
    const repeated: [DataField, number[]][] = [];
    for (const [field, all] of places) {
      const exact = all.filter((index) => this.isExact(index, field));
      const columnIndexes = exact.length > 0 ? exact : all;
      if (columnIndexes.length === 1) this.takeOnly(field, columnIndexes, "name");
      else repeated.push([field, columnIndexes]);
    }
    for (const [field, columnIndexes] of repeated) {
      if (!this.isSpare(field)) this.takeOnly(field, columnIndexes, "name");
    }
  }

  private isExact(columnIndex: number, field: DataField): boolean {
    return exactHeader(this.texts[columnIndex] ?? "") === exactHeader(headerOf[field]);
  }

  /** `byWords`: what is taken by its words if no column has the very name. */
  takeWords(names: HeaderIndex, byWords?: ReadonlyMap<string, PlainField>): void {
    const named = (field: PlainField) =>
      this.freeColumns((header) => names.get(field)?.includes(header) ?? false);
    const worded = (field: PlainField) =>
      byWords ? this.freeColumns((_, index) => byWords.get(this.words[index] ?? "") === field) : [];
    const open = plainFields.filter((field) => !this.done.has(field));
    for (const field of open) {
      if (baseOf[field] !== undefined || this.isSpare(field)) continue;
      const ships = open.filter((one) => baseOf[one] === field);
      const ways = [named(field), worded(field), ships.flatMap(named), ships.flatMap(worded)];
      this.takeOnly(field, ways.find((columns) => columns.length > 0) ?? [], "word");
    }
    for (const field of open) {
      if (baseOf[field] === undefined || this.isSpare(field)) continue;
      const own = named(field);
      this.takeOnly(field, own.length > 0 ? own : worded(field), "word");
    }
  }

  /** Further articles of a row, such as `Qty 2` and `Kode Barang 2`; number 1 is the first article. */
  takeNumbered(names: readonly HeaderIndex[]): void {
    this.plain.forEach((header, index) => {
      const [, word = "", digits = ""] = /^(.*\D)(\d{1,2})$/.exec(header) ?? [];
      const number = ([1, ...articleNumbers] as const).find((one) => String(one) === digits);
      if (!this.isFree[index] || number === undefined) return;
      const base = articleFields.find(
        (field) =>
          plainHeader(headerOf[field]) === word || names.some((table) => table.get(field)?.includes(word)),
      );
      const field = base && articleField(base, number);
      if (field !== undefined && !this.done.has(field)) this.take(field, index, "word");
    });
  }

  /** Slips of the pen, and names with a remark in brackets such as `Qty (pcs)`. */
  takeNearNames(names: readonly HeaderIndex[], byWords: ReadonlyMap<string, PlainField>): void {
    const isWord = (header: string) =>
      names.some((table) => [...table.values()].some((words) => words.includes(header)));
    const bare = this.texts.map((text) => {
      const [said] = remark.exec(text) ?? [];
      return said === undefined || otherParty.test(said) ? "" : text.replace(remark, "");
    });
    for (const field of plainFields) {
      if (this.done.has(field) || this.isSpare(field)) continue;
      const own = plainHeader(headerOf[field]);
      const isBare = (text: string) => {
        const header = plainHeader(text);
        if (header === own || names.some((table) => table.get(field)?.includes(header))) return header !== "";
        return byWords.get(headerWords(text)) === field;
      };
      this.takeOnly(
        field,
        this.freeColumns(
          (header, index) => (isNearName(header, field) && !isWord(header)) || isBare(bare[index] ?? ""),
        ),
        "near",
      );
    }
  }

  /** True for a field that nobody needs beside those that the sheet has. */
  private isSpare(field: DataField): boolean {
    const has = (...fields: DataField[]) => fields.every((one) => this.done.has(one));
    if (field === "fullName") return has("firstName", "lastName");
    if (field === "shipFullName") return has("shipFirstName", "shipLastName");
    const rank = (codeFields as readonly string[]).indexOf(field);
    return rank > 0 && codeFields.slice(0, rank).some((one) => this.done.has(one));
  }

  private freeColumns(isMeant: (header: string, index: number) => boolean): number[] {
    return this.plain.flatMap((header, index) =>
      this.isFree[index] && isMeant(header, index) ? [index] : [],
    );
  }

  private takeOnly(field: DataField, columnIndexes: readonly number[], by: AssignedBy): void {
    const [first, second] = columnIndexes;
    if (first === undefined) return;
    if (second === undefined) {
      this.take(field, first, by);
      return;
    }
    this.conflicts.push({ field, columnIndexes });
    this.done.add(field);
    for (const index of columnIndexes) this.isFree[index] = false;
  }

  private take(field: DataField, columnIndex: number, by: AssignedBy): void {
    this.columns.push({ field, columnIndex, by });
    this.done.add(field);
    this.isFree[columnIndex] = false;
  }
}

/** A remark in brackets. */
const remark = /[([][^)\]]*[)\]]/;

/** Headers that mean something on their own platform alone. */
const manyMeanings: ReadonlySet<string> = new Set(
  "name number orderid invoice description region state customer item city status".split(" "),
);

/** Status headers that other programs use for an order's number. */
const mayBeUsers: ReadonlySet<string> = new Set(["orderid", "ordernumber"]);
