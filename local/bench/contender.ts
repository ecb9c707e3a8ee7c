import type { ApiModel } from "./simulated-api";
import type { OrderTally } from "./tally";

/** One way of sending a sheet's orders, as it is compared with the others. */
export interface Contender {
  name: string;
  run(task: BenchTask): Passage;
}

/** What a contender has to do. */
export interface BenchTask {
  orders: number;
  api: ApiModel;
  /** Kills the execution at work, once, at the first service call after this modelled time; null for no kill. */
  killAtMs: number | null;
}

/** How a contender did it, on the modelled clock. */
export interface Passage extends OrderTally {
  elapsedMs: number;
  executions: number;
  requests: number;
  refusedByLimit: number;
  serviceCalls: number;
}
