import { seededRandom } from "../../local/api/seeded-random";
import type { ApiAnswer, ApiRequest } from "../../src/bitbybit/http";
import type { Context } from "../../src/execution/context";
import { catalogueOf } from "../../src/messages/catalogue";
import { runWords } from "../../src/messages/run-words";
import type { RunOptions } from "../../src/ports/options";
import type { RunRecord } from "../../src/receipt/run-record";
import { readRun } from "../../src/receipt/run-record";
import { propose } from "../../src/run/session";
import { startRun } from "../../src/run/start-run";
import { answerOf, limitHeaders } from "../bitbybit/answer";
import type { MemoryProperties } from "../journal/memory-properties";
import type { MovedClock } from "../pace/memory-ports";
import { executionOf } from "../reconcile/execution";
import { type FlushScript, type ScriptedRow, ScriptedSheet } from "../spreadsheet/scripted-sheet";

/** A sheet that a run can use from its beginning to its end: what it holds is what it shows. */
class RunSheet extends ScriptedSheet {
  override read = () => {
    const display = this.readDisplay();
    return { values: display, display };
  };
  override canEdit = () => true;
  override lastMergedColumnIndex = () => -1;
  override prepareStatusColumns = () => undefined;
  override hiddenByFilter = () => new Set<number>();
  override notes = () => this.rows.map((row) => row.map(() => ""));
  override mark = () => undefined;
}

/** How a test's shop answers the n-th request, counted from 1; null lets its whole batch throw. */
export type ShopAnswer = (request: ApiRequest, count: number) => ApiAnswer | null;

/** Makes an order of every request. */
export const makes: ShopAnswer = (_, count) =>
  answerOf(201, { data: { id: `ord_${count}` } }, limitHeaders(100, 99, 60));

/** An execution on a sheet of orders, each row one, and everything beside it that a test looks at. */
export interface ShopRun {
  context: Context;
  sheet: RunSheet;
  properties: MemoryProperties;
  clock: MovedClock;
  /** How many requests each batch had. */
  batches: number[];
  requests: ApiRequest[];
  /** The run that the document's properties hold. */
  run(): RunRecord;
  /** A later execution on the same document, under the same API key unless another is given. */
  again(apiKey?: string): Context;
}

/** What a test's execution begins with. */
export interface ShopSetting {
  answer?: ShopAnswer;
  script?: FlushScript[];
  options?: Partial<RunOptions>;
  /** The sheet is not in the spreadsheet any more. */
  isGone?: boolean;
}

/** Begins an execution on a sheet with these rows, all of them selected. */
export function shopRun(rows: ScriptedRow[], setting: ShopSetting = {}): ShopRun {
  const { answer = makes, script = [], options = {} } = setting;
  const sheet = new RunSheet(rows, script);
  const batches: number[] = [];
  const requests: ApiRequest[] = [];
  let count = 0;
  const random = seededRandom(7);
  const spreadsheet = {
    ...sheet.spreadsheet,
    flush: sheet.spreadsheet.flush,
    activeSheet: () => sheet,
    sheetById: (sheetId: number) => (setting.isGone || sheetId !== sheet.sheetId ? null : sheet),
    selectedRows: () => [{ firstRow: 2, lastRow: sheet.rows.length + 1 }],
  };
  const words = runWords(catalogueOf("en"), (atMs) => `at ${atMs}`);
  const begin = (given: Parameters<typeof executionOf>[1]) => {
    const execution = executionOf(
      (request) => {
        count += 1;
        return answer(request, count);
      },
      { ...given, spreadsheet, words, options, random },
    );
    const { http } = execution.context.ports;
    const send = http.send;
    http.send = (batch) => {
      batches.push(batch.length);
      requests.push(...batch);
      return send(batch);
    };
    return execution;
  };
  const { context, properties, clock } = begin({});
  return {
    ...{ context, sheet, properties, clock, batches, requests },
    run: () => {
      const run = readRun(properties.values);
      if (!run) throw new Error("no run is recorded");
      return run;
    },
    again: (apiKey) => begin({ properties, clock, ...(apiKey ? { apiKey } : {}) }).context,
  };
}

/** So many orders that can be sent. */
export function orders(count: number): ScriptedRow[] {
  return Array.from({ length: count }, (_, index) => ({ content: `order ${index + 1}` }));
}

/** Keys the selected orders and claims the first: what a run has in hand when its first batch is about to leave. */
export function started(shop: ShopRun) {
  const begun = startRun(shop.context, propose(shop.context, "create"));
  if (begun.kind !== "started") throw new Error("there was nothing to send");
  return begun;
}
