import { type DataField, type PlainField, plainFields } from "../field";
import { generalNames } from "./general-names";
import { plainHeader } from "./header-form";
import { type HeaderTable, type Platform, platforms } from "./platforms";

/** A table's headers as they are compared, by field. */
export type HeaderIndex = ReadonlyMap<PlainField, readonly string[]>;

/** A platform with its headers as they are compared. */
export interface IndexedPlatform {
  platform: Platform;
  marks: ReadonlySet<string>;
  never: ReadonlySet<string>;
  fields: HeaderIndex;
}

/** All tables, made at their first use: opening a sheet must not pay for them. */
export interface HeaderTables {
  general: HeaderIndex;
  platforms: readonly IndexedPlatform[];
  /** Every header that any table knows, with a field that it may be. */
  known: ReadonlyMap<string, DataField>;
}

let made: HeaderTables | null = null;

/** The tables of headers. */
export function headerTables(): HeaderTables {
  made ??= makeTables();
  return made;
}

function makeTables(): HeaderTables {
  const general = indexOf(generalNames);
  const indexed = platforms.map((platform) => ({
    platform,
    marks: new Set(split(platform.marks)),
    never: new Set(split(platform.never)),
    fields: indexOf(platform.fields),
  }));
  const known = new Map<string, DataField>();
  for (const fields of [general, ...indexed.map((one) => one.fields)]) {
    for (const [field, headers] of fields) for (const header of headers) known.set(header, field);
  }
  return { general, platforms: indexed, known };
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

/** The export whose marks these headers have; of several the one that has the most of what it needs. `plain`: each header as `plainHeader` makes it. */
export function recognisePlatform(plain: readonly string[]): IndexedPlatform | null {
  const headers = new Set(plain);
  let best: { one: IndexedPlatform; share: number } | null = null;
  for (const one of headerTables().platforms) {
    const found = [...one.marks].filter((mark) => headers.has(mark)).length;
    const share = found / one.platform.needs;
    if (share >= 1 && (best === null || share > best.share)) best = { one, share };
  }
  return best === null ? null : best.one;
}
