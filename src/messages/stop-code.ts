import type { StopReason } from "../bitbybit/outcome";

/** What stops a run: the API's word, Google's, or a circuit breaker. */
export type StopCode = StopReason | "lostBatches" | "emptyWindows";
