import type { StopReason } from "../bitbybit/outcome";

/** Why sending came to an end for now. */
export type SendingEnd =
  | { why: "done" }
  /** The time of this step is used up. */
  | { why: "time" }
  /** The rate limit asks for a wait that is longer than this step may sleep. */
  | { why: "wait"; waitMs: number }
  | { why: "stopped" }
  | { why: "stop"; reason: StopReason }
  /** No room for a slot: nothing may be sent. */
  | { why: "full" }
  /** Cells refuse to be written, or the sheet's columns are gone. */
  | { why: "refused"; cell: string }
  | { why: "columns" }
  /** Lines of the log disappeared while others wrote to it. */
  | { why: "log" };

/** True where only this step ends: the run goes on, or has nothing left to send. */
export function endsStepAlone({ why }: SendingEnd): boolean {
  return why === "done" || why === "time" || why === "wait";
}
