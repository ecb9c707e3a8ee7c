import type { Context } from "../execution/context";
import { RunError } from "../ports/run-error";
import { parseObject } from "../text/json";

/** What a look-up does at this moment: it waits until lost orders have surely arrived, or reads a page of bitbybit's list. */
export type LookUpStage = { kind: "arrival" } | { kind: "lookUp"; page: number; pages: number | null };

/** A look-up under way, for whoever asks beside it. It decides nothing. */
export interface LookUp<Run> {
  /** The run that begins after it, if it is known. */
  run: Run;
  stage: LookUpStage;
  /** When the stage began, and how long it lasts, in milliseconds; 0 for one that is not known. */
  atMs: number;
  waitMs: number;
}

const property = "bitbybit.lookUp";
const stopProperty = "bitbybit.lookUp.stop";

/** A look-up that told nothing for so long was killed, in milliseconds: a batch of pages waits a minute at the most. */
const silentMs = 90_000;

/** A stop is noticed within this time, in milliseconds. */
const noticeMs = 5_000;

/** The look-up under way; null if there is none. `Run`: what `watched` was given. */
export function readLookUp<Run>(
  properties: Readonly<Record<string, string>>,
  nowMs: number,
): LookUp<Run> | null {
  const found = parseObject(properties[property]) as LookUp<Run> | null;
  return found && nowMs - found.atMs < found.waitMs + silentMs ? found : null;
}

/** Asks the look-up before a run to end; nothing is sent after it. */
export function stopLookUp({ ports }: Pick<Context, "ports">, runId: string): void {
  ports.properties.write({ [stopProperty]: runId });
}

/** True once somebody wanted the look-up before this run to end. */
export function isLookUpStopped(properties: Readonly<Record<string, string>>, runId: string): boolean {
  return runId !== "" && properties[stopProperty] === runId;
}

/** Tells what a look-up is doing, and ends it if somebody wants that. */
export interface LookUpWatch {
  /** @throws RunError `lookUpStopped` */
  tell(stage: LookUpStage, waitMs: number): void;
  /** Sleeps. @throws RunError `lookUpStopped` */
  sleep(durationMs: number): void;
}

/** Looks something up while others can see how far it is. `run`: what begins after it. */
export function watched<T, Run extends { id: string }>(
  context: Context,
  run: Run,
  act: (watch: LookUpWatch) => T,
): T {
  const { clock, properties } = context.ports;
  const check = () => {
    if (isLookUpStopped(context.journal.read().properties, run.id))
      throw new RunError({ code: "lookUpStopped" });
  };
  try {
    return act({
      tell: (stage, waitMs) => {
        check();
        const told: LookUp<Run> = { run, stage, atMs: clock.nowMs(), waitMs };
        properties.write({ [property]: JSON.stringify(told) });
      },
      sleep: (durationMs) => {
        for (let left = durationMs; left > 0; left -= noticeMs) {
          clock.sleep(Math.min(left, noticeMs));
          check();
        }
      },
    });
  } finally {
    properties.remove(property);
  }
}
