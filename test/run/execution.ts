import { createHash } from "node:crypto";
import type { ApiAnswer, ApiRequest, BatchAnswer } from "../../src/bitbybit/http";
import { beginExecution, type Execution } from "../../src/run/execution";
import type { SpreadsheetPort } from "../../src/run/ports";
import { MemoryCache, MemoryProperties, MovedClock } from "./properties";
import { ScriptedSheet } from "./scripted-sheet";

/** An execution over ports in memory. */
export interface TestExecution {
  execution: Execution;
  properties: MemoryProperties;
  clock: MovedClock;
  /** Every request that was sent. */
  requests: ApiRequest[];
}

/** Begins one; each request is answered by `answer`, and null lets the whole wave throw. */
export function executionOf(
  answer: (request: ApiRequest, clock: MovedClock) => ApiAnswer | null,
  spreadsheet: SpreadsheetPort = new ScriptedSheet([]).spreadsheet,
  apiKey = "bbb_test_key",
): TestExecution {
  const properties = new MemoryProperties();
  const clock = new MovedClock();
  const requests: ApiRequest[] = [];
  const send = (wave: readonly ApiRequest[]): BatchAnswer => {
    requests.push(...wave);
    const answers = wave.map((request) => answer(request, clock));
    const given = answers.filter((one) => one !== null);
    return given.length === wave.length ? { ok: true, answers: given } : { ok: false, failure: "other" };
  };
  let locked = false;
  const execution = beginExecution(
    {
      spreadsheet,
      log: { read: loud, create: loud, write: loud, dropOldest: loud },
      properties,
      cache: new MemoryCache(),
      lock: {
        tryLock: () => {
          if (locked) return false;
          locked = true;
          return true;
        },
        release: () => {
          locked = false;
        },
      },
      http: { send },
      clock,
      random: () => 0.25,
      sha256: (text) => createHash("sha256").update(text).digest(),
      report: loud,
    },
    {
      access: { address: "https://api.example/v1", apiKey, referencePlace: "notes" },
      environment: "test",
      userName: "",
    },
  );
  return { execution, properties, clock, requests };
}

function loud(): never {
  throw new Error("this port was not to be used");
}
