import type { Language } from "../../src/endpoints/settings";
import { catalogueOf } from "../../src/messages/catalogue";
import { emptyReceipt, type Receipt } from "../../src/receipt/receipt";
import type { UnderstoodColumn } from "./choose-columns";
import type { Action } from "./options";
import type { ReportedRow, SelectedRows } from "./selected-rows";
import { understoodLines } from "./settle-columns";
import { tableLines } from "./text-table";
import { commandWords } from "./words/words";

/** What a command did, counted. */
export interface Stats {
  /** Selected rows that a filter hides; they were left out. */
  hiddenRows: number;
  emptyRows: number;
  /** HTTP requests to the API. */
  requests: number;
  /** Calls of Apps Script's services by the add-on. */
  calls: number;
  /** How many times the add-on was called. */
  executions: number;
  elapsedMs: number;
}

/** A command that was carried out. */
export interface Report {
  action: Action;
  /** Counts of orders. */
  receipt: Receipt;
  selected: SelectedRows;
  stats: Stats;
  /** How the columns are read, if not by their names; null if there is nothing to show of it. */
  understood: readonly UnderstoodColumn[] | null;
  /** What the user should know of the file, its columns and the run, one sentence each. */
  warnings: readonly string[];
  /** Those of them that no question has told already. */
  untold: readonly string[];
  /** True if a warning needs a person although all orders are done: an order was made twice. */
  isMadeTwice: boolean;
  /** The add-on's last sentence. */
  summary: string;
  language: Language;
  /** Where the sheet was saved. */
  output: string;
}

/** What `--json` prints. */
export interface ReportJson {
  receipt: Receipt;
  rows: ReportedRow[];
  /** What the user should know of the file, its columns and the run, one sentence each. */
  warnings: readonly string[];
  stats: Stats;
}

/** The orders that count as done, by what was asked for. */
const done: Readonly<Record<Action, readonly (keyof Receipt)[]>> = {
  create: ["created", "skipped"],
  check: ["valid", "skipped"],
  resolve: ["created", "skipped"],
  setup: [],
};

/** 0 when every selected order is done, or there was none; 1 when some are not, or one was made twice. */
export function exitCodeOf(report: Pick<Report, "action" | "receipt" | "isMadeTwice">): 0 | 1 {
  const { action, receipt, isMadeTwice } = report;
  if (isMadeTwice) return 1;
  const finished = done[action].reduce((sum, category) => sum + receipt[category], 0);
  return finished === receipt.selected ? 0 : 1;
}

/** The report as one line of JSON. */
export function reportAsJson(report: Report): string {
  const { receipt, selected, warnings, stats } = report;
  const json: ReportJson = {
    receipt: { ...emptyReceipt(), ...receipt },
    rows: selected.rows,
    warnings,
    stats,
  };
  return JSON.stringify(json);
}

/** The report for people: the sheet as a table, the receipt, and where the sheet was saved. */
export function reportAsText(report: Report): string {
  const { selected, stats, summary, understood, untold, output, language } = report;
  const lines = understood === null ? [] : [...understoodLines(understood, commandWords(language)), ""];
  if (selected.rows.length > 0) lines.push(...tableOf(selected, language), "");
  if (stats.hiddenRows > 0) lines.push(catalogueOf(language).runs.hiddenRows(stats.hiddenRows));
  lines.push(...untold);
  lines.push(summary === "" ? receiptLine(report) : summary, commandWords(language).report.savedAs(output));
  return `${lines.join("\n")}\n`;
}

function receiptLine({ action, receipt, language }: Report): string {
  const { runs, addOn } = catalogueOf(language);
  if (action === "setup") return addOn.setUp.done;
  return receipt.selected === 0 ? runs.nothingToDo(action, 0, false) : runs.summary(receipt, action);
}

function tableOf({ columns, cells, rows }: SelectedRows, language: Language): string[] {
  const words = commandWords(language).report;
  const lines = tableLines(
    [words.row, ...columns.map(({ name }) => name)],
    cells.map((row, place) => [
      String(rows[place]?.row ?? ""),
      ...columns.map(({ index }) => row[index] ?? ""),
    ]),
  );
  if (rows.length > cells.length) lines.push(words.more(rows.length - cells.length));
  return lines;
}
