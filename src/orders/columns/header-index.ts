import { type DataField, headerOf, type PlainField, plainFields } from "../field";
import { generalNames, lastNames } from "./general-names";
import { plainHeader } from "./header-form";
import { headerWords } from "./header-words";

/** The headers of each field that a table knows, the best first, separated by semicolons. */
export type HeaderTable = Partial<Record<PlainField, string>>;

/** What `header-tables.json` holds. Headers are compared as `plainHeader` makes them. */
export interface HeaderTableFile {
  /** What teams call their columns in other languages than English and Indonesian. */
  otherLanguages: HeaderTable;
  /** Headers that look like a field of an order and are something else, of whatever platform. */
  never: string;
  platforms: readonly PlatformTable[];
}

/** An export that is recognised as a whole. */
export interface PlatformTable {
  id: string;
  /** As users call it. */
  name: string;
  /** Headers that this export has and others have not; {@link needs} of them make it this export. */
  marks: string;
  needs: number;
  /** Those of its own. @default "" */
  never?: string;
  /** True if the export has a row for each piece, and so no quantities. @default false */
  hasRowForEachPiece?: boolean;
  fields: HeaderTable;
}

/** A table's headers as they are compared, by field. */
export type HeaderIndex = ReadonlyMap<PlainField, readonly string[]>;

/** A platform with its headers as they are compared. */
export interface Platform {
  id: string;
  name: string;
  needs: number;
  marks: ReadonlySet<string>;
  never: ReadonlySet<string>;
  hasRowForEachPiece: boolean;
  fields: HeaderIndex;
}

/** All tables of headers, ready to be used. */
export interface HeaderTables {
  general: readonly HeaderIndex[];
  platforms: readonly Platform[];
  /** Every header that any table knows, with a field that it may be. */
  known: ReadonlyMap<string, DataField>;
  /** English and Indonesian headers by their words, see `headerWords`; without those that may be several fields. */
  byWords: ReadonlyMap<string, PlainField>;
}

/** Makes the tables of what `header-tables.json` holds, and of the English and Indonesian words. */
export function makeTables({ otherLanguages, never, platforms }: HeaderTableFile): HeaderTables {
  const general = [generalNames, otherLanguages, lastNames].map(indexOf);
  const indexed = platforms.map(
    ({ id, name, needs, marks, never: own = "", hasRowForEachPiece = false, fields }) => ({
      id,
      name,
      needs,
      hasRowForEachPiece,
      marks: new Set(split(marks)),
      never: new Set(split(`${never};${own}`)),
      fields: indexOf(fields),
    }),
  );
  const known = new Map<string, DataField>();
  for (const fields of [...indexed.map((one) => one.fields), ...general]) {
    for (const [field, headers] of fields) for (const header of headers) known.set(header, field);
  }
  return { general, platforms: indexed, known, byWords: indexWords(generalNames) };
}

function indexWords(table: HeaderTable): Map<string, PlainField> {
  const fields = new Map<string, PlainField>();
  const several = new Set<string>();
  for (const field of plainFields) {
    for (const header of [headerOf[field], ...(table[field] ?? "").split(";")]) {
      const words = headerWords(header);
      if (words === "" || several.has(words)) continue;
      const other = fields.get(words);
      if (other !== undefined && other !== field) several.add(words);
      fields.set(words, field);
    }
  }
  for (const words of several) fields.delete(words);
  return fields;
}

function indexOf(table: HeaderTable): HeaderIndex {
  return new Map(
    plainFields.flatMap((field): [PlainField, string[]][] => {
      const headers = table[field];
      return headers === undefined ? [] : [[field, split(headers)]];
    }),
  );
}

function split(headers: string): string[] {
  return headers.split(";").map(plainHeader);
}

/**
 * The export whose marks these headers have; of several the one that has the most of what it needs. `plain`: each header as
 * `plainHeader` makes it.
 */
export function recognisePlatform(plain: readonly string[], { platforms }: HeaderTables): Platform | null {
  const headers = new Set(plain);
  let best: Platform | null = null;
  let most = 1;
  for (const platform of platforms) {
    const share = [...platform.marks].filter((mark) => headers.has(mark)).length / platform.needs;
    if (share < most || (best !== null && share === most)) continue;
    best = platform;
    most = share;
  }
  return best;
}
