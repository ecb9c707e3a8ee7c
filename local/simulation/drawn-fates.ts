import type { BufferFate, WriteFate } from "../runtime/faults";
import type { World } from "./world";

/** What becomes of properties that were to be stored by a call that fails; a single property is stored whole or not at all. */
export const fates: readonly WriteFate[] = ["kept", "part"];
/** The same for what waits in the buffer of a spreadsheet. */
export const flushFates: readonly WriteFate[] = ["kept", "part", "lost", "later"];

/** Half of the calls that fail do nothing at all. */
export function drawnFate(world: World, among: readonly WriteFate[]): WriteFate | undefined {
  return world.storageRandom.chance(0.5) ? undefined : world.storageRandom.pick(among);
}

/** What a kill leaves of buffered writes: most often all or nothing, at times a part, or all a while later. */
export function drawnBuffer({ random, platformRandom }: World): BufferFate {
  const whole = random.pick(["kept", "lost"] as const);
  return platformRandom.chance(0.25) ? platformRandom.pick(["part", "later"] as const) : whole;
}
