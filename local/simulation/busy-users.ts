import { userActs } from "./acts";
import type { TroublePlan } from "./trouble-plan";

/** Nobody touches the sheet, and nothing of the platform breaks. */
export const calm: Partial<TroublePlan> = {
  act: 0,
  again: 0,
  second: 0,
  lostLock: 0,
  protect: 0,
  kill: 0,
  timeout: 0,
};

/** How often busy users act, by service call: about at every third write. */
const busyRate = 0.03;

/** Users who do some things only, and often. `null` for an act that there is not. */
export function busyWith(...names: readonly string[]): Partial<TroublePlan> | null {
  const acts = userActs.filter(({ name }) => names.includes(name));
  return acts.length === names.length ? { act: busyRate, acts } : null;
}

/** What schedules have more of than others if users are busy with one thing; nothing for null. */
export function emphasisOn(act: string | null): Partial<TroublePlan> {
  const busy = act === null ? null : busyWith(act);
  return busy ? { ...calm, ...busy } : {};
}

/** The names of everything that users do. */
export const actNames: readonly string[] = userActs.map(({ name }) => name);
