import { type HeaderTableFile, type HeaderTables, makeTables } from "./header-index";
import headerTables from "./header-tables.json";

let tables: HeaderTables | null = null;

/** The tables of headers in other words, built at first use: most executions never propose anything. */
export function knownTables(): HeaderTables {
  tables ??= makeTables(headerTables as HeaderTableFile);
  return tables;
}
