/** Why a call to the server failed, in words, and whether the same call may simply be made again. */
export interface CallFailure {
  message: string;
  /** True where the fault passes by itself: no connection, a server error, a time-out. */
  passing: boolean;
}

interface KnownFailure extends CallFailure {
  pattern: RegExp;
}

/** The texts are those that users of Apps Script report; none of them is documented. */
const known: KnownFailure[] = [
  {
    pattern: /PERMISSION_DENIED/,
    message:
      "Google refused the call. This happens when several Google accounts are signed in in this browser: open the " +
      "sheet in a window or browser profile where only one account is signed in, and open this sidebar again.",
    passing: false,
  },
  {
    pattern: /NetworkError|HTTP 0|Failed to fetch|offline/i,
    message: "There is no connection to the server. The sheet keeps the record of what was sent.",
    passing: true,
  },
  {
    pattern: /Script function not found|is not a function/i,
    message:
      "The add-on is of another version than this sidebar. Close the sidebar and open it again from the menu " +
      "bitbybit Orders, Open sidebar.",
    passing: false,
  },
  {
    pattern: /Exceeded maximum execution time|timed? ?out/i,
    message:
      "Google ended this step because it took too long. What was sent is settled first when the run goes on.",
    passing: true,
  },
  {
    pattern: /authori[sz]ation|permission/i,
    message:
      "The add-on lacks a permission. Click Check selection in the menu bitbybit Orders, allow what Google asks for, " +
      "and open this sidebar again.",
    passing: false,
  },
  {
    pattern: /too many|simultaneous|rate limit/i,
    message: "Google runs too many scripts for you at the moment. Wait a minute.",
    passing: true,
  },
  {
    pattern: /server error|try again|internal error/i,
    message: "Google had a passing fault.",
    passing: true,
  },
];

/** The failure of a `google.script.run` call in words. `online` is the browser's own view of its connection. */
export function explainFailure(error: unknown, online: boolean): CallFailure {
  const text = error instanceof Error ? error.message : String(error);
  const found = online ? known.find(({ pattern }) => pattern.test(text)) : known.find(isNoConnection);
  if (found !== undefined) return { message: found.message, passing: found.passing };
  return { message: `The add-on could not do this: ${harmless(text)}`, passing: false };
}

function isNoConnection({ pattern }: KnownFailure): boolean {
  return pattern.test("offline");
}

/** An unknown text, short, on one line, and without anything that looks like an API key. */
function harmless(text: string): string {
  const line = text
    .replace(/bbb_(live|test)_\w+/g, "bbb_$1_…")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
