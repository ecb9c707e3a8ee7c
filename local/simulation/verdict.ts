/** What a schedule must never end with. */
export type FailureKind =
  | "duplicate"
  | "lost"
  | "misplaced"
  | "stuck"
  | "unclaimed"
  | "mixed"
  | "unbalanced"
  | "key shown"
  /** A user was told that something unexpected went wrong. */
  | "unexpected"
  | "restless"
  | "fault";

/** One thing that is wrong at the end of a schedule. */
export interface Failure {
  kind: FailureKind;
  text: string;
}

/** What a schedule ended with. */
export interface Verdict {
  failures: Failure[];
  /** Orders of the sheets at the end, and of them those that are held, by the beginning of their Message. */
  orders: number;
  created: number;
  held: Map<string, number>;
  /** Orders made once more than wanted because a request landed beyond every wait; all of them reported. */
  madeTwice: number;
  /** What no rule can prevent, by its reason; see design of the journal in ARCHITECTURE.md. */
  unpreventable: Map<string, number>;
}

/** Adds failures to a verdict. */
export function failer(verdict: Verdict): (kind: FailureKind, text: string) => void {
  return (kind, text) => {
    verdict.failures.push({ kind, text });
  };
}
