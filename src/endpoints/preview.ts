/** A value of what will be sent. */
export interface PreviewLine {
  /** The header of the field, such as `Zip`. */
  label: string;
  value: string;
  /** The cell that it comes from, such as `M4`; empty for a value that is set for all rows. */
  cell: string;
}

/** What will be sent for one order. */
export interface PreviewView {
  /** The order as the user knows it. */
  order: string;
  /** True if it was sent, or may have been: the rest is what its cells say now. */
  hasLeft: boolean;
  /** By what they are about; an article each. All empty if the order has problems. */
  parts: { about: "customer" | "article" | "address" | "more"; lines: PreviewLine[] }[];
  /** The body of the request as JSON, but for the line with the order's reference; empty if the order has problems. */
  json: string;
  /** In words: what keeps it from being sent, what to look at, what was put right in reading. */
  findings: string[];
}

/** A preview, or why there is none, in words. */
export type PreviewAnswer = { ok: true; preview: PreviewView } | { ok: false; message: string };
