import {
  type BufferFate,
  type ExceptionLanguage,
  KillExecution,
  type ServiceCall,
} from "../runtime/local-runtime";
import { clickUntilNothingChanges } from "./afterwards";
import { clickMenu, selectAll } from "./clicks";
import { drawSheet } from "./draw-sheet";
import { judge } from "./judge";
import type { Verdict } from "./verdict";
import { peace, World } from "./world";

/** A kill before or after the effect of one service call. */
export interface KillPoint {
  index: number;
  moment: "before" | "after";
  buffer: BufferFate;
}

/** Calls whose effect waits in the buffer, and calls that apply it (Apps Script documentation, Best practices). */
const buffering = /^(set|insert|delete|appendRow|clear)/;
const applying = /^(flush|get(Display)?Values?|getConditionalFormatRules|getLastRow|getLastColumn)$/;

/**
 * Every point at which the run can be killed: after each service call, and before the first; if writes wait in the
 * buffer, with the buffer kept as well as lost. Before a call is the same as after the one before it.
 */
export function killPoints(code: string): KillPoint[] {
  const points: KillPoint[] = [{ index: 0, moment: "before", buffer: "lost" }];
  let waiting = false;
  killAt(code, null, (call, index) => {
    const ofSheet = !/^(Properties|Cache|Lock|ConditionalFormatRuleBuilder)$/.test(call.service);
    if (ofSheet && buffering.test(call.method)) waiting = true;
    if (applying.test(call.method)) waiting = false;
    points.push({ index, moment: "after", buffer: "lost" });
    if (waiting) points.push({ index, moment: "after", buffer: "kept" });
  });
  return points;
}

/** One schedule of the exhaustive part: a run of three waves, killed at one point, and everything clicked afterwards. */
export function killAt(
  code: string,
  point: KillPoint | null,
  onCall: (call: ServiceCall, index: number) => void = () => undefined,
  language: ExceptionLanguage = "en",
): { verdict: Verdict; calls: number; world: World } {
  const world = everyKillWorld(code, language);
  let calls = 0;
  const kill = (moment: KillPoint["moment"]) => {
    if (point === null || point.moment !== moment || calls - 1 !== point.index) return;
    world.trace.inject("kill", `${moment} call ${point.index}, buffer ${point.buffer}`);
    throw new KillExecution(point.buffer);
  };
  world.troubles = {
    ...peace,
    before: () => {
      calls += 1;
      kill("before");
    },
    after: (call) => {
      onCall(call, calls - 1);
      kill("after");
    },
  };
  selectAll(world);
  clickMenu(world, world.first, "createOrders");
  world.troubles = peace;
  const counted = calls;
  const settled = clickUntilNothingChanges(world, [world.first]);
  const verdict = judge(world);
  if (!settled) verdict.failures.push({ kind: "restless", text: "every click changes something" });
  verdict.failures.unshift(...world.failures);
  // Nothing but a kill happened, so every order must have been made.
  if (verdict.created !== verdict.orders)
    verdict.failures.push({ kind: "lost", text: `held: ${[...verdict.held.keys()].join("; ")}` });
  return { verdict, calls: counted, world };
}

/**
 * The same run, with Stop pressed by somebody else after one service call; everything clicked afterwards. No request may
 * leave whose batch was opened later than that.
 */
export function stopAt(code: string, stopIndex: number): Verdict {
  const world = everyKillWorld(code);
  let calls = 0;
  world.troubles = {
    ...peace,
    after: () => {
      calls += 1;
      if (calls - 1 !== stopIndex) return;
      const store = world.stores.documentProperties(world.spreadsheet.id);
      const run: unknown = JSON.parse(store.get("bitbybit.run") ?? "null");
      const id = typeof run === "object" && run !== null ? Reflect.get(run, "id") : null;
      if (typeof id !== "string") return;
      world.trace.inject("Stop", `after call ${stopIndex}`);
      store.setAll({ "bitbybit.owner": `${id}.stop` });
      world.token = { owner: `${id}.stop`, takenAtMs: world.clock.now() };
      world.clock.sleep(1);
    },
  };
  selectAll(world);
  clickMenu(world, world.first, "createOrders");
  world.troubles = peace;
  const settled = clickUntilNothingChanges(world, [world.first]);
  const verdict = judge(world);
  if (!settled) verdict.failures.push({ kind: "restless", text: "every click changes something" });
  verdict.failures.unshift(...world.failures);
  return verdict;
}

function everyKillWorld(code: string, language: ExceptionLanguage = "en"): World {
  const world = new World({ code, seed: 7, limit: 8, tokenPlace: "Address 2", sharedKey: true, language });
  drawSheet(world, {
    orders: 12,
    several: 0.3,
    withoutRef: 0.5,
    invalid: 0,
    identical: 0.2,
    statusColumns: false,
  });
  return world;
}
