import stringWidth from "string-width";
import { emptyReceipt, type Receipt } from "../../src/run/receipt";
import type { Action } from "./options";
import { printedHeaders, type ReportedRow, type SelectedRows } from "./selected-rows";

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
  /** What the user should know of the file, one sentence each. */
  warnings: readonly string[];
  /** The add-on's last sentence. */
  summary: string;
  /** Where the sheet was saved. */
  output: string;
}

/** What `--json` prints. */
export interface ReportJson {
  receipt: Receipt;
  rows: ReportedRow[];
  /** What the user should know of the file, one sentence each. */
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

/** 0 when every selected order is done, or there was none; 1 when some are not. */
export function exitCodeOf(report: Pick<Report, "action" | "receipt">): 0 | 1 {
  const { action, receipt } = report;
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

/** Wider cells are cut, the message apart. */
const widestCell = 24;

/** The report for people: the sheet as a table, the receipt, and where the sheet was saved. */
export function reportAsText(report: Report): string {
  const { selected, stats, summary, warnings, output } = report;
  const lines = selected.rows.length === 0 ? [] : [...tableOf(selected), ""];
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

function tableOf({ header, cells, rows }: SelectedRows): string[] {
  const names = header.map((name) => name.trim().toLowerCase());
  const columns = printedHeaders
    .map((name) => ({ name, index: names.indexOf(name.toLowerCase()) }))
    .filter(({ index }) => index >= 0);
  const last = columns.length - 1;
  const table = [
    ["Row", ...columns.map(({ name }) => name)],
    ...cells.map((row, place) => [
      String(rows[place]?.row ?? ""),
      ...columns.map(({ index }, column) =>
        oneLine(row[index] ?? "", column === last ? Number.POSITIVE_INFINITY : widestCell),
      ),
    ]),
  ];
  const widths = columnsOf(table).map((texts) => Math.max(...texts.map((text) => stringWidth(text))));
  const lines = table.map((row) =>
    row
      .map((text, column) => text + " ".repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(text))))
      .join("  ")
      .trimEnd(),
  );
  const rule = widths.map((width, column) => "─".repeat(column === widths.length - 1 ? 7 : width));
  lines.splice(1, 0, rule.join("  "));
  if (rows.length > cells.length) lines.push(`… and ${rows.length - cells.length} rows more`);
  return lines;
}

function columnsOf(table: readonly (readonly string[])[]): string[][] {
  return (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? ""));
}

const characters = new Intl.Segmenter();

/** A cell's text for one line of a terminal: without line breaks and control characters, cut if it is too wide. */
function oneLine(text: string, widest: number): string {
  const plain = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
  if (stringWidth(plain) <= widest) return plain;
  let cut = "";
  for (const { segment } of characters.segment(plain)) {
    if (stringWidth(cut + segment) >= widest) break;
    cut += segment;
  }
  return `${cut}…`;
}
