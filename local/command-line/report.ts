import { emptyReceipt, type Receipt } from "../../src/receipt/receipt";
import type { UnderstoodColumn } from "./choose-columns";
import type { Action } from "./options";
import type { ReportedRow, SelectedRows } from "./selected-rows";
import { understoodLines } from "./settle-columns";
import { tableLines } from "./text-table";

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
  /** True if a warning needs a person although all orders are done: an order was made twice. */
  isMadeTwice: boolean;
  /** The add-on's last sentence. */
  summary: string;
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
  const { selected, stats, summary, understood, warnings, output } = report;
  const lines = understood === null ? [] : [...understoodLines(understood), ""];
  if (selected.rows.length > 0) lines.push(...tableOf(selected), "");
  if (stats.hiddenRows > 0) lines.push(`${stats.hiddenRows} rows are hidden by a filter and were left out.`);
  lines.push(...warnings);
  lines.push(summary === "" ? receiptLine(report) : summary, `Saved as ${output}`);
  return `${lines.join("\n")}\n`;
}

function receiptLine({ action, receipt }: Report): string {
  if (action === "setup") return "The headers are in place.";
  const { selected, ...outcomes } = receipt;
  if (selected === 0) return "Nothing to do: no row with an order is selected.";
  const words: Record<keyof typeof outcomes, string> = {
    created: "created",
    invalid: "invalid",
    rejected: "rejected",
    notSent: "not sent",
    unconfirmed: "unconfirmed",
    skipped: "skipped",
    valid: "valid",
  };
  const counts = Object.entries(words).flatMap(([category, word]) => {
    const count = outcomes[category as keyof typeof outcomes];
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return `${selected} ${selected === 1 ? "order" : "orders"}: ${counts.join(", ")}`;
}

function tableOf({ columns, cells, rows }: SelectedRows): string[] {
  const lines = tableLines(
    ["Row", ...columns.map(({ name }) => name)],
    cells.map((row, place) => [
      String(rows[place]?.row ?? ""),
      ...columns.map(({ index }) => row[index] ?? ""),
    ]),
  );
  if (rows.length > cells.length) lines.push(`… and ${rows.length - cells.length} rows more`);
  return lines;
}
