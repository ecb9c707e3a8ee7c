/** Why a call to the server failed. The words for each stand in the page's catalogues. */
export type FailureCause =
  /** Several Google accounts in one browser. */
  | "accounts"
  | "connection"
  /** The server lacks what the page calls. */
  | "version"
  | "time"
  | "permission"
  /** Too many scripts at once. */
  | "busy"
  | "passing"
  | "unknown";

/** A failed call, as data. */
export interface CallFailure {
  cause: FailureCause;
  /** True if the fault passes by itself: no connection, a server error, a time-out. */
  passing: boolean;
  /** The server's own words, for a cause that is not known; else empty. */
  detail: string;
}

interface KnownFailure {
  pattern: RegExp;
  cause: FailureCause;
  passing: boolean;
}

/**
 * The texts are those that users of Apps Script report; none of them is documented, and Google says some of them in the
 * user's language. Code words such as PERMISSION_DENIED stay English.
 */
const known: KnownFailure[] = [
  { pattern: /PERMISSION_DENIED/, cause: "accounts", passing: false },
  { pattern: /NetworkError|HTTP 0|Failed to fetch|offline/i, cause: "connection", passing: true },
  { pattern: /Script function not found|is not a function/i, cause: "version", passing: false },
  { pattern: /Exceeded maximum execution time|timed? ?out|DEADLINE_EXCEEDED/i, cause: "time", passing: true },
  { pattern: /authori[sz]ation|permission|tidak memiliki izin/i, cause: "permission", passing: false },
  { pattern: /too many|simultaneous|rate limit|terlalu sering/i, cause: "busy", passing: true },
  {
    pattern: /server error|try again|internal error|kesalahan pada server/i,
    cause: "passing",
    passing: true,
  },
];

/** What the failure of a `google.script.run` call is. `online` is the browser's own view of its connection. */
export function explainFailure(error: unknown, online: boolean): CallFailure {
  if (!online) return { cause: "connection", passing: true, detail: "" };
  const text = error instanceof Error ? error.message : String(error);
  const found = known.find(({ pattern }) => pattern.test(text));
  if (found !== undefined) return { cause: found.cause, passing: found.passing, detail: "" };
  return { cause: "unknown", passing: false, detail: harmless(text) };
}

/** An unknown text, short, on one line, and without anything that looks like an API key. */
function harmless(text: string): string {
  const line = text
    .replace(/bbb_(live|test)_\w+/g, "bbb_$1_…")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
