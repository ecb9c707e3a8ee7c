import { SheetFault } from "../run/ports";

/**
 * Runs calls of the spreadsheet service; their exceptions become SheetFault, whatever they say. The kind is a guess by
 * their text (as reported by users of Apps Script), and only improves a sentence.
 */
export function withSheetFaults<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    throw faultOf(thrown);
  }
}

function faultOf(thrown: unknown): unknown {
  const text = messageOf(thrown);
  if (/protected cell|data validation/i.test(text)) {
    return new SheetFault("refused", /\bcell ([A-Z]{1,3}[0-9]+)\b/.exec(text)?.[1] ?? "");
  }
  if (/Service Spreadsheets|timed out|server error/i.test(text)) return new SheetFault("transient", "");
  if (/outside the dimensions|out of bounds|does not exist|not found|coordinates of the range/i.test(text)) {
    return new SheetFault("gone", "");
  }
  // Whatever it says: exceptions come in the user's language, and no list of texts is ever whole.
  return isOwnMistake(thrown) ? thrown : new SheetFault("unknown", "");
}

/** Mistakes of the add-on's own code, which no reading of the sheet puts right. */
function isOwnMistake(thrown: unknown): boolean {
  const name = typeof thrown === "object" && thrown !== null && "name" in thrown ? String(thrown.name) : "";
  return name === "TypeError" || name === "ReferenceError" || name === "RangeError";
}

/** What an exception of the platform says; exceptions of another realm are no `Error` here. */
export function messageOf(thrown: unknown): string {
  return typeof thrown === "object" && thrown !== null && "message" in thrown
    ? String(thrown.message)
    : String(thrown);
}
