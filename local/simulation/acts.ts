import { recordActs } from "./acts-on-records";
import { changingActs } from "./acts-on-rows";
import { clipSelection } from "./clicks";
import type { World } from "./world";

/** Something that a user does to the spreadsheet, at any moment. */
export interface UserAct {
  name: string;
  /** How often it is drawn, compared with the others. */
  weight: number;
  /** Does it; what exactly was done, or null if there is nothing to do it to. */
  act(world: World): string | null;
}

/** Everything that users do to sheets while the add-on may be at work. */
export const userActs: readonly UserAct[] = [...changingActs, ...recordActs];

/** Draws an act and does it. */
export function actAsUser(world: World, among: readonly UserAct[]): void {
  let point = world.random.next() * among.reduce((sum, { weight }) => sum + weight, 0);
  for (const { name, weight, act } of among) {
    point -= weight;
    if (point >= 0) continue;
    const detail = act(world);
    clipSelection(world);
    if (detail !== null) world.trace.inject(name, detail);
    return;
  }
}
