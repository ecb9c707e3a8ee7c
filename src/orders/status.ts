/** The values of the Status column, from the most to the least cautious: see {@link mostCautious}. */
export const statuses = [
  "Unconfirmed",
  "Sending",
  "Created",
  "Created (test)",
  "Rejected",
  "Invalid",
  "Not sent",
  "Valid",
] as const;

/** A value that the add-on writes into the Status column. */
export type Status = (typeof statuses)[number];

const statusOfText: ReadonlyMap<string, Status> = new Map(
  statuses.map((status) => [status.toLowerCase(), status]),
);

/** The status in a cell; "" for an empty cell, null for a value that is not the add-on's. Letter case and outer spaces are forgiven. */
export function parseStatus(text: string): Status | "" | null {
  const plain = text.trim().toLowerCase();
  return plain === "" ? "" : (statusOfText.get(plain) ?? null);
}

/** The status of an order whose rows differ: the one that least allows to send it. "" for none at all. */
export function mostCautious(rowStatuses: Iterable<Status | "">): Status | "" {
  let most: Status | "" = "";
  for (const status of rowStatuses) {
    if (status !== "" && (most === "" || statuses.indexOf(status) < statuses.indexOf(most))) most = status;
  }
  return most;
}
