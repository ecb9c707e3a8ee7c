import type { BufferFate } from "../runtime/faults";
import { KillExecution } from "../runtime/faults";
import { clickUntilNothingChanges } from "./afterwards";
import { clickMenu, selectAll } from "./clicks";
import { drawSheet } from "./draw-sheet";
import { judge, type Verdict } from "./verdict";
import { peace, World } from "./world";

/** A kill before or after the effect of one service call. */
export interface KillPoint {
  index: number;
  moment: "before" | "after";
  buffer: BufferFate;
}

/** One schedule of the exhaustive part: a run of three waves, killed at one point, and everything clicked afterwards. */
export function killAt(
  code: string,
  point: KillPoint | null,
): { verdict: Verdict; calls: number; world: World } {
  const world = new World({ code, seed: 7, limit: 8, tokenPlace: "Address 2", sharedKey: true });
  drawSheet(world, {
    orders: 12,
    several: 0.3,
    withoutRef: 0.5,
    invalid: 0,
    identical: 0.2,
    statusColumns: false,
  });
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
    after: () => kill("after"),
  };
  selectAll(world);
  clickMenu(world, world.first, "createOrders");
  world.troubles = peace;
  const counted = calls;
  const settled = clickUntilNothingChanges(world, [world.first]);
  const verdict = judge(world);
  if (!settled) verdict.failures.push({ kind: "restless", text: "every click changes something" });
  // Nothing but a kill happened, so every order must have been made.
  if (verdict.created !== verdict.orders)
    verdict.failures.push({ kind: "lost", text: `held: ${[...verdict.held.keys()].join("; ")}` });
  return { verdict, calls: counted, world };
}
