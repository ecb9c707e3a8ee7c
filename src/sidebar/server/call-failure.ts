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

/** A failed call, as data for a sentence: what to do next is decided by the state that the server then tells. */
export interface CallFailure {
  cause: FailureCause;
  /** The server's own words, for a cause that is not known; else empty. */
  detail: string;
}

interface KnownFailure {
  pattern: RegExp;
  cause: FailureCause;
}

/**
 * The texts are those that users of Apps Script report; none of them is documented, and Google says some of them in the
 * user's language. Code words such as PERMISSION_DENIED stay English.
 */
const known: KnownFailure[] = [
  { pattern: /PERMISSION_DENIED/, cause: "accounts" },
  { pattern: /NetworkError|HTTP 0|Failed to fetch|offline/i, cause: "connection" },
  { pattern: /Script function not found|is not a function/i, cause: "version" },
  { pattern: /Exceeded maximum execution time|timed? ?out|DEADLINE_EXCEEDED/i, cause: "time" },
  { pattern: /authori[sz]ation|permission|tidak memiliki izin/i, cause: "permission" },
  { pattern: /too many|simultaneous|rate limit|terlalu sering/i, cause: "busy" },
  {
    pattern: /server error|try again|internal error|kesalahan pada server/i,
    cause: "passing",
  },
];

/** What the failure of a `google.script.run` call is. `online` is the browser's own view of its connection. */
export function explainFailure(error: unknown, online: boolean): CallFailure {
  if (!online) return { cause: "connection", detail: "" };
  const text = error instanceof Error ? error.message : String(error);
  const found = known.find(({ pattern }) => pattern.test(text));
  if (found !== undefined) return { cause: found.cause, detail: "" };
  return { cause: "unknown", detail: harmless(text) };
}

/** An unknown text, short, on one line, and without anything that looks like an API key. */
function harmless(text: string): string {
  const line = text
    .replace(/bbb_(live|test)_\w+/g, "bbb_$1_…")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
