import { judgeRows } from "./judge-rows";
import { judgeSecrets } from "./judge-secrets";
import { judgeShop } from "./judge-shop";
import { orderRows } from "./order-sheet";
import type { Verdict } from "./verdict";
import type { World } from "./world";

/** Holds the end of a schedule against what the user wanted. */
export function judge(world: World): Verdict {
  const verdict: Verdict = {
    failures: [],
    orders: 0,
    created: 0,
    held: new Map(),
    madeTwice: 0,
    unpreventable: new Map(),
  };
  const rows = orderRows(world.spreadsheet, world.tokenPlace);
  judgeRows(world, rows, verdict);
  judgeShop(world, rows, verdict);
  judgeSecrets(world, verdict);
  return verdict;
}
