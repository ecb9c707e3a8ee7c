import { createHash } from "node:crypto";
import type { ApiAnswer, ApiRequest } from "../../src/bitbybit/http";
import type { Context } from "../../src/execution/context";
import { defaultOptions, type RunOptions } from "../../src/ports/options";
import type { SpreadsheetPort } from "../../src/ports/ports";
import type { RunWords } from "../../src/ports/words";
import { beginExecution } from "../../src/run/begin-execution";
import { MemoryProperties } from "../journal/memory-properties";
import { MemoryCache, MovedClock } from "../pace/memory-ports";

/** An execution over ports in memory. */
export interface TestExecution {
  context: Context;
  properties: MemoryProperties;
  clock: MovedClock;
  /** Every request that was sent. */
  requests: ApiRequest[];
  /** Every line that was added to the log. */
  logged: (readonly string[])[];
}

/** How a test answers a request; null lets the whole batch throw. */
export type Answer = (request: ApiRequest, clock: MovedClock) => ApiAnswer | null;

/** Begins an execution over what an earlier one left; the words and ports that it does not need are loud. */
export function executionOf(
  answer: Answer,
  given: Partial<Pick<TestExecution, "properties" | "clock">> & {
    apiKey?: string;
    spreadsheet?: SpreadsheetPort;
    words?: RunWords;
    options?: Partial<RunOptions>;
    random?: () => number;
  } = {},
): TestExecution {
  const { properties = new MemoryProperties(), clock = new MovedClock(), apiKey = "bbb_test_key" } = given;
  const requests: ApiRequest[] = [];
  const logged: (readonly string[])[] = [];
  let isLocked = false;
  const flushed = { flush: () => undefined };
  const context = beginExecution(
    {
      spreadsheet: given.spreadsheet ?? { ...loudSpreadsheet, ...flushed },
      log: { append: (lines) => logged.push(...lines) },
      properties,
      cache: new MemoryCache(),
      lock: {
        tryLock: () => {
          if (isLocked) return false;
          isLocked = true;
          return true;
        },
        release: () => {
          isLocked = false;
        },
      },
      http: {
        send: (batch) => {
          requests.push(...batch);
          const answers = batch.map((request) => answer(request, clock));
          const seen = answers.filter((one) => one !== null);
          return seen.length === batch.length ? { ok: true, answers: seen } : { ok: false, failure: "other" };
        },
      },
      clock,
      random: given.random ?? (() => 0.25),
      sha256: (text) => createHash("sha256").update(text).digest(),
      report: given.words ? () => undefined : loud,
    },
    {
      access: { address: "https://api.example/v1", apiKey, referencePlace: "notes" },
      environment: "test",
      userName: "Ayu",
      singleName: { kind: "both" },
      readsArticles: false,
    },
    given.words ?? loudWords,
    { ...defaultOptions, ...given.options },
  );
  return { context, properties, clock, requests, logged };
}

function loud(): never {
  throw new Error("this port was not to be used");
}

const loudSpreadsheet: SpreadsheetPort = {
  activeSheet: loud,
  sheetById: loud,
  selectedRows: loud,
  selectCell: loud,
  flush: loud,
};

const loudWords: RunWords = {
  entry: loud,
  review: loud,
  problems: loud,
  note: loud,
  unresolved: loud,
  progress: loud,
  isMessage: () => false,
  time: loud,
};
